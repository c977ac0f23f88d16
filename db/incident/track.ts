import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import type { Tx } from '../client.ts'
import { findOpen, keep } from '../case/keep.ts'
import type { Obligation } from '../case/view.ts'

export interface Tracked {
  caseId: string
  result: string
  occurredAt: Instant
  byId: string
  /** Leads the tracking (S2-T2-3.3-6); the engineer who found it otherwise closes only the duty of their own. */
  leads: boolean
}

/** The incident was followed to its end, with the result (S2-T2-3.3-6, S2-T2-3.11-6). */
export async function trackIncident(
  tx: Tx,
  procedure: Procedure,
  { caseId, result, occurredAt, byId, leads }: Tracked,
  now: Instant,
): Promise<Obligation[]> {
  const found = await findOpen(tx, 'incident', caseId)
  const fact = { kind: 'tracked', occurredAt, byId, data: { result } }
  return keep(tx, procedure, found, { promise: 'track', fact, settles: (row) => leads || row.bearerId === byId }, now)
}
