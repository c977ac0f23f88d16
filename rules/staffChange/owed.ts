import { latest, type CaseView } from '../case.ts'
import type { LocalDate } from '../instant.ts'
import type { Due, Owed } from '../obligation/obligation.ts'
import { citation, settingOf } from '../policy/parameter.ts'
import type { Role } from '../roles.ts'
import { endOfDay, localDate } from '../time/local.ts'
import {
  approversOf,
  awaitsAnswer,
  citationOf,
  consentingBodies,
  demandedAtOf,
  demandingBody,
  handoverBegunAt,
  isDemanded,
  noticeBodies,
  planOf,
  siteCalendar,
  staffOf,
  startOf,
} from './change.ts'
import { changeOn, lastApplicationOn, lastNoticeOn, replaceByOn } from './dates.ts'
import { handoverFloor } from './handover.ts'
import type { Deliverable } from './parameters.ts'

const NO_CLOCK: Due = { kind: 'none' }

/** What a promise of a staff change means: who bears it towards whom, by when, under which clause. */
export function owedByStaffChange(promise: string, view: CaseView): Owed[] {
  switch (promise) {
    case 'replace':
      return owedReplace(view)
    case 'consent':
      return owedConsent(view)
    case 'notice':
    case 'leadTime':
      return owedAhead(promise, view)
    case 'apply':
      return [{ ...steps(view), bearer: bearerOf(view) }]
    case 'approve':
      return approversOf(view.terms).map((role) => ({ ...steps(view), bearer: { role } }))
    case 'trial':
      return isDemanded(view) ? [{ ...steps(view), bearer: bearerOf(view) }] : []
    case 'start':
      return [{ ...steps(view), bearer: bearerOf(view) }]
    case 'documents':
    case 'situationReport':
    case 'onSiteTraining':
      return owedDeliverable(promise, view)
    case 'handOver':
      return owedHandover(view)
    case 'confirm':
      return owedConfirmation(view)
    default:
      throw new Error(`a staff change knows no promise ${promise}`)
  }
}

/** When a promise that plan and facts date is due now; undefined where they leave its day open. */
function dueOf(promise: 'notice' | 'leadTime' | 'replace', view: CaseView): Due | undefined {
  const by = { terms: view.terms, calendar: siteCalendar(view.terms, view.calendar) }
  if (promise === 'replace') return wholeDay(replaceByOn(by, localDate(demandedAtOf(view))))
  const change = changeOn(view.terms, planOf(view))
  if (change === null) return undefined
  return wholeDay(promise === 'notice' ? lastNoticeOn(by, change) : lastApplicationOn(by, change))
}

/** How long the handover lasts at least, as its row keeps it: a floor, or the blank of the rulebook. */
function handoverDue(view: CaseView): Due {
  const floor = handoverFloor(view)
  if (floor.kind === 'unset') return { kind: 'unset' }
  return { kind: 'notBefore', at: floor.at, provisional: floor.provisional }
}

/** A limit on a day holds through its last second: the day after, at 00:00:00, is late. Acts in the evening count. */
const wholeDay = ({ on, provisional }: { on: LocalDate; provisional: boolean }): Due => ({
  kind: 'by',
  at: endOfDay(on),
  edge: 'within',
  provisional,
})

/** S4-S-3.4b: fifteen working days from the demand. */
function owedReplace(view: CaseView): Owed[] {
  const due = isDemanded(view) ? dueOf('replace', view) : undefined
  if (!due) return []
  const role = demandingBody(view.terms)
  return [{ ...dated(view, 'replace', due, role), bearer: bearerOf(view), recipient: { role } }]
}

/** One answer per waiver asked at entry and client body that may give it. */
function owedConsent(view: CaseView): Owed[] {
  return startOf(view).asks.flatMap((promise) =>
    consentingBodies(view.terms, promise).map((role) => ({
      ...citationOf(view.terms, promise, isDemanded(view)),
      bearer: { role },
      anchorAt: view.startedAt,
      due: NO_CLOCK,
    })),
  )
}

/** S4-N-3.1, S4-N-3.2, S4-D-3.1, S4-D-3.2: one row per body; a demanded replacement gives way to its fifteen days. */
function owedAhead(promise: 'notice' | 'leadTime', view: CaseView): Owed[] {
  const due = isDemanded(view) ? undefined : dueOf(promise, view)
  if (!due) return []
  const bodies = promise === 'notice' ? noticeBodies(view.terms) : approversOf(view.terms)
  const bearer = bearerOf(view)
  return bodies.map((role) => ({ ...dated(view, promise, due, role), bearer, recipient: { role } }))
}

function owedDeliverable(deliverable: Deliverable, view: CaseView): Owed[] {
  if (!settingOf<Deliverable[]>(view.terms, 'staffChange.deliverables').includes(deliverable)) return []
  const { outgoingId } = staffOf(view)
  const version = citation(view.terms, 'staffChange.deliverables')
  return [{ ...version, bearer: { personId: outgoingId }, anchorAt: handoverBegunAt(view), due: NO_CLOCK }]
}

/** S4-N-3.3, S4-S-3.4d: both people bear it; a floor, never late. D leaves the length blank. */
function owedHandover(view: CaseView): Owed[] {
  const { outgoingId, incomingId } = staffOf(view)
  const version = citationOf(view.terms, 'handOver', isDemanded(view))
  const due = handoverDue(view)
  return [outgoingId, incomingId!].map((personId) => ({
    ...version,
    bearer: { personId },
    anchorAt: handoverBegunAt(view),
    due,
  }))
}

function owedConfirmation(view: CaseView): Owed[] {
  const version = citation(view.terms, 'staffChange.deliverables')
  const recipients = approversOf(view.terms)
  const anchorAt = latest(view, 'handedOver')?.occurredAt ?? view.startedAt
  return recipients.map((role) => ({
    ...version,
    bearer: bearerOf(view),
    recipient: { role },
    anchorAt,
    due: NO_CLOCK,
  }))
}

/** Steps without a clock of their own; a demanded replacement has its own clause for them [S4-S-3.4c]. */
function steps(view: CaseView) {
  const key = isDemanded(view) ? 'staffChange.replacementApproval' : 'staffChange.application'
  return { ...citation(view.terms, key), anchorAt: view.startedAt, due: NO_CLOCK }
}

/** What falls due on a day is owed since the change was entered; while a waiver waits for its answer, without a clock. */
function dated(view: CaseView, promise: 'notice' | 'leadTime' | 'replace', due: Due, role: Role) {
  const started = latest(view, 'started')!
  return {
    ...citationOf(view.terms, promise, isDemanded(view)),
    anchorAt: started.occurredAt,
    answerableFromAt: started.recordedAt,
    due: awaitsAnswer(view, promise, role) ? NO_CLOCK : due,
  }
}

function bearerOf(view: CaseView): Owed['bearer'] {
  const { bearerId } = startOf(view)
  return bearerId === null ? { unit: true } : { personId: bearerId }
}
