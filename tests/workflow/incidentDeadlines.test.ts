import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { mailAccepted } from '../../db/incident/mail.ts'
import { phone } from '../../db/incident/phone.ts'
import { recordIncident } from '../../db/incident/record.ts'
import { newId } from '../../db/id.ts'
import { escalations, obligations } from '../../db/schema/case.ts'
import { PHONED_ROLES, REPORT_ROLES } from '../../rules/incident/incident.ts'
import { HOUR, MINUTE, SECOND, type Instant } from '../../rules/instant.ts'
import { testDb } from '../support/database.ts'
import { incidentDepartment } from '../support/incident.ts'
import { skippingSystem } from '../support/skipping.ts'
import { eventually } from '../support/system.ts'

const { db } = await testDb()
const people = await incidentDepartment(db)
const { act, until, wholeSecond } = await skippingSystem(db)
const { incident } = procedures
const FROM_KNOWING_TO_RECORDING = 10 * MINUTE

/** Known at a second of the server's clock, recorded ten minutes later. */
async function known() {
  const knownAt = (await wholeSecond()) + SECOND
  const now = knownAt + FROM_KNOWING_TO_RECORDING
  await until(now)
  const what = { title: '离线', description: '离线', flags: ['massStateGrid'] as const }
  const { caseId } = await act(
    (made: { caseId: string }) => made.caseId,
    (tx) => recordIncident(tx, incident, { knowerId: people.knower, byId: people.knower, knownAt, ...what }, now),
  )
  return { caseId, knownAt }
}

const rowsOf = (caseId: string, promise: string) =>
  db
    .select()
    .from(obligations)
    .where(and(eq(obligations.caseId, caseId), eq(obligations.promise, promise)))

const verdictsOf = async (caseId: string) => [...new Set((await rowsOf(caseId, 'report')).map((row) => row.verdict))]
const stepsOf = (caseId: string) => db.select().from(escalations).where(eq(escalations.caseId, caseId))

const sendAll = (caseId: string, at: Instant) =>
  act(
    () => caseId,
    (tx) => {
      const mail = {
        notificationId: newId(),
        caseId,
        personId: people.deputy,
        reportId: newId(),
        roles: [...REPORT_ROLES],
      }
      return mailAccepted(tx, incident, mail, at, at)
    },
  )

describe('the hour of the report, by the workflow’s own clock', () => {
  it('passes unsent: pending one second before and at the last second, late after [S2-3.3.5b]', async () => {
    const { caseId, knownAt } = await known()
    await until(knownAt + HOUR - SECOND)
    expect(await verdictsOf(caseId)).toEqual(['pending'])
    await until(knownAt + HOUR)
    expect(await verdictsOf(caseId)).toEqual(['pending'])
    await until(knownAt + HOUR + SECOND)
    const late = async () => ((await verdictsOf(caseId)).join() === 'late' ? true : undefined)
    expect(await eventually(late)).toBe(true)
    expect((await stepsOf(caseId)).every((step) => step.by === 'timer')).toBe(true)
  })

  it.each([
    [-SECOND, 'onTime'],
    [0, 'onTime'],
    [SECOND, 'late'],
  ])('sent %i ms from its end is %s, and the clock changes nothing [S2-3.3.5b]', async (from, verdict) => {
    const { caseId, knownAt } = await known()
    await until(knownAt + HOUR + from)
    await sendAll(caseId, knownAt + HOUR + from)
    expect(await verdictsOf(caseId)).toEqual([verdict])
    await until(knownAt + 3 * HOUR)
    expect(await verdictsOf(caseId)).toEqual([verdict])
  })
})

describe('phoning at once, by the workflow’s own clock', () => {
  it('climbs the ladder from the house target on and is never late [S2-3.3.5a] [S2-3.2.2.8]', async () => {
    const { caseId, knownAt } = await known()
    await until(knownAt + 15 * MINUTE - SECOND)
    expect((await stepsOf(caseId)).filter((step) => step.step === 'superior')).toEqual([])
    await until(knownAt + 15 * MINUTE + SECOND)
    const first = await eventually(async () => {
      const steps = (await stepsOf(caseId)).filter((step) => step.step === 'superior')
      return steps.length === PHONED_ROLES.length + 1 ? steps : undefined
    })
    expect(new Set(first.map((step) => step.plannedAt))).toEqual(new Set([knownAt + 15 * MINUTE]))
    const rows = [...(await rowsOf(caseId, 'phone')), ...(await rowsOf(caseId, 'massFault'))]
    expect(new Set(rows.map((row) => row.verdict))).toEqual(new Set(['pending']))
  })

  it('made in time: no step of the ladder is taken [S2-3.3.5a] [S2-3.2.2.8]', async () => {
    const { caseId, knownAt } = await known()
    const occurredAt = knownAt + 15 * MINUTE - SECOND
    await until(occurredAt)
    for (const role of PHONED_ROLES)
      await act(
        () => caseId,
        (tx) =>
          phone(
            tx,
            incident,
            { caseId, role, reached: true, occurredAt, byId: people.knower, actsFor: false },
            occurredAt,
          ),
      )
    await until(knownAt + 45 * MINUTE)
    expect((await stepsOf(caseId)).filter((step) => !step.step.startsWith('remind'))).toEqual([])
  })
})
