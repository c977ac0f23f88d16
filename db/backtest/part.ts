import { sql } from 'drizzle-orm'
import type { Called } from '../../rules/backtest/difference.ts'
import type { Part } from '../../rules/backtest/reach.ts'
import type { Instant } from '../../rules/instant.ts'
import type { Scope } from '../../rules/permissions.ts'
import type { Policy } from '../../rules/policy/parameter.ts'
import type { Calendar } from '../../rules/time/calendar.ts'
import type { Tx } from '../client.ts'
import { consequences } from '../schema/consequence.ts'

/** The question as the parts of the trial read it: `toAt` is the first instant after the period. */
export interface Trial {
  policy: Policy
  values: Readonly<Record<string, unknown>>
  parts: readonly Part[]
  fromAt: Instant
  toAt: Instant
  scope: Scope
  now: Instant
}

/** The two sides of a comparison, as the terms were and as they would have been, of so many steps of the work. */
export interface Sides {
  before: Called[]
  after: Called[]
  steps: number
}

/** One way by which numbers become consequences: how many steps it takes, and the sides as they are worked out. */
export interface Working {
  count(tx: Tx, trial: Trial): Promise<number>
  sides(tx: Tx, trial: Trial, calendar: Calendar): AsyncIterable<Sides>
}

/** Whether something happened in the period: only then does the draft hold for it. */
export const isWithin = ({ fromAt, toAt }: Pick<Trial, 'fromAt' | 'toAt'>, at: Instant): boolean =>
  at >= fromAt && at < toAt

/**
 * What has to do with the period: what fell into it, and what lies outside yet differs, since a row or a window that
 * the draft reads otherwise may end after it. All else is the same on both sides and none of the question.
 */
export function ofThePeriod(trial: Trial, { before, after, steps }: Sides): Sides {
  const alike = (one: Called, other: Called | undefined) =>
    other !== undefined && other.amountFen === one.amountFen && other.kind === one.kind
  const [was, is] = [new Map(before.map((one) => [one.key, one])), new Map(after.map((one) => [one.key, one]))]
  return {
    before: before.filter((one) => isWithin(trial, one.at) || !alike(one, is.get(one.key))),
    after: after.filter((one) => isWithin(trial, one.at) || !alike(one, was.get(one.key))),
    steps,
  }
}

/** An entry that was not taken back, as one entered by mistake is. */
export const stands = sql`not exists (
  select from consequence taken where taken.about_id = ${consequences.id} and taken.kind = 'reversal')`
