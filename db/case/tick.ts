import { and, eq, isNotNull, lte, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import type { Outcome } from '../../rules/story.ts'
import { cases } from '../schema/case.ts'
import type { Db, Tx } from '../client.ts'
import { announce } from '../consequence/announce.ts'
import { alert } from './alert.ts'
import { judge, type Judgement } from './judge.ts'
import { lockCases } from './lock.ts'
import { obligationsOf, outcomesOf } from './view.ts'

/** What the pump goes on with. Ids, kinds and instants only: it is written into a workflow's history. */
export interface Ticked {
  round: number
  settled: [string, Outcome][]
  nextAlarmAt: Instant | null
  ended: boolean
}

/** The timer's path for one case, by the workflow's clock: takes the steps due by `now`, and says what is settled. */
export async function tick(db: Db, caseId: string, now: Instant): Promise<Ticked> {
  return db.transaction(async (tx) => {
    const [held] = await lockCases(tx, [caseId])
    if (!held) return { round: 0, settled: [], nextAlarmAt: null, ended: true }
    if (held.nextAlarmAt !== null && held.nextAlarmAt <= now) await takeDue(tx, [caseId], now, 'timer')
    const rows = await obligationsOf(tx, caseId)
    const alarms = rows.filter((row) => row.work === 'open' && row.nextAlarmAt !== null).map((row) => row.nextAlarmAt!)
    const nextAlarmAt = held.state === 'open' && alarms.length > 0 ? Math.min(...alarms) : null
    await tx.update(cases).set({ armedAt: nextAlarmAt }).where(eq(cases.id, caseId))
    return { round: held.round, settled: [...outcomesOf(rows, held.round)], nextAlarmAt, ended: held.state !== 'open' }
  })
}

async function takeDue(tx: Tx, caseIds: string[], now: Instant, by: 'timer' | 'sweep'): Promise<Judgement> {
  const judgement = await judge(tx, caseIds, now, [], by)
  await alert(tx, judgement.fired, now)
  await announce(tx, judgement.entries, now)
  return judgement
}

/**
 * The second pair of eyes: the same statement over alarms overdue by more than `graceMs`, at most `limit` cases at once.
 * Cases that a verb or the timer holds are left to them. Returns how many cases it had to repair.
 */
export async function sweep(db: Db, now: Instant, graceMs: number, limit: number): Promise<number> {
  return db.transaction(async (tx) => {
    const overdue = await tx
      .select({ id: cases.id })
      .from(cases)
      .where(and(eq(cases.state, 'open'), isNotNull(cases.nextAlarmAt), lte(cases.nextAlarmAt, now - graceMs)))
      .orderBy(cases.id)
      .limit(limit)
      .for('update', { skipLocked: true })
    if (overdue.length === 0) return 0
    const judgement = await takeDue(
      tx,
      overdue.map((row) => row.id),
      now,
      'sweep',
    )
    return new Set(judgement.judged.map((row) => row.caseId)).size
  })
}

/** Sign of life, by name. */
export async function beat(db: Db, name: string, now: Instant): Promise<void> {
  await db.execute(sql`
    insert into heartbeat (name, beat_at) values (${name}, ${new Date(now).toISOString()}::timestamptz)
    on conflict (name) do update set beat_at = excluded.beat_at`)
}
