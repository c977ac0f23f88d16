import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { channels, notifications } from '../schema/notification.ts'
import type { Db, Tx } from '../client.ts'

export const CHANNELS = ['inApp', 'email'] as const
export type Channel = (typeof CHANNELS)[number]

/** The channel worked at `at`. */
export async function channelWorked(tx: Tx, name: Channel, at: Instant): Promise<void> {
  await tx
    .insert(channels)
    .values({ name, succeededAt: at })
    .onConflictDoUpdate({ target: channels.name, set: { succeededAt: at } })
}

/** The channel itself failed at `at`; one recipient's refusal is no failure of the channel. */
export async function channelFailed(tx: Tx, name: Channel, at: Instant, code: string): Promise<void> {
  await tx
    .insert(channels)
    .values({ name, failedAt: at, error: code })
    .onConflictDoUpdate({ target: channels.name, set: { failedAt: at, error: code } })
}

export interface ChannelState {
  name: Channel
  state: 'working' | 'failing' | 'notConfigured' | 'untried'
  succeededAt: Instant | null
  failedAt: Instant | null
  error: string | null
  /** Notices that wait to be sent. */
  waiting: number
  /** Since when the oldest of them has waited. */
  waitingSinceAt: Instant | null
  /** Notices given up for good. */
  givenUp: number
}

/** How the ways of telling people fare. In-app notices are delivered by standing there, so that channel works. */
export async function readChannels(db: Db, emailConfigured: boolean): Promise<ChannelState[]> {
  const rows = await db.select().from(channels)
  const waiting = and(isNull(notifications.deliveredAt), isNull(notifications.failedAt))
  const counts = await db
    .select({
      name: notifications.channel,
      waiting: sql<number>`(count(*) filter (where ${waiting}))::int`,
      waitingSinceAt: sql<Instant | null>`min(${notifications.createdAt}) filter (where ${waiting})`.mapWith(
        (at: string | null): Instant | null => (at === null ? null : Date.parse(at)),
      ),
      givenUp: sql<number>`(count(*) filter (where ${isNotNull(notifications.failedAt)}))::int`,
      lastAt: sql<Instant | null>`max(${notifications.createdAt})`.mapWith((at: string | null): Instant | null =>
        at === null ? null : Date.parse(at),
      ),
    })
    .from(notifications)
    .groupBy(notifications.channel)
  return CHANNELS.map((name) => {
    const known = rows.find((row) => row.name === name)
    const count = counts.find((row) => row.name === name)
    const { failedAt = null, error = null } = known ?? {}
    const succeededAt = (name === 'inApp' ? count?.lastAt : known?.succeededAt) ?? null
    const failing = failedAt !== null && (succeededAt === null || failedAt > succeededAt)
    const tried = failing ? 'failing' : succeededAt === null ? 'untried' : 'working'
    const state = name === 'inApp' ? 'working' : emailConfigured ? tried : 'notConfigured'
    const { waiting: still = 0, waitingSinceAt = null, givenUp = 0 } = count ?? {}
    return { name, state, succeededAt, failedAt, error, waiting: still, waitingSinceAt, givenUp }
  })
}

/** The last test notice that somebody sent themselves by a channel, and what became of it; null: never. */
export async function lastTestOf(db: Db, personId: string, name: Channel) {
  const [row] = await db
    .select({
      sentAt: notifications.createdAt,
      attempts: notifications.attempts,
      deliveredAt: notifications.deliveredAt,
      failedAt: notifications.failedAt,
      error: notifications.error,
    })
    .from(notifications)
    .where(
      and(
        eq(notifications.personId, personId),
        eq(notifications.channel, name),
        eq(notifications.template, 'channel.test'),
      ),
    )
    .orderBy(desc(notifications.createdAt), desc(notifications.id))
    .limit(1)
  return row ?? null
}
