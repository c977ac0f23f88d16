import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY, type Instant } from '../instant.ts'
import { statedTerms } from '../policy/stated.ts'
import { localDate, parseInstant } from '../time/local.ts'
import { judgeLeaves, stretches, type Leave } from './leave.ts'

const at = (text: string) => parseInstant(`${text}+08:00`)
const terms =
  (changed: Record<string, unknown> = {}) =>
  () =>
    statedTerms(changed, ['S4-F'])
const one = (fromAt: Instant, toAt: Instant | null, changed = {}, now = fromAt) =>
  judgeLeaves([{ id: 'a', fromAt, toAt }], terms(changed), 'joined', now)[0]!

describe('personal leave [S4-F-10]', () => {
  it.each([
    ['2026-03-05T09:00:00', '2026-04-05T09:00:00', 'clamp'],
    ['2026-01-31T09:00:00', '2026-02-28T09:00:00', 'clamp'],
    ['2028-01-31T00:00:00', '2028-02-29T00:00:00', 'clamp'],
    ['2028-01-29T00:00:00', '2028-02-29T00:00:00', 'clamp'],
    ['2027-02-28T00:00:00', '2027-03-28T00:00:00', 'clamp'],
    ['2027-02-28T00:00:00', '2027-03-31T00:00:00', 'stick'],
    ['2028-02-29T00:00:00', '2028-03-29T00:00:00', 'clamp'],
    ['2028-02-29T00:00:00', '2028-03-31T00:00:00', 'stick'],
  ])('from %s may last until %s (%s), not a millisecond longer', (from, until, reading) => {
    const by = { 'watch.leaveEndOfMonth': reading }
    for (const [ms, over] of [
      [-1, false],
      [0, false],
      [1, true],
    ] as const)
      expect(one(at(from), at(until) + ms, by)).toMatchObject({
        isOver: over,
        watched: { clause: 'S4-F-10', state: over ? 'exceeded' : 'met', untilAt: at(until) },
      })
  })

  it('that has no end yet is over once the month is', () => {
    const from = at('2026-03-05T09:00:00')
    const until = at('2026-04-05T09:00:00')
    expect([until, until + 1].map((now) => one(from, null, {}, now).isOver)).toEqual([false, true])
    expect(one(from, null, {}, from - DAY)).toMatchObject({ isOver: false, watched: { have: 0 } })
  })

  it('is not judged where the cap is blank, nor where no rulebook states one', () => {
    const ever = at('2020-01-01T00:00:00')
    expect(one(ever, null, { 'watch.leave': null }, at('2026-01-01T00:00:00'))).toMatchObject({
      isOver: false,
      watched: { state: 'blank', limit: null, untilAt: null },
    })
    expect(judgeLeaves([{ id: 'a', fromAt: ever, toAt: null }], () => ({}), 'joined', ever)).toEqual([])
  })

  it('goes by the number in force when it begins', () => {
    const turn = at('2026-03-10T00:00:00')
    const dated = (from: Instant) => statedTerms({ 'watch.leave': from < turn ? 1 : 2 }, ['S4-F'])
    const both = [turn - 1, turn].map((fromAt) => ({ id: String(fromAt), fromAt, toAt: fromAt + 40 * DAY }))
    expect(judgeLeaves(both, dated, 'each', turn).map(({ isOver }) => isOver)).toEqual([true, false])
  })

  it('counts as days put side by side would, whatever order they were entered in', () => {
    const first = at('2027-12-01T00:00:00')
    const leaf = fc.record({ start: fc.nat(90), days: fc.integer({ min: 1, max: 25 }) })
    fc.assert(
      fc.property(fc.array(leaf, { maxLength: 8 }), (drawn) => {
        const leaves = drawn.map(({ start, days }, i): Leave => ({
          id: String(i),
          fromAt: first + start * DAY,
          toAt: first + (start + days) * DAY,
        }))
        const judged = judgeLeaves(leaves, terms(), 'joined', first)
        expect(judgeLeaves(leaves.toReversed(), terms(), 'joined', first)).toEqual(judged)
        const told = judged.map(({ fromAt, toAt, isOver }) => [fromAt, toAt, isOver])
        const runs = byHand(leaves, first)
        expect(told).toEqual(runs)
        const yearly = judgeLeaves(leaves.toReversed(), terms(), 'yearly', first)
        const years = [2027, 2028].map((year) => runs.filter(([from]) => localDate(from).startsWith(String(year))))
        expect(yearly.map(({ isOver }) => isOver)).toEqual(
          years
            .filter((all) => all.length > 0)
            .map((all) => all.reduce((days, [from, to]) => days + (to - from) / DAY, 0) > daysAllowed(all[0]![0])),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('may be read as all of a calendar year, by its beginning, to the millisecond', () => {
    const from = at('2026-03-01T00:00:00')
    const other = at('2026-11-01T00:00:00')
    const leaves = (ms: number) => [
      { id: 'b', fromAt: other, toAt: other + 21 * DAY + ms },
      { id: 'a', fromAt: from, toAt: from + 10 * DAY },
      { id: 'next', fromAt: at('2027-01-01T00:00:00'), toAt: at('2027-01-02T00:00:00') },
    ]
    for (const [ms, over] of [
      [-1, false],
      [0, false],
      [1, true],
    ] as const)
      expect(judgeLeaves(leaves(ms), terms(), 'yearly', from)).toMatchObject([
        { ids: ['a', 'b'], isOver: over, watched: { limit: 31 * DAY, untilAt: other + 21 * DAY } },
        { ids: ['next'], isOver: false },
      ])
  })

  it('may be read each by itself', () => {
    const from = at('2026-03-01T00:00:00')
    const two = [0, 20].map((day) => ({ id: String(day), fromAt: from + day * DAY, toAt: from + (day + 20) * DAY }))
    expect(stretches(two, 'joined').map(({ ids }) => ids)).toEqual([['0', '20']])
    expect(judgeLeaves(two, terms(), 'joined', from)[0]!.isOver).toBe(true)
    expect(judgeLeaves(two, terms(), 'each', from).map(({ isOver }) => isOver)).toEqual([false, false])
  })
})

/** The same by crossing out days on a wall calendar. */
function byHand(leaves: readonly Leave[], first: Instant) {
  const away = new Set(leaves.flatMap(({ fromAt, toAt }) => daysOf(fromAt, toAt!)))
  const runs: [Instant, Instant, boolean][] = []
  for (let day = first; day < first + 130 * DAY; day += DAY) {
    if (!away.has(day) || away.has(day - DAY)) continue
    let end = day
    while (away.has(end)) end += DAY
    runs.push([day, end, (end - day) / DAY > daysAllowed(day)])
  }
  return runs
}

const daysOf = (fromAt: Instant, toAt: Instant) =>
  Array.from({ length: (toAt - fromAt) / DAY }, (_, i) => fromAt + i * DAY)

/** From a day until the day of the same number in the next month, or until that month's last. */
function daysAllowed(from: Instant): number {
  const [, month, day] = localDate(from).split('-').map(Number) as [number, number, number]
  const next = (month % 12) + 1
  let n = 1
  for (; ; n++) {
    const [, m, d] = localDate(from + n * DAY)
      .split('-')
      .map(Number) as [number, number, number]
    const [, after] = localDate(from + (n + 1) * DAY)
      .split('-')
      .map(Number) as [number, number, number]
    if (m === next && (d === day || after !== next)) return n
  }
}
