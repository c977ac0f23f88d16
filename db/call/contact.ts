import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { takeStep } from '../case/alert.ts'
import { findOpen, keep } from '../case/keep.ts'
import { obligationsOf, type Obligation } from '../case/view.ts'
import type { Tx } from '../client.ts'

export interface CallAct {
  caseId: string
  occurredAt: Instant
  byId: string
}

/** The person assigned spoke with the customer (S2-3.1.4). */
export async function contactCustomer(tx: Tx, procedure: Procedure, act: CallAct, now: Instant): Promise<Obligation[]> {
  const found = await findOpen(tx, 'call', act.caseId)
  const fact = { kind: 'contacted', occurredAt: act.occurredAt, byId: act.byId }
  const settles = (row: Obligation) => row.bearerId === null || row.bearerId === act.byId
  return keep(tx, procedure, found, { promise: 'contact', fact, settles }, now)
}

/**
 * The call taker learnt whether the customer was contacted (S2-3.1.4(2)b). A "no" keeps the taker's promise and takes
 * the first step of the ladder of the one who should have called. A "yes" is what the taker heard; the contact itself is
 * the act of the person assigned, unless that person is outside the register and cannot say so.
 */
export async function establishContact(
  tx: Tx,
  procedure: Procedure,
  act: CallAct & { contacted: boolean },
  now: Instant,
): Promise<Obligation[]> {
  const found = await findOpen(tx, 'call', act.caseId)
  const fact = { kind: 'established', occurredAt: act.occurredAt, byId: act.byId, data: { contacted: act.contacted } }
  const rows = await keep(tx, procedure, found, { promise: 'establish', fact }, now)
  const waiting = rows.filter((row) => row.promise === 'contact' && row.work === 'open')
  if (!act.contacted) {
    for (const row of waiting) await takeStep(tx, row.id, 'superior', now)
    return rows
  }
  if (!waiting.some((row) => row.bearerRole === 'external')) return rows
  const heard = { kind: 'contacted', occurredAt: act.occurredAt, byId: act.byId, data: { heard: true } }
  await keep(tx, procedure, await findOpen(tx, 'call', act.caseId), { promise: 'contact', fact: heard }, now)
  return obligationsOf(tx, act.caseId)
}
