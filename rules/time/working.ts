import type { Instant, LocalDate } from '../instant.ts'
import { isProvisional, isWorkingDay, type Calendar } from './calendar.ts'
import { TimeError } from './error.ts'
import { addDays, atTime, weekday } from './local.ts'
import { periodsOn } from './shifts.ts'

/** `provisional`: a year touched on the way is not published, so only its weekends are known. */
export interface DateResult {
  on: LocalDate
  provisional: boolean
}

export interface InstantResult {
  at: Instant
  provisional: boolean
}

/** What to do with a date that falls on a rest day. */
export type OnRestDay = 'keep' | 'next' | 'previous'

/** A run of rest days longer than this is a mistake in the calendar, not a holiday. */
const LONGEST_REST_DAYS = 400

/** Walks from a date, itself included, and stops on the n-th working day (n ≥ 1). */
function walk(calendar: Calendar, from: LocalDate, n: number, step: 1 | -1): DateResult {
  let provisional = false
  let rest = 0
  let left = n
  for (let on = from; ; on = addDays(on, step)) {
    provisional ||= isProvisional(calendar, on)
    rest = isWorkingDay(calendar, on) ? 0 : rest + 1
    if (rest === 0 && --left === 0) return { on, provisional }
    if (rest > LONGEST_REST_DAYS) {
      throw new TimeError({
        zh: `日历中 ${from} 前后连续 ${LONGEST_REST_DAYS} 天没有工作日`,
        en: `the calendar has no working day within ${LONGEST_REST_DAYS} days of ${from}`,
      })
    }
  }
}

function checkCount(n: number, least: number): void {
  if (Number.isInteger(n) && n >= least) return
  throw new TimeError({
    zh: `工作日数须为不小于 ${least} 的整数，而不是 ${n}`,
    en: `a count of working days is a whole number from ${least}, not ${n}`,
  })
}

/** The n-th working day after the date, which itself is not counted (n = 0: the date). Throws TimeError for n < 0. */
export function addWorkingDays(calendar: Calendar, date: LocalDate, n: number): DateResult {
  checkCount(n, 0)
  if (n === 0) return { on: date, provisional: isProvisional(calendar, date) }
  return walk(calendar, addDays(date, 1), n, 1)
}

/**
 * The n-th working day before the date, which itself is not counted (n = 0: the date): the last day on which "n
 * working days before" is kept [S4-N-3.2]. Throws TimeError for n < 0.
 */
export function workingDaysBefore(calendar: Calendar, date: LocalDate, n: number): DateResult {
  checkCount(n, 0)
  if (n === 0) return { on: date, provisional: isProvisional(calendar, date) }
  return walk(calendar, addDays(date, -1), n, -1)
}

/**
 * The n-th working day where the date itself, if worked, is the first: a handover of ten working days [S4-N-3.3] ends
 * on `workingDaysFrom(calendar, startOn, 10)`. Throws TimeError for n < 1.
 */
export function workingDaysFrom(calendar: Calendar, date: LocalDate, n: number): DateResult {
  checkCount(n, 1)
  return walk(calendar, date, n, 1)
}

/** The first date for which `given` is still n working days before (n ≥ 1): the inverse of `workingDaysBefore`. */
export function earliestAfterWorkingDays(calendar: Calendar, given: LocalDate, n: number): DateResult {
  const last = workingDaysFrom(calendar, given, n)
  const on = addDays(last.on, 1)
  return { on, provisional: last.provisional || isProvisional(calendar, on) }
}

/** Working days from one date to another, both included; 0 where `to` is earlier. */
export function countWorkingDays(
  calendar: Calendar,
  from: LocalDate,
  to: LocalDate,
): { days: number; provisional: boolean } {
  let days = 0
  let provisional = false
  for (let on = from; on <= to; on = addDays(on, 1)) {
    if (isWorkingDay(calendar, on)) days++
    provisional ||= isProvisional(calendar, on)
  }
  return { days, provisional }
}

/**
 * Which working day the date is, counted from `startOn` as the first, e.g. 9 for the ninth day of a handover; null on
 * a rest day and before the start.
 */
export function workingDayNumber(
  calendar: Calendar,
  startOn: LocalDate,
  on: LocalDate,
): { number: number | null; provisional: boolean } {
  const { days, provisional } = countWorkingDays(calendar, startOn, on)
  const counts = on >= startOn && isWorkingDay(calendar, on)
  return { number: counts ? days : null, provisional: provisional || isProvisional(calendar, on) }
}

/** Moves a date that falls on a rest day to the next or the previous working day, or keeps it. */
export function adjust(calendar: Calendar, date: LocalDate, onRestDay: OnRestDay): DateResult {
  if (onRestDay === 'keep') return { on: date, provisional: isProvisional(calendar, date) }
  return walk(calendar, date, 1, onRestDay === 'next' ? 1 : -1)
}

/** When work begins on a working day. Throws TimeError on a rest day. */
export function startOfWork(calendar: Calendar, date: LocalDate): InstantResult {
  return {
    at: atTime(date, shiftOf(calendar, date)[0]!.from, calendar.zone),
    provisional: isProvisional(calendar, date),
  }
}

/** When work ends on a working day. Throws TimeError on a rest day. */
export function endOfWork(calendar: Calendar, date: LocalDate): InstantResult {
  return {
    at: atTime(date, shiftOf(calendar, date).at(-1)!.to, calendar.zone),
    provisional: isProvisional(calendar, date),
  }
}

function shiftOf(calendar: Calendar, date: LocalDate) {
  if (!isWorkingDay(calendar, date)) {
    throw new TimeError({ zh: `${date} 是休息日，没有上下班时间`, en: `${date} is a rest day: no work begins or ends` })
  }
  return periodsOn(calendar.shifts, weekday(date))
}
