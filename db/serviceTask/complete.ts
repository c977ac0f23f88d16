import { latest, type Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import { completion } from '../../rules/serviceTask/completion.ts'
import type { MarketLine, MaterialLine } from '../../rules/serviceTask/form.ts'
import type { Case } from '../case/lock.ts'
import { proceed, settle } from '../case/record.ts'
import { obligationsOf, viewOf, type Obligation } from '../case/view.ts'
import type { Tx } from '../client.ts'
import { checkEngineer, enterInForm, findTask, isDone, note, take, type FoundTask, type TaskAct } from './task.ts'

/** The engineer completes the task. A time claimed long after counts once it is borne out (see `completion`). */
export async function completeTask(tx: Tx, procedure: Procedure, act: TaskAct, now: Instant): Promise<Obligation[]> {
  const found = await findTask(tx, act)
  checkArrived(found)
  return take(tx, procedure, found, act, { promise: 'complete', kind: 'completed' }, now)
}

/** The supervisor confirms a time of completion that came in long after (house rule on old claims). */
export async function confirmCompletion(tx: Tx, act: TaskAct, now: Instant): Promise<Obligation[]> {
  const found = await findTask(tx, act)
  if (act.byId === found.task.engineerId) refuse('serviceTask.ownMatter')
  const view = await viewOf(tx, found.held)
  const done = latest(view, 'completed')
  const judged = found.rows.filter((row) => row.promise === 'complete' && row.work === 'done')
  if (!done || judged.every((row) => row.settledAt === done.occurredAt)) refuse('serviceTask.nothingProvisional')
  await note(tx, found, { ...act, occurredAt: now }, 'completionConfirmed', { completedId: done.id }, now)
  return judgeCompletion(tx, found.held, now)
}

/** Judges the completed task anew by the instant that its facts now bear out (S0-A-7.1); returns all promises. */
export async function judgeCompletion(tx: Tx, held: Case, now: Instant): Promise<Obligation[]> {
  const counted = completion(await viewOf(tx, held))
  const rows = await obligationsOf(tx, held.id)
  const settled = rows.filter((row) => row.promise === 'complete' && row.work === 'done')
  const moved = settled.filter((row) => counted && row.settledAt !== counted.at)
  if (!counted || moved.length === 0) return rows
  const by = { work: 'done' as const, occurredAt: counted.at, factId: counted.by.id }
  await settle(
    tx,
    held.id,
    moved.map((row) => ({ ...by, obligationId: row.id })),
    now,
  )
  return obligationsOf(tx, held.id)
}

/** The record of the service: what was done, with what, and how the problem was solved (S0-A-3.12). */
export async function recordService(
  tx: Tx,
  procedure: Procedure,
  act: TaskAct & { work: string; resolution: string; materials?: MaterialLine[] },
  now: Instant,
): Promise<Obligation[]> {
  const { work, resolution, materials = [] } = act
  const step = { promise: 'record', kind: 'recorded', form: { record: { work, resolution, materials } } } as const
  return take(tx, procedure, await findTask(tx, act), act, step, now)
}

/** An interim work order of a job that lasts longer than a week (S2-5.1.3b): what was done so far. */
export async function writeWorkOrder(
  tx: Tx,
  procedure: Procedure,
  act: TaskAct & { work: string },
  now: Instant,
): Promise<Obligation[]> {
  const found = await findTask(tx, act)
  checkEngineer(found, act)
  checkArrived(found)
  await note(tx, found, act, 'workOrder', { work: act.work }, now)
  return proceed(tx, procedure, found.held, now)
}

/** What the engineer learnt on site for sales, entered in the form (S0-A-3.18). */
export async function enterMarket(
  tx: Tx,
  procedure: Procedure,
  act: TaskAct & { lines: MarketLine[] },
  now: Instant,
): Promise<Obligation[]> {
  const found = await findTask(tx, act)
  checkEngineer(found, act)
  checkArrived(found)
  await enterInForm(tx, found.task, { market: act.lines })
  await note(tx, found, { ...act, occurredAt: now }, 'marketEntered', { lines: act.lines.length }, now)
  return proceed(tx, procedure, found.held, now)
}

/** Refuses what is done on site before the arrival is recorded. A remote task has none; an added one has no plan. */
function checkArrived(found: FoundTask): void {
  const travels = isDone(found, 'approvePlan') && found.task.form.mode !== 'remote'
  if (travels && !isDone(found, 'arrive')) refuse('serviceTask.notArrived', { clause: 'S0-A-3.8' })
}
