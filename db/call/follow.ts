import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { findOpen, keep } from '../case/keep.ts'
import type { Obligation } from '../case/view.ts'
import type { Tx } from '../client.ts'
import type { CallAct } from './contact.ts'

/** One of the two roles that a support or complaint call is told to was told, at its own time (S2-3.1.5a). */
export async function informOfCall(
  tx: Tx,
  procedure: Procedure,
  act: CallAct & { role: string; toId: string },
  now: Instant,
): Promise<Obligation[]> {
  const found = await findOpen(tx, 'call', act.caseId)
  const fact = {
    kind: 'informed',
    occurredAt: act.occurredAt,
    byId: act.byId,
    data: { role: act.role, toId: act.toId },
  }
  return keep(tx, procedure, found, { promise: 'inform', fact, settles: (row) => row.recipientRole === act.role }, now)
}

/** The handling has become an electronic work order with a number (S2-3.1.5c). */
export async function makeWorkOrder(
  tx: Tx,
  procedure: Procedure,
  act: CallAct & { number: string },
  now: Instant,
): Promise<Obligation[]> {
  const found = await findOpen(tx, 'call', act.caseId)
  const fact = { kind: 'workOrdered', occurredAt: act.occurredAt, byId: act.byId, data: { number: act.number } }
  return keep(tx, procedure, found, { promise: 'workOrder', fact }, now)
}

/** The support engineer followed the matter to its result (S2-3.1.5b). */
export async function trackToResult(
  tx: Tx,
  procedure: Procedure,
  act: CallAct & { result: string },
  now: Instant,
): Promise<Obligation[]> {
  const found = await findOpen(tx, 'call', act.caseId)
  const fact = { kind: 'tracked', occurredAt: act.occurredAt, byId: act.byId, data: { result: act.result } }
  return keep(tx, procedure, found, { promise: 'track', fact }, now)
}
