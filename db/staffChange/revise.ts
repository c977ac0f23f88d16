import { eq } from 'drizzle-orm'
import { latest, type CaseView, type Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import {
  consentingBodies,
  demandedAtOf,
  isDemanded,
  noticeBodies,
  approversOf,
  planOf,
  siteCalendar,
  staffOf,
  WAIVABLE,
  waiversOf,
  type Waivable,
} from '../../rules/staffChange/change.ts'
import { checkDates } from '../../rules/staffChange/dates.ts'
import { completed, refuseBroken, type Planned } from '../../rules/staffChange/plan.ts'
import { localDate } from '../../rules/time/local.ts'
import { goBack } from '../case/goBack.ts'
import { checkClaim, findOpen } from '../case/keep.ts'
import { proceed, settle, writeFact } from '../case/record.ts'
import { viewOf, type Obligation } from '../case/view.ts'
import type { Tx } from '../client.ts'
import { staffChanges } from '../schema/staffChange.ts'
import { FROM_APPLICATION } from './decide.ts'
import { refreshDues } from './refresh.ts'
import { checkSuccessor } from './start.ts'
import type { Act } from './steps.ts'
import { tell } from './tell.ts'

/**
 * Moves the change to other dates: a recorded decision, so the days counted back from it move along. Dates that what was
 * done cannot keep are refused as at entry; a promise the client waived is no obstacle.
 */
export async function reviseDates(
  tx: Tx,
  procedure: Procedure,
  { caseId, occurredAt, byId, plan, reason }: Act & { plan: Planned; reason: string },
  now: Instant,
): Promise<Obligation[]> {
  const { held } = await findOpen(tx, 'staffChange', caseId)
  const view = await viewOf(tx, held)
  const provisional = checkClaim(held, occurredAt, now)
  const whole = planned(view, plan, now)
  const by = { terms: view.terms, calendar: siteCalendar(view.terms, view.calendar) }
  const demandedOn = isDemanded(view) ? localDate(demandedAtOf(view)) : null
  const consentedDays = waiversOf(view, 'handOver').at(-1)?.workingDays ?? null
  refuseBroken(checkDates(by, { plan: whole, demandedOn, consentedDays }).broken, waived(view))
  const fact = { kind: 'planned', occurredAt, byId, data: { ...whole, reason }, provisional }
  const factId = await writeFact(tx, caseId, fact, now)
  const { handoverStartOn, takesOverOn } = whole
  await tx.update(staffChanges).set({ handoverStartOn, takesOverOn }).where(eq(staffChanges.caseId, caseId))
  await refreshDues(tx, held, ['notice', 'leadTime'], now)
  const to = [...new Set([...noticeBodies(held.terms), ...approversOf(held.terms)])]
  const params = { on: takesOverOn }
  await tell(tx, held, { template: 'staffChange.datesRevised', to, factId: factId!, params }, now)
  return proceed(tx, procedure, held, now)
}

/** The new plan over the old one; what has happened counts with the day it happened on. */
function planned(view: CaseView, given: Planned, now: Instant) {
  const by = { terms: view.terms, calendar: siteCalendar(view.terms, view.calendar) }
  const before = planOf(view)
  const todayOn = localDate(now)
  const dayOf = (kind: string, plan: string) => {
    const fact = latest(view, kind)
    return fact ? localDate(fact.occurredAt) : plan > todayOn ? plan : todayOn
  }
  const begun = latest(view, 'handoverStarted')
  const whole: Planned = {
    takesOverOn: given.takesOverOn ?? before.takesOverOn ?? undefined,
    handoverStartOn: begun ? localDate(begun.occurredAt) : given.handoverStartOn,
    noticeOn: dayOf('noticeGiven', given.noticeOn ?? todayOn),
    applyOn: dayOf('applied', given.applyOn ?? todayOn),
  }
  const consentedDays = waiversOf(view, 'handOver').at(-1)?.workingDays ?? null
  return completed(by, whole, todayOn, isDemanded(view), consentedDays)
}

/** Promises that every client body concerned has set aside. */
function waived(view: CaseView): Waivable[] {
  return WAIVABLE.filter((promise) => {
    const bodies = waiversOf(view, promise).map((one) => one.role)
    return bodies.length > 0 && consentingBodies(view.terms, promise).every((role) => bodies.includes(role))
  })
}

/**
 * Puts somebody else in the place of the person who leaves or the successor. No clock starts anew. A successor that the
 * client has not seen the papers of has to be applied for and approved: the change goes back to the application.
 */
export async function reassignStaff(
  tx: Tx,
  procedure: Procedure,
  { caseId, occurredAt, byId, reason, ...people }: Act & { outgoingId?: string; incomingId?: string; reason: string },
  now: Instant,
): Promise<Obligation[]> {
  const { held, rows } = await findOpen(tx, 'staffChange', caseId)
  const before = staffOf(await viewOf(tx, held))
  const { outgoingId = before.outgoingId, incomingId = before.incomingId } = people
  if (outgoingId === incomingId) refuse('staffChange.samePerson', { field: 'incomingId' })
  if (people.outgoingId) await checkSuccessor(tx, people.outgoingId, 'outgoingId')
  if (people.incomingId) await checkSuccessor(tx, people.incomingId, 'incomingId')
  const provisional = checkClaim(held, occurredAt, now)
  const data = { outgoingId, incomingId, reason }
  const factId = await writeFact(tx, caseId, { kind: 'staffed', occurredAt, byId, data, provisional }, now)
  await tx.update(staffChanges).set({ outgoingId, incomingId }).where(eq(staffChanges.caseId, caseId))
  const applied = rows.some((row) => row.promise === 'apply' && row.round === held.round && row.work === 'done')
  if (incomingId !== before.incomingId && applied) {
    const next = await goBack(tx, held, { again: FROM_APPLICATION, factId: factId!, occurredAt }, now)
    return proceed(tx, procedure, next, now)
  }
  // Rows of a promise are opened together, so all of its open ones make way for the new bearers'.
  const theirs = ['documents', 'situationReport', 'onSiteTraining', 'handOver']
  const open = rows.filter((row) => theirs.includes(row.promise) && row.round === held.round && row.work === 'open')
  await settle(
    tx,
    caseId,
    open.map((row) => ({ obligationId: row.id, work: 'released', occurredAt, factId, reason: 'reassigned' })),
    now,
  )
  return proceed(tx, procedure, held, now)
}
