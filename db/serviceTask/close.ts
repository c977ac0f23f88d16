import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import { openCase } from '../case/openCase.ts'
import { proceed, writeFact } from '../case/record.ts'
import { obligationsOf, type Obligation } from '../case/view.ts'
import type { Tx } from '../client.ts'
import { serviceTasks } from '../schema/serviceTask.ts'
import { checkEngineer, findTask, isDone, take, type TaskAct } from './task.ts'

/** After the trip the supervisor confirms the form and passes it to the sales back office (S0-A-6.3a). */
export async function confirmTask(tx: Tx, procedure: Procedure, act: TaskAct, now: Instant): Promise<Obligation[]> {
  const decided = { ...act, occurredAt: now }
  return take(tx, procedure, await findTask(tx, act), decided, { promise: 'confirm', kind: 'confirmed' }, now)
}

/** The sales back office enters task and rating in its ledger, under a number of its own (S0-A-6.3b). */
export async function registerTask(
  tx: Tx,
  procedure: Procedure,
  act: TaskAct & { ledgerNumber: string },
  now: Instant,
): Promise<Obligation[]> {
  const { ledgerNumber } = act
  const step = { promise: 'register', kind: 'registered', form: { ledgerNumber } } as const
  return take(tx, procedure, await findTask(tx, act), { ...act, occurredAt: now }, step, now)
}

/**
 * A task added on site gets a form of its own, which the engineer prepares alone (S0-A-3.15): a case with a parent. The
 * customer signs at completion; the company signs after the return.
 */
export async function openExtra(
  tx: Tx,
  procedure: Procedure,
  act: TaskAct & { requirement: string; siteSituation: string },
  now: Instant,
): Promise<Obligation[]> {
  const parent = await findTask(tx, act)
  checkEngineer(parent, act)
  const { held, task } = parent
  const onSite = held.parentId === null && isDone(parent, 'arrive') && !isDone(parent, 'return')
  if (!onSite) refuse('serviceTask.notOnSite', { clause: 'S0-A-3.15' })
  const { requirement, siteSituation, byId } = act
  const { customerId, projectId, regionId, sample, terms } = held
  const about = { customerId, projectId, regionId, sample, terms, parentId: held.id }
  const extra = await openCase(tx, { kind: 'serviceTask', startedAt: now, ...about })
  const { contactName, contactDetails, product } = task
  await tx.insert(serviceTasks).values({
    caseId: extra.id,
    issuerId: byId,
    customerId: task.customerId,
    contactName,
    contactDetails,
    product,
    requirement,
    siteSituation,
    engineerId: byId,
  })
  await writeFact(tx, extra.id, { kind: 'requested', occurredAt: now, byId, data: { extra: true } }, now)
  await writeFact(tx, extra.id, { kind: 'assigned', occurredAt: now, byId, data: { engineerId: byId } }, now)
  return proceed(tx, procedure, extra, now)
}

/** The company signs the form of a task added on site, after the engineer's return (S0-A-3.15). */
export async function approveExtra(tx: Tx, procedure: Procedure, act: TaskAct, now: Instant): Promise<Obligation[]> {
  const found = await findTask(tx, act)
  const parent = found.held.parentId === null ? [] : await obligationsOf(tx, found.held.parentId)
  const returned = parent.some((row) => row.promise === 'return' && row.work !== 'open')
  if (!returned) refuse('serviceTask.notReturned', { clause: 'S0-A-3.15' })
  const decided = { ...act, occurredAt: now }
  return take(tx, procedure, found, decided, { promise: 'approveExtra', kind: 'extraApproved' }, now)
}
