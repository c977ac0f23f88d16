import type { Procedure } from '../../rules/case.ts'
import { latest } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import type { TaskMode, TravelPlan } from '../../rules/serviceTask/form.ts'
import { checkEstimate, checkTools } from '../../rules/serviceTask/gates.ts'
import { againFrom } from '../../rules/serviceTask/labels.ts'
import { estimateOf } from '../../rules/serviceTask/owed.ts'
import { lateFrom } from '../../rules/time/due.ts'
import { goBack } from '../case/goBack.ts'
import { openRows } from '../case/keep.ts'
import { proceed } from '../case/record.ts'
import { redue } from '../case/redue.ts'
import { viewOf, type Obligation } from '../case/view.ts'
import type { Tx } from '../client.ts'
import { checkEngineer, enterInForm, findTask, note, take, type TaskAct } from './task.ts'

/** The engineer drafts the solution, and says whether it takes a trip or is done remotely (S0-A-3.4). */
export async function solveTask(
  tx: Tx,
  procedure: Procedure,
  act: TaskAct & { solution: string; mode: TaskMode },
  now: Instant,
): Promise<Obligation[]> {
  const { solution, mode } = act
  const step = { promise: 'solve', kind: 'solved', data: { mode }, form: { solution, mode } } as const
  return take(tx, procedure, await findTask(tx, act), act, step, now)
}

/** Tools, documents and spare parts are ready (S0-A-3.4); three tools are always among them (S0-A-3.7). */
export async function prepareTask(
  tx: Tx,
  procedure: Procedure,
  act: TaskAct & { tools: string[]; documents: string[]; spares: string[] },
  now: Instant,
): Promise<Obligation[]> {
  const { tools, documents, spares } = act
  checkTools(tools)
  const step = { promise: 'prepare', kind: 'prepared', form: { tools, documents, spares } } as const
  return take(tx, procedure, await findTask(tx, act), act, step, now)
}

/** A time that suits the customer is booked and stands in the form (S0-A-3.5). */
export async function appoint(
  tx: Tx,
  procedure: Procedure,
  act: TaskAct & { appointmentAt: Instant },
  now: Instant,
): Promise<Obligation[]> {
  const { appointmentAt } = act
  const step = { promise: 'appoint', kind: 'appointed', data: { appointmentAt }, form: { appointmentAt } } as const
  return take(tx, procedure, await findTask(tx, act), act, step, now)
}

/** The engineer hands in the plan: when the task will be complete (S0-A-7.1), and for a task on site the travel. */
export async function planTask(
  tx: Tx,
  procedure: Procedure,
  act: TaskAct & { estimateAt: Instant; travel?: TravelPlan },
  now: Instant,
): Promise<Obligation[]> {
  const found = await findTask(tx, act)
  const { estimateAt, travel } = act
  checkEstimate(estimateAt, now)
  await openRows(procedure, found, 'plan')
  if (found.task.form.mode !== 'remote' && !travel) refuse('serviceTask.travelMissing', { field: 'travel' })
  const step = { promise: 'plan', kind: 'planned', data: { estimateAt }, form: { estimateAt, travel } } as const
  return take(tx, procedure, found, act, step, now)
}

/**
 * The supervisor approves the plan (S0-A-6.1), which freezes the estimate; or sends it back to the engineer with a
 * reason, a round further.
 */
export async function decidePlan(
  tx: Tx,
  procedure: Procedure,
  act: TaskAct & { approved: boolean; reason?: string },
  now: Instant,
): Promise<Obligation[]> {
  const found = await findTask(tx, act)
  const decided = { ...act, occurredAt: now }
  if (act.approved) {
    await openRows(procedure, found, 'approvePlan')
    const estimateAt = found.task.form.estimateAt!
    checkEstimate(estimateAt, now)
    const step = { promise: 'approvePlan', kind: 'planApproved', data: { estimateAt } } as const
    return take(tx, procedure, found, decided, step, now)
  }
  const step = { promise: 'approvePlan', kind: 'planReturned', data: { reason: act.reason } } as const
  const rows = await take(tx, procedure, found, decided, { ...step, released: 'returned' }, now)
  const factId = rows.find((row) => row.promise === 'approvePlan' && row.reason === 'returned')!.evidenceId!
  const held = await goBack(tx, found.held, { again: againFrom('solve'), factId, occurredAt: now }, now)
  return proceed(tx, procedure, held, now)
}

/** The engineer asks for a later (or earlier) estimate before the approved one passes. */
export async function askRevision(
  tx: Tx,
  procedure: Procedure,
  act: TaskAct & { estimateAt: Instant; reason: string },
  now: Instant,
): Promise<Obligation[]> {
  const found = await findTask(tx, act)
  checkEngineer(found, act)
  const { estimateAt, reason } = act
  checkEstimate(estimateAt, now)
  const rows = await openRows(procedure, found, 'complete')
  if (rows.every((row) => row.dueKind !== 'by')) refuse('serviceTask.noRevision')
  await note(tx, found, { ...act, occurredAt: now }, 'revisionAsked', { estimateAt, reason }, now)
  return proceed(tx, procedure, found.held, now)
}

/**
 * The supervisor decides on a revision. Approved before the estimate passes, it moves the due time (S0-A-7.1); once the
 * estimate has passed, nothing does.
 */
export async function decideRevision(
  tx: Tx,
  procedure: Procedure,
  act: TaskAct & { approved: boolean; reason?: string },
  now: Instant,
): Promise<Obligation[]> {
  const found = await findTask(tx, act)
  const { held, task } = found
  if (act.byId === task.engineerId) refuse('serviceTask.ownMatter')
  const rows = await openRows(procedure, found, 'complete')
  const view = await viewOf(tx, held)
  const asked = latest(view, 'revisionAsked')
  const decision = latest(view, 'revisionDecided')
  // Ids of facts grow with time: one decided on after it was asked for waits no more.
  if (!asked || (decision && decision.id > asked.id)) refuse('serviceTask.noRevision')
  const estimateAt = asked.data.estimateAt as Instant
  if (act.approved) {
    if (now >= lateFrom(estimateOf(view)!, 'within')) refuse('serviceTask.estimatePassed', { clause: 'S0-A-7.1' })
    checkEstimate(estimateAt, now)
  }
  const decided = { ...act, occurredAt: now }
  await note(tx, found, decided, 'revisionDecided', { approved: act.approved, reason: act.reason }, now)
  if (act.approved) {
    await note(tx, found, decided, 'estimateRevised', { estimateAt }, now)
    await enterInForm(tx, task, { estimateAt })
    const due = { kind: 'by', at: estimateAt, edge: 'within' } as const
    await redue(
      tx,
      rows.map((row) => ({ obligationId: row.id, due, anchorAt: row.anchorAt })),
      view,
      now,
    )
  }
  return proceed(tx, procedure, held, now)
}
