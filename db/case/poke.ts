import { and, eq, lte, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
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

/** Writes the relay's row in the transaction of the change; the poke itself is sent after the commit. */
export async function requestPoke(tx: Tx, caseId: string): Promise<void> {
  await tx
    .insert(pokes)
    .values({ caseId })
    .onConflictDoUpdate({ target: pokes.caseId, set: { rev: sql`${pokes.rev} + 1`, nextAttemptAt: sql`now()` } })
}

const asPoke = {
  caseId: pokes.caseId,
  kind: cases.kind,
  rev: pokes.rev,
  state: cases.state,
  nextAlarmAt: cases.nextAlarmAt,
  reopened: cases.reopened,
}

function pokeOf(row: {
  caseId: string
  kind: string
  rev: number
  state: string
  nextAlarmAt: Instant | null
  reopened: number
}): Poke {
  return {
    caseId: row.caseId,
    kind: row.kind,
    rev: row.rev,
    startAt: row.state === 'open' ? row.nextAlarmAt : null,
    reopened: row.reopened > 0,
  }
}

/** The pokes of these cases that wait to be sent. */
export async function pendingPokes(db: Db | Tx, caseIds: readonly string[]): Promise<Poke[]> {
  if (caseIds.length === 0) return []
  const rows = await db
    .select(asPoke)
    .from(pokes)
    .innerJoin(cases, eq(cases.id, pokes.caseId))
    .where(sql`${pokes.caseId} = any(${sql.param([...caseIds])}::text[])`)
  return rows.map(pokeOf)
}

/** Pokes that are due to be sent by `now`, oldest first, at most `limit`. */
export async function duePokes(db: Db, now: Instant, limit: number): Promise<Poke[]> {
  const rows = await db
    .select(asPoke)
    .from(pokes)
    .innerJoin(cases, eq(cases.id, pokes.caseId))
    .where(lte(pokes.nextAttemptAt, now))
    .orderBy(pokes.requestedAt)
    .limit(limit)
  return rows.map(pokeOf)
}

/** Takes a sent poke off the relay, unless another was asked for meanwhile. */
export async function pokeSent(db: Db, poke: Poke): Promise<void> {
  await db.delete(pokes).where(and(eq(pokes.caseId, poke.caseId), eq(pokes.rev, poke.rev)))
}

/** Leaves a poke that could not be sent for later: 0.5 s, doubling, at most 10 s. */
export async function pokeFailed(db: Db, caseId: string, now: Instant): Promise<void> {
  await db
    .update(pokes)
    .set({
      attempts: sql`${pokes.attempts} + 1`,
      nextAttemptAt: sql`${new Date(now).toISOString()}::timestamptz + least(10, 0.5 * 2 ^ least(${pokes.attempts}, 6)) * interval '1 second'`,
    })
    .where(eq(pokes.caseId, caseId))
}
