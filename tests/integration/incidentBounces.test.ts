import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { tick } from '../../db/case/tick.ts'
import { newId } from '../../db/id.ts'
import { recordBounce } from '../../db/incident/bounce.ts'
import { mailAccepted } from '../../db/incident/mail.ts'
import { escalations, facts } from '../../db/schema/case.ts'
import { MINUTE, SECOND, type Instant } from '../../rules/instant.ts'
import { testDb } from '../support/database.ts'
import { at, incidentDepartment, nightShift, nightSteps } from '../support/incident.ts'

const { db } = await testDb()
const people = await incidentDepartment(db)
const night = nightShift(db, undefined)
const { act, record, row } = nightSteps(db, night, people.knower)
const { incident } = procedures

const DUE_AT = at('17T00:40')
type Happening = { kind: 'accept' | 'tick' | 'bounce'; afterMs: number; which: number }

/** Around the due time, where it matters, mostly to the second. */
const happening = fc.record({
  kind: fc.constantFrom<Happening['kind']>('accept', 'accept', 'tick', 'bounce'),
  afterMs: fc.oneof(
    fc.integer({ min: 0, max: 20 }).map((seconds) => seconds * SECOND),
    fc.integer({ min: 0, max: 15 * MINUTE }),
  ),
  which: fc.nat(5),
})

/** Plays what happened in its order of time; returns the acceptances that stand at the end, and that moment. */
async function play(caseId: string, happenings: readonly Happening[]) {
  const standing = new Map<string, Instant>()
  let now = DUE_AT - 10 * SECOND
  for (const { kind, afterMs, which } of happenings) {
    now += afterMs
    if (kind === 'tick') await tick(db, caseId, now)
    if (kind === 'accept') {
      const notificationId = newId()
      const mail = {
        notificationId,
        caseId,
        personId: people.deputy,
        reportId: newId(),
        roles: ['centreDeputyGm' as const],
      }
      await night.run((tx) => mailAccepted(tx, incident, mail, now, now))
      const key = `mail:${notificationId}:accepted`
      const [accepted] = await db.select({ id: facts.id }).from(facts).where(eq(facts.key, key))
      standing.set(accepted!.id, now)
    }
    const acceptedId = [...standing.keys()][which % Math.max(1, standing.size)]
    if (kind !== 'bounce' || !acceptedId) continue
    await night.run((tx) => recordBounce(tx, incident, { caseId, acceptedId, occurredAt: now, ...act }, now))
    standing.delete(acceptedId)
  }
  await tick(db, caseId, now)
  return { earliest: [...standing.values()][0], now }
}

describe('acceptances, bounces and the clock in any order', () => {
  it('leave the verdict that the standing acceptances alone give, and take no step twice [S2-3.3.5b]', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 12 }), async (happenings) => {
        const caseId = await record()
        const { earliest, now } = await play(caseId, happenings)
        const late = (moment: Instant) => moment >= DUE_AT + SECOND
        const expected =
          earliest === undefined
            ? { work: 'open', verdict: late(now) ? 'late' : 'pending', settledAt: null }
            : { work: 'done', verdict: late(earliest) ? 'late' : 'onTime', settledAt: earliest }
        const found = await row(caseId, 'report', 'centreDeputyGm')
        expect(found).toMatchObject(expected)
        const steps = await db.select().from(escalations).where(eq(escalations.obligationId, found!.id))
        expect(new Set(steps.map((step) => step.step)).size).toBe(steps.length)
      }),
      { numRuns: 40 },
    )
  })
})
