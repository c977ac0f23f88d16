import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import { checkAdvance, checkTrip } from '../../rules/serviceTask/gates.ts'
import { proceed } from '../case/record.ts'
import type { Obligation } from '../case/view.ts'
import type { Tx } from '../client.ts'
import { checkEngineer, findTask, isDone, note, take, type TaskAct } from './task.ts'

/** The engineer asks for travel money in advance: only once the pre-trip part is complete and approved (S0-A-3.6a). */
export async function requestAdvance(
  tx: Tx,
  procedure: Procedure,
  act: TaskAct & { amountFen: number },
  now: Instant,
): Promise<Obligation[]> {
  const found = await findTask(tx, act)
  checkEngineer(found, act)
  if (found.task.form.mode === 'remote') refuse('serviceTask.advanceRemote')
  checkAdvance(found.task.form, isDone(found, 'approvePlan'))
  await note(tx, found, { ...act, occurredAt: now }, 'advanceRequested', { amountFen: act.amountFen }, now)
  return proceed(tx, procedure, found.held, now)
}

/** The engineer sets out: never with the site unknown or without a solution (S0-A-3.6b), nor unapproved (S0-A-6.1). */
export async function depart(tx: Tx, procedure: Procedure, act: TaskAct, now: Instant): Promise<Obligation[]> {
  const found = await findTask(tx, act)
  checkEngineer(found, act)
  if (found.task.form.mode !== 'remote') checkTrip(found.task.form, isDone(found, 'approvePlan'))
  return take(tx, procedure, found, act, { promise: 'depart', kind: 'departed' }, now)
}

/** The engineer has arrived: the call to the customer is owed from now on (S0-A-3.8). */
export async function arrive(tx: Tx, procedure: Procedure, act: TaskAct, now: Instant): Promise<Obligation[]> {
  return take(tx, procedure, await findTask(tx, act), act, { promise: 'arrive', kind: 'arrived' }, now)
}

/** The engineer called the customer on arrival and agreed the time of service (S0-A-3.8). */
export async function callOnArrival(
  tx: Tx,
  procedure: Procedure,
  act: TaskAct & { serviceAt?: Instant },
  now: Instant,
): Promise<Obligation[]> {
  const step = { promise: 'callOnArrival', kind: 'calledOnArrival', data: { serviceAt: act.serviceAt } } as const
  return take(tx, procedure, await findTask(tx, act), act, step, now)
}

/** The engineer reports completion to the company with the plan for the way back (S0-A-3.14). */
export async function planReturn(
  tx: Tx,
  procedure: Procedure,
  act: TaskAct & { plan: string },
  now: Instant,
): Promise<Obligation[]> {
  const step = { promise: 'planReturn', kind: 'returnPlanned', form: { returnPlan: act.plan } } as const
  return take(tx, procedure, await findTask(tx, act), act, step, now)
}

/** The company agrees to the return (S0-A-3.14). */
export async function agreeReturn(tx: Tx, procedure: Procedure, act: TaskAct, now: Instant): Promise<Obligation[]> {
  const decided = { ...act, occurredAt: now }
  return take(tx, procedure, await findTask(tx, act), decided, { promise: 'agreeReturn', kind: 'returnAgreed' }, now)
}

/** The engineer returns: not before the company has agreed (S0-A-3.14). */
export async function returnFromTrip(tx: Tx, procedure: Procedure, act: TaskAct, now: Instant): Promise<Obligation[]> {
  const found = await findTask(tx, act)
  checkEngineer(found, act)
  const travels = found.rows.every((row) => row.promise !== 'return' || row.reason !== 'notOwed')
  if (travels && !isDone(found, 'agreeReturn')) refuse('serviceTask.returnNotAgreed', { clause: 'S0-A-3.14' })
  return take(tx, procedure, found, act, { promise: 'return', kind: 'returned' }, now)
}
