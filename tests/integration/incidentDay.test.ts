import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { tick } from '../../db/case/tick.ts'
import { recordBounce } from '../../db/incident/bounce.ts'
import { submitReport } from '../../db/incident/report.ts'
import { escalations } from '../../db/schema/case.ts'
import { consequences } from '../../db/schema/consequence.ts'
import { MINUTE } from '../../rules/instant.ts'
import { testDb } from '../support/database.ts'
import { at, incidentDepartment, MAILBOXES, nightShift } from '../support/incident.ts'
import { mailServer } from '../support/mailServer.ts'

const { db } = await testDb()
const server = await mailServer()
const people = await incidentDepartment(db)
const night = nightShift(db, server.url)
const act = { byId: people.knower, actsFor: false }

/** Known 16 Feb 23:40, recorded 17 Feb 00:05 with the four calls made by then. */
async function recorded() {
  const calls = [
    ['regionalManager', '16T23:44'],
    ['technicalSupportManager', '16T23:46'],
    ['officeDirector', '16T23:51'],
    ['centreDeputyGm', '16T23:55'],
  ] as const
  const phones = calls.map(([role, time]) => ({ role, occurredAt: at(time), reached: true, byId: people.knower }))
  const { caseId } = await night.record({ knowerId: people.knower, knownAt: at('16T23:40'), phones }, '17T00:05')
  return caseId
}

const bounce = (caseId: string, acceptedId: string, time: string) =>
  night.run((tx) =>
    recordBounce(tx, procedures.incident, { caseId, acceptedId, occurredAt: at(time), ...act }, at(time)),
  )

async function recipients(caseId: string) {
  const { obligations } = await night.read(caseId)
  const rows = obligations.filter((row) => row.promise === 'report')
  return Object.fromEntries(rows.map((row) => [row.recipientRole, `${row.work}/${row.verdict}`]))
}

describe('the incident over midnight', () => {
  it('comes out as the day says: four of four, four on time, one and so the whole 90 s late [S2-3.3.5a] [S2-3.3.5b]', async () => {
    const caseId = await recorded()
    const first = await night.read(caseId)
    expect(first.report.dueAt).toBe(at('17T00:40:00'))
    expect(first.phones).toMatchObject({ done: 4, of: 4, verdict: 'onTime' })
    expect(
      Object.fromEntries(first.phones.calls.map((call) => [call.role, [call.tookMs! / MINUTE, call.via]])),
    ).toEqual({
      regionalManager: [4, 'holder'],
      technicalSupportManager: [6, 'holder'],
      officeDirector: [11, 'substitute'],
      centreDeputyGm: [15, 'holder'],
    })
    expect(first.phones.calls.find((call) => call.role === 'officeDirector')?.reachedId).toBe(people.standIn)

    await night.submit({ caseId, byId: people.knower }, '17T00:37:59')
    expect(await night.deliver('17T00:38:00')).toBe(5)
    const sent = await night.read(caseId)
    expect(sent.report).toMatchObject({ done: 5, of: 5, verdict: 'onTime', lateByMs: null })
    expect(sent.report.deliveries.map((one) => one.acceptedAt)).toEqual(Array(5).fill(at('17T00:38:00')))

    const toEngineer = sent.report.deliveries.find((one) => one.personId === people.supportEngineer)!
    await bounce(caseId, toEngineer.acceptedId!, '17T00:39:30')
    expect((await recipients(caseId)).technicalSupportEngineer).toBe('open/pending')
    await tick(db, caseId, at('17T00:40:00'))
    expect((await recipients(caseId)).technicalSupportEngineer).toBe('open/pending')
    await tick(db, caseId, at('17T00:40:01'))
    expect((await recipients(caseId)).technicalSupportEngineer).toBe('open/late')

    const again = await night.run((tx) => submitReport(tx, procedures.incident, { caseId, ...act }, at('17T00:41:20')))
    expect(again.mailed).toEqual([{ personId: people.supportEngineer, roles: ['technicalSupportEngineer'] }])
    await night.deliver('17T00:41:30')
    expect(await recipients(caseId)).toEqual({
      regionalManager: 'done/onTime',
      technicalSupportEngineer: 'done/late',
      technicalSupportManager: 'done/onTime',
      technicalServiceManager: 'done/onTime',
      centreDeputyGm: 'done/onTime',
    })
    expect((await night.read(caseId)).report).toMatchObject({ done: 5, of: 5, verdict: 'late', lateByMs: 90_000 })
    expect(await db.select().from(consequences).where(eq(consequences.caseId, caseId))).toEqual([])
  })

  it.each([
    ['17T00:39:59', 'onTime'],
    ['17T00:40:00', 'onTime'],
    ['17T00:40:01', 'late'],
  ])('sent at %s is %s [S2-3.3.5b]', async (time, verdict) => {
    const caseId = await recorded()
    await night.submit({ caseId, byId: people.knower }, '17T00:38')
    await night.deliver(time)
    expect((await night.read(caseId)).report).toMatchObject({ done: 5, verdict })
  })

  it('a bounce entered after due makes the row late at once, and the superior is told once [S2-3.3.5b]', async () => {
    const caseId = await recorded()
    await night.submit({ caseId, byId: people.knower }, '17T00:20')
    await night.deliver('17T00:20')
    const { deliveries } = (await night.read(caseId)).report
    const back = deliveries.find((one) => one.personId === people.deputy)!
    await bounce(caseId, back.acceptedId!, '17T00:41')
    expect((await recipients(caseId)).centreDeputyGm).toBe('open/late')
    await tick(db, caseId, at('17T00:41:30'))
    const steps = await db.select().from(escalations).where(eq(escalations.caseId, caseId))
    expect(steps.filter((step) => step.step === 'superior').map((step) => step.recipientIds)).toEqual([
      [people.regional],
    ])
    await expect(bounce(caseId, back.acceptedId!, '17T00:42')).rejects.toMatchObject({
      code: 'incident.bouncedAlready',
    })
  })

  it('a bounce leaves the row settled while another mail to the role stands', async () => {
    const caseId = await recorded()
    const again = { caseId, byId: people.knower, roles: ['centreDeputyGm'] as const }
    await night.submit(again, '17T00:20')
    await night.deliver('17T00:20')
    await night.submit(again, '17T00:25')
    await night.deliver('17T00:25')
    const [first] = (await night.read(caseId)).report.deliveries
    await bounce(caseId, first!.acceptedId!, '17T00:26')
    const row = (await night.read(caseId)).obligations.find(
      (one) => one.recipientRole === 'centreDeputyGm' && one.promise === 'report',
    )!
    expect([row.work, row.verdict, row.settledAt]).toEqual(['done', 'onTime', at('17T00:25')])
  })

  it('a refusal is not sent: that recipient stays open while the others are on time [S2-3.3.5b]', async () => {
    const caseId = await recorded()
    server.manners.set(MAILBOXES.regional, 550)
    await night.submit({ caseId, byId: people.knower }, '17T00:20')
    await night.deliver('17T00:20')
    server.manners.clear()
    expect(await recipients(caseId)).toMatchObject({ regionalManager: 'open/pending', centreDeputyGm: 'done/onTime' })
    const refused = (await night.read(caseId)).report.deliveries.find((one) => one.personId === people.regional)!
    expect(refused).toMatchObject({ attempts: 1, error: 'smtp 550', acceptedAt: null })
    expect(refused.givenUpAt).not.toBeNull()
  })
})

describe('our own mail is down', () => {
  it('excuses the author whose report waited for it, sent when it is back [S2-3.3.5b]', async () => {
    const caseId = await recorded()
    await server.stop()
    await night.submit({ caseId, byId: people.knower }, '17T00:30')
    await night.deliver('17T00:30')
    await night.deliver('17T00:39:30')
    expect((await night.read(caseId)).report).toMatchObject({ done: 0, verdict: 'pending' })
    await tick(db, caseId, at('17T00:40:01'))
    await night.deliver('17T00:41:30')
    expect(await recipients(caseId)).toMatchObject({ centreDeputyGm: 'open/excused', regionalManager: 'open/excused' })
    await server.start()
    await night.deliver('17T00:50')
    const after = await night.read(caseId)
    expect(after.report).toMatchObject({ done: 5, verdict: 'excused' })
    expect(new Set(after.obligations.filter((row) => row.promise === 'report').map((row) => row.reason))).toEqual(
      new Set(['ownMailDown']),
    )
  })

  it('excuses also where the mail got through before anybody had looked [S2-3.3.5b]', async () => {
    const caseId = await recorded()
    await server.stop()
    await night.submit({ caseId, byId: people.knower }, '17T00:39')
    await night.deliver('17T00:39')
    await server.start()
    await night.deliver('17T00:40:01')
    expect((await night.read(caseId)).report).toMatchObject({ done: 5, verdict: 'excused' })
  })

  it('does not excuse a report that was submitted after due [S2-3.3.5b]', async () => {
    const caseId = await recorded()
    await server.stop()
    await night.submit({ caseId, byId: people.knower }, '17T00:40:01')
    await night.deliver('17T00:40:01')
    await server.start()
    await night.deliver('17T00:42')
    expect((await night.read(caseId)).report).toMatchObject({ done: 5, verdict: 'late', lateByMs: 120_000 })
  })
})
