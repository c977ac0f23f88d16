import { setImmediate } from 'node:timers/promises'
import { comparison } from '../../rules/backtest/difference.ts'
import { OF_PEOPLE, partsOf, type Part } from '../../rules/backtest/reach.ts'
import type { Instant, LocalDate } from '../../rules/instant.ts'
import type { Scope } from '../../rules/permissions.ts'
import { checkValues } from '../../rules/policy/check.ts'
import { policies } from '../../rules/policy/index.ts'
import { refuse } from '../../rules/problem.ts'
import { addDays, atTime } from '../../rules/time/local.ts'
import { loadCalendar } from '../calendar/loadCalendar.ts'
import type { Db } from '../client.ts'
import { accidents } from './accidents.ts'
import { bonus } from './bonus.ts'
import { coverUps } from './coverUps.ts'
import { withEvidence, type Outcome } from './evidence.ts'
import type { Trial, Working } from './part.ts'
import { pay } from './pay.ts'
import { promises } from './promises.ts'
import { ratings } from './ratings.ts'
import { records } from './records.ts'
import { windows } from './windows.ts'

/** A draft to be tried on what began from the first to the last of these days, both included. */
export interface Question {
  policy: string
  values: Readonly<Record<string, unknown>>
  fromOn: LocalDate
  toOn: LocalDate
}

/** Who watches a trial: how much of how much is done, and whether it shall go on. */
export interface Watch {
  signal?: AbortSignal
  progress?(done: number, of: number): void
}

const WORKINGS: Readonly<Record<Part, Working>> = {
  promises,
  ratings,
  accidents,
  coverUps,
  records,
  windows,
  pay,
  bonus,
}

/** Work is done for at most this long before everybody else has a turn, in ms. */
const TURN_MS = 10

/**
 * Checks a question without answering it. Refuses a period that ends before it begins, and values that the rulebook does
 * not admit. @throws Refusal
 */
export function checkQuestion(question: Question, scope: Scope, now: Instant): Trial {
  const { policy: id, values, fromOn, toOn } = question
  const policy = policies.find((one) => one.id === id)
  if (!policy) return refuse('policy.unknown', { field: 'policy' })
  checkValues(policy, values)
  const [fromAt, toAt] = [atTime(fromOn, '00:00'), atTime(addDays(toOn, 1), '00:00')]
  if (toAt <= fromAt) refuse('input.period', { field: 'toOn' })
  return { policy, values, parts: partsOf(Object.keys(values)), fromAt, toAt, scope, now }
}

/**
 * Runs a draft over the past: which consequences would differ, for whom, by how much, and why. All that the draft can
 * reach is computed anew from the facts, once under the terms as they were and once under the draft's; nothing is
 * written, which a read-only transaction sees to. What people decided (accepted causes, waivers, appeals) is left out of
 * both sides, but that an accepted cause excuses stands. Others have their turn in between, however long it takes.
 * @throws the signal's reason, where it was told to stop
 */
export async function backtest(
  db: Db,
  question: Question,
  scope: Scope,
  now: Instant,
  { signal, progress }: Watch = {},
): Promise<Outcome> {
  const trial = checkQuestion(question, scope, now)
  const turn = turns(signal)
  return db.transaction(
    async (tx) => {
      const calendar = await loadCalendar(tx)
      const workings = trial.parts.map((part) => WORKINGS[part])
      let [done, of] = [0, 0]
      for (const working of workings) of += await working.count(tx, trial)
      progress?.(done, of)
      const compared = comparison()
      for (const working of workings)
        for await (const { before, after, steps } of working.sides(tx, trial, calendar)) {
          compared.add(before, after)
          done += steps
          progress?.(done, of)
          await turn()
        }
      return { ...(await withEvidence(tx, compared.summary())), leftOut: leftOut(trial) }
    },
    { accessMode: 'read only', isolationLevel: 'repeatable read' },
  )
}

/** What belongs to the person, not to a region: whose rights are regional sees nothing of it. */
const leftOut = ({ scope, parts }: Trial): Part[] =>
  scope === 'all' ? [] : parts.filter((part) => OF_PEOPLE.includes(part))

/** Stops where that was asked for, and otherwise lets everybody else have their turn once this one was long enough. */
function turns(signal: AbortSignal | undefined): () => Promise<void> {
  let since = performance.now()
  return async () => {
    signal?.throwIfAborted()
    if (performance.now() - since < TURN_MS) return
    await setImmediate()
    since = performance.now()
  }
}
