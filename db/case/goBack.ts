import { and, eq, inArray, isNull, ne, notInArray, or } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { cases, obligations } from '../schema/case.ts'
import type { Tx } from '../client.ts'
import type { Case } from './lock.ts'
import { settle } from './record.ts'

/** Where a case goes back to. */
export interface WayBack {
  /** The promises to be owed once more: the step gone back to and all that the story tells after it. */
  again: readonly string[]
  /** The fact that sent it back. */
  factId: string
  occurredAt: Instant
}

/**
 * Begins the next round. Promises owed once more stay behind in the old round, the open ones released as `superseded`;
 * all others move along as they are, so what was kept stays kept (once, with its verdict) and a clock that is not gone
 * back over runs on. The case must be locked. Returns it as it stands: hand that to `proceed`, which opens what is owed.
 */
export async function goBack(tx: Tx, held: Case, { again, factId, occurredAt }: WayBack, now: Instant): Promise<Case> {
  const ofRound = and(eq(obligations.caseId, held.id), eq(obligations.round, held.round))
  const open = await tx
    .select({ id: obligations.id })
    .from(obligations)
    .where(and(ofRound, eq(obligations.work, 'open'), inArray(obligations.promise, [...again])))
  await settle(
    tx,
    held.id,
    open.map(({ id }) => ({ obligationId: id, work: 'released' as const, occurredAt, factId, reason: 'superseded' })),
    now,
  )
  const round = held.round + 1
  await tx
    .update(obligations)
    .set({ round })
    .where(
      and(
        ofRound,
        notInArray(obligations.promise, [...again]),
        or(isNull(obligations.reason), ne(obligations.reason, 'reassigned')),
      ),
    )
  const [next] = await tx.update(cases).set({ round }).where(eq(cases.id, held.id)).returning()
  return next!
}
