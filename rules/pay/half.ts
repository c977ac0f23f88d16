import type { LocalDate } from '../instant.ts'
import { addDays, addMonths } from '../time/local.ts'

/** A half-year, January to June or July to December: what the bonus is ranked by (S0-A-8.1f). */
export interface Half {
  /** Names it: `2026-H1`. */
  key: string
  fromOn: LocalDate
  /** Its last day. */
  toOn: LocalDate
  /** Its six months, `YYYY-MM`. */
  months: string[]
}

/** The half-year that begins on this 1 January or 1 July. */
function halfFrom(fromOn: LocalDate): Half {
  const months = [0, 1, 2, 3, 4, 5].map((n) => addMonths(fromOn, n).slice(0, 7))
  const key = `${fromOn.slice(0, 4)}-H${fromOn.slice(5, 7) === '01' ? 1 : 2}`
  return { key, fromOn, toOn: addDays(addMonths(fromOn, 6), -1), months }
}

/** The half-year that a day lies in. */
export function halfOf(on: LocalDate): Half {
  return halfFrom(`${on.slice(0, 4)}-${on.slice(5, 7) < '07' ? '01' : '07'}-01`)
}

/** The last half-year that is over on a day. */
export const lastHalf = (on: LocalDate): Half => halfOf(addDays(halfOf(on).fromOn, -1))

/** The half-year that a key names. */
export const halfNamed = (key: string): Half => halfOf(`${key.slice(0, 4)}-${key.endsWith('H1') ? '01' : '07'}-01`)
