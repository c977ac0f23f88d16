import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TimeError } from './error.ts'
import {
  addDays,
  addMonths,
  atTime,
  localTime,
  daysBetween,
  endOfDay,
  formatInstant,
  isLocalDate,
  localDate,
  parseInstant,
  timeOfDay,
  weekday,
} from './local.ts'
import { asZone, COMPANY_ZONE } from './zone.ts'

const instants = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2099, 11, 31) })
const dates = instants.map((at) => localDate(at))

describe('instants as text', () => {
  it('writes +08:00, and milliseconds only where there are any', () => {
    expect(formatInstant(Date.UTC(2026, 1, 16, 16, 20, 40))).toBe('2026-02-17T00:20:40+08:00')
    expect(formatInstant(Date.UTC(2026, 1, 16, 16, 20, 40, 7))).toBe('2026-02-17T00:20:40.007+08:00')
    expect(formatInstant(Date.UTC(2026, 1, 16, 16, 20, 40), 'UTC')).toBe('2026-02-16T16:20:40+00:00')
    expect(formatInstant(Date.UTC(2026, 1, 16, 16, 20, 40), 'Asia/Urumqi')).toBe('2026-02-16T22:20:40+06:00')
  })

  it('reads offsets of every form, and cuts what is finer than a millisecond', () => {
    const at = Date.UTC(2026, 1, 16, 16, 20, 40)
    for (const iso of [
      '2026-02-17T00:20:40+08:00',
      '2026-02-17T00:20:40+0800',
      '2026-02-16T16:20:40Z',
      '2026-02-16T11:50:40-04:30',
    ]) {
      expect(parseInstant(iso)).toBe(at)
    }
    expect(parseInstant('2026-02-16t16:20:40z')).toBe(at)
    expect(parseInstant('2026-02-17T06:20:40+14:00')).toBe(at)
    expect(parseInstant('2026-02-17T00:20+08:00')).toBe(at - 40_000)
    expect(parseInstant('2026-02-17T00:20:40.1239999+08:00')).toBe(at + 123)
    expect(parseInstant('2026-02-17T00:20:40.5+08:00')).toBe(at + 500)
  })

  it.each([
    ['2026-02-17T00:20:40', 'no offset'],
    ['2026-02-30T00:20:40+08:00', 'not a date that exists'],
    ['2026-13-01T00:20:40+08:00', 'not a date that exists'],
    ['2026-02-17T24:00:00+08:00', '00:00 of the next day'],
    ['2026-02-17T24:00:01+08:00', 'not a time of day'],
    ['2026-02-17T00:60:00+08:00', 'not a time of day'],
    ['2026-02-17T23:59:60+08:00', 'not a time of day'],
    ['2026-02-17T00:20:40+14:01', 'does not exist'],
    ['2026-02-17T00:20:40+08:60', 'does not exist'],
    ['x2026-02-17T00:20:40+08:00', 'not an ISO 8601 instant'],
    ['2026-02-17T00:20:40+08:00x', 'not an ISO 8601 instant'],
    ['2026-02-17 00:20:40+08:00', 'not an ISO 8601 instant'],
    ['2026-02-17', 'not an ISO 8601 instant'],
    ['', 'not an ISO 8601 instant'],
  ])('refuses %j: %s', (iso, reason) => {
    expect(() => parseInstant(iso)).toThrow(TimeError)
    expect(() => parseInstant(iso)).toThrow(reason)
  })

  it('reads back every instant it writes', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom('Asia/Shanghai', 'Asia/Urumqi', 'Asia/Tokyo', 'UTC'), (at, zone) => {
        expect(parseInstant(formatInstant(at, asZone(zone)))).toBe(at)
      }),
    )
  })

  it('agrees with the zone as the platform knows it', () => {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: COMPANY_ZONE, dateStyle: 'short', timeStyle: 'medium' })
    const since1992 = instants.filter((at) => at > Date.UTC(1992, 0, 1))
    fc.assert(
      fc.property(since1992, (at) => {
        expect(`${localDate(at)} ${localTime(at)}`).toBe(format.format(at))
      }),
    )
  })

  it('refuses a zone it cannot compute', () => {
    expect(asZone('Asia/Shanghai')).toBe('Asia/Shanghai')
    expect(() => asZone('Europe/Berlin')).toThrow('not supported')
    expect(() => asZone('toString')).toThrow('not supported')
  })
})

describe('dates', () => {
  it('turns the day at local midnight', () => {
    const midnight = Date.UTC(2026, 1, 16, 16)
    expect(localDate(midnight - 1)).toBe('2026-02-16')
    expect(localDate(midnight)).toBe('2026-02-17')
  })

  it('places a time of day on a date', () => {
    expect(atTime('2026-10-19', '18:00')).toBe(Date.UTC(2026, 9, 19, 10))
    expect(atTime('2026-10-19', '18:00:00')).toBe(atTime('2026-10-19', '18:00'))
    expect(atTime('2026-10-19', '24:00')).toBe(atTime('2026-10-20', '00:00'))
    expect(endOfDay('2026-10-19') + 1_000).toBe(atTime('2026-10-20', '00:00'))
  })

  it.each(['2026-02-29', '2026-2-1', '20260201', '2026-00-10', '', '2026-02-01T00:00:00Z', '+012026-02', '2026-02'])(
    'refuses %j',
    (date) => {
      expect(isLocalDate(date)).toBe(false)
      expect(() => addDays(date, 1)).toThrow(TimeError)
      expect(() => addMonths(date, 1)).toThrow(TimeError)
      expect(() => weekday(date)).toThrow(TimeError)
    },
  )

  it.each(['24:01', '25:00', '12:60', '8:00', '08:00:60', ''])('refuses the time %j', (time) => {
    expect(() => timeOfDay(time)).toThrow(TimeError)
  })

  it('knows weekdays', () => {
    expect(weekday('1970-01-01')).toBe(4)
    expect(weekday('2026-05-09')).toBe(6)
    expect(weekday('2026-10-11')).toBe(7)
    expect(weekday('1969-12-29')).toBe(1)
    expect(weekday('1949-10-01')).toBe(6)
  })

  it('adds days there and back', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -3_000, max: 3_000 }), (date, n) => {
        const other = addDays(date, n)
        expect(addDays(other, -n)).toBe(date)
        expect(daysBetween(date, other)).toBe(n)
        expect(Math.abs((weekday(other) - weekday(date) - n) % 7)).toBe(0)
      }),
    )
  })

  it.each([
    ['2026-10-20', -1, '2026-09-20', '2026-09-20', '2026-09-20'],
    ['2026-01-31', 1, '2026-02-28', '2026-03-01', '2026-02-28'],
    ['2024-01-30', 1, '2024-02-29', '2024-03-01', '2024-02-29'],
    ['2026-02-28', 1, '2026-03-28', '2026-03-28', '2026-03-31'],
    ['2026-03-31', -1, '2026-02-28', '2026-03-01', '2026-02-28'],
    ['2026-12-31', 2, '2027-02-28', '2027-03-01', '2027-02-28'],
    ['2026-01-15', -13, '2024-12-15', '2024-12-15', '2024-12-15'],
    ['2026-03-30', 1, '2026-04-30', '2026-04-30', '2026-04-30'],
  ])('%s %i months: clamp %s, next %s, stick %s', (date, n, clamp, next, stick) => {
    expect(addMonths(date, n)).toBe(clamp)
    expect(addMonths(date, n, 'next')).toBe(next)
    expect(addMonths(date, n, 'stick')).toBe(stick)
  })
})
