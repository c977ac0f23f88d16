import { seedYears } from '../db/calendar/seedYears.ts'
import { openDb } from '../db/client.ts'
import { firstRun } from '../db/firstRun.ts'
import { seedPolicies } from '../db/policy/terms.ts'

/**
 * Gives the database at `url` what work can't begin without: the rulebooks, the published years of the calendar, the
 * administrator. What stands already is left as it is.
 * @returns the lines to show once, with the administrator's password; none on a later run
 */
export async function firstData(url: string): Promise<string[]> {
  const db = openDb(url, 2)
  try {
    // All of them or none: a rulebook without its binding would never be bound by a later run.
    await db.transaction((tx) => seedPolicies(tx))
    await seedYears(db, Date.now())
    return await firstRun(db, Date.now())
  } finally {
    await db.$client.end()
  }
}
