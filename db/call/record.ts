import { eq } from 'drizzle-orm'
import type { CallCategory } from '../../rules/call/owed.ts'
import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { findOpen, keep } from '../case/keep.ts'
import type { Obligation } from '../case/view.ts'
import { storeContact } from './storeContact.ts'
import { calls } from '../schema/call.ts'
import type { Tx } from '../client.ts'

/** Annex 1 (S2-3.1.3). */
export interface Annex1 {
  customerInfo: string
  name: string
  contactDetails: string
  employer: string
  reason: string
  productSituation: string
  demand: string
}

export interface CallRecord {
  caseId: string
  /** When the record was finished: the quarter hour runs from here. */
  endedAt: Instant
  category: CallCategory
  annex: Annex1
  /** For a number nobody knew: whose it is. The record stores it (S2-1.5.7). */
  store?: { customerId?: string; contactId?: string; customerName?: string }
  byId: string
}

/** The call taker finishes the record of a call, classified; an unknown customer's number is stored with it. */
export async function recordCall(
  tx: Tx,
  procedure: Procedure,
  record: CallRecord,
  now: Instant,
): Promise<Obligation[]> {
  const found = await findOpen(tx, 'call', record.caseId)
  const [call] = await tx.select().from(calls).where(eq(calls.caseId, record.caseId))
  const { annex, store, category, byId } = record
  const stored =
    store && call?.number ? await storeContact(tx, { number: call.number, name: annex.name, ...store }) : undefined
  const rows = await keep(
    tx,
    procedure,
    found,
    {
      promise: 'record',
      fact: { kind: 'recorded', occurredAt: record.endedAt, byId, data: { category } },
      // A number that could not be stored stays owed by its clause, beside the record that is done.
      settles: (row) => row.clause !== 'S2-1.5.7' || stored !== undefined,
    },
    now,
  )
  await tx
    .update(calls)
    .set({ record: { ...annex }, category, takerId: byId, ...(stored ? { contactId: stored.contactId } : {}) })
    .where(eq(calls.caseId, record.caseId))
  return rows
}
