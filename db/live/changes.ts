import { sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import type { Db } from '../client.ts'

/** What one transaction changed: a case, with what decides who may know of it, or one person's notices. */
export interface Change {
  /** The transaction. Later ones have greater numbers, and none is told of before all earlier ones are over. */
  xid: bigint
  caseId: string
  regionId: string | null
  bearerIds: string[]
  personId: string
}

interface Row extends Record<string, unknown> {
  xid: string
  case_id: string
  region_id: string | null
  bearers: string[] | null
  person_id: string
}

/** How many rows are read at once. */
const MOST = 1_000

/**
 * Changes after a transaction, in order. A row is told only when no transaction before its own is still under way: a
 * slow one that commits later would otherwise be passed over.
 */
export async function changesAfter(db: Db, xid: bigint): Promise<Change[]> {
  const rows = await db.execute<Row>(sql`
    select c.xid::text, c.case_id, c.person_id, k.region_id,
      (select array_agg(distinct o.bearer_id) from obligation o where o.case_id = c.case_id and o.bearer_id is not null) as bearers
    from change c left join "case" k on k.id = c.case_id
    where c.xid > ${String(xid)}::xid8 and c.xid < pg_snapshot_xmin(pg_current_snapshot())
    order by c.xid limit ${MOST}`)
  const read = rows.map((row) => ({
    xid: BigInt(row.xid),
    caseId: row.case_id,
    regionId: row.region_id,
    bearerIds: row.bearers ?? [],
    personId: row.person_id,
  }))
  // A cut goes between transactions, never through one.
  const last = read.at(-1)?.xid
  const whole = read.length < MOST ? read : read.filter((change) => change.xid !== last)
  return whole.length > 0 ? whole : read
}

/** Where the feed stands: everything up to here is over. */
export async function feedEnd(db: Db): Promise<bigint> {
  const [row] = await db.execute<{ xid: string }>(sql`select pg_snapshot_xmin(pg_current_snapshot())::text as xid`)
  return BigInt(row!.xid) - 1n
}

/** Whether all changes after a transaction are still there: not forgotten, and not of a database that was restored since. */
export async function isKept(db: Db, xid: bigint): Promise<boolean> {
  const [row] = await db.execute<{ kept: boolean }>(sql`
    select ${String(xid)}::xid8 < pg_snapshot_xmax(pg_current_snapshot())
      and ${String(xid)}::xid8 >= coalesce((select min(xid) from change), '0'::xid8) as kept`)
  return row!.kept
}

/** Forgets changes from before an instant, and those a restored backup brought from another server's future. */
export async function forgetChanges(db: Db, before: Instant): Promise<number> {
  const gone = await db.execute(sql`
    delete from change where changed_at < ${new Date(before).toISOString()}::timestamptz
      or xid >= pg_snapshot_xmax(pg_current_snapshot())`)
  return gone.count
}
