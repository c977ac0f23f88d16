import { eq } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { openCase } from '../case/openCase.ts'
import { proceed, writeFact } from '../case/record.ts'
import { termsFor } from '../policy/terms.ts'
import { callLeg, calls } from '../schema/call.ts'
import type { Tx } from '../client.ts'
import { callerOf } from './caller.ts'
import type { LegRow } from './miss.ts'

/**
 * A call of ours that nobody answered. To a customer it is an attempt, kept as its leg and no more; to posted staff it
 * begins the hour after which they count as out of contact (S2-1.2.2c).
 */
export async function unanswered(tx: Tx, procedure: Procedure, leg: LegRow, now: Instant): Promise<string[]> {
  if (leg.caseId || leg.number === null) return []
  const owner = await callerOf(tx, leg.number)
  if (!owner.posted || !owner.personId) return []
  const occurredAt = leg.endedAt!
  const terms = await termsFor(tx, { topic: 'serviceResponse', at: occurredAt, personId: owner.personId })
  const held = await openCase(tx, { kind: 'reach', startedAt: occurredAt, terms, sample: leg.sample })
  await tx
    .insert(calls)
    .values({ caseId: held.id, lineId: leg.lineId, number: leg.number, callerKind: 'staff', posted: owner.personId })
  await tx.update(callLeg).set({ caseId: held.id }).where(eq(callLeg.id, leg.id))
  await writeFact(tx, held.id, { kind: 'notReached', occurredAt, data: { personId: owner.personId } }, now)
  await proceed(tx, procedure, held, now)
  return [held.id]
}
