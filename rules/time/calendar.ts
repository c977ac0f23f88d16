import type { LocalDate } from '../instant.ts'
import { weekday, yearOf } from './local.ts'
import { checkShifts, SHIFTS, type Shifts } from './shifts.ts'
import { COMPANY_ZONE, type Zone } from './zone.ts'

/** What a day is by the published arrangement. Whether it is free is the rulebook's word: see `Calendar.restOn`. */
export const DAY_TYPES = ['statutoryHoliday', 'adjustedRest', 'weekend', 'makeUpWorkday', 'workday'] as const
export type DayType = (typeof DAY_TYPES)[number]

/** The types that a rulebook may leave free. */
export type RestType = Extract<DayType, 'statutoryHoliday' | 'adjustedRest' | 'weekend'>

/** One published year: the days that differ from a plain week. Weekends inside a holiday stay weekends. */
export interface CalendarYear {
  year: number
  source: string
  version: string
  /** When the authority published it, where known. */
  publishedOn?: LocalDate
  /** Holidays by law (法定节假日), also where they fall on a weekend. */
  statutory: readonly LocalDate[]
  /** Weekdays off by the arrangement of the year (调休). */
  adjustedRest: readonly LocalDate[]
  /** Weekend days worked in exchange (补班). */
  makeUp: readonly LocalDate[]
}

/** Days of a client's own that lie over the published years. */
export type DayOverrides = Readonly<Record<LocalDate, DayType>>

export interface Calendar {
  readonly years: readonly CalendarYear[]
  /** Every day that differs from a plain week, a client's own days already laid over. */
  readonly days: Readonly<Record<LocalDate, DayType>>
  readonly restOn: readonly RestType[]
  readonly shifts: Shifts
  readonly zone: Zone
}

export interface CalendarSettings {
  years: readonly CalendarYear[]
  overrides?: DayOverrides
  /** Default: statutory holidays, adjusted rest days and weekends. */
  restOn?: readonly RestType[]
  /** Default: head office [S2-1.2.1a]. */
  shifts?: Shifts
  zone?: Zone
}

/** Makes a calendar, plain data. `{ ...calendar, restOn, shifts }` makes another over the same days. Throws TimeError. */
export function createCalendar(settings: CalendarSettings): Calendar {
  const { years, overrides, restOn = ['statutoryHoliday', 'adjustedRest', 'weekend'], shifts = SHIFTS.S2 } = settings
  checkShifts(shifts)
  const days: Record<LocalDate, DayType> = {}
  for (const year of years) {
    for (const on of year.adjustedRest) days[on] = 'adjustedRest'
    for (const on of year.makeUp) days[on] = 'makeUpWorkday'
    for (const on of year.statutory) days[on] = 'statutoryHoliday'
  }
  return { years, days: { ...days, ...overrides }, restOn, shifts, zone: settings.zone ?? COMPANY_ZONE }
}

/** What the day is. In a year that is not published, weekends are all that is known. */
export function dayType(calendar: Calendar, date: LocalDate): DayType {
  return calendar.days[date] ?? (weekday(date) > 5 ? 'weekend' : 'workday')
}

/** Whether people work on the day under this calendar's `restOn`. */
export function isWorkingDay(calendar: Calendar, date: LocalDate): boolean {
  const type = dayType(calendar, date)
  return !calendar.restOn.some((rest) => rest === type)
}

/** Whether the year's arrangement is known; what reaches into a year that is not is provisional. */
export function isPublished(calendar: Calendar, year: number): boolean {
  return calendar.years.some((published) => published.year === year)
}

/** Whether a date lies in a year that is not published. */
export function isProvisional(calendar: Calendar, date: LocalDate): boolean {
  return !isPublished(calendar, yearOf(date))
}
