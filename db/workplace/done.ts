import { and, desc, eq, inArray, isNotNull, notExists, or, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { borneBy, type Asking } from '../case/read.ts'
import type { Db } from '../client.ts'
import { cases, facts, obligations } from '../schema/case.ts'
import { notifications } from '../schema/notification.ts'

/** What somebody did: promises that they bore and that are settled, and those that their act settled for a role. The latest first. */
export function donePromises(db: Db, personId: string, after: readonly [Instant, string] | undefined, limit: number) {
  const own = db.select({ id: facts.id }).from(facts).where(eq(facts.byId, personId))
  return db
    .select({ obligation: obligations, kind: cases.kind })
    .from(obligations)
    .innerJoin(cases, eq(cases.id, obligations.caseId))
    .where(
      and(
        inArray(obligations.work, ['done', 'elsewhere']),
        isNotNull(obligations.settledAt),
        or(eq(obligations.bearerId, personId), inArray(obligations.evidenceId, own)),
        after &&
          sql`(${obligations.settledAt}, ${obligations.id}) < (${new Date(after[0]).toISOString()}::timestamptz, ${after[1]}::uuid)`,
      ),
    )
    .orderBy(desc(obligations.settledAt), desc(obligations.id))
    .limit(limit)
}

/**
 * Cases that somebody was told of without owing anything in them, neither themselves nor by a role: of each the latest notice,
 * and how many there were. The latest told first.
 */
export async function copies(db: Db, asking: Asking, after: readonly [Instant, string] | undefined, limit: number) {
  const borne = db
    .select({ id: obligations.id })
    .from(obligations)
    .innerJoin(cases, eq(cases.id, obligations.caseId))
    .where(and(eq(obligations.caseId, notifications.caseId), borneBy(asking)))
  const latest = db
    .selectDistinctOn([notifications.caseId], {
      id: notifications.id,
      createdAt: notifications.createdAt,
      n: sql<number>`(count(*) over (partition by ${notifications.caseId}))::int`.as('n'),
    })
    .from(notifications)
    .where(
      and(
        eq(notifications.personId, asking.personId),
        eq(notifications.channel, 'inApp'),
        isNotNull(notifications.caseId),
        notExists(borne),
      ),
    )
    .orderBy(notifications.caseId, desc(notifications.createdAt), desc(notifications.id))
    .as('latest')
  return db
    .select({ notice: notifications, n: latest.n })
    .from(latest)
    .innerJoin(notifications, eq(notifications.id, latest.id))
    .where(
      after &&
        sql`(${latest.createdAt}, ${latest.id}) < (${new Date(after[0]).toISOString()}::timestamptz, ${after[1]}::uuid)`,
    )
    .orderBy(desc(latest.createdAt), desc(latest.id))
    .limit(limit)
}
