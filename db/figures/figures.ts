import { sql, type SQL } from 'drizzle-orm'
import { DAY, HOUR, type Instant } from '../../rules/instant.ts'
import { URGENCIES, type Urgency } from '../../rules/figures/urgency.ts'
import type { Scope } from '../../rules/permissions.ts'
import type { Db } from '../client.ts'

/** Which cases count: of these regions, and of the reader's own sample (none: the real department). */
export interface Figured {
  scope: Scope
  /** Who asks. */
  personId: string
  /** The first instant of the first month. */
  fromAt: Instant
  now: Instant
}

const at = (instant: Instant) => sql`${new Date(instant).toISOString()}::timestamptz`
/** A month of the company's calendar, `2026-02`. */
const monthOf = (instant: SQL) => sql`to_char(${instant} at time zone 'Asia/Shanghai', 'YYYY-MM')`
const within = ({ scope, personId }: Figured) => sql`
  ${scope === 'all' ? sql`true` : sql`k.region_id = any(${sql.param([...scope])}::text[])`}
  and k.sample is not distinct from (select sample from person where id = ${personId})`

/** By month: calls that nobody answered, how many were called back, and after how long (median and ninth decile, ms). */
export async function missedCalls(db: Db, asked: Figured) {
  return db.execute<{
    month: string
    missed: number
    returned: number
    medianMs: number | null
    slowMs: number | null
  }>(
    sql`
      select ${monthOf(sql`c.missed_at`)} as month, count(*)::int as missed, count(c.took)::int as returned,
        round(percentile_cont(0.5) within group (order by c.took))::float8 as "medianMs",
        round(percentile_cont(0.9) within group (order by c.took))::float8 as "slowMs"
      from (
        select min(o.anchor_at) as missed_at,
          extract(epoch from min(o.settled_at) filter (where o.work = 'done') - min(o.anchor_at)) * 1000 as took
        from "case" k join obligation o on o.case_id = k.id and o.promise = 'return'
        where k.kind = 'call' and o.anchor_at >= ${at(asked.fromAt)} and ${within(asked)}
        group by k.id) c
      group by 1 order by 1`,
  )
}

/** By clause and month: promises kept on time and late. A promise belongs to the month it was due in. */
export async function timeliness(db: Db, asked: Figured) {
  return db.execute<{ month: string; clause: string; onTime: number; late: number }>(sql`
    select ${monthOf(sql`o.due_at`)} as month, o.clause,
      (count(*) filter (where o.verdict = 'onTime'))::int as "onTime",
      (count(*) filter (where o.verdict = 'late'))::int as late
    from obligation o join "case" k on k.id = o.case_id
    where o.verdict in ('onTime', 'late') and o.due_at >= ${at(asked.fromAt)} and o.due_at <= ${at(asked.now)}
      and ${within(asked)}
    group by 1, 2 order by 1, 2`)
}

/** Open promises by how soon they are due. */
export async function openByUrgency(db: Db, asked: Figured): Promise<Record<Urgency, number>> {
  const { now } = asked
  const rows = await db.execute<{ urgency: Urgency; n: number }>(sql`
    select case
        when o.due_kind <> 'by' or o.due_at is null then 'none'
        when o.verdict = 'late' or o.late_from_at <= ${at(now)} then 'overdue'
        when o.due_at <= ${at(now + HOUR)} then 'hour'
        when o.due_at <= ${at(now + DAY)} then 'day'
        when o.due_at <= ${at(now + 7 * DAY)} then 'week'
        else 'later' end as urgency,
      count(*)::int as n
    from obligation o join "case" k on k.id = o.case_id
    where o.work = 'open' and k.state = 'open' and ${within(asked)}
    group by 1`)
  const counted = new Map(rows.map(({ urgency, n }) => [urgency, n]))
  return Object.fromEntries(URGENCIES.map((urgency) => [urgency, counted.get(urgency) ?? 0])) as Record<Urgency, number>
}

/** By month in which it happened: what was imposed and what was granted, reversals, waivers and reductions counted in. Fen. */
export async function money(db: Db, asked: Figured) {
  return db.execute<{ month: string; finesFen: number; rewardsFen: number }>(sql`
    select ${monthOf(sql`root.occurred_at`)} as month,
      coalesce(sum(e.amount_fen) filter (where root.kind = 'fine'), 0)::int as "finesFen",
      coalesce(sum(e.amount_fen) filter (where root.kind = 'reward'), 0)::int as "rewardsFen"
    from consequence e
    join consequence root on root.id = coalesce(e.about_id, e.id)
    join "case" k on k.id = root.case_id
    where root.kind in ('fine', 'reward') and root.occurred_at >= ${at(asked.fromAt)} and ${within(asked)}
    group by 1 order by 1`)
}
