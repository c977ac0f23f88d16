import { settingOf, type Terms } from '../policy/parameter.ts'
import type { Role } from '../roles.ts'
import type { Text } from '../text.ts'

export const ACCIDENT_CLASSES = ['I', 'II'] as const
export type AccidentClass = (typeof ACCIDENT_CLASSES)[number]

/** Posts that a complaint about an engineer may reach and that a class hangs on. */
export const COMPLAINT_LEVELS = [
  'companyGm',
  'viceGm',
  'centreGm',
  'centreDeputyGm',
  'salesManager',
  'salesBackOffice',
] as const satisfies readonly Role[]
export type ComplaintLevel = (typeof COMPLAINT_LEVELS)[number]

/** How the engineer brought a customer's site to a stop. Anything else that stopped it is no accident of theirs. */
export const STOPPAGE_MANNERS = ['wrongOperation', 'outOfProcedure'] as const
export type StoppageManner = (typeof STOPPAGE_MANNERS)[number]

/** What an accident rests on, as somebody recorded it. */
export type Ground =
  | { kind: 'complaint'; level: ComplaintLevel }
  | { kind: 'stoppage'; manner: StoppageManner }
  | { kind: 'lateReport' }

export interface Classification {
  class: AccidentClass
  /** The clause of its definition. */
  clause: 'S0-A-5.1a' | 'S0-A-5.2a'
}

const DEFINITIONS = { I: { class: 'I', clause: 'S0-A-5.1a' }, II: { class: 'II', clause: 'S0-A-5.2a' } } as const

/** Leaders "at vice general manager level or above"; a setting says whether the service centre's count. */
function leadersOf(terms: Terms): readonly ComplaintLevel[] {
  const company: ComplaintLevel[] = ['companyGm', 'viceGm']
  return settingOf<string>(terms, 'accident.leaders') === 'centre'
    ? [...company, 'centreGm', 'centreDeputyGm']
    : company
}

/**
 * What one ground makes of it. Class I: a complaint that reached a leader, or a customer's site at a standstill through
 * wrong or out-of-procedure operation (S0-A-5.1a). Class II: a complaint that reached the sales manager or the sales back
 * office, or a problem not reported in time so that somebody else had to be sent (S0-A-5.2a). Null: neither.
 */
export function classOf(ground: Ground, terms: Terms): Classification | null {
  if (ground.kind === 'stoppage') return DEFINITIONS.I
  if (ground.kind === 'lateReport') return DEFINITIONS.II
  if (leadersOf(terms).includes(ground.level)) return DEFINITIONS.I
  return ground.level === 'salesManager' || ground.level === 'salesBackOffice' ? DEFINITIONS.II : null
}

/** One fact, one accident: its class is the gravest that any standing ground gives it; null where none gives one. */
export function classify(grounds: readonly Ground[], terms: Terms): Classification | null {
  const found = grounds.flatMap((ground) => classOf(ground, terms) ?? [])
  return found.find((one) => one.class === 'I') ?? found[0] ?? null
}

export const groundLabels: Readonly<Record<Ground['kind'], Text>> = {
  complaint: { zh: '客户投诉', en: 'Complaint' },
  stoppage: { zh: '客户现场停运', en: "Customer's site at a standstill" },
  lateReport: { zh: '现场问题未及时上报致另行派人', en: 'Problem not reported in time, somebody else sent' },
}
