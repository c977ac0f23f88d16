import { and, eq } from 'drizzle-orm'
import { SECOND, type Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import type { Db, Tx } from '../client.ts'
import { backtests, type RunState } from '../schema/backtest.ts'
import type { Outcome } from './evidence.ts'
import type { Question } from './run.ts'

export type Run = Omit<typeof backtests.$inferSelect, 'beatAt'>

/** Without a sign of life for longer than this, the process that worked on a backtest is gone. */
const LOST_MS = 30 * SECOND

/** How far a backtest is. */
export interface Progress {
  done: number
  of: number | null
}

/** Keeps a backtest that begins, in place of the person's last one. */
export async function keepRun(
  tx: Db | Tx,
  { id, personId, question }: { id: string; personId: string; question: Question },
  now: Instant,
): Promise<Run> {
  const begun = { id, question, state: 'running' as const, done: 0, of: null, startedAt: now, beatAt: now }
  const set = { ...begun, endedAt: null, outcome: null }
  await tx
    .insert(backtests)
    .values({ ...set, personId })
    .onConflictDoUpdate({ target: backtests.personId, set })
  return { ...set, personId }
}

const running = (id: string) => and(eq(backtests.id, id), eq(backtests.state, 'running'))

/** A sign of life, and how far it is. Returns false where it was stopped or put aside for another. */
export async function beatRun(db: Db, id: string, progress: Progress, now: Instant): Promise<boolean> {
  const rows = await db
    .update(backtests)
    .set({ ...progress, beatAt: now })
    .where(running(id))
    .returning({ id: backtests.id })
  return rows.length > 0
}

/** Ends a backtest, and keeps what came of it; one that was stopped or put aside meanwhile is left as it is. */
export async function endRun(
  db: Db,
  id: string,
  end: Progress & { state: Exclude<RunState, 'running'>; outcome?: Outcome },
  now: Instant,
): Promise<void> {
  await db
    .update(backtests)
    .set({ ...end, beatAt: now, endedAt: now })
    .where(running(id))
}

/** Stops a backtest of one's own: whichever process works on it finds out. Refuses an unknown one. */
export async function stopRun(db: Db, id: string, personId: string, now: Instant): Promise<void> {
  await readRun(db, id, personId, now)
  await db.update(backtests).set({ state: 'stopped', endedAt: now }).where(running(id))
}

/** A backtest of one's own; one that nobody works on any more was interrupted. Refuses an unknown one. */
export async function readRun(db: Db, id: string, personId: string, now: Instant): Promise<Run> {
  const [row] = await db
    .select()
    .from(backtests)
    .where(and(eq(backtests.id, id), eq(backtests.personId, personId)))
  if (!row) return refuse('backtest.unknown', { field: 'id' })
  const { beatAt, ...run } = row
  const isLost = run.state === 'running' && beatAt < now - LOST_MS
  return isLost ? { ...run, state: 'interrupted', endedAt: beatAt } : run
}
