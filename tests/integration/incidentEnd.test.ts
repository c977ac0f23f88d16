import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { withdrawCase } from '../../db/case/change.ts'
import { tick } from '../../db/case/tick.ts'
import { newId } from '../../db/id.ts'
import { recordBounce } from '../../db/incident/bounce.ts'
import { mergeIncident } from '../../db/incident/merge.ts'
import { trackIncident } from '../../db/incident/track.ts'
import { person, personRole } from '../../db/schema/person.ts'
import { PHONED_ROLES } from '../../rules/incident/incident.ts'
import { testDb } from '../support/database.ts'
import { at, incidentDepartment, MAILBOXES, nightShift, nightSteps } from '../support/incident.ts'
import { mailServer } from '../support/mailServer.ts'

const { db } = await testDb()
const server = await mailServer()
const people = await incidentDepartment(db)
const night = nightShift(db, server.url)
const { incident } = procedures
const { act, record, call, row, rowsOf, stepsOf, stateOf } = nightSteps(db, night, people.knower)

describe('two reports of one incident', () => {
  it('merge: both duties stay, on their own clocks, and it is tracked once [S2-T2-3.3-6]', async () => {
    const first = await record()
    const second = await record({ knowerId: people.other, knownAt: at('16T23:50') }, '16T23:51')
    const merge = (caseId: string, intoId: string) =>
      night.run((tx) => mergeIncident(tx, incident, { caseId, intoId, byId: people.support }, at('16T23:55')))
    await expect(merge(first, first)).rejects.toMatchObject({ code: 'incident.mergeSelf' })
    await merge(second, first)
    expect(await row(second, 'track')).toMatchObject({ work: 'elsewhere', reason: 'merged' })
    expect(await row(second, 'report', 'centreDeputyGm')).toMatchObject({
      work: 'open',
      bearerId: people.other,
      dueAt: at('17T00:50'),
    })
    expect(await row(first, 'report', 'centreDeputyGm')).toMatchObject({
      work: 'open',
      bearerId: people.knower,
      dueAt: at('17T00:40'),
    })
    expect((await night.read(first)).mergedIds).toEqual([second])
    await expect(merge(second, first)).rejects.toMatchObject({ code: 'incident.mergedAlready' })
    await expect(merge(first, second)).rejects.toMatchObject({ code: 'incident.mergedAlready' })

    await tick(db, second, at('17T00:50:01'))
    expect((await row(second, 'report', 'centreDeputyGm'))?.verdict).toBe('late')
    for (const role of PHONED_ROLES) await call(second, role, '17T00:51', { byId: people.other })
    await night.submit({ caseId: second, byId: people.other }, '17T00:52')
    await night.deliver('17T00:52')
    expect((await stateOf(second))?.state).toBe('ended')
  })
})

describe('the end of an incident', () => {
  const track = (caseId: string, byId: string, leads: boolean, time = '17T09:00') =>
    night.run((tx) =>
      trackIncident(tx, incident, { caseId, result: '更换模块', occurredAt: at(time), byId, leads }, at(time)),
    )

  it('is tracked by the manager, and by the engineer for their own part [S2-T2-3.3-6] [S2-T2-3.11-6]', async () => {
    const caseId = await record()
    await expect(track(caseId, people.other, false)).rejects.toMatchObject({ code: 'case.notYours' })
    await track(caseId, people.knower, false)
    const rows = await rowsOf(caseId, 'track')
    expect(Object.fromEntries(rows.map((one) => [one.clause, one.work]))).toEqual({
      'S2-T2-3.3-6': 'open',
      'S2-T2-3.11-6': 'done',
    })
  })

  it('a bounce after it opens the incident again until the mail is sent [S2-3.3.5b]', async () => {
    const caseId = await record()
    for (const role of PHONED_ROLES) await call(caseId, role, '16T23:44')
    await night.submit({ caseId, byId: people.knower }, '17T00:10')
    await night.deliver('17T00:10')
    await track(caseId, people.service, true)
    expect((await stateOf(caseId))?.state).toBe('ended')
    const [delivery] = (await night.read(caseId)).report.deliveries
    const back = { caseId, acceptedId: delivery!.acceptedId!, occurredAt: at('17T09:30'), ...act }
    await night.run((tx) => recordBounce(tx, incident, back, at('17T09:30')))
    expect(await stateOf(caseId)).toMatchObject({ state: 'open', reopened: 1, endedAt: null })
    expect((await night.read(caseId)).report).toMatchObject({ done: 4, verdict: 'late', lateByMs: null })
    await night.submit({ caseId, byId: people.knower, subject: undefined, body: undefined }, '17T09:40')
    await night.deliver('17T09:40')
    expect((await stateOf(caseId))?.state).toBe('ended')
  })

  it('withdrawn: no clock of it ticks on and no mail of it goes out', async () => {
    const caseId = await record()
    await night.submit({ caseId, byId: people.knower }, '16T23:45')
    const before = server.to(MAILBOXES.deputy).length
    await night.run((tx) => withdrawCase(tx, { caseId, reason: '误报', byId: people.support }, at('16T23:46')))
    await night.deliver('16T23:47')
    await tick(db, caseId, at('17T05:00'))
    expect(server.to(MAILBOXES.deputy)).toHaveLength(before)
    expect(await stepsOf(caseId)).toEqual([])
    expect(await stateOf(caseId)).toMatchObject({ state: 'withdrawn', nextAlarmAt: null })
    await expect(call(caseId, 'regionalManager', '17T05:00')).rejects.toMatchObject({ code: 'case.closed' })
  })
})

describe('submitting the report', () => {
  it('needs a text once, is not submitted twice while on its way, and goes again to whom it did not reach [S2-3.3.5b]', async () => {
    const caseId = await record()
    const bare = { caseId, byId: people.knower, subject: undefined, body: undefined }
    await expect(night.submit(bare, '16T23:50')).rejects.toMatchObject({ code: 'incident.reportEmpty' })
    server.manners.set(MAILBOXES.deputy, 550)
    await night.submit({ caseId, byId: people.knower }, '16T23:50')
    await expect(night.submit(bare, '16T23:50')).rejects.toMatchObject({ code: 'incident.reportOnItsWay' })
    await night.deliver('16T23:50')
    server.manners.clear()
    const again = await night.submit(bare, '16T23:55')
    expect(again.mailed).toEqual([{ personId: people.deputy, roles: ['centreDeputyGm'] }])
    await night.deliver('16T23:55')
    const { report } = await night.read(caseId)
    expect(report).toMatchObject({ done: 5, verdict: 'onTime' })
    expect(report.versions).toHaveLength(1)
    await expect(night.submit(bare, '16T23:56')).rejects.toMatchObject({ code: 'case.settledAlready' })
  })

  it('one mail to a person of two roles settles both; roles without a mailbox are named [S2-3.3.5b]', async () => {
    const both = { id: newId(), personId: people.service, role: 'technicalSupportEngineer' as const, fromAt: 0 }
    await db.insert(personRole).values(both)
    await db.update(person).set({ email: null }).where(eq(person.id, people.supportEngineer))
    await db.update(person).set({ email: null }).where(eq(person.id, people.regional))
    const caseId = await record()
    const { mailed, unreachable } = await night.submit({ caseId, byId: people.knower }, '16T23:50')
    expect(mailed.find((to) => to.personId === people.service)?.roles.sort()).toEqual([
      'technicalServiceManager',
      'technicalSupportEngineer',
    ])
    expect(unreachable).toEqual(['regionalManager'])
    expect(await night.deliver('16T23:50')).toBe(3)
    expect((await night.read(caseId)).report).toMatchObject({ done: 4, of: 5 })
    await db.delete(personRole).where(eq(personRole.id, both.id))
    await db.update(person).set({ email: MAILBOXES.supportEngineer }).where(eq(person.id, people.supportEngineer))
    await db.update(person).set({ email: MAILBOXES.regional }).where(eq(person.id, people.regional))
  })
})
