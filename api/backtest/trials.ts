import type { Db } from '../../db/client.ts'
import type { Outcome } from '../../db/backtest/evidence.ts'
import { backtest, checkQuestion, type Question } from '../../db/backtest/run.ts'
import { newId } from '../../db/id.ts'
import { HOUR, type Instant } from '../../rules/instant.ts'
import type { Scope } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'

/** A backtest under way, or what came of it. It lives in this process only: it writes nothing, so nothing is lost. */
export interface Run {
  id: string
  personId: string
  question: Question
  state: 'running' | 'done' | 'stopped' | 'failed'
  /** How much of how much; `of` is null until it is known. */
  done: number
  of: number | null
  startedAt: Instant
  endedAt: Instant | null
  outcome: Outcome | null
  /** What made it fail. */
  error: unknown
}

/** At once: each holds a connection, and they share the processor with everybody's requests. */
const AT_ONCE = 2
/** How long what came of one is kept. */
const KEPT_MS = HOUR

export interface Trials {
  start(question: Question, personId: string, scope: Scope, now: Instant): Run
  of(id: string, personId: string): Run
  stop(id: string, personId: string): void
  /** Stops all of them and waits until they have. */
  close(): Promise<void>
}

/** The backtests of this process: one for each person, a new one in place of the last. */
export function createTrials(db: Db, clock: () => Instant = Date.now): Trials {
  const runs = new Map<string, { run: Run; stop: AbortController }>()
  // Those that were put aside for another too, until they have stopped.
  const underWay = new Set<Promise<void>>()

  function of(id: string, personId: string) {
    const found = runs.get(personId)
    return found?.run.id === id ? found : refuse('backtest.unknown', { field: 'id' })
  }

  return {
    start(question, personId, scope, now) {
      checkQuestion(question, scope, now)
      runs.get(personId)?.stop.abort()
      for (const [key, { run }] of runs)
        if (key === personId || (run.endedAt !== null && run.endedAt < now - KEPT_MS)) runs.delete(key)
      if ([...runs.values()].filter(({ run }) => run.state === 'running').length >= AT_ONCE)
        refuse('backtest.busy', { params: { n: AT_ONCE } })
      const stop = new AbortController()
      const run: Run = {
        id: newId(),
        personId,
        question,
        state: 'running',
        done: 0,
        of: null,
        startedAt: now,
        endedAt: null,
        outcome: null,
        error: null,
      }
      const progress = (done: number, of: number) => void Object.assign(run, { done, of })
      const ended = backtest(db, question, scope, now, { signal: stop.signal, progress })
        .then((outcome) => void Object.assign(run, { state: 'done', outcome }))
        .catch((error: unknown) => {
          Object.assign(run, stop.signal.aborted ? { state: 'stopped' } : { state: 'failed', error })
        })
        .finally(() => {
          run.endedAt = clock()
          underWay.delete(ended)
        })
      underWay.add(ended)
      runs.set(personId, { run, stop })
      return run
    },
    of: (id, personId) => of(id, personId).run,
    stop: (id, personId) => of(id, personId).stop.abort(),
    async close() {
      for (const { stop } of runs.values()) stop.abort()
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
