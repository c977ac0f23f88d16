import { index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core'
import type { LocalDate } from '../../rules/instant.ts'
import type { CalendarYear, DayType } from '../../rules/time/calendar.ts'
import { instant } from '../columns.ts'

/** The days of a year that differ from a plain week. */
export type YearDays = Pick<CalendarYear, 'statutory' | 'adjustedRest' | 'makeUp'>

/** Published years, append-only: the newest row of a calendar and year is in force. `calendar` is `cn` or a client's. */
export const calendarYear = pgTable(
  'calendar_year',
  {
    id: text().primaryKey(),
    calendar: text().notNull(),
    year: integer().notNull(),
    source: text().notNull(),
    version: text().notNull(),
    /** When the authority published it, where known. */
    publishedOn: text('published_on').$type<LocalDate>(),
    days: jsonb().$type<YearDays>().notNull(),
    /** Who imported it; null: it came with the release. No reference: the record outlives people. */
    importedById: text('imported_by_id'),
    importedAt: instant('imported_at').notNull(),
  },
  (t) => [unique().on(t.calendar, t.year, t.version)],
)

/** Single days of a calendar's own over its years, append-only: the newest row of a day counts; type null takes it back. */
export const calendarDay = pgTable(
  'calendar_day',
  {
    id: text().primaryKey(),
    calendar: text().notNull(),
    on: text().$type<LocalDate>().notNull(),
    type: text().$type<DayType>(),
    reason: text().notNull(),
    recordedById: text('recorded_by_id'),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [index().on(t.calendar, t.on)],
)
