import { describe, expect, it } from 'vitest'
import { callRound, unreturnedRound } from '../chaos/call.ts'
import { expectEnded, expectEscalated, expectFined, expectOnce } from '../chaos/checks.ts'
import { INCIDENT_FACTS, incidentRound } from '../chaos/incident.ts'
import { taskRound } from '../chaos/serviceTask.ts'
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
      const number = (prefix: string) => `+86${prefix}${String(10_000_000 + seed)}`
      const rounds = Promise.all([
        callRound(world, number('139'), random),
        unreturnedRound(world, number('138')),
        incidentRound(world, random),
        taskRound(world, number('137'), random),
      ])
      // Whatever becomes of the rounds, the storm ends with them: the next seed starts in calm weather.
      const [call, unreturned, incident, task] = await rounds.finally(() => storm.end())
      expect(storm.kills()).toBeGreaterThan(0)
      await expectEnded(world, [call, incident, task.caseId])
      await expectOnce(world, call, CALL_FACTS)
      await expectOnce(world, incident, INCIDENT_FACTS)
      await expectOnce(world, task.caseId, task.kinds)
      await expectEscalated(world, unreturned)
      await expectFined(world, task.caseId)
    },
    ROUND_MS,
  )
})
