import type { Instant } from '../../rules/instant.ts'
import { publishedYears } from '../../rules/time/published.ts'
import type { CalendarYear } from '../../rules/time/calendar.ts'
import { audit } from '../audit.ts'
import type { Db } from '../client.ts'
import { daysOf, importYear, sameDays, yearInForce } from './importYear.ts'
import { NATIONAL } from './loadCalendar.ts'

/**
 * Puts the years that came with this release into Postgres, each with its line in the log. A year in force from another
 * source (HR imported it) stays, and so does one with the same days. Returns the years that were put in.
 */
export async function seedYears(
  db: Db,
  now: Instant,
  years: readonly CalendarYear[] = publishedYears,
): Promise<number[]> {
  const seeded: number[] = []
  for (const year of years) {
    await db.transaction(async (tx) => {
      const inForce = await yearInForce(tx, NATIONAL, year.year)
      if (inForce && (inForce.source !== year.source || sameDays(inForce.days, daysOf(year)))) return
      const { id, imported } = await importYear(tx, { year, importedById: null, importedAt: now })
      if (!imported) return
      const detail = { year: year.year, version: year.version }
      await audit(tx, {
        at: now,
        personId: null,
        door: 'start',
        action: 'calendar.import',
        noun: 'calendar',
        subjectId: id,
        detail,
      })
      seeded.push(year.year)
    })
  }
  return seeded
}
