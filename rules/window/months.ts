import type { Instant, LocalDate } from '../instant.ts'
import { addMonths, atTime, localDate, type EndOfMonth } from '../time/local.ts'

/** The same clock time n months later, to the millisecond; a month too short for the day takes its last day by default. */
export function plusMonths(at: Instant, n: number, endOfMonth?: EndOfMonth): Instant {
  const on = localDate(at)
  return atTime(addMonths(on, n, endOfMonth), '00:00') + (at - atTime(on, '00:00'))
}

/** Months since year 0, so that two months can be compared. */
export function monthNumber(on: LocalDate): number {
  return Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1
}

/** `YYYY-MM`. */
export const monthOf = (on: LocalDate): string => on.slice(0, 7)

/** The first day of a date's month. */
export const firstOfMonth = (on: LocalDate): LocalDate => `${monthOf(on)}-01`

/** The months that the days from `fromOn` until (not including) `toOn` lie in, as `YYYY-MM`. */
export function monthsTouched(fromOn: LocalDate, toOn: LocalDate): string[] {
  const months: string[] = []
  for (let on = firstOfMonth(fromOn); on < toOn; on = addMonths(on, 1)) months.push(monthOf(on))
  return months
}
