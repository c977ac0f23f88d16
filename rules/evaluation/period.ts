import type { Instant, LocalDate } from '../instant.ts'
import { addDays, addMonths, atTime, endOfDay, localDate } from '../time/local.ts'

/** The days an evaluation is about, from the first to the last. */
export interface Stretch {
  fromOn: LocalDate
  toOn: LocalDate
  fromAt: Instant
  /** The first instant after it. */
  untilAt: Instant
}

/** The stretch from one day to another, both included. */
export function stretch(fromOn: LocalDate, toOn: LocalDate): Stretch {
  return { fromOn, toOn, fromAt: atTime(fromOn, '00:00'), untilAt: atTime(addDays(toOn, 1), '00:00') }
}

/** Names a stretch: `2026-01-01..2026-03-31`. */
export const nameOf = ({ fromOn, toOn }: Pick<Stretch, 'fromOn' | 'toOn'>): string => `${fromOn}..${toOn}`

/**
 * The regular period of so many months that was over last at an instant: calendar months counted from January of the
 * year 0, so that three are the quarters and six the half-years.
 */
export function lastPeriod(months: number, at: Instant): Stretch {
  const [year, month] = localDate(at).split('-').map(Number) as [number, number]
  const index = year * 12 + month - 1
  const behind = (index % months) + months
  const fromOn = addMonths(`${localDate(at).slice(0, 7)}-01`, -behind)
  return stretch(fromOn, addDays(addMonths(fromOn, months), -1))
}

/** When a regular evaluation of a period is held at the latest: by the last second of the period that follows it. */
export const dueBy = ({ toOn }: Pick<Stretch, 'toOn'>, months: number): Instant =>
  endOfDay(addDays(addMonths(addDays(toOn, 1), months), -1))
