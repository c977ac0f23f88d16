import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY, HOUR, type Instant } from '../instant.ts'
import { parseInstant } from '../time/local.ts'
import { countHits, type CountedEvent, type CountReading } from './count.ts'
import { monthsTouched, plusMonths } from './months.ts'

const at = (iso: string) => parseInstant(`${iso}+08:00`)
const event = (id: string, on: Instant): CountedEvent => ({ id, at: on })
const reading = (given: Partial<CountReading> = {}): CountReading => ({
  count: 2,
  months: 3,
  span: 'rolling',
  reuse: 'once',
  ...given,
})
const hits = (events: CountedEvent[], given: Partial<CountReading> = {}) =>
  countHits(events, () => reading(given)).map((hit) => hit.map((one) => one.id).join(''))

describe('months after an instant', () => {
  it.each([
    ['2026-01-15T10:00:00', 3, '2026-04-15T10:00:00'],
    ['2025-11-30T23:59:59', 3, '2026-02-28T23:59:59'],
    ['2023-11-30T08:00:00', 3, '2024-02-29T08:00:00'],
    ['2024-02-29T00:00:00', 12, '2025-02-28T00:00:00'],
  ])('%s plus %d is %s', (from, months, to) => expect(plusMonths(at(from), months)).toBe(at(to)))

  it('names the months that a stretch of days lies in', () => {
    expect(monthsTouched('2026-01-31', '2026-03-01')).toEqual(['2026-01', '2026-02'])
    expect(monthsTouched('2026-01-31', '2026-03-02')).toEqual(['2026-01', '2026-02', '2026-03'])
  })
})

describe('so many within so many months [S0-A-7.6]', () => {
  const first = at('2026-01-15T10:00:00')

  it.each([
    ['a millisecond before', -1, 1],
    ['at the very instant', 0, 1],
    ['a millisecond after', 1, 0],
  ])('rolling: %s three months later', (_, ms, expected) => {
    expect(hits([event('a', first), event('b', at('2026-04-15T10:00:00') + ms)])).toHaveLength(expected)
  })

  it.each([
    ['the last millisecond of the third month', at('2026-04-01T00:00:00') - 1, 1],
    ['the first of the fourth', at('2026-04-01T00:00:00'), 0],
  ])('calendar months: %s', (_, second, expected) => {
    expect(hits([event('a', first), event('b', second)], { span: 'calendar' })).toHaveLength(expected)
  })

  it('counts an event that is still near enough although a later one isn’t: months differ in length', () => {
    const [on29, on30] = [event('a', at('2023-11-29T08:00:00')), event('b', at('2023-11-30T07:00:00'))]
    const by = (last: Instant) => hits([on29, on30, event('c', last)], { reuse: 'again' })
    expect(by(at('2024-02-29T07:00:00'))).toEqual(['ab', 'bc'])
    expect(by(at('2024-02-29T08:00:00'))).toEqual(['ab', 'ac'])
    expect(by(at('2024-02-29T08:00:00') + 1)).toEqual(['ab'])
  })

  it('uses an event up, or counts it again, as the reading says', () => {
    const four = ['a', 'b', 'c', 'd'].map((id, index) => event(id, first + index * DAY))
    expect(hits(four)).toEqual(['ab', 'cd'])
    expect(hits(four, { reuse: 'again' })).toEqual(['ab', 'bc', 'cd'])
  })

  it('counts for ever where no time is set [S0-A-7.4b]', () => {
    const three = [event('a', 0), event('b', 900 * DAY), event('c', 3_000 * DAY)]
    expect(hits(three, { count: 3, months: null })).toEqual(['abc'])
  })

  it('is blocked by a blank', () => expect(countHits([event('a', 0)], () => null)).toEqual([]))
})

/** By brute force: walk through time; at each event, is there any group of so many unused ones, this the last, that fits? */
function oracle(events: readonly CountedEvent[], { count, months, span, reuse }: CountReading): string[] {
  const ordered = [...events].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const used = new Set<string>()
  const found: string[] = []
  ordered.forEach((last, index) => {
    const inside = ordered.slice(0, index + 1).filter((one) => {
      if (used.has(one.id)) return false
      if (months === null) return true
      if (span === 'rolling') return plusMonths(one.at, months) >= last.at
      const month = (on: Instant) => {
        const date = new Date(on + 8 * HOUR)
        return date.getUTCFullYear() * 12 + date.getUTCMonth()
      }
      return month(last.at) - month(one.at) < months
    })
    if (inside.length < count) return
    const group = inside.slice(-count)
    found.push(group.map((one) => one.id).join(','))
    if (reuse === 'once') for (const one of group) used.add(one.id)
  })
  return found
}

/** Days about month ends and the leap day, a millisecond to either side of midnight. */
const instants = fc.oneof(
  fc.integer({ min: at('2023-10-01T00:00:00'), max: at('2024-12-31T00:00:00') }),
  fc
    .tuple(
      fc.constantFrom('2023-11-29', '2023-11-30', '2023-12-31', '2024-02-28', '2024-02-29', '2024-03-31', '2024-05-31'),
      fc.integer({ min: -1, max: 1 }),
    )
    .map(([on, ms]) => at(`${on}T00:00:00`) + ms),
)

describe('counting in a window', () => {
  it('agrees with the plain text of the rule, whatever the order of arrival [S0-A-7.4b] [S0-A-7.6] [S0-A-7.7] [S0-A-7.S4]', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(instants, { maxLength: 14 }),
        fc.record({
          count: fc.integer({ min: 1, max: 6 }),
          months: fc.constantFrom(null, 1, 3, 6),
          span: fc.constantFrom('rolling' as const, 'calendar' as const),
          reuse: fc.constantFrom('once' as const, 'again' as const),
        }),
        fc.nat(),
        (times, given, turn) => {
          const events = times.map((time, index) => event(String.fromCharCode(97 + index), time))
          const arrived = [...events.slice(turn % (events.length + 1)), ...events.slice(0, turn % (events.length + 1))]
          const found = countHits(arrived, () => given).map((hit) => hit.map((one) => one.id).join(','))
          expect(found).toEqual(oracle(events, given))
        },
      ),
      { numRuns: 1_000 },
    )
  })
})
