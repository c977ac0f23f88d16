import { describe, expect, it } from 'vitest'
import { createCalendar, dayType, isPublished, isWorkingDay } from './calendar.ts'
import { checkYear } from './checkYear.ts'
import { addDays, weekday } from './local.ts'
import { publishedYears } from './published.ts'
import { SHIFTS } from './shifts.ts'

const calendar = createCalendar({ years: publishedYears })

function days(from: string, to: string): string[] {
  const list = []
  for (let on = from; on <= to; on = addDays(on, 1)) list.push(on)
  return list
}

/** The State Council's notices of 12 November 2024 and 4 November 2025: stretches off, and days worked for them. */
const NOTICES = [
  {
    year: 2025,
    off: [
      ['2025-01-01', '2025-01-01'],
      ['2025-01-28', '2025-02-04'],
      ['2025-04-04', '2025-04-06'],
      ['2025-05-01', '2025-05-05'],
      ['2025-05-31', '2025-06-02'],
      ['2025-10-01', '2025-10-08'],
    ],
    worked: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  {
    year: 2026,
    off: [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ],
    worked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
] as const

describe('published years', () => {
  it.each(NOTICES)('$year is free on exactly the days of the notice and on weekends', ({ year, off, worked }) => {
    const stretches = off.flatMap(([from, to]) => days(from, to))
    for (const on of days(`${year}-01-01`, `${year}-12-31`)) {
      const free = stretches.includes(on) || (weekday(on) > 5 && !(worked as readonly string[]).includes(on))
      expect([on, isWorkingDay(calendar, on)]).toEqual([on, !free])
    }
  })

  it('2026 has the thirteen days of the law', () => {
    expect(publishedYears.find(({ year }) => year === 2026)!.statutory).toEqual([
      '2026-01-01',
      ...days('2026-02-16', '2026-02-19'),
      '2026-04-05',
      ...days('2026-05-01', '2026-05-02'),
      '2026-06-19',
      '2026-09-25',
      ...days('2026-10-01', '2026-10-03'),
    ])
  })

  it.each(publishedYears.map((year) => [year.year, year] as const))('%i fits the law and itself', (number, year) => {
    expect(checkYear(year)).toEqual([])
    // In 2020 Mid-Autumn fell on 1 October.
    expect(year.statutory).toHaveLength(number >= 2025 ? 13 : number === 2020 ? 10 : 11)
    // A weekday off is worked for on a weekend, or stands for a holiday that fell on one. In 2020 three were neither:
    // 8 October for Mid-Autumn on National Day; 30 and 31 January, when Spring Festival was prolonged.
    const onWeekend = year.statutory.filter((on) => weekday(on) > 5).length
    const granted = number === 2020 ? 3 : 0
    expect(year.adjustedRest).toHaveLength(year.makeUp.length + onWeekend + granted)
  })

  it('has 2020 to 2026, and not 2027', () => {
    expect(publishedYears.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026])
    expect(isPublished(calendar, 2026)).toBe(true)
    expect(isPublished(calendar, 2027)).toBe(false)
  })
})

describe('day types', () => {
  it.each([
    ['2026-10-01', 'statutoryHoliday'],
    ['2026-05-02', 'statutoryHoliday'],
    ['2026-10-04', 'weekend'],
    ['2026-10-05', 'adjustedRest'],
    ['2026-10-10', 'makeUpWorkday'],
    ['2026-10-11', 'weekend'],
    ['2026-10-12', 'workday'],
    ['2027-10-01', 'workday'],
    ['2027-10-02', 'weekend'],
  ])('%s is a %s', (on, type) => {
    expect(dayType(calendar, on)).toBe(type)
  })

  it('a rulebook that excepts statutory holidays only works weekends and adjusted rest [S4-N-2.1]', () => {
    const strict = { ...calendar, restOn: ['statutoryHoliday'] as const }
    expect(days('2026-10-01', '2026-10-11').filter((on) => isWorkingDay(strict, on))).toEqual(
      days('2026-10-04', '2026-10-11'),
    )
  })

  it("a client's own days lie over the published ones", () => {
    const own = createCalendar({
      years: publishedYears,
      overrides: { '2026-10-10': 'weekend', '2026-10-06': 'workday', '2026-06-12': 'adjustedRest' },
    })
    expect(['2026-10-10', '2026-10-06', '2026-06-12', '2026-10-09'].map((on) => isWorkingDay(own, on))).toEqual([
      false,
      true,
      false,
      true,
    ])
    expect(dayType(calendar, '2026-10-10')).toBe('makeUpWorkday')
  })

  it('may have a change of shifts without a break in between, from midnight', () => {
    const shifts = {
      default: [...['00:00', '08:00', '16:00'].map((from, i) => ({ from, to: ['08:00', '16:00', '24:00'][i]! }))],
    }
    expect(createCalendar({ years: [], shifts }).shifts).toEqual(shifts)
  })

  it.each([
    [{ default: [] }, 'no working period'],
    [{ default: SHIFTS.N.default, byWeekday: { 6: [] } }, 'no working period'],
    [{ default: [{ from: '12:00', to: '12:00' }] }, 'is empty'],
    [{ default: [...SHIFTS.N.default].reverse() }, 'overlaps'],
    [{ default: [{ from: '22:00', to: '24:30' }] }, 'not a time of day'],
    [{ default: [SHIFTS.N.default[1], { from: '17:59', to: '19:00' }] }, 'overlaps'],
  ])('refuses shifts that make no sense %#', (shifts, reason) => {
    expect(() => createCalendar({ years: [], shifts })).toThrow(reason)
  })
})
