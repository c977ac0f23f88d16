import type { LocalDate } from '../instant.ts'
import { isProvisional, type Calendar } from './calendar.ts'
import { addDays, addMonths, type EndOfMonth } from './local.ts'
import { adjust, type DateResult, type OnRestDay } from './working.ts'

/** A clause's settings for a limit in months. */
export interface MonthSettings {
  /** Where the month is too short; default `clamp`. */
  endOfMonth?: EndOfMonth
  /** Where the date falls on a rest day; default `keep`. */
  onRestDay?: OnRestDay
}

/** The date n months later. */
export function monthsAfter(
  calendar: Calendar,
  date: LocalDate,
  n: number,
  { endOfMonth, onRestDay = 'keep' }: MonthSettings = {},
): DateResult {
  return adjust(calendar, addMonths(date, n, endOfMonth), onRestDay)
}

/** The last date that is still n months before: one month before 20 October is 20 September. */
export function monthsBefore(calendar: Calendar, date: LocalDate, n: number, settings?: MonthSettings): DateResult {
  return monthsAfter(calendar, date, -n, settings)
}

/** Days by which short months and rest days can move a limit, with room to spare. */
const SLACK_DAYS = 45

/**
 * The first date for which `given` is still n months before, i.e. for notice given on 21 September the earliest change
 * with one month's notice is 21 October.
 */
export function earliestAfterMonths(
  calendar: Calendar,
  given: LocalDate,
  n: number,
  settings?: MonthSettings,
): DateResult {
  let on = addDays(addMonths(given, n), -SLACK_DAYS)
  let limit = monthsBefore(calendar, on, n, settings)
  while (limit.on < given) {
    on = addDays(on, 1)
    limit = monthsBefore(calendar, on, n, settings)
  }
  return { on, provisional: limit.provisional || isProvisional(calendar, on) }
}
