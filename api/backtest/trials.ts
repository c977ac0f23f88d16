import type { Db } from '../../db/client.ts'
import { beatRun, endRun, keepRun, readRun, stopRun, type Progress, type Run } from '../../db/backtest/kept.ts'
import { backtest, checkQuestion, type Question } from '../../db/backtest/run.ts'
import { newId } from '../../db/id.ts'
import { SECOND, type Instant } from '../../rules/instant.ts'
import type { Scope } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'

/** At once in one process: each holds a connection, and they share the processor with everybody's requests. */
const AT_ONCE = 2
/** How often the row is told that somebody works on it. */
const BEAT_MS = 2 * SECOND

export interface Trials {
  start(question: Question, personId: string, scope: Scope, now: Instant): Promise<Run>
  /** One's own, as its row says, with how far it is by now. @throws what made it fail */
  of(id: string, personId: string, now: Instant): Promise<Run>
  stop(id: string, personId: string, now: Instant): Promise<void>
  /** Interrupts all of them and waits until they have ended. */
  close(): Promise<void>
}

interface Live {
  id: string
  progress: Progress
  stop: AbortController
}

/** The backtests that this process works on: one for each person, a new one in place of the last. The rows are what counts. */
export function createTrials(db: Db): Trials {
  const live = new Map<string, Live>()
  // Those that were put aside for another too, until they have stopped.
  const underWay = new Set<Promise<void>>()
  const failures = new Map<string, unknown>()
  let closing = false

  async function work(one: Live, personId: string, question: Question, scope: Scope, startedAt: Instant) {
    const { id, progress, stop } = one
    const begun = performance.now()
    const clock = () => Math.round(startedAt + performance.now() - begun)
    const beat = async () => {
      if (!(await beatRun(db, id, progress, clock()))) stop.abort()
    }
    // A beat that fails is followed by another; the row goes without for as long.
    const beating = setInterval(() => void beat().catch(() => undefined), BEAT_MS)
    const end = (ended: Parameters<typeof endRun>[2]) => endRun(db, id, ended, clock())
    try {
      const note = (done: number, of: number) => void Object.assign(progress, { done, of })
      const outcome = await backtest(db, question, scope, startedAt, { signal: stop.signal, progress: note })
      await end({ ...progress, state: 'done', outcome })
    } catch (error) {
      if (!stop.signal.aborted) failures.set(personId, error)
      const state = closing ? 'interrupted' : stop.signal.aborted ? 'stopped' : 'failed'
      await end({ ...progress, state }).catch(() => undefined)
    } finally {
      clearInterval(beating)
      if (live.get(personId) === one) live.delete(personId)
    }
  }

  async function begin(question: Question, personId: string, scope: Scope, now: Instant): Promise<Run> {
    const last = live.get(personId)
    if (live.size - (last ? 1 : 0) >= AT_ONCE) refuse('backtest.busy', { params: { n: AT_ONCE } })
    last?.stop.abort()
    failures.delete(personId)
    const one: Live = { id: newId(), progress: { done: 0, of: null }, stop: new AbortController() }
    live.set(personId, one)
    try {
      const run = await keepRun(db, { id: one.id, personId, question }, now)
      const ended = work(one, personId, question, scope, now).finally(() => underWay.delete(ended))
      underWay.add(ended)
      return run
    } catch (error) {
      if (live.get(personId) === one) live.delete(personId)
      throw error
    }
  }

  // One person's beginnings take turns, or the row could be one's and the work another's.
  const beginnings = new Map<string, Promise<unknown>>()

  return {
    async start(question, personId, scope, now) {
      checkQuestion(question, scope, now)
      const before = beginnings.get(personId) ?? Promise.resolve()
      const turn = before.catch(() => undefined).then(() => begin(question, personId, scope, now))
      beginnings.set(personId, turn)
      try {
        return await turn
      } finally {
        if (beginnings.get(personId) === turn) beginnings.delete(personId)
      }
    },
    async of(id, personId, now) {
      const run = await readRun(db, id, personId, now)
      if (run.state === 'failed' && failures.has(personId)) throw failures.get(personId)
      const own = live.get(personId)
      return run.state === 'running' && own?.id === id ? { ...run, ...own.progress } : run
    },
    async stop(id, personId, now) {
      await stopRun(db, id, personId, now)
      if (live.get(personId)?.id === id) live.get(personId)!.stop.abort()
    },
    async close() {
      closing = true
      for (const { stop } of live.values()) stop.abort()
      await Promise.all(underWay)
    },
  }
}

const known = new WeakMap<Db, Trials>()

/** The backtests over a database, made when they are first asked for. */
export function trialsOf(db: Db): Trials {
  const found = known.get(db) ?? createTrials(db)
  known.set(db, found)
  return found
}
