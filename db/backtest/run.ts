import { compareCalled, type Summary } from '../../rules/backtest/difference.ts'
import type { Instant, LocalDate } from '../../rules/instant.ts'
import type { Scope } from '../../rules/permissions.ts'
import { checkValues } from '../../rules/policy/check.ts'
import { policies } from '../../rules/policy/index.ts'
import type { Policy } from '../../rules/policy/parameter.ts'
import { refuse } from '../../rules/problem.ts'
import { addDays, atTime } from '../../rules/time/local.ts'
import { loadCalendar } from '../calendar/loadCalendar.ts'
import type { Db } from '../client.ts'
import { accidentSides } from './accidents.ts'
import { promiseSides } from './promises.ts'
import { ratingSides } from './ratings.ts'
import { windowSides } from './windows.ts'

/** A draft to be tried on what began from the first to the last of these days, both included. */
export interface Question {
  policy: string
  values: Readonly<Record<string, unknown>>
  fromOn: LocalDate
  toOn: LocalDate
}

/** The question as the parts of the trial read it: `toAt` is the first instant after the period. */
export interface Trial {
  policy: Policy
  values: Readonly<Record<string, unknown>>
  fromAt: Instant
  toAt: Instant
  scope: Scope
  now: Instant
}

/**
 * Runs a draft over the past: which consequences would differ, for whom, by how much, and why. All is computed anew from
 * the facts, once under the terms as they were and once under the draft's; nothing is written, which a read-only
 * transaction sees to. What people decided (accepted causes, waivers, appeals) is left out of both sides, but that an
 * accepted cause excuses stands.
 */
export async function backtest(db: Db, question: Question, scope: Scope, now: Instant): Promise<Summary> {
  const { values, fromOn, toOn } = question
  const policy = checkDraft(question)
  const [fromAt, toAt] = [atTime(fromOn, '00:00'), atTime(addDays(toOn, 1), '00:00')]
  if (toAt <= fromAt) refuse('input.period', { field: 'toOn' })
  const trial: Trial = { policy, values, fromAt, toAt, scope, now }
  return db.transaction(
    async (tx) => {
      const calendar = await loadCalendar(tx)
      const parts = [
        await promiseSides(tx, trial, calendar),
        await ratingSides(tx, trial),
        await accidentSides(tx, trial),
        await windowSides(tx, trial),
      ]
      return compareCalled(
        parts.flatMap((part) => part.before),
        parts.flatMap((part) => part.after),
      )
    },
    { accessMode: 'read only', isolationLevel: 'repeatable read' },
  )
}

/** Refuses values that the rulebook doesn't admit, and a blank where the rulebook gives a clock its number. */
function checkDraft({ policy: id, values }: Question): Policy {
  const policy = policies.find((one) => one.id === id)
  if (!policy) return refuse('policy.unknown', { field: 'policy' })
  checkValues(policy, values)
  for (const [key, value] of Object.entries(values)) {
    const { unit, label, clause, value: own } = policy.parameters[key]!
    if (value === null && own !== null && unit === 'ms')
      refuse('backtest.blankClock', { field: `values.${key}`, clause: clause ?? undefined, params: { label } })
  }
  return policy
}
