import fc from 'fast-check'
import { expect, it } from 'vitest'
import { totalsOf, type ConductReading, type Pointed } from './totals.ts'

/** Days about the ends of months, the leap day among them. */
const days = ['2023-12-31', '2024-01-01', '2024-02-28', '2024-02-29', '2024-03-01', '2024-06-30', '2024-07-01']
const entry: fc.Arbitrary<Pointed> = fc.record({
  personId: fc.constantFrom('a', 'b'),
  clause: fc.constantFrom('S4-Q-p4a', 'S4-Q-p6'),
  points: fc.constantFrom(5, 10, 20),
  on: fc.constantFrom(...days),
  lifted: fc.boolean(),
})

it('points agree with a tally on paper, for any period and in any order [S4-Q-p4a, S4-Q-p4b, S4-Q-p5, S4-Q-p6, S4-Q-p12]', () => {
  const reading: fc.Arbitrary<ConductReading> = fc.record({
    startScore: fc.constantFrom(null, 100),
    periodMonths: fc.constantFrom(null, 1, 3, 6, 12),
    consequenceFrom: fc.constantFrom(null, 20, 40),
  })
  const months = fc.constantFrom('2023-12', '2024-01', '2024-02', '2024-03', '2024-06', '2024-07')
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 15 }), months, reading, (entries, month, given) => {
      // The period is the block of so many months that the month lies in, counted from each January.
      const number = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1
      const block = (text: string) => (given.periodMonths ? Math.floor(number(text) / given.periodMonths) : 0)
      const expected = ['a', 'b'].flatMap((personId) => {
        const own = entries.filter((one) => one.personId === personId && !one.lifted)
        const counted = own.filter(({ on }) => number(on) <= number(month) && block(on) === block(month))
        const sum = (all: readonly Pointed[]) => all.reduce((total, one) => total + one.points, 0)
        const now = counted.filter(({ on }) => on.startsWith(month))
        const running = sum(counted)
        const left = given.startScore === null ? null : given.startScore - running
        const reached = given.consequenceFrom !== null && running >= given.consequenceFrom
        return counted.length === 0 ? [] : [`${personId} ${sum(now)} ${now.length} ${running} ${left} ${reached}`]
      })
      const found = totalsOf([...entries].reverse(), month, () => given)
      expect(
        found
          .map((one) => `${one.personId} ${one.month} ${one.events} ${one.running} ${one.score} ${one.reached}`)
          .sort(),
      ).toEqual(expected)
      for (const { month: points, byClause } of found)
        expect(Object.values(byClause).reduce((total, one) => total + one, 0)).toBe(points)
    }),
    { numRuns: 200 },
  )
})
