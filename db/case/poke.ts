import { eq, inArray, lte, sql } from 'drizzle-orm'
import { SECOND, type Instant } from '../../rules/instant.ts'
import { cases, pokes } from '../schema/case.ts'
import type { Db, Tx } from '../client.ts'

/** A workflow that should look at its case again. */
export interface Poke {
  caseId: string
  kind: string
  rev: number
  /** The alarm it should sleep until if it has to be started; null: at once. */
  startAt: Instant | null
  /** The id of a case that was reopened may be started again although it ended normally. */
  reopened: boolean
}

/** How long the relay leaves a fresh poke to the process that committed it, in milliseconds. */
const HEAD_START = SECOND

/** Writes the relay's row in the transaction of the change; the poke itself is sent after the commit. */
export async function requestPoke(tx: Tx, caseId: string): Promise<void> {
  const nextAttemptAt = Date.now() + HEAD_START
  await tx
    .insert(pokes)
    .values({ caseId, nextAttemptAt })
    .onConflictDoUpdate({ target: pokes.caseId, set: { rev: sql`${pokes.rev} + 1`, nextAttemptAt } })
}

const select = (db: Db | Tx) =>
  db
    .select({
      caseId: pokes.caseId,
      kind: cases.kind,
      rev: pokes.rev,
      startAt: sql<number | null>`case when ${cases.state} = 'open' then ${cases.nextAlarmAt} end`.mapWith(
        cases.nextAlarmAt,
      ),
      reopened: sql<boolean>`${cases.reopened} > 0`,
    })
    .from(pokes)
    .innerJoin(cases, eq(cases.id, pokes.caseId))

/** The pokes of these cases that wait to be sent. */
export function pendingPokes(db: Db | Tx, caseIds: readonly string[]): Promise<Poke[]> {
  return select(db).where(inArray(pokes.caseId, [...caseIds]))
}

/** Pokes that are due to be sent by `now`, oldest first, at most `limit`. */
export function duePokes(db: Db, now: Instant, limit: number): Promise<Poke[]> {
  return select(db).where(lte(pokes.nextAttemptAt, now)).orderBy(pokes.requestedAt).limit(limit)
}

/** Takes sent pokes off the relay, except where another was asked for meanwhile. */
export async function pokesSent(db: Db, sent: readonly Poke[]): Promise<void> {
  if (sent.length === 0) return
  await db.execute(sql`
    delete from poke p using jsonb_to_recordset(${JSON.stringify(sent)}::jsonb) as s("caseId" text, rev int)
    where p.case_id = s."caseId" and p.rev = s.rev`)
}

/** Leaves pokes that could not be sent for later: 0.5 s, doubling, at most 10 s. */
export async function pokeFailed(db: Db, caseIds: readonly string[], now: Instant): Promise<void> {
  const at = new Date(now).toISOString()
  await db
    .update(pokes)
    .set({
      attempts: sql`${pokes.attempts} + 1`,
      nextAttemptAt: sql`${at}::timestamptz + least(10, 0.5 * 2 ^ least(${pokes.attempts}, 6)) * interval '1 second'`,
    })
    .where(inArray(pokes.caseId, [...caseIds]))
}
