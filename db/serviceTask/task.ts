import { eq } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { within, type Scope } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import type { ResponsibilityForm } from '../../rules/serviceTask/form.ts'
import type { ServiceTaskPromise } from '../../rules/serviceTask/labels.ts'
import { checkClaim, findOpen, keep, openRows, type Found } from '../case/keep.ts'
import { writeFact } from '../case/record.ts'
import { outcomesOf, type Obligation } from '../case/view.ts'
import type { Db, Tx } from '../client.ts'
import { serviceTasks } from '../schema/serviceTask.ts'

export type TaskRow = typeof serviceTasks.$inferSelect

/** Somebody's act on a task. Where no time is claimed, it happens now. */
export interface TaskAct {
  caseId: string
  byId: string
  /** The regions the act reaches for them; their own tasks lie within it wherever they are. */
  scope: Scope
  occurredAt?: Instant
  /** Where the customer did it by a link: for the engineer, who bears it, and by which link and kind of device. */
  through?: Through
}

/** By which link a customer did what the engineer bears, and with which kind of device. */
export interface Through {
  linkId: string
  device: string | null
}

/** A task under lock. */
export interface FoundTask extends Found {
  task: TaskRow
}

export async function taskOf(tx: Db | Tx, caseId: string): Promise<TaskRow> {
  const [task] = await tx.select().from(serviceTasks).where(eq(serviceTasks.caseId, caseId))
  return task ?? refuse('case.unknown', { field: 'id' })
}

/** Refuses a task outside the regions of somebody who neither has it nor asked for it. */
export function checkRegion(regionId: string | null, task: TaskRow, { byId, scope }: Omit<TaskAct, 'caseId'>): void {
  if (within(scope, regionId) || byId === task.engineerId || byId === task.issuerId) return
  refuse('case.unknown', { field: 'id' })
}

/** Locks an open task. Refuses one that is unknown to the person, or has ended. */
export async function findTask(tx: Tx, act: TaskAct): Promise<FoundTask> {
  const found = await findOpen(tx, 'serviceTask', act.caseId)
  const task = await taskOf(tx, act.caseId)
  checkRegion(found.held.regionId, task, act)
  return { ...found, task }
}

/** How a step is taken: the promise it keeps, the fact it writes, what it enters in the form. */
export interface Step {
  promise: ServiceTaskPromise
  kind: string
  data?: Record<string, unknown>
  form?: Partial<ResponsibilityForm>
  /** `released`: the promise is not kept but taken away, with this reason. */
  released?: string
}

/**
 * Takes a step of a task: the person bears it or holds the role that does, and nobody decides on a task of their own.
 * Returns the promises as they stand after it.
 */
export async function take(
  tx: Tx,
  procedure: Procedure,
  found: FoundTask,
  act: TaskAct,
  step: Step,
  now: Instant,
): Promise<Obligation[]> {
  const { task } = found
  const { promise, kind, data, released } = step
  const rows = await openRows(procedure, found, promise)
  if (rows.some((row) => row.bearerId === null) && act.byId === task.engineerId) refuse('serviceTask.ownMatter')
  if (step.form) await enterInForm(tx, task, step.form)
  return keep(
    tx,
    procedure,
    found,
    {
      promise,
      fact: { kind, occurredAt: act.occurredAt ?? now, byId: act.byId, data: withDoor(act, data) },
      settles: (row) => row.bearerId === null || row.bearerId === act.byId,
      ...(released && { work: 'released', reason: released }),
    },
    now,
  )
}

/** Enters something in the responsibility form; `undefined` takes an entry out. */
export async function enterInForm(tx: Tx, task: TaskRow, entries: Partial<ResponsibilityForm>): Promise<void> {
  const form = { ...task.form, ...entries }
  await tx.update(serviceTasks).set({ form }).where(eq(serviceTasks.caseId, task.caseId))
  task.form = form
}

/** Writes a fact that keeps no promise. Refuses a time that can't be. Returns its id. */
export async function note(
  tx: Tx,
  { held }: Found,
  act: TaskAct,
  kind: string,
  data: Record<string, unknown>,
  now: Instant,
): Promise<string> {
  const occurredAt = act.occurredAt ?? now
  const provisional = checkClaim(held, occurredAt, now)
  const fact = { kind, occurredAt, byId: act.byId, data: withDoor(act, data), provisional }
  return (await writeFact(tx, held.id, fact, now))!
}

/** What a fact holds, with the link by which a customer came. */
function withDoor<D extends Record<string, unknown> | undefined>({ through }: TaskAct, data: D) {
  return through ? { ...data, through } : data
}

/** Whether a promise has been kept in this round. */
export const isDone = ({ rows, held }: Found, promise: ServiceTaskPromise): boolean =>
  outcomesOf(rows, held.round).get(promise) === 'done'

/** Refuses a step of the engineer to anybody but the one assigned. */
export function checkEngineer({ task }: FoundTask, { byId }: TaskAct): void {
  if (task.engineerId !== byId) refuse('case.notYours')
}
