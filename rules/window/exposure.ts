import type { Instant, LocalDate } from '../instant.ts'
import { isWorkingDay, type Calendar } from '../time/calendar.ts'
import { addDays, atTime } from '../time/local.ts'

/** A time from an instant until (not including) another; null: until further notice. */
export interface Span {
  fromAt: Instant
  toAt: Instant | null
}

const covers = (spans: readonly Span[], at: Instant) =>
  spans.some((span) => span.fromAt <= at && (span.toAt === null || at < span.toAt))

/**
 * The working days from `fromOn` until (not including) `toOn` on which a person held the post and was not away. Noon
 * decides for a day on which either begins or ends.
 */
export function daysAtWork(
  calendar: Calendar,
  held: readonly Span[],
  away: readonly Span[],
  { fromOn, toOn }: { fromOn: LocalDate; toOn: LocalDate },
): LocalDate[] {
  const days: LocalDate[] = []
  for (let on = fromOn; on < toOn; on = addDays(on, 1)) {
    const noon = atTime(on, '12:00')
    if (isWorkingDay(calendar, on) && covers(held, noon) && !covers(away, noon)) days.push(on)
  }
  return days
}
