import fc from 'fast-check'
import { expect, it } from 'vitest'
import { statedTerms } from '../policy/stated.ts'
import { rankingOf } from './ranking.ts'

it('the ranking agrees with lining people up by hand, whatever order they come in [S0-A-8.1e] [S0-A-8.1f]', () => {
  const one = fc.record({
    regionId: fc.constantFrom('N', 'S', null),
    months: fc.integer({ min: 0, max: 6 }),
    scoreFen: fc.constantFrom(-9_000, -5_000, -5_000, 0, 0, 10_000),
  })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 12 }), fc.integer({ min: 0, max: 300_001 }), (drawn, base) => {
      const terms = statedTerms({ 'pay.bonusBase': base, 'pay.tierOne': 25, 'pay.tierTwo': 60 }, ['S0A'])
      const standings = drawn.map((given, n) => ({ personId: `p${n}`, ...given }))
      const expected = standings
        .filter(({ months }) => months >= 3)
        .map(({ personId, regionId, scoreFen }) => {
          const peers = standings.filter((other) => other.months >= 3 && other.regionId === regionId)
          const place = 1 + peers.filter((other) => other.scoreFen > scoreFen).length
          // Tier one takes a begun quarter of the line, tier two up to a begun three fifths.
          const [one, two] = [Math.ceil(peers.length * 0.25), Math.ceil(peers.length * 0.6)]
          const coefficient = place <= one ? 0.8 : place <= two ? 0.5 : 0.3
          return `${personId} ${place}/${peers.length} ${Math.round(base * coefficient)}`
        })
      const found = rankingOf([...standings].reverse(), terms).map(
        ({ personId, rank, of, amountFen }) => `${personId} ${rank}/${of} ${amountFen}`,
      )
      expect(found.sort()).toEqual(expected.sort())
    }),
    { numRuns: 200 },
  )
})
