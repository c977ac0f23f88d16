import type { Instant, LocalDate } from '../instant.ts'
import { addDays, addMonths, atTime, localDate, weekday } from '../time/local.ts'

/** How often something comes round. */
export const RHYTHMS = ['weekly', 'monthly'] as const
export type Rhythm = (typeof RHYTHMS)[number]

/** A week (Monday to Sunday) or a calendar month in the company's zone. */
export interface Period {
  rhythm: Rhythm
  /** Names it: the week's Monday `2026-02-16`, or the month `2026-02`. */
  key: string
  fromOn: LocalDate
  /** Its last day. */
  toOn: LocalDate
  fromAt: Instant
  /** The first instant after it. */
  untilAt: Instant
}

/** The week that begins on this Monday. */
function week(fromOn: LocalDate): Period {
  return between('weekly', fromOn, fromOn, addDays(fromOn, 7))
}

/** The month that begins on this first. */
function month(fromOn: LocalDate): Period {
  return between('monthly', fromOn.slice(0, 7), fromOn, addMonths(fromOn, 1))
}

function between(rhythm: Rhythm, key: string, fromOn: LocalDate, untilOn: LocalDate): Period {
  const [fromAt, untilAt] = [atTime(fromOn, '00:00'), atTime(untilOn, '00:00')]
  return { rhythm, key, fromOn, toOn: addDays(untilOn, -1), fromAt, untilAt }
}

/**
 * The period that an alarm planned for `scheduledAt` is about: weekly ones ring as their week begins, monthly ones on the
 * first of the month after theirs. Always the planned time, never the time at which somebody got round to it.
 */
export function periodOf(rhythm: Rhythm, scheduledAt: Instant): Period {
  const on = localDate(scheduledAt)
  if (rhythm === 'weekly') return week(addDays(on, 1 - weekday(on)))
  return month(addMonths(`${on.slice(0, 7)}-01`, -1))
}

/** The period of this key. Throws TimeError for one that is none. */
export function periodNamed(rhythm: Rhythm, key: string): Period {
  return rhythm === 'weekly' ? week(key) : month(`${key}-01`)
}

/** When the reports and sheets about a period are asked for: as the week begins, or when the month is over. */
export function opensAt(period: Period): Instant {
  return period.rhythm === 'weekly' ? period.fromAt : period.untilAt
}

/** From one period to another, both included, in order. */
export function periodsFrom(first: Period, last: Period): Period[] {
  const periods: Period[] = []
  for (let one = first; one.fromAt <= last.fromAt; one = after(one)) periods.push(one)
  return periods
}

const after = ({ rhythm, toOn }: Period): Period => {
  const fromOn = addDays(toOn, 1)
  return rhythm === 'weekly' ? week(fromOn) : month(fromOn)
}
