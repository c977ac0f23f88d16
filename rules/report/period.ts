import type { Instant, LocalDate } from '../instant.ts'
import { addDays, addMonths, atTime, localDate, weekday } from '../time/local.ts'

/** How often something comes round. */
export const RHYTHMS = ['daily', 'weekly', 'monthly', 'quarterly', 'yearly'] as const
export type Rhythm = (typeof RHYTHMS)[number]

/** A day, a week (Monday to Sunday), or a month, quarter or year of the calendar, in the company's zone. */
export interface Period {
  rhythm: Rhythm
  /** Names it: the day, the week's Monday `2026-02-16`, the month `2026-02`, the quarter `2026-Q1`, the year `2026`. */
  key: string
  fromOn: LocalDate
  /** Its last day. */
  toOn: LocalDate
  fromAt: Instant
  /** The first instant after it. */
  untilAt: Instant
}

const MONTHS = { monthly: 1, quarterly: 3, yearly: 12 } as const

/** The period that begins on this day. */
function from(rhythm: Rhythm, fromOn: LocalDate): Period {
  const untilOn =
    rhythm === 'daily'
      ? addDays(fromOn, 1)
      : rhythm === 'weekly'
        ? addDays(fromOn, 7)
        : addMonths(fromOn, MONTHS[rhythm])
  const [fromAt, untilAt] = [atTime(fromOn, '00:00'), atTime(untilOn, '00:00')]
  return { rhythm, key: keyOf(rhythm, fromOn), fromOn, toOn: addDays(untilOn, -1), fromAt, untilAt }
}

function keyOf(rhythm: Rhythm, fromOn: LocalDate): string {
  const [year, month] = [fromOn.slice(0, 4), Number(fromOn.slice(5, 7))]
  if (rhythm === 'monthly') return fromOn.slice(0, 7)
  if (rhythm === 'quarterly') return `${year}-Q${(month + 2) / 3}`
  return rhythm === 'yearly' ? year : fromOn
}

/** Whether a rhythm's reports are asked for as the period begins; those of months and more, when it is over. */
const isAhead = (rhythm: Rhythm): rhythm is 'daily' | 'weekly' => rhythm === 'daily' || rhythm === 'weekly'

/** The first day of the period of a rhythm that a day lies in. */
function firstDay(rhythm: Rhythm, on: LocalDate): LocalDate {
  if (rhythm === 'daily') return on
  if (rhythm === 'weekly') return addDays(on, 1 - weekday(on))
  const month = Number(on.slice(5, 7)) - 1
  const first = month - (month % MONTHS[rhythm]) + 1
  return `${on.slice(0, 4)}-${String(first).padStart(2, '0')}-01`
}

/**
 * The period that an alarm planned for `scheduledAt` is about: daily and weekly ones ring as theirs begins, the others on
 * the first day after theirs. Always the planned time, never the time at which somebody got round to it.
 */
export function periodOf(rhythm: Rhythm, scheduledAt: Instant): Period {
  const first = firstDay(rhythm, localDate(scheduledAt))
  return from(rhythm, isAhead(rhythm) ? first : firstDay(rhythm, addDays(first, -1)))
}

/** The period of this key. Throws TimeError for one that is none. */
export function periodNamed(rhythm: Rhythm, key: string): Period {
  if (rhythm === 'quarterly')
    return from(rhythm, `${key.slice(0, 4)}-${String(Number(key.slice(6)) * 3 - 2).padStart(2, '0')}-01`)
  if (rhythm === 'yearly') return from(rhythm, `${key}-01-01`)
  return from(rhythm, rhythm === 'monthly' ? `${key}-01` : key)
}

/** When the reports and sheets about a period are asked for: as it begins, or when it is over. */
export function opensAt(period: Period): Instant {
  return isAhead(period.rhythm) ? period.fromAt : period.untilAt
}

/** From one period to another, both included, in order. */
export function periodsFrom(first: Period, last: Period): Period[] {
  const periods: Period[] = []
  for (let one = first; one.fromAt <= last.fromAt; one = from(one.rhythm, addDays(one.toOn, 1))) periods.push(one)
  return periods
}
