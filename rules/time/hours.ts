import type { Instant, LocalDate } from '../instant.ts'
import { isProvisional, isWorkingDay, type Calendar } from './calendar.ts'
import { TimeError } from './error.ts'
import { addDays, atTime, localDate, weekday } from './local.ts'
import { periodsOn } from './shifts.ts'
import { adjust, type InstantResult } from './working.ts'

/** The worked periods of a date as instants; none on a rest day. */
function workedOn(calendar: Calendar, date: LocalDate): { from: Instant; to: Instant }[] {
  if (!isWorkingDay(calendar, date)) return []
  return periodsOn(calendar.shifts, weekday(date)).map(({ from, to }) => ({
    from: atTime(date, from, calendar.zone),
    to: atTime(date, to, calendar.zone),
  }))
}

/**
 * The instant at which that much working time has passed: `ms` milliseconds of work, outside breaks, nights and rest
 * days. Time that runs out at the end of a period ends there, not at the start of the next. Throws TimeError for ms < 0.
 */
export function addWorkingTime(calendar: Calendar, at: Instant, ms: number): InstantResult {
  if (!(ms >= 0)) {
    throw new TimeError({ zh: `工作时间不能为 ${ms} 毫秒`, en: `working time cannot be ${ms} ms` })
  }
  let on = localDate(at, calendar.zone)
  let provisional = isProvisional(calendar, on)
  if (ms === 0) return { at, provisional }
  for (let left = ms; ;) {
    for (const { from, to } of workedOn(calendar, on)) {
      const begin = Math.max(from, at)
      const worked = Math.max(0, to - begin)
      if (left <= worked) return { at: begin + left, provisional }
      left -= worked
    }
    const next = adjust(calendar, addDays(on, 1), 'next')
    on = next.on
    provisional ||= next.provisional
  }
}

/** Working milliseconds between two instants, 0 where `to` is not after `from`. */
export function workingTimeBetween(
  calendar: Calendar,
  from: Instant,
  to: Instant,
): { ms: number; provisional: boolean } {
  let ms = 0
  let provisional = false
  const lastOn = localDate(to, calendar.zone)
  for (let on = localDate(from, calendar.zone); on <= lastOn; on = addDays(on, 1)) {
    provisional ||= isProvisional(calendar, on)
    for (const period of workedOn(calendar, on)) {
      ms += Math.max(0, Math.min(period.to, to) - Math.max(period.from, from))
    }
  }
  return { ms, provisional }
}
