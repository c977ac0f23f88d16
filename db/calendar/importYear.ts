import { and, desc, eq } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import type { CalendarYear } from '../../rules/time/calendar.ts'
import { checkYear } from '../../rules/time/checkYear.ts'
import type { Db, Tx } from '../client.ts'
import { newId } from '../id.ts'
import { calendarYear, type YearDays } from '../schema/calendar.ts'
import { NATIONAL } from './loadCalendar.ts'

export interface YearImport {
  /** `cn` (default) or a client's. */
  calendar?: string
  year: CalendarYear
  /** Null: it came with the release. */
  importedById: string | null
  importedAt: Instant
}

/**
 * Puts a year in force. The same year and version with the same days is no change (`imported` false). Due times
 * computed before stay as they are: the caller recomputes those that touch the year.
 * Refuses `calendar.yearInvalid` with everything that is wrong, and `calendar.versionTaken` where the version is known
 * with other days.
 */
export async function importYear(tx: Tx | Db, { calendar = NATIONAL, year, ...how }: YearImport) {
  const wrong = checkYear(year)
  if (wrong.length > 0) {
    const problems = {
      zh: wrong.map(({ text }) => text.zh).join('；'),
      en: wrong.map(({ text }) => text.en).join('; '),
    }
    refuse('calendar.yearInvalid', { field: wrong[0]!.list ?? 'year', params: { problems } })
  }
  const days = daysOf(year)
  const [row] = await tx
    .insert(calendarYear)
    .values({
      id: newId(),
      calendar,
      year: year.year,
      source: year.source,
      version: year.version,
      publishedOn: year.publishedOn,
      days,
      ...how,
    })
    .onConflictDoNothing()
    .returning({ id: calendarYear.id })
  if (row) return { id: row.id, imported: true }

  const [known] = await tx
    .select({ id: calendarYear.id, days: calendarYear.days })
    .from(calendarYear)
    .where(
      and(
        eq(calendarYear.calendar, calendar),
        eq(calendarYear.year, year.year),
        eq(calendarYear.version, year.version),
      ),
    )
  if (!known || !sameDays(known.days, days)) {
    refuse('calendar.versionTaken', { field: 'version', params: { year: year.year, version: year.version } })
  }
  return { id: known.id, imported: false }
}

/** The row in force of a calendar's year. */
export async function yearInForce(tx: Tx | Db, calendar: string, year: number) {
  const [row] = await tx
    .select()
    .from(calendarYear)
    .where(and(eq(calendarYear.calendar, calendar), eq(calendarYear.year, year)))
    .orderBy(desc(calendarYear.id))
    .limit(1)
  return row
}

/** The days of a year in one order, so that two lists of the same days are equal. */
export function daysOf(year: CalendarYear): YearDays {
  return {
    statutory: [...year.statutory].sort(),
    adjustedRest: [...year.adjustedRest].sort(),
    makeUp: [...year.makeUp].sort(),
  }
}

export function sameDays(a: YearDays, b: YearDays): boolean {
  return (['statutory', 'adjustedRest', 'makeUp'] as const).every((list) => a[list].join() === b[list].join())
}
