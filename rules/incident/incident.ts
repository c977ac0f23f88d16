import { all, type CaseView, type Fact } from '../case.ts'
import type { Instant } from '../instant.ts'
import type { Role } from '../roles.ts'
import type { Text } from '../text.ts'

/** What makes a matter an incident; any one of them is enough. The last one is owed a word of its own (S2-3.2.2.8). */
export const INCIDENT_FLAGS = ['qualityIncident', 'customerIndicators', 'stateGridCompliance', 'massStateGrid'] as const
export type IncidentFlag = (typeof INCIDENT_FLAGS)[number]

export const incidentFlagLabels: Record<IncidentFlag, Text> = {
  qualityIncident: { zh: '产品质量事故', en: 'Product quality incident' },
  customerIndicators: { zh: '影响客户指标', en: "Affects the customer's indicators" },
  stateGridCompliance: { zh: '影响国网合规', en: 'Affects State Grid compliance' },
  massStateGrid: { zh: '国网产品大批量故障', en: 'Mass fault of State Grid products' },
}

/** The four roles that are phoned at once (S2-3.3.5a). */
export const PHONED_ROLES = [
  'regionalManager',
  'officeDirector',
  'technicalSupportManager',
  'centreDeputyGm',
] as const satisfies readonly Role[]

/** The five roles that the written report is mailed to (S2-3.3.5b). */
export const REPORT_ROLES = [
  'regionalManager',
  'technicalSupportEngineer',
  'technicalSupportManager',
  'technicalServiceManager',
  'centreDeputyGm',
] as const satisfies readonly Role[]

export type PhonedRole = (typeof PHONED_ROLES)[number]
export type ReportRole = (typeof REPORT_ROLES)[number]

/** Data of the facts `known` and `learned`: what was known, and to whom nothing can be told as posts are held. */
export interface Known {
  flags: IncidentFlag[]
  /** Roles that the first person to know holds alone: nobody phones or mails themselves. */
  ownRoles: Role[]
  /** Roles that nobody held or stood in for: the unit's gap, no person's. */
  vacantRoles: Role[]
  /** The first to know is a service engineer, whose own duty it then is to track it to the end (S2-T2-3.11-6). */
  engineer: boolean
}

/** Which flags held by what was known at an instant: said at first, learnt since, and not taken back by then. */
export function flagsKnownAt(view: Pick<CaseView, 'facts'>, at: Instant): IncidentFlag[] {
  const flags = new Set<IncidentFlag>()
  for (const fact of flagFacts(view)) {
    if (fact.occurredAt > at) break
    const named = fact.data.flags as IncidentFlag[]
    if (fact.kind === 'downgraded') named.forEach((flag) => flags.delete(flag))
    else named.forEach((flag) => flags.add(flag))
  }
  return INCIDENT_FLAGS.filter((flag) => flags.has(flag))
}

/**
 * The fact by which a flag was first known. A later downgrade does not undo it: what was owed on what was known is owed.
 */
export function firstKnown(view: Pick<CaseView, 'facts'>, flag: IncidentFlag): Fact | undefined {
  return flagFacts(view).find(
    (fact) => fact.kind !== 'downgraded' && (fact.data.flags as IncidentFlag[]).includes(flag),
  )
}

function flagFacts(view: Pick<CaseView, 'facts'>): Fact[] {
  return ['known', 'learned', 'downgraded']
    .flatMap((kind) => all(view as CaseView, kind))
    .sort((a, b) => a.occurredAt - b.occurredAt)
}
