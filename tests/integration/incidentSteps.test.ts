import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { tick } from '../../db/case/tick.ts'
import { newId } from '../../db/id.ts'
import { downgrade, learnFlags } from '../../db/incident/flags.ts'
import { phone } from '../../db/incident/phone.ts'
import { person, personRole, region } from '../../db/schema/person.ts'
import { PHONED_ROLES, type IncidentFlag } from '../../rules/incident/incident.ts'
import { testDb } from '../support/database.ts'
import { at, incidentDepartment, nightShift, nightSteps } from '../support/incident.ts'

const { db } = await testDb()
const people = await incidentDepartment(db)
const night = nightShift(db, undefined)
const { incident } = procedures
const { act, record, call, learn, row, stepsOf } = nightSteps(db, night, people.knower)

describe('phoning the four', () => {
  it('escalates at the house target, one second before it not, and is never late [S2-3.3.5a]', async () => {
    const caseId = await record()
    await call(caseId, 'regionalManager', '16T23:44')
    await tick(db, caseId, at('16T23:54:59'))
    expect(await stepsOf(caseId)).not.toContain('superior')
    await tick(db, caseId, at('16T23:55:00'))
    expect((await stepsOf(caseId)).filter((step) => step === 'superior')).toHaveLength(3)
    await call(caseId, 'centreDeputyGm', '17T02:00')
    expect(await row(caseId, 'phone', 'centreDeputyGm')).toMatchObject({ work: 'done', verdict: 'onTime' })
    expect(await row(caseId, 'phone', 'technicalSupportManager')).toMatchObject({ work: 'open', verdict: 'pending' })
  })

  it('reaches an absent holder through the substitute, or the holder all the same [S2-3.3.5a]', async () => {
    const caseId = await record()
    await call(caseId, 'officeDirector', '16T23:42', { reachedId: people.office })
    const other = await record()
    await call(other, 'officeDirector', '16T23:42')
    const reached = async (id: string) =>
      (await night.read(id)).phones.calls.find((one) => one.role === 'officeDirector')
    expect(await reached(caseId)).toMatchObject({ reachedId: people.office, via: 'holder' })
    expect(await reached(other)).toMatchObject({ reachedId: people.standIn, via: 'substitute' })
  })

  it('refuses whoever does not answer for the role, and whoever may not act for the first to know [S2-3.3.5a]', async () => {
    const caseId = await record()
    const wrong = call(caseId, 'centreDeputyGm', '16T23:42', { reachedId: people.support })
    await expect(wrong).rejects.toMatchObject({ code: 'incident.notThatRole', details: { clause: 'S2-3.3.5a' } })
    const stranger = call(caseId, 'centreDeputyGm', '16T23:42', { byId: people.other })
    await expect(stranger).rejects.toMatchObject({ code: 'incident.notYours' })
    await call(caseId, 'centreDeputyGm', '16T23:42', { byId: people.other, actsFor: true })
    expect((await row(caseId, 'phone', 'centreDeputyGm'))?.work).toBe('done')
  })

  it('an attempt is kept and tells nobody [S2-3.3.5a]', async () => {
    const caseId = await record()
    await call(caseId, 'regionalManager', '16T23:43', { reached: false })
    const [shown] = (await night.read(caseId)).phones.calls.filter((one) => one.role === 'regionalManager')
    expect(shown).toMatchObject({ at: null, triedAt: [at('16T23:43')] })
    expect((await row(caseId, 'phone', 'regionalManager'))?.work).toBe('open')
  })

  it('two people ticking the same call: one winner and one clear answer', async () => {
    const caseId = await record()
    const both = await Promise.allSettled([
      call(caseId, 'regionalManager', '16T23:43'),
      call(caseId, 'regionalManager', '16T23:44', { byId: people.support, actsFor: true }),
    ])
    const lost = both.filter((one) => one.status === 'rejected')
    expect(lost).toHaveLength(1)
    expect(lost[0]!.reason).toMatchObject({ code: 'case.settledAlready' })
  })

  it('claims of the future are refused, in calls and in knowing', async () => {
    const caseId = await record()
    const early = night.run((tx) =>
      phone(
        tx,
        incident,
        { caseId, role: 'regionalManager', reached: true, occurredAt: at('17T00:00'), ...act },
        at('16T23:59'),
      ),
    )
    await expect(early).rejects.toMatchObject({ code: 'fact.future' })
    await expect(record({ knownAt: at('16T23:50') })).rejects.toMatchObject({ code: 'fact.future' })
    await expect(call(caseId, 'regionalManager', '16T23:39:59')).rejects.toMatchObject({ code: 'fact.beforeCase' })
  })

  it('a vacant post is the unit’s gap, whoever was spoken to in its place [S2-3.3.5a]', async () => {
    await db.delete(personRole).where(eq(personRole.role, 'technicalSupportManager'))
    const vacant = await record()
    expect(await row(vacant, 'phone', 'technicalSupportManager')).toMatchObject({ bearerId: null, bearerRole: 'unit' })
    await expect(call(vacant, 'technicalSupportManager', '16T23:50')).rejects.toMatchObject({
      code: 'incident.whichOne',
    })
    await call(vacant, 'technicalSupportManager', '16T23:50', { reachedId: people.service })
    expect((await night.read(vacant)).phones.calls.find((one) => one.role === 'technicalSupportManager')?.via).toBe(
      'other',
    )
    await db
      .insert(personRole)
      .values({ id: newId(), personId: people.support, role: 'technicalSupportManager', fromAt: 0 })
  })

  it('of several regions the one it is in is asked: as said, or the only one of the first to know', async () => {
    const [north, south] = [newId(), newId()]
    for (const id of [north, south]) await db.insert(region).values({ id, code: id, name: id })
    const [boss, engineer] = [newId(), newId()]
    for (const id of [boss, engineer]) await db.insert(person).values({ id, code: id, name: '北', kind: 'staff' })
    const held = { fromAt: 0, toAt: at('18T00:00'), regionId: north }
    await db.insert(personRole).values({ id: newId(), personId: boss, role: 'regionalManager', ...held })
    await db.insert(personRole).values({ id: newId(), personId: engineer, role: 'engineer', ...held })
    const reached = async (given: object) => {
      const caseId = await record(given)
      const { knowerId = people.knower } = given as { knowerId?: string }
      await call(caseId, 'regionalManager', '16T23:43', { byId: knowerId, actsFor: true })
      return (await night.read(caseId)).phones.calls.find((one) => one.role === 'regionalManager')?.reachedId
    }
    expect(await reached({ regionId: north })).toBe(boss)
    expect(await reached({ regionId: south })).toBe(people.regional)
    expect(await reached({ knowerId: engineer })).toBe(boss)
    await expect(record({ regionId: 'nowhere' })).rejects.toMatchObject({ code: 'region.notFound' })
    await db.delete(personRole).where(eq(personRole.personId, boss))
  })

  it('whoever holds a role of the four does not phone themselves [S2-3.3.5a]', async () => {
    const caseId = await record({ knowerId: people.regional })
    const { calls } = (await night.read(caseId)).phones
    expect(calls.map((one) => one.role).sort()).toEqual(
      PHONED_ROLES.filter((role) => role !== 'regionalManager').sort(),
    )
  })
})

describe('a mass State Grid fault', () => {
  it('known at first: one call to the deputy GM tells of both [S2-3.2.2.8] [S2-3.3.5a]', async () => {
    const caseId = await record({ flags: ['massStateGrid'] })
    expect(await row(caseId, 'massFault')).toMatchObject({ dueKind: 'prompt', dueAt: at('16T23:55'), work: 'open' })
    await call(caseId, 'centreDeputyGm', '16T23:42')
    expect(await row(caseId, 'massFault')).toMatchObject({ work: 'done', verdict: 'onTime', settledAt: at('16T23:42') })
    expect((await row(caseId, 'phone', 'centreDeputyGm'))?.work).toBe('done')
  })

  it('learnt later: owed from then, by a call since then [S2-3.2.2.8]', async () => {
    const caseId = await record()
    await call(caseId, 'centreDeputyGm', '16T23:42')
    await learn(caseId, ['massStateGrid'], '16T23:50')
    expect(await row(caseId, 'massFault')).toMatchObject({
      work: 'open',
      anchorAt: at('16T23:50'),
      dueAt: at('17T00:05'),
    })
    await tick(db, caseId, at('17T00:04:59'))
    const before = (await stepsOf(caseId)).length
    await tick(db, caseId, at('17T00:05:00'))
    expect((await stepsOf(caseId)).length).toBeGreaterThan(before)
    await call(caseId, 'centreDeputyGm', '17T00:06')
    expect(await row(caseId, 'massFault')).toMatchObject({ work: 'done', settledAt: at('17T00:06') })
  })

  it('entered after the call that told it: settled by that call [S2-3.2.2.8]', async () => {
    const caseId = await record()
    await call(caseId, 'centreDeputyGm', '16T23:52')
    const entered = { caseId, flags: ['massStateGrid'] as const, occurredAt: at('16T23:51'), ...act }
    await night.run((tx) => learnFlags(tx, incident, entered, at('17T00:01')))
    expect(await row(caseId, 'massFault')).toMatchObject({ work: 'done', settledAt: at('16T23:52') })
  })

  it('taken back later: what was owed on what was known stays owed [S2-3.2.2.8]', async () => {
    const caseId = await record({ flags: ['qualityIncident', 'massStateGrid'] })
    const lower = (flags: IncidentFlag[]) =>
      night.run((tx) =>
        downgrade(
          tx,
          incident,
          { caseId, flags, reason: '单台', occurredAt: at('16T23:50'), byId: people.support },
          at('16T23:50'),
        ),
      )
    await lower(['massStateGrid'])
    expect((await night.read(caseId)).flags).toEqual(['qualityIncident'])
    expect((await row(caseId, 'massFault'))?.work).toBe('open')
    expect((await row(caseId, 'report', 'centreDeputyGm'))?.work).toBe('open')
    await expect(lower(['massStateGrid'])).rejects.toMatchObject({ code: 'incident.flagsHeld' })
    await expect(lower(['qualityIncident'])).rejects.toMatchObject({ code: 'incident.flagsNone' })
    await expect(learn(caseId, ['qualityIncident'], '16T23:51')).rejects.toMatchObject({ code: 'incident.flagsHeld' })
  })
})
