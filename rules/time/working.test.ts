import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCalendar, isWorkingDay } from './calendar.ts'
import { addDays, formatInstant } from './local.ts'
import { earliestAfterMonths, monthsAfter, monthsBefore } from './months.ts'
import { publishedYears } from './published.ts'
import { SHIFTS } from './shifts.ts'
import {
  addWorkingDays,
  adjust,
  countWorkingDays,
  earliestAfterWorkingDays,
  endOfWork,
  startOfWork,
  workingDayNumber,
  workingDaysBefore,
  workingDaysFrom,
} from './working.ts'

const calendar = createCalendar({ years: publishedYears, shifts: SHIFTS.N })
const known = (on: string) => ({ on, provisional: false })

/** Days of 2021 to 2026, far enough from its ends for counts up to 100. */
const dates = fc.integer({ min: 0, max: 1_900 }).map((n) => addDays('2021-06-01', n))
const counts = fc.integer({ min: 1, max: 60 })
const workingDates = dates.filter((on) => isWorkingDay(calendar, on))

describe('ten working days', () => {
  const handover = [9, 10, 12, 13, 14, 15, 16, 19].map((day) => `2026-10-${String(day).padStart(2, '0')}`)

  it('across National Day end on 19 October at 18:00 [S4-N-3.3]', () => {
    const days = ['2026-09-30', '2026-10-08', ...handover]
    expect(days).toHaveLength(10)
    days.forEach((on, index) => {
      expect(workingDaysFrom(calendar, '2026-09-30', index + 1)).toEqual(known(on))
      expect(workingDayNumber(calendar, '2026-09-30', on)).toEqual({ number: index + 1, provisional: false })
    })
    const last = workingDaysFrom(calendar, '2026-09-30', 10)
    expect(formatInstant(endOfWork(calendar, last.on).at)).toBe('2026-10-19T18:00:00+08:00')
  })

  it('count 16 October as the ninth, and rest days as none [S4-N-3.3]', () => {
    expect(workingDayNumber(calendar, '2026-09-30', '2026-10-16').number).toBe(9)
    expect(workingDayNumber(calendar, '2026-09-30', '2026-10-17').number).toBeNull()
    expect(workingDayNumber(calendar, '2026-09-30', '2026-09-29').number).toBeNull()
  })

  it('across Spring Festival: begun on 9 February, with both make-up Saturdays, end on 27 February', () => {
    const days = [9, 10, 11, 12, 13, 14, 24, 25, 26, 27].map((day) => `2026-02-${String(day).padStart(2, '0')}`)
    expect(days.map((_, index) => workingDaysFrom(calendar, '2026-02-09', index + 1).on)).toEqual(days)
    expect(addWorkingDays(calendar, '2026-02-27', 1)).toEqual(known('2026-02-28'))
    expect(countWorkingDays(calendar, '2026-02-15', '2026-02-23')).toEqual({ days: 0, provisional: false })
  })

  it('begun on a rest day begin on the next working day', () => {
    expect(workingDaysFrom(calendar, '2026-10-01', 1)).toEqual(known('2026-10-08'))
  })
})

describe('before a change on 20 October', () => {
  it('twelve working days are kept by 28 September [S4-N-3.2]', () => {
    expect(workingDaysBefore(calendar, '2026-10-20', 12)).toEqual(known('2026-09-28'))
    expect(countWorkingDays(calendar, '2026-09-28', '2026-10-19')).toEqual({ days: 12, provisional: false })
    expect(earliestAfterWorkingDays(calendar, '2026-09-28', 12)).toEqual(known('2026-10-20'))
    expect(earliestAfterWorkingDays(calendar, '2026-09-29', 12)).toEqual(known('2026-10-21'))
  })

  it('one month is kept by 20 September; given on 21 September the earliest is 21 October [S4-N-3.1]', () => {
    expect(monthsBefore(calendar, '2026-10-20', 1)).toEqual(known('2026-09-20'))
    expect(earliestAfterMonths(calendar, '2026-09-20', 1)).toEqual(known('2026-10-20'))
    expect(earliestAfterMonths(calendar, '2026-09-21', 1)).toEqual(known('2026-10-21'))
  })
})

describe('months and rest days', () => {
  it('moves a date on a rest day as the clause says', () => {
    expect(monthsBefore(calendar, '2026-11-03', 1)).toEqual(known('2026-10-03'))
    expect(monthsBefore(calendar, '2026-11-03', 1, { onRestDay: 'previous' })).toEqual(known('2026-09-30'))
    expect(monthsBefore(calendar, '2026-11-03', 1, { onRestDay: 'next' })).toEqual(known('2026-10-08'))
    expect(monthsAfter(calendar, '2026-01-31', 1, { onRestDay: 'next' })).toEqual(known('2026-02-28'))
    expect(adjust(calendar, '2026-10-08', 'next')).toEqual(known('2026-10-08'))
  })

  it('finds the earliest date for every setting', () => {
    const settings = fc.record({
      endOfMonth: fc.constantFrom('clamp', 'next', 'stick'),
      onRestDay: fc.constantFrom('keep', 'next', 'previous'),
    })
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 3 }), settings, (given, n, setting) => {
        const { on } = earliestAfterMonths(calendar, given, n, setting)
        expect(monthsBefore(calendar, on, n, setting).on >= given).toBe(true)
        expect(monthsBefore(calendar, addDays(on, -1), n, setting).on < given).toBe(true)
      }),
    )
  })
})

describe('a working day', () => {
  it('on make-up Saturday 9 May 2026 ends at 18:00 under head-office hours [S2-1.2.1a]', () => {
    const office = createCalendar({ years: publishedYears })
    expect(isWorkingDay(office, '2026-05-09')).toBe(true)
    expect(formatInstant(startOfWork(office, '2026-05-09').at)).toBe('2026-05-09T08:30:00+08:00')
    expect(formatInstant(endOfWork(office, '2026-05-09').at)).toBe('2026-05-09T18:00:00+08:00')
  })

  it.each([
    ['S2', '08:30', '18:00', '[S2-1.2.1a]'],
    ['D', '08:30', '17:30', '[S4-D-2.1]'],
    ['N', '08:00', '18:00', '[S4-N-2.1]'],
    ['F', '08:00', '17:30', '[S4-F-5]'],
    ['L', '08:30', '17:30', '[S4-L-5a]'],
  ] as const)('under %s begins %s and ends %s %s', (shift, from, to, _clause) => {
    const under = { ...calendar, shifts: SHIFTS[shift] }
    expect(formatInstant(startOfWork(under, '2026-10-19').at)).toBe(`2026-10-19T${from}:00+08:00`)
    expect(formatInstant(endOfWork(under, '2026-10-19').at)).toBe(`2026-10-19T${to}:00+08:00`)
  })

  it('has hours of its own on a weekday that has them', () => {
    const friday = { ...calendar, shifts: { ...SHIFTS.N, byWeekday: { 5: [{ from: '08:00', to: '16:00' }] } } }
    expect(formatInstant(endOfWork(friday, '2026-10-16').at)).toBe('2026-10-16T16:00:00+08:00')
    expect(formatInstant(endOfWork(friday, '2026-10-15').at)).toBe('2026-10-15T18:00:00+08:00')
  })

  it('is not a rest day', () => {
    expect(() => endOfWork(calendar, '2026-10-01')).toThrow('2026-10-01 is a rest day')
    expect(() => startOfWork(calendar, '2026-10-11')).toThrow('2026-10-11 is a rest day')
  })
})

describe('years that are not published', () => {
  it('make what reaches into them provisional', () => {
    expect(addWorkingDays(calendar, '2026-12-30', 1)).toEqual(known('2026-12-31'))
    expect(addWorkingDays(calendar, '2026-12-30', 2)).toEqual({ on: '2027-01-01', provisional: true })
    expect(workingDaysBefore(calendar, '2027-01-04', 2)).toEqual({ on: '2026-12-31', provisional: true })
    expect(countWorkingDays(calendar, '2026-12-31', '2027-01-01').provisional).toBe(true)
    expect(monthsAfter(calendar, '2026-12-01', 1)).toEqual({ on: '2027-01-01', provisional: true })
    expect(earliestAfterMonths(calendar, '2026-12-15', 1)).toEqual({ on: '2027-01-15', provisional: true })
    expect(earliestAfterMonths(calendar, '2019-12-15', 1)).toEqual({ on: '2020-01-15', provisional: true })
    expect(workingDayNumber(calendar, '2020-01-02', '2019-12-31')).toEqual({ number: null, provisional: true })
    expect(earliestAfterWorkingDays(calendar, '2026-12-31', 1)).toEqual({ on: '2027-01-01', provisional: true })
    expect(endOfWork(calendar, '2027-01-04').provisional).toBe(true)
    expect(workingDaysBefore(calendar, '2020-01-02', 1)).toEqual({ on: '2019-12-31', provisional: true })
  })
})

describe('counting', () => {
  it('adding and going back returns to the day', () => {
    fc.assert(
      fc.property(workingDates, counts, (on, n) => {
        expect(workingDaysBefore(calendar, addWorkingDays(calendar, on, n).on, n).on).toBe(on)
        expect(addWorkingDays(calendar, workingDaysBefore(calendar, on, n).on, n).on).toBe(on)
      }),
    )
  })

  it('agrees with itself', () => {
    fc.assert(
      fc.property(dates, counts, (on, n) => {
        const last = workingDaysFrom(calendar, on, n).on
        expect(countWorkingDays(calendar, on, last).days).toBe(n)
        expect(workingDayNumber(calendar, on, last).number).toBe(n)
        expect(addWorkingDays(calendar, on, n).on).toBe(workingDaysFrom(calendar, addDays(on, 1), n).on)
        const earliest = earliestAfterWorkingDays(calendar, on, n).on
        expect(workingDaysBefore(calendar, earliest, n).on >= on).toBe(true)
        expect(workingDaysBefore(calendar, addDays(earliest, -1), n).on < on).toBe(true)
      }),
    )
  })

  it('keeps the date for none, and refuses what is no count', () => {
    expect(addWorkingDays(calendar, '2026-10-01', 0)).toEqual(known('2026-10-01'))
    expect(workingDaysBefore(calendar, '2026-10-01', 0)).toEqual(known('2026-10-01'))
    for (const n of [-1, 1.5, NaN]) {
      expect(() => addWorkingDays(calendar, '2026-10-01', n)).toThrow('whole number')
      expect(() => workingDaysBefore(calendar, '2026-10-01', n)).toThrow('whole number')
    }
    expect(() => workingDaysFrom(calendar, '2026-10-01', 0)).toThrow('whole number from 1')
  })

  it('ends in a calendar without working days', () => {
    const idle = (length: number) => {
      const days = Array.from({ length }, (_, n) => [addDays('2025-01-06', n), 'weekend' as const])
      return createCalendar({ years: publishedYears, overrides: Object.fromEntries(days) })
    }
    // From Monday 6 January 2025 the 400th day is Monday 9 February 2026, so the next one would be worked.
    expect(addWorkingDays(idle(400), '2025-01-05', 1)).toEqual(known('2026-02-10'))
    const refused = 'the calendar has no working day within 400 days of 2025-01-06'
    expect(() => addWorkingDays(idle(401), '2025-01-05', 1)).toThrow(refused)
  })
})
