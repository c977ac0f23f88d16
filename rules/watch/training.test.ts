import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../instant.ts'
import { statedTerms } from '../policy/stated.ts'
import { localDate, parseInstant } from '../time/local.ts'
import { monthlyLeast, monthSpan, type Counted } from './training.ts'

const at = (text: string) => parseInstant(`${text}+08:00`)
const terms = (changed: Record<string, unknown> = {}) => statedTerms(changed, ['S2'])
const training = (counted: Counted[], on: string, now: number, changed = {}, isIdle = false) =>
  monthlyLeast('watch.training', { counted, isIdle }, on, terms(changed), now)

describe('training of a month [S2-4.4.3a]', () => {
  const now = at('2028-03-10T00:00:00')

  it.each([
    ['2028-02-15', '2028-02-01T00:00:00', '2028-03-01T00:00:00'],
    ['2027-02-28', '2027-02-01T00:00:00', '2027-03-01T00:00:00'],
    ['2027-12-31', '2027-12-01T00:00:00', '2028-01-01T00:00:00'],
  ])('of %s counts from its first instant until its last millisecond', (on, first, next) => {
    expect(monthSpan(on)).toEqual({ fromAt: at(first), untilAt: at(next) - 1 })
    const have = (instant: number) => training([{ at: instant, amount: HOUR }], on, now)!.have
    expect([at(first) - 1, at(first), at(next) - 1, at(next)].map(have)).toEqual([0, HOUR, HOUR, 0])
  })

  it('is 8 hours, not a millisecond less; it lacks until the month is over and is missed then', () => {
    const with8 = (less: number) => [{ at: at('2028-02-29T12:00:00'), amount: 8 * HOUR - less }]
    const end = at('2028-03-01T00:00:00')
    const state = (less: number, when: number) => training(with8(less), '2028-02-01', when)!.state
    expect([state(0, end), state(1, end - 1), state(1, end)]).toEqual(['met', 'lacking', 'missed'])
    expect(training([], '2028-02-01', end)).toMatchObject({ clause: 'S2-4.4.3a', limit: 8 * HOUR, unit: 'hours' })
  })

  it('is owed by who was on leave for the whole month, unless the reading says otherwise; a blank judges nobody', () => {
    expect(training([], '2028-02-01', now, {}, true)!.state).toBe('missed')
    expect(training([], '2028-02-01', now, { 'watch.trainingIdle': 'notOwed' }, true)).toBeNull()
    expect(training([], '2028-02-01', now, { 'watch.trainingIdle': 'notOwed' })!.state).toBe('missed')
    expect(training([], '2028-02-01', now, { 'watch.training': null })).toMatchObject({ state: 'blank', limit: null })
    expect(monthlyLeast('watch.training', { counted: [], isIdle: false }, '2028-02-01', {}, now)).toBeNull()
  })

  it('adds up as who sorts slips into twelve boxes would, in any order', () => {
    const from = at('2027-11-30T23:59:59')
    const slip = fc.record({
      at: fc.nat(130 * DAY).map((ms) => from + ms),
      amount: fc.integer({ min: 1, max: 5 * HOUR }),
    })
    const edge = fc
      .tuple(fc.constantFrom('2027-12', '2028-01', '2028-02', '2028-03'), fc.constantFrom(-1, 0, 1))
      .map(([month, ms]) => ({ at: at(`${month}-01T00:00:00`) + ms, amount: HOUR }))
    fc.assert(
      fc.property(fc.array(fc.oneof(slip, edge), { maxLength: 12 }), (slips) => {
        const boxes: Record<string, number> = {}
        for (const one of slips)
          boxes[localDate(one.at).slice(0, 7)] = (boxes[localDate(one.at).slice(0, 7)] ?? 0) + one.amount
        for (const month of ['2027-12', '2028-01', '2028-02', '2028-03']) {
          const told = training(slips, `${month}-05`, from + 300 * DAY)!
          const have = boxes[month] ?? 0
          expect(told).toMatchObject({ have, state: have < 8 * HOUR ? 'missed' : 'met' })
          expect(training(slips.toReversed(), `${month}-05`, from + 300 * DAY)).toEqual(told)
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('joint training of a province [S2-4.4.3b]', () => {
  const joint = (counted: Counted[], isIdle: boolean, changed = {}) =>
    monthlyLeast('watch.joint', { counted, isIdle }, '2026-02-10', terms(changed), at('2026-02-28T23:59:59'))

  it('is one a month; none is owed where nobody works, unless the reading says so', () => {
    expect(joint([], false)).toMatchObject({ clause: 'S2-4.4.3b', state: 'lacking', have: 0, limit: 1, unit: 'count' })
    expect(joint([{ at: at('2026-02-28T23:59:59'), amount: 1 }], false)!.state).toBe('met')
    expect(joint([{ at: at('2026-03-01T00:00:00'), amount: 1 }], false)!.state).toBe('lacking')
    expect(joint([], true)).toBeNull()
    expect(joint([], true, { 'watch.jointIdle': 'owed' })!.state).toBe('lacking')
  })
})
