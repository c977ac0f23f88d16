import { describe, expect, it } from 'vitest'
import { expectEnded, expectEscalated, expectOnce } from '../chaos/checks.ts'
import { callRound, unreturnedRound } from '../chaos/call.ts'
import { havoc, openWorld, seeded } from '../chaos/world.ts'

/** Five seeds in every run of the tests; `npm run chaos` sets fifty. */
const ROUNDS = Number(process.env['SHOUYUE_CHAOS_ROUNDS'] ?? 5)
const ROUND_MS = 120_000
const CALL_FACTS = [
  'missed',
  'talked',
  'recorded',
  'assigned',
  'contacted',
  'established',
  'informed',
  'informed',
  'workOrdered',
  'tracked',
]

const world = await openWorld()

describe('worker and API killed at random points', () => {
  it.each(Array.from({ length: ROUNDS }, (_, i) => i + 1))(
    'seed %i: nothing lost, nothing twice, caught up within 10 s of the restart',
    async (seed) => {
      const random = seeded(seed)
      const storm = havoc(world, random)
      const [kept, unreturned] = await Promise.all([
        callRound(world, `+86139${String(10_000_000 + seed)}`, random),
        unreturnedRound(world, `+86138${String(10_000_000 + seed)}`),
      ])
      expect(await storm.end()).toBeGreaterThan(0)
      await expectEnded(world, [kept])
      await expectOnce(world, kept, CALL_FACTS)
      await expectEscalated(world, unreturned)
    },
    ROUND_MS,
  )
})
