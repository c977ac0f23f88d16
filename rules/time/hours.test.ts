import fc from 'fast-check'
import { expect, it } from 'vitest'
import { HOUR, MINUTE } from '../instant.ts'
import { createCalendar } from './calendar.ts'
import { addWorkingTime, workingTimeBetween } from './hours.ts'
import { formatInstant, parseInstant } from './local.ts'
import { publishedYears } from './published.ts'
import { SHIFTS } from './shifts.ts'

const calendar = createCalendar({ years: publishedYears, shifts: SHIFTS.N })
const at = (text: string) => parseInstant(`${text}+08:00`)
const after = (from: string, ms: number) => formatInstant(addWorkingTime(calendar, at(from), ms).at).slice(0, -6)

it.each([
  ['2026-10-19T09:00', HOUR, '2026-10-19T10:00:00'],
  ['2026-10-19T11:30', HOUR, '2026-10-19T14:30:00'],
  ['2026-10-19T11:00', HOUR, '2026-10-19T12:00:00'],
  ['2026-10-19T12:30', HOUR, '2026-10-19T15:00:00'],
  ['2026-10-19T17:30', HOUR, '2026-10-20T08:30:00'],
  ['2026-10-19T18:00', HOUR, '2026-10-20T09:00:00'],
  ['2026-09-30T17:30', HOUR, '2026-10-08T08:30:00'],
  ['2026-10-03T03:00', 1, '2026-10-08T08:00:00.001'],
  ['2026-10-09T17:00', 9 * HOUR, '2026-10-10T18:00:00'],
  ['2026-10-03T03:00', 0, '2026-10-03T03:00:00'],
])('from %s, %i ms of work end at %s', (from, ms, end) => {
  expect(after(from, ms)).toBe(end)
})

it('counts a day of eight hours, and none on rest days', () => {
  expect(workingTimeBetween(calendar, at('2026-10-19T00:00'), at('2026-10-20T00:00'))).toEqual({
    ms: 8 * HOUR,
    provisional: false,
  })
  expect(workingTimeBetween(calendar, at('2026-10-01T00:00'), at('2026-10-08T00:00')).ms).toBe(0)
  expect(workingTimeBetween(calendar, at('2026-10-19T11:50'), at('2026-10-19T14:05')).ms).toBe(15 * MINUTE)
  expect(workingTimeBetween(calendar, at('2026-10-19T14:05'), at('2026-10-19T11:50')).ms).toBe(0)
})

it('measures what it adds', () => {
  const instants = fc.integer({ min: at('2025-02-01T00:00'), max: at('2026-09-30T00:00') })
  fc.assert(
    fc.property(instants, fc.integer({ min: 1, max: 200 * HOUR }), (from, ms) => {
      const end = addWorkingTime(calendar, from, ms).at
      expect(workingTimeBetween(calendar, from, end).ms).toBe(ms)
      expect(workingTimeBetween(calendar, from, end - 1).ms).toBe(ms - 1)
    }),
  )
})

it('is provisional where it reaches into a year that is not published', () => {
  expect(addWorkingTime(calendar, at('2026-12-31T17:00'), HOUR).provisional).toBe(false)
  expect(addWorkingTime(calendar, at('2026-12-31T17:00'), HOUR + 1).provisional).toBe(true)
  expect(workingTimeBetween(calendar, at('2026-12-31T17:00'), at('2027-01-01T09:00')).provisional).toBe(true)
})

it('refuses negative time', () => {
  expect(() => addWorkingTime(calendar, 0, -1)).toThrow('cannot be -1 ms')
  expect(() => addWorkingTime(calendar, 0, NaN)).toThrow('cannot be NaN ms')
})
