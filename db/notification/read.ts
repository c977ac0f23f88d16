import { and, desc, eq, isNull, lt, lte, or } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import { notifications } from '../schema/notification.ts'
import type { Db, Tx } from '../client.ts'

const inApp = (personId: string) => and(eq(notifications.personId, personId), eq(notifications.channel, 'inApp'))

export interface OwnNotices {
  personId: string
  unread?: boolean
  after?: readonly [Instant, string]
  limit: number
}

/** A person's notices, the newest first. */
export function ownNotices(db: Db, { personId, unread, after, limit }: OwnNotices) {
  const older =
    after &&
    or(
      lt(notifications.createdAt, after[0]),
      and(eq(notifications.createdAt, after[0]), lt(notifications.id, after[1])),
    )
  return db
    .select()
    .from(notifications)
    .where(and(inApp(personId), unread ? isNull(notifications.readAt) : undefined, older))
    .orderBy(desc(notifications.createdAt), desc(notifications.id))
    .limit(limit)
}

/** Marks one of a person's notices as read; the first reading stays. Refuses one that isn't theirs. */
export async function readNotice(tx: Tx, personId: string, id: string, now: Instant): Promise<void> {
  const own = and(inApp(personId), eq(notifications.id, id))
  const [found] = await tx.select({ readAt: notifications.readAt }).from(notifications).where(own)
  if (!found) refuse('notification.unknown', { field: 'id' })
  if (found.readAt === null) await tx.update(notifications).set({ readAt: now }).where(own)
}

/** Marks all of a person's notices made until an instant as read. Returns how many. */
export async function readAllNotices(tx: Tx, personId: string, untilAt: Instant, now: Instant): Promise<number> {
  const rows = await tx
    .update(notifications)
    .set({ readAt: now })
    .where(and(inApp(personId), isNull(notifications.readAt), lte(notifications.createdAt, untilAt)))
    .returning({ id: notifications.id })
  return rows.length
}
