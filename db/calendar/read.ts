import { asc, desc, eq, isNotNull } from 'drizzle-orm'
import type { LocalDate } from '../../rules/instant.ts'
import type { DayType } from '../../rules/time/calendar.ts'
import { yearOf } from '../../rules/time/local.ts'
import type { Db } from '../client.ts'
import { calendarDay, calendarYear } from '../schema/calendar.ts'
import { customer } from '../schema/customer.ts'
import { loadCalendar, NATIONAL } from './loadCalendar.ts'

/** Every calendar with its years in force and the customers whose work goes by it; the national one first. */
export async function listCalendars(db: Db) {
  const years = await db
    .selectDistinctOn([calendarYear.calendar, calendarYear.year], {
      calendar: calendarYear.calendar,
      year: calendarYear.year,
      source: calendarYear.source,
      version: calendarYear.version,
      publishedOn: calendarYear.publishedOn,
      importedAt: calendarYear.importedAt,
    })
    .from(calendarYear)
    .orderBy(calendarYear.calendar, calendarYear.year, desc(calendarYear.id))
  const days = await db.selectDistinct({ calendar: calendarDay.calendar }).from(calendarDay)
  const users = await db
    .select({ id: customer.id, name: customer.name, calendar: customer.calendar })
    .from(customer)
    .where(isNotNull(customer.calendar))
    .orderBy(asc(customer.code))
  const names = new Set([NATIONAL, ...[...years, ...days, ...users].map((row) => row.calendar!).sort()])
  return [...names].map((name) => ({
    name,
    years: years.filter((row) => row.calendar === name),
    customers: users.filter((row) => row.calendar === name).map(({ id, name }) => ({ id, name })),
  }))
}

/** A year of a calendar as it counts: its special days, where they come from, every version and every single day. */
export async function readYear(db: Db, name: string, year: number) {
  const calendar = await loadCalendar(db, { calendar: name })
  const days = Object.entries(calendar.days)
    .filter(([on]) => yearOf(on) === year)
    .map(([on, type]): { on: LocalDate; type: DayType } => ({ on, type }))
    .sort((a, b) => a.on.localeCompare(b.on))
  const versions = await db
    .select()
    .from(calendarYear)
    .where(eq(calendarYear.year, year))
    .orderBy(desc(calendarYear.id))
  const single = await db.select().from(calendarDay).where(eq(calendarDay.calendar, name)).orderBy(desc(calendarDay.id))
  const own = versions.filter((row) => row.calendar === name)
  // A client's calendar without the year lies over the nation's.
  const shown = own.length > 0 ? own : versions.filter((row) => row.calendar === NATIONAL)
  return {
    name,
    year,
    published: calendar.years.some((one) => one.year === year),
    national: own.length === 0,
    days,
    versions: shown,
    ownDays: single.filter((row) => yearOf(row.on) === year),
  }
}
