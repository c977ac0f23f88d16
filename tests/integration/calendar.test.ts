import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { importYear } from '../../db/calendar/importYear.ts'
import { loadCalendar } from '../../db/calendar/loadCalendar.ts'
import { seedYears } from '../../db/calendar/seedYears.ts'
import { setDay } from '../../db/calendar/setDay.ts'
import type { Db } from '../../db/client.ts'
import { auditEntry } from '../../db/schema/audit.ts'
import { calendarYear } from '../../db/schema/calendar.ts'
import { Refusal } from '../../rules/problem.ts'
import { dayType, type CalendarYear } from '../../rules/time/calendar.ts'
import { parseInstant } from '../../rules/time/local.ts'
import { publishedYears } from '../../rules/time/published.ts'
import { SHIFTS } from '../../rules/time/shifts.ts'
import { addWorkingDays } from '../../rules/time/working.ts'
import { testDb } from '../support/database.ts'

const now = parseInstant('2026-10-01T09:00:00+08:00')
const by = { importedById: null, importedAt: now }
/** A made-up arrangement of 2027, so that the first working day after New Year's Eve moves. */
const year2027: CalendarYear = {
  year: 2027,
  source: 'notice',
  version: '1',
  statutory: ['2027-01-01'],
  adjustedRest: ['2027-01-04'],
  makeUp: ['2027-01-02'],
}

describe('the calendar in Postgres', () => {
  let db: Db
  beforeAll(async () => {
    ;({ db } = await testDb())
  })

  it('without years knows weekends only, and says so', async () => {
    const calendar = await loadCalendar(db)
    expect(addWorkingDays(calendar, '2026-09-30', 1)).toEqual({ on: '2026-10-01', provisional: true })
  })

  it('is seeded once, also by two at the same time, with a line in the log for each year', async () => {
    const years = publishedYears.map(({ year }) => year)
    const both = await Promise.all([seedYears(db, now), seedYears(db, now)])
    expect(both.flat().sort()).toEqual(years)
    expect(await seedYears(db, now)).toEqual([])
    expect(await db.select().from(calendarYear)).toHaveLength(years.length)
    const log = await db.select().from(auditEntry).where(eq(auditEntry.action, 'calendar.import'))
    expect(log).toHaveLength(years.length)
    const calendar = await loadCalendar(db)
    expect(calendar.years).toEqual(publishedYears)
    expect(addWorkingDays(calendar, '2026-09-30', 1)).toEqual({ on: '2026-10-08', provisional: false })
  })

  it('takes a new year at once, and the same again as no change', async () => {
    expect(addWorkingDays(await loadCalendar(db), '2026-12-31', 2)).toEqual({ on: '2027-01-04', provisional: true })
    const first = await importYear(db, { year: year2027, ...by })
    expect(first.imported).toBe(true)
    expect(addWorkingDays(await loadCalendar(db), '2026-12-31', 2)).toEqual({ on: '2027-01-05', provisional: false })
    expect(await importYear(db, { year: year2027, ...by })).toEqual({ id: first.id, imported: false })
  })

  it('refuses a known version with other days, and a year that is wrong', async () => {
    const other = { ...year2027, adjustedRest: [], makeUp: [] }
    await expect(importYear(db, { year: other, ...by })).rejects.toMatchObject({ code: 'calendar.versionTaken' })
    const wrong = importYear(db, { year: { ...year2027, version: '2', makeUp: ['2027-01-05'] }, ...by })
    await expect(wrong).rejects.toBeInstanceOf(Refusal)
    await expect(wrong).rejects.toMatchObject({ code: 'calendar.yearInvalid', details: { field: 'makeUp' } })
    expect(dayType(await loadCalendar(db), '2027-01-04')).toBe('adjustedRest')
  })

  it('holds the newest version in force, and a release does not put back what HR replaced', async () => {
    const release = publishedYears.find(({ year }) => year === 2026)!
    const revised = { ...release, source: 'notice', version: '2', makeUp: release.makeUp.slice(1) }
    await importYear(db, { year: revised, ...by })
    expect(dayType(await loadCalendar(db), release.makeUp[0]!)).toBe('weekend')
    expect(await seedYears(db, now, [{ ...release, version: '9.9.9', makeUp: [] }])).toEqual([])
    expect(dayType(await loadCalendar(db), release.makeUp[1]!)).toBe('makeUpWorkday')
  })

  it('a newer release replaces its own year only where the days differ', async () => {
    const release = publishedYears.find(({ year }) => year === 2025)!
    expect(await seedYears(db, now, [{ ...release, version: '9.9.9' }])).toEqual([])
    expect(await seedYears(db, now, [{ ...release, version: '9.9.9', makeUp: [] }])).toEqual([2025])
    expect(dayType(await loadCalendar(db), '2025-10-11')).toBe('weekend')
  })

  it("lays a client's own days and years over the national ones", async () => {
    const day = { calendar: 'client-1', reason: 'plant holiday', recordedById: null, recordedAt: now }
    const types = async (on: string) => [
      dayType(await loadCalendar(db, { calendar: 'client-1' }), on),
      dayType(await loadCalendar(db), on),
    ]
    await setDay(db, { ...day, on: '2026-06-12', type: 'adjustedRest' })
    expect(await types('2026-06-12')).toEqual(['adjustedRest', 'workday'])
    await setDay(db, { ...day, on: '2026-06-12', type: null })
    expect(await types('2026-06-12')).toEqual(['workday', 'workday'])

    await setDay(db, { ...day, calendar: 'cn', on: '2027-03-08', type: 'adjustedRest' })
    expect(await types('2027-03-08')).toEqual(['adjustedRest', 'adjustedRest'])
    await importYear(db, { calendar: 'client-1', year: { ...year2027, makeUp: [] }, ...by })
    expect(await types('2027-01-02')).toEqual(['weekend', 'makeUpWorkday'])
    expect(await types('2027-03-08')).toEqual(['workday', 'adjustedRest'])
    await expect(setDay(db, { ...day, on: '2026-06-31', type: 'weekend' })).rejects.toMatchObject({
      code: 'input.date',
    })
  })

  it('takes the settings of a rulebook, and keeps its own where one is left out', async () => {
    const calendar = await loadCalendar(db, { shifts: SHIFTS.N, restOn: undefined })
    expect(calendar.shifts).toEqual(SHIFTS.N)
    expect(calendar.restOn).toEqual(['statutoryHoliday', 'adjustedRest', 'weekend'])
    expect((await loadCalendar(db)).shifts).toEqual(SHIFTS.S2)
    await expect(loadCalendar(db, { shifts: { default: [] } })).rejects.toThrow('no working period')
  })

  it('sees what its own transaction did, and forgets it when that is rolled back', async () => {
    const undone = db.transaction(async (tx) => {
      await importYear(tx, { year: { ...year2027, version: 'x', makeUp: [] }, ...by })
      expect(dayType(await loadCalendar(tx), '2027-01-02')).toBe('weekend')
      throw new Error('undo')
    })
    await expect(undone).rejects.toThrow('undo')
    expect(dayType(await loadCalendar(db), '2027-01-02')).toBe('makeUpWorkday')
  })

  it('does not take one database for another', async () => {
    const { db: other } = await testDb()
    expect((await loadCalendar(other)).years).toEqual([])
    expect((await loadCalendar(db)).years.length).toBeGreaterThan(0)
  })
})
