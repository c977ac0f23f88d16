import { eq } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import type { ServiceNotice } from '../../rules/serviceTask/form.ts'
import { checkNotice } from '../../rules/serviceTask/gates.ts'
import { openCase } from '../case/openCase.ts'
import { proceed, writeFact } from '../case/record.ts'
import type { Obligation } from '../case/view.ts'
import type { Tx } from '../client.ts'
import { termsFor } from '../policy/terms.ts'
import { customer, project } from '../schema/customer.ts'
import { serviceTasks } from '../schema/serviceTask.ts'
import { findTask, take, type TaskAct } from './task.ts'

/** A service notice as it is handed in. */
export interface NewNotice {
  notice: Partial<ServiceNotice>
  projectId?: string
  /** The product concerned, so that the proposal can weigh skill. */
  product?: string
  byId: string
}

/** A service notice asks for a task; all five entries are required (S0-A-3.1a). It takes effect once signed. */
export async function requestTask(
  tx: Tx,
  procedure: Procedure,
  { notice, projectId, product, byId }: NewNotice,
  now: Instant,
): Promise<Obligation[]> {
  checkNotice(notice)
  const [served] = await tx.select().from(customer).where(eq(customer.id, notice.customerId))
  if (!served) refuse('input.unknownReference', { field: 'customerId' })
  if (projectId) {
    const [own] = await tx.select().from(project).where(eq(project.id, projectId))
    if (own?.customerId !== served.id) refuse('input.unknownReference', { field: 'projectId' })
  }
  const { id: customerId, regionId, sample } = served
  const terms = await termsFor(tx, { topic: 'serviceTask', at: now, customerId, projectId })
  const held = await openCase(tx, {
    kind: 'serviceTask',
    startedAt: now,
    terms,
    customerId,
    projectId,
    regionId,
    sample,
  })
  await tx.insert(serviceTasks).values({ caseId: held.id, issuerId: byId, product, ...notice })
  await writeFact(tx, held.id, { kind: 'requested', occurredAt: now, byId }, now)
  return proceed(tx, procedure, held, now)
}

/** On what ground a notice was signed: by the GM, or by the director because the GM is away, or directly. */
export const GROUNDS = ['gm', 'gmAway', 'direct'] as const
export type Ground = (typeof GROUNDS)[number]

/** Signs a service notice (S0-A-3.1b): the GM's signature and the director's are both valid; the ground is recorded. */
export async function signNotice(
  tx: Tx,
  procedure: Procedure,
  act: TaskAct & { ground: Ground },
  now: Instant,
): Promise<Obligation[]> {
  const found = await findTask(tx, act)
  return take(tx, procedure, found, act, { promise: 'sign', kind: 'signed', data: { ground: act.ground } }, now)
}
