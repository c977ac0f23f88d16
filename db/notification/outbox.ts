import { and, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { cases } from '../schema/case.ts'
import { notifications } from '../schema/notification.ts'
import type { Db, Tx } from '../client.ts'

export type Queued = typeof notifications.$inferSelect

/** Reports with an hour's clock go before all else that waits. */
const urgentFirst = desc(eq(notifications.template, 'incident.report'))

/**
 * Takes up to `limit` mails that are due by `now` out of reach of other deliverers for `leaseMs`. The attempt is counted
 * before it is made: a process killed in between leaves a mail that is tried again when the lease is over.
 */
export async function claimDue(
  db: Db,
  now: Instant,
  limit: number,
  leaseMs: number,
  counts: boolean,
): Promise<Queued[]> {
  return db.transaction(async (tx) => {
    const due = await tx
      .select({ id: notifications.id })
      .from(notifications)
      .where(
        and(
          eq(notifications.channel, 'email'),
          isNull(notifications.deliveredAt),
          isNull(notifications.failedAt),
          sql`${notifications.nextAttemptAt} <= ${new Date(now).toISOString()}::timestamptz`,
        ),
      )
      .orderBy(urgentFirst, notifications.nextAttemptAt)
      .limit(limit)
      .for('update', { skipLocked: true })
    if (due.length === 0) return []
    const attempt = counts ? { attempts: sql`${notifications.attempts} + 1`, attemptedAt: now } : {}
    const ids = due.map((row) => row.id)
    return tx
      .update(notifications)
      .set({ nextAttemptAt: now + leaseMs, ...attempt })
      .where(inArray(notifications.id, ids))
      .returning()
  })
}

/** Keeps claimed mails out of others' reach until `until`; those that were settled meanwhile stay as they are. */
export async function renewLease(db: Db, ids: readonly string[], until: Instant): Promise<void> {
  if (ids.length === 0) return
  await db
    .update(notifications)
    .set({ nextAttemptAt: until })
    .where(
      and(
        inArray(notifications.id, [...ids]),
        isNull(notifications.deliveredAt),
        isNull(notifications.failedAt),
        lt(notifications.nextAttemptAt, until),
      ),
    )
}

/** The mail server took it at `at`; an earlier acceptance of the same mail stays. */
export async function markDelivered(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx
    .update(notifications)
    .set({ deliveredAt: at, nextAttemptAt: null, error: null, failedAt: null })
    .where(and(eq(notifications.id, id), isNull(notifications.deliveredAt)))
}

/** It was not taken: again at `nextAttemptAt`, or (null) given up for good. `code` says why, in no words of a server's. */
export async function markFailed(tx: Tx, id: string, code: string, now: Instant, nextAttemptAt: Instant | null) {
  await tx
    .update(notifications)
    .set({ error: code, nextAttemptAt, failedAt: nextAttemptAt === null ? now : null })
    .where(and(eq(notifications.id, id), isNull(notifications.deliveredAt)))
}

/** Whether the case a notice belongs to was withdrawn: nobody is to be told of it any more. */
export async function isWithdrawn(db: Db, caseId: string | null): Promise<boolean> {
  if (caseId === null) return false
  const [row] = await db.select({ state: cases.state }).from(cases).where(eq(cases.id, caseId))
  return row?.state === 'withdrawn'
}
