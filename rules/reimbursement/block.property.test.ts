import fc from 'fast-check'
import { expect, it } from 'vitest'
import { statedTerms } from '../policy/stated.ts'
import { blocksOf } from './block.ts'

it('a trip is blocked by its latest report alone, whatever order reports arrive in [S2-3.2.4.3b]', () => {
  const terms = statedTerms({}, ['S2'])
  const report = fc.record({ trip: fc.constantFrom('A', 'B', 'C'), stamped: fc.boolean() })
  fc.assert(
    fc.property(fc.array(report, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (drawn, draws) => {
      // A millisecond lies between one report and the next.
      const reports = drawn.map((one, n) => ({ id: `r${n}`, at: n, ...one }))
      const arrived = [...reports].sort(() => ((draws.next().value as number) % 3) - 1)
      const open = new Map<string, string>()
      for (const { id, trip, stamped } of reports) {
        if (stamped) open.delete(trip)
        else open.set(trip, id)
      }
      const found = blocksOf(arrived, () => terms).map(({ report: { id, trip } }) => [trip, id])
      expect(found.sort()).toEqual([...open].sort())
    }),
    { numRuns: 200 },
  )
})
