import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import { promiseLabel } from '../../rules/promises.ts'
import { againFrom } from '../../rules/serviceTask/labels.ts'
import { propose, type Proposal } from '../../rules/serviceTask/proposal.ts'
import { goBack } from '../case/goBack.ts'
import { proceed, settle } from '../case/record.ts'
import type { Case } from '../case/lock.ts'
import type { Obligation } from '../case/view.ts'
import type { Db, Tx } from '../client.ts'
import { roleHoldsAt } from '../person/grantsAt.ts'
import { absentAmong } from '../person/resolve.ts'
import { cases } from '../schema/case.ts'
import { person, personRegion, heldRole, personSkill } from '../schema/person.ts'
import { serviceTasks } from '../schema/serviceTask.ts'
import { findTask, note, take, type FoundTask, type TaskAct, type TaskRow } from './task.ts'

/** The engineers who might take a task, best first, each with the reasons (S0-A-3.2). */
export async function proposalFor(
  tx: Db | Tx,
  held: Pick<Case, 'regionId' | 'sample'>,
  task: Pick<TaskRow, 'product'>,
  now: Instant,
): Promise<Proposal[]> {
  const holders = await tx
    .select({ personId: heldRole.personId, regionId: heldRole.regionId })
    .from(heldRole)
    .innerJoin(person, and(eq(person.id, heldRole.personId), eq(person.active, true)))
    .where(
      and(eq(heldRole.role, 'engineer'), roleHoldsAt(now), sql`${person.sample} is not distinct from ${held.sample}`),
    )
  const ids = [...new Set(holders.map((holder) => holder.personId))]
  if (ids.length === 0) return []
  const [works, skills, away, loads] = await Promise.all([
    tx.select().from(personRegion).where(inArray(personRegion.personId, ids)),
    task.product === null
      ? []
      : tx
          .select()
          .from(personSkill)
          .where(and(inArray(personSkill.personId, ids), eq(personSkill.product, task.product))),
    absentAmong(tx, ids, now),
    tx
      .select({ engineerId: serviceTasks.engineerId, open: sql<number>`count(*)::int` })
      .from(serviceTasks)
      .innerJoin(cases, and(eq(cases.id, serviceTasks.caseId), eq(cases.state, 'open')))
      .where(inArray(serviceTasks.engineerId, ids))
      .groupBy(serviceTasks.engineerId),
  ])
  const candidates = ids.map((personId) => {
    const own = holders.filter((holder) => holder.personId === personId).map((holder) => holder.regionId)
    const regions = [...own, ...works.filter((row) => row.personId === personId).map((row) => row.regionId)]
    return {
      personId,
      inRegion: held.regionId !== null && regions.includes(held.regionId),
      anyRegion: regions.every((region) => region === null),
      skillLevel: skills.find((row) => row.personId === personId)?.level ?? null,
      absent: away.has(personId),
      openTasks: loads.find((row) => row.engineerId === personId)?.open ?? 0,
    }
  })
  return propose(candidates, task.product)
}

/**
 * Assigns an engineer (S0-A-3.2), or hands a running task to another: the first one's open steps are released, and the
 * estimate runs on as it was. Which rank of the proposal they had is recorded with it.
 */
export async function assignEngineer(
  tx: Tx,
  procedure: Procedure,
  act: TaskAct & { engineerId: string },
  now: Instant,
): Promise<Obligation[]> {
  const found = await findTask(tx, act)
  const { engineerId } = act
  const proposed = await proposalFor(tx, found.held, found.task, now)
  const chosen = proposed.find((one) => one.personId === engineerId)
  if (!chosen) refuse('serviceTask.notEngineer', { field: 'engineerId' })
  const data = { engineerId, rank: chosen.rank, of: proposed.length }
  const first = found.rows.some((row) => row.promise === 'assign' && row.work === 'open')
  if (first || found.task.engineerId === null) {
    // The one who declined, or left, no longer stands in the way of deciding.
    const step = { promise: 'assign', kind: 'assigned', data } as const
    const unassigned = { ...found, task: { ...found.task, engineerId: null } }
    const rows = await take(tx, procedure, unassigned, act, step, now)
    await tx.update(serviceTasks).set({ engineerId }).where(eq(serviceTasks.caseId, act.caseId))
    return rows
  }
  return handOver(tx, procedure, found, act, data, now)
}

async function handOver(
  tx: Tx,
  procedure: Procedure,
  found: FoundTask,
  act: TaskAct & { engineerId: string },
  data: Record<string, unknown>,
  now: Instant,
): Promise<Obligation[]> {
  const { task, held, rows } = found
  if (act.engineerId === task.engineerId) refuse('serviceTask.sameEngineer', { field: 'engineerId' })
  const first = promiseLabel('serviceTask', 'decideDecline')
  if (rows.some((row) => row.promise === 'decideDecline' && row.work === 'open'))
    refuse('case.notYet', { params: { first } })
  await tx.update(serviceTasks).set({ engineerId: act.engineerId }).where(eq(serviceTasks.caseId, act.caseId))
  const factId = await note(tx, found, { ...act, occurredAt: now }, 'assigned', data, now)
  const bearing = rows.filter(
    (row) => row.work === 'open' && row.bearerId === task.engineerId && row.promise !== 'clarify',
  )
  await settle(
    tx,
    held.id,
    bearing.map((row) => ({
      obligationId: row.id,
      work: 'released' as const,
      occurredAt: now,
      factId,
      reason: 'reassigned',
    })),
    now,
  )
  return proceed(tx, procedure, held, now)
}

/** The engineer takes the task (house step). */
export async function acceptTask(tx: Tx, procedure: Procedure, act: TaskAct, now: Instant): Promise<Obligation[]> {
  return take(tx, procedure, await findTask(tx, act), act, { promise: 'accept', kind: 'accepted' }, now)
}

/** The engineer does not want to take the task, and says why; the supervisor decides (house step). */
export async function declineTask(
  tx: Tx,
  procedure: Procedure,
  act: TaskAct & { reason: string },
  now: Instant,
): Promise<Obligation[]> {
  const step = { promise: 'accept', kind: 'declined', data: { reason: act.reason }, released: 'declined' } as const
  return take(tx, procedure, await findTask(tx, act), { ...act, occurredAt: now }, step, now)
}

/** The supervisor decides on a refusal: granted, the task is assigned anew; otherwise the engineer has it. */
export async function decideDecline(
  tx: Tx,
  procedure: Procedure,
  act: TaskAct & { granted: boolean; reason?: string },
  now: Instant,
): Promise<Obligation[]> {
  const found = await findTask(tx, act)
  const data = { granted: act.granted, reason: act.reason }
  const decided = { ...act, occurredAt: now }
  const rows = await take(
    tx,
    procedure,
    found,
    decided,
    { promise: 'decideDecline', kind: 'declineDecided', data },
    now,
  )
  if (!act.granted) return rows
  const factId = rows.find((row) => row.promise === 'decideDecline' && row.work === 'done')!.evidenceId!
  await tx.update(serviceTasks).set({ engineerId: null }).where(eq(serviceTasks.caseId, act.caseId))
  const held = await goBack(tx, found.held, { again: againFrom('assign'), factId, occurredAt: now }, now)
  return proceed(tx, procedure, held, now)
}
