import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import { proceed } from '../case/record.ts'
import type { Obligation } from '../case/view.ts'
import type { Tx } from '../client.ts'
import { appoint } from './plan.ts'
import { checkEngineer, enterInForm, findTask, isDone, note, type FoundTask, type TaskAct } from './task.ts'

/** Whether a time can still be agreed on: it is to be booked now, or it is booked and nobody has arrived. */
export function canAppoint(found: FoundTask): boolean {
  const { rows, held, task } = found
  if (rows.some((row) => row.promise === 'appoint' && row.work === 'open' && row.round === held.round)) return true
  return isDone(found, 'appoint') && task.form.appointmentAt !== undefined && !isDone(found, 'arrive')
}

/**
 * Another time suits the customer better (S0-A-3.5): where none was booked yet it is booked by this; where one was, the
 * form says the new one. No clock moves: the estimate and the plan stay as they were approved.
 */
export async function moveAppointment(
  tx: Tx,
  procedure: Procedure,
  act: TaskAct & { appointmentAt: Instant },
  now: Instant,
): Promise<Obligation[]> {
  const found = await findTask(tx, act)
  checkEngineer(found, act)
  if (!isDone(found, 'appoint')) return appoint(tx, procedure, act, now)
  if (isDone(found, 'arrive')) refuse('case.settledAlready')
  const { appointmentAt } = act
  const before = found.task.form.appointmentAt
  await enterInForm(tx, found.task, { appointmentAt })
  await note(tx, found, act, 'appointmentMoved', { appointmentAt, before }, now)
  return proceed(tx, procedure, found.held, now)
}

/** The customer said that the booked time holds. */
export async function confirmAppointment(
  tx: Tx,
  procedure: Procedure,
  act: TaskAct,
  now: Instant,
): Promise<Obligation[]> {
  const found = await findTask(tx, act)
  checkEngineer(found, act)
  await note(tx, found, act, 'appointmentConfirmed', { appointmentAt: found.task.form.appointmentAt }, now)
  return proceed(tx, procedure, found.held, now)
}
