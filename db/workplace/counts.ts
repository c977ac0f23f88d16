import { and, eq, sql, type SQL } from 'drizzle-orm'
import { HOUR, type Instant } from '../../rules/instant.ts'
import type { Scope } from '../../rules/permissions.ts'
import { SAMPLE } from '../../rules/sample/sample.ts'
import { borneBy, type Asking } from '../case/read.ts'
import type { Db } from '../client.ts'
import { cases, obligations } from '../schema/case.ts'

const at = (when: Instant) => sql`${new Date(when).toISOString()}::timestamptz`
const isLate = (now: Instant) => sql`(o.verdict = 'late' or o.late_from_at <= ${at(now)})`

/** How many promises of a person and of their roles are open, due within the hour, overdue. */
export async function countMine(db: Db, asking: Asking, now: Instant) {
  const late = sql`(${obligations.verdict} = 'late' or ${obligations.lateFromAt} <= ${at(now)})`
  const [row] = await db
    .select({
      open: sql<number>`count(*)::int`,
      overdue: sql<number>`(count(*) filter (where ${late}))::int`,
      soon: sql<number>`(count(*) filter (where (${late}) is not true and ${obligations.dueKind} = 'by' and ${obligations.dueAt} <= ${at(now + HOUR)}))::int`,
    })
    .from(obligations)
    .innerJoin(cases, eq(cases.id, obligations.caseId))
    .where(and(borneBy(asking), eq(obligations.work, 'open')))
  return row!
}

const regions = (scope: Scope): SQL =>
  scope === 'all' ? sql`k.sample is distinct from ${SAMPLE}` : sql`k.region_id = any(${sql.param([...scope])}::text[])`

/** How many open cases of a kind there are in these regions, and how many of them have something overdue. */
export async function countCases(db: Db, kind: string, scope: Scope, now: Instant) {
  const [row] = await db.execute<{ open: number; overdue: number }>(sql`
    select count(*)::int as open, (count(*) filter (where exists (
      select from obligation o where o.case_id = k.id and o.work = 'open' and ${isLate(now)})))::int as overdue
    from "case" k where k.kind = ${kind} and k.state = 'open' and ${regions(scope)}`)
  return row!
}

/** How many open calls nobody has returned yet. */
export async function countMissed(db: Db, scope: Scope): Promise<number> {
  const [row] = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from "case" k where k.kind = 'call' and k.state = 'open' and ${regions(scope)}
      and exists (select from obligation o where o.case_id = k.id and o.work = 'open' and o.promise = 'return')`)
  return row!.n
}
