import { and, asc, eq, gt, inArray, isNotNull, or, sql } from 'drizzle-orm'
import type { Scope } from '../../rules/permissions.ts'
import { cases, escalations, facts, obligations } from '../schema/case.ts'
import { consequences } from '../schema/consequence.ts'
import type { Db } from '../client.ts'

/** Within the regions of the scope; what belongs to no region is for the unscoped only. */
export const inScope = (scope: Scope) => (scope === 'all' ? undefined : inArray(cases.regionId, [...scope]))

/** A person's open promises, the most urgent first; those without a clock come last. */
export function openPromises(db: Db, personId: string, after: [number, string] | undefined, limit: number) {
  const never = new Date(Date.UTC(9999, 0)).toISOString()
  const urgency = sql<number>`coalesce(${obligations.dueAt}, ${never}::timestamptz)`.mapWith(obligations.dueAt)
  return db
    .select({ obligation: obligations, kind: cases.kind, urgency })
    .from(obligations)
    .innerJoin(cases, eq(cases.id, obligations.caseId))
    .where(
      and(
        eq(obligations.bearerId, personId),
        eq(obligations.work, 'open'),
        after &&
          sql`(${urgency}, ${obligations.id}) > (${new Date(after[0]).toISOString()}::timestamptz, ${after[1]}::uuid)`,
      ),
    )
    .orderBy(asc(urgency), asc(obligations.id))
    .limit(limit)
}

/** All that is known of a case: promises, facts, steps taken, what it cost. Undefined outside the scope, unless theirs. */
export async function readCase(db: Db, id: string, scope: Scope, personId: string) {
  const own = db
    .select({ one: sql`1` })
    .from(obligations)
    .where(and(eq(obligations.caseId, id), eq(obligations.bearerId, personId)))
  const [found] = await db
    .select()
    .from(cases)
    .where(and(eq(cases.id, id), or(inScope(scope) ?? isNotNull(cases.id), sql`exists (${own})`)))
  if (!found) return undefined
  const [promises, happened, steps, entries] = await Promise.all([
    db.select().from(obligations).where(eq(obligations.caseId, id)).orderBy(asc(obligations.id)),
    db.select().from(facts).where(eq(facts.caseId, id)).orderBy(asc(facts.occurredAt), asc(facts.id)),
    db
      .select()
      .from(escalations)
      .where(eq(escalations.caseId, id))
      .orderBy(asc(escalations.firedAt), asc(escalations.plannedAt)),
    db.select().from(consequences).where(eq(consequences.caseId, id)).orderBy(asc(consequences.id)),
  ])
  return { case: found, promises, facts: happened, steps, entries }
}

/** Cases of a kind in a state, oldest id first. */
export function listCases(
  db: Db,
  filter: { kind: string; state?: string; scope: Scope; after?: string; limit: number },
) {
  return db
    .select({
      id: cases.id,
      state: cases.state,
      regionId: cases.regionId,
      startedAt: cases.startedAt,
      endedAt: cases.endedAt,
      nextAlarmAt: cases.nextAlarmAt,
      late: sql<boolean>`exists (select from obligation o where o.case_id = ${cases.id} and o.work = 'open' and o.verdict = 'late')`,
    })
    .from(cases)
    .where(
      and(
        eq(cases.kind, filter.kind),
        filter.state ? eq(cases.state, filter.state) : undefined,
        inScope(filter.scope),
        filter.after ? gt(cases.id, filter.after) : undefined,
      ),
    )
    .orderBy(asc(cases.id))
    .limit(filter.limit)
}
