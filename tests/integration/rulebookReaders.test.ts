import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { sweep } from '../../db/case/tick.ts'
import { newId } from '../../db/id.ts'
import { versionAt } from '../../db/policy/terms.ts'
import { boundPeople, rulebooksBinding } from '../../db/rulebook/bound.ts'
import { followReaders } from '../../db/rulebook/followReaders.ts'
import { acknowledge } from '../../db/rulebook/publish.ts'
import { customer, project } from '../../db/schema/customer.ts'
import { notifications } from '../../db/schema/notification.ts'
import { person, personRole, region } from '../../db/schema/person.ts'
import { policyBindings } from '../../db/schema/policy.ts'
import { projectMember } from '../../db/schema/staffChange.ts'
import { DAY, MINUTE, SECOND } from '../../rules/instant.ts'
import { measures } from '../../rules/measure/measures.ts'
import { rulebooks } from '../../rules/rulebook/rulebooks.ts'
import { parseInstant } from '../../rules/time/local.ts'
import { testDb } from '../support/database.ts'
import { amendment, rulebookTeam, type Who } from '../support/rulebook.ts'

const { db } = await testDb()
let now = parseInstant('2026-09-14T09:00:00+08:00')
const { api, team, post, get, approved, promises, stateOf } = await rulebookTeam(db, () => now)
const { gm, hr, north, south, engineer } = team

/** A rulebook as somebody finds it in the list of all. */
const bookOf = async (who: Who, id: string) =>
  (await get(who, '/api/rulebooks')).items.find((one: { id: string }) => one.id === id)
const unread = async (who: Who) => (await get(who, '/api/workplace')).unread

describe('first versions', () => {
  it('ask everybody they bind by one matter at the workplace, without a clock or a notice [S2-T2-3.9-3]', async () => {
    const who = await api.signedIn(['engineer'])
    const bound = (await get(who, '/api/rulebooks')).items.filter((one: { bound: boolean }) => one.bound)
    expect(bound.map((one: { id: string }) => one.id)).toEqual(expect.arrayContaining(['S0A', 'S2', 'S4-C', 'S0-B']))
    expect(await unread(who)).toBe(bound.length)
    const told = await db.select().from(notifications).where(eq(notifications.personId, who.personId))
    expect(told).toEqual([])
    expect((await post(who, '/api/rulebooks/S4-B/versions/1/acknowledgements')).status).toBe(204)
    expect(await unread(who)).toBe(bound.length - 1)
    expect(await bookOf(who, 'S4-B')).toMatchObject({ bound: true, waiting: false })
    const readers = (await get(hr, '/api/rulebooks/S4-B/versions/1/acknowledgements')).items
    const [theirs] = readers.filter((one: { personId: string }) => one.personId === who.personId)
    expect(theirs).toMatchObject({ bound: true, acknowledgedAt: expect.any(String) })
    const counted = async (by: Who) =>
      (await get(by, '/api/rulebooks?readers=true')).items.find((one: { id: string }) => one.id === 'S4-B').readers
    expect([await counted(hr), await counted(who)]).toEqual([{ bound: readers.length, acknowledged: 1 }, null])
  })

  it('are whoever is bound later’s to read then, and nobody’s whom they do not bind [S2-T2-3.9-3]', async () => {
    const who = await api.signedIn(['engineer'])
    expect(await bookOf(who, 'S4-I')).toMatchObject({ bound: false, waiting: false })
    const binding = { policy: 'S4-I', topic: 'report', scope: 'person', scopeId: who.personId, fromAt: now }
    await db.insert(policyBindings).values(binding)
    now -= SECOND
    expect(await bookOf(who, 'S4-I')).toMatchObject({ bound: false })
    now += SECOND
    expect(await bookOf(who, 'S4-I')).toMatchObject({ bound: true, waiting: true })
  })

  it('give way to a later version, whose publication asks by a promise of its own', async () => {
    const before = await unread(engineer)
    expect(await bookOf(engineer, 'S4-K')).toMatchObject({ version: 1, waiting: true })
    const { path } = await approved(amendment('S4-K'))
    await post(gm, `${path}/publication`, { effectiveOn: '2026-09-14' })
    expect(await bookOf(engineer, 'S4-K')).toMatchObject({ version: 2, bound: true, waiting: false })
    expect(await unread(engineer)).toBe(before - 1)
  })
})

describe('text clauses', () => {
  it('are published and acknowledged without any number', async () => {
    const book = await get(engineer, '/api/rulebooks/S4-R')
    expect(book.clauses.filter((one: { software: string }) => one.software === 'text').length).toBeGreaterThan(0)
    const wrong = await post(hr, '/api/rulebook-drafts', amendment('S4-R', { 'call.contact': 1 }))
    expect(wrong.body.code).toBe('rulebook.nothing')
    for (const expected of [2, 3]) {
      const { path } = await approved(amendment('S4-R'))
      const { body } = await post(gm, `${path}/publication`, { effectiveOn: '2026-09-14' })
      expect(body.version).toBe(expected)
      now += MINUTE
    }
    expect((await get(engineer, '/api/rulebooks/S4-R/versions/2')).note).toBe('回电时限缩短')
    expect(await get(engineer, '/api/rulebooks/S4-R/versions')).toMatchObject({
      document: null,
      items: [
        { version: 1, kind: 'base' },
        { version: 2, draftedBy: [hr.personId], approvedBy: [gm.personId] },
        { version: 3 },
      ],
    })
    expect((await post(engineer, '/api/rulebooks/S4-R/versions/4/acknowledgements')).body.code).toBe(
      'rulebook.versionUnknown',
    )
  })

  it('take an erratum in words: it holds from what it corrects, and is read like any version [S2-T0-2]', async () => {
    now += MINUTE
    const before = (await versionAt(db, 'S4-R', '', now))!
    const { path, caseId } = await approved({ ...amendment('S4-R'), kind: 'erratum', note: '错字' })
    const { body } = await post(gm, `${path}/publication`, {})
    expect(body.version).toBe(before.version + 1)
    for (const at of [before.effectiveFromAt, now])
      expect(await versionAt(db, 'S4-R', '', at)).toMatchObject({ version: body.version })
    expect((await versionAt(db, 'S4-R', '', before.effectiveFromAt - 1_000))!.version).toBeLessThan(before.version)
    expect((await promises(caseId, 'acknowledge')).map((row) => row.bearerId)).toContain(engineer.personId)
  })

  it('are revised as needed, beside numbers that stay as they are [S4-F-25]', async () => {
    const { path, caseId } = await approved(amendment('S4-F'))
    expect((await post(gm, `${path}/publication`, { effectiveOn: '2026-09-14' })).body.version).toBe(2)
    expect((await promises(caseId, 'acknowledge')).map((row) => row.bearerId)).toContain(engineer.personId)
  })

  it('are the whole staff’s to read where a rulebook’s numbers hold for some only [S4-C-7]', async () => {
    const { path, caseId } = await approved(amendment('S4-C', { 'evaluation.S4-C.months': 6 }))
    expect((await post(gm, `${path}/publication`, { effectiveOn: '2026-09-14' })).body.version).toBe(2)
    expect((await promises(caseId, 'acknowledge')).map((row) => row.bearerId)).toContain(engineer.personId)
    // In force from its publication on, and not a second before; whoever breaks it can be punished.
    expect((await versionAt(db, 'S4-C', '', now - 1_000))!.version).toBe(1)
    for (const at of [now, now + 1_000]) expect((await versionAt(db, 'S4-C', '', at))!.version).toBe(2)
    expect(measures.some(({ programme, side }) => programme === 'S4-C' && side === 'sanction')).toBe(true)
  })

  it('of the installation handbook bind everybody, of the head office, a branch or an alliance company [S0-B-1.2]', async () => {
    const ids = []
    for (const regionId of [null, 'branch', 'alliance']) {
      const id = newId()
      if (regionId) await db.insert(region).values({ id: regionId, code: regionId, name: regionId })
      await db.insert(person).values({ id, code: id, name: '安装员', kind: 'staff' })
      await db.insert(personRole).values({ id: newId(), personId: id, role: 'engineer', regionId, fromAt: 0 })
      ids.push(id)
    }
    const outsider = newId()
    await db.insert(person).values({ id: outsider, code: outsider, name: '客户', kind: 'client' })
    const bound = await boundPeople(db, 'S0-B', now)
    expect(bound).toEqual(expect.arrayContaining(ids))
    expect(bound).not.toContain(outsider)
  })

  it('are due within five working days, later for who was asked later; who left is not waited for', async () => {
    const leaver = await api.signedIn(['engineer'])
    const { path, caseId } = await approved(amendment('S4-P'))
    await post(gm, `${path}/publication`, { effectiveOn: '2026-09-15' })
    const rows = await promises(caseId, 'acknowledge')
    expect(new Set(rows.map((row) => row.dueAt))).toEqual(new Set([parseInstant('2026-09-20T23:59:59+08:00')]))
    await sweep(db, parseInstant('2026-09-21T00:00:00+08:00'), 0, 500)
    expect(new Set((await promises(caseId, 'acknowledge')).map((row) => [row.verdict, row.stake].join()))).toEqual(
      new Set(['late,']),
    )
    await db.update(person).set({ active: false }).where(eq(person.id, leaver.personId))
    await post(engineer, '/api/rulebooks/S4-P/versions/2/acknowledgements')
    const left = (await promises(caseId, 'acknowledge')).find((row) => row.bearerId === leaver.personId)
    expect(left).toMatchObject({ work: 'released', reason: 'left' })
    // Somebody who joins afterwards is bound too, and can be seen not to have read it.
    const joined = await api.signedIn(['engineer'])
    const list = (await get(hr, '/api/rulebooks/S4-P/versions/2/acknowledgements')).items
    expect(list.find((one: { personId: string }) => one.personId === joined.personId).acknowledgedAt).toBeNull()
    expect((await post(joined, '/api/rulebooks/S4-P/versions/2/acknowledgements')).status).toBe(204)
  })

  it('are acknowledged by who joins later, asked then; nobody waits for who left [S2-T2-3.9-3]', async () => {
    const follow = (at: number) => followReaders(db, procedures.rulebook, at)
    const { path, caseId } = await approved(amendment('S4-H'))
    await post(gm, `${path}/publication`, { effectiveOn: '2026-09-15' })
    const leaver = await api.signedIn(['engineer'])
    const row = async (who: Who) => (await promises(caseId, 'acknowledge')).find((one) => one.bearerId === who.personId)
    expect(await row(leaver)).toBeUndefined()
    const friday = parseInstant('2026-09-18T09:00:00+08:00')
    expect(await follow(friday)).toContain(caseId)
    // Five working days from when they were asked, the make-up day of a Sunday among them.
    expect(await row(leaver)).toMatchObject({ work: 'open', dueAt: parseInstant('2026-09-24T23:59:59+08:00') })
    expect(await row(engineer)).toMatchObject({ dueAt: parseInstant('2026-09-20T23:59:59+08:00') })
    expect(await follow(friday + 1)).not.toContain(caseId)

    for (const manager of [north, south]) await post(manager, `${path}/publicising`)
    for (const { bearerId } of await promises(caseId, 'acknowledge'))
      if (bearerId !== leaver.personId)
        await db.transaction((tx) =>
          acknowledge(tx, procedures.rulebook, { rulebookId: 'S4-H', version: 2, byId: bearerId! }, friday + 1),
        )
    expect(await stateOf(caseId)).toBe('open')
    await db.update(person).set({ active: false }).where(eq(person.id, leaver.personId))
    await follow(friday + 2)
    expect(await row(leaver)).toMatchObject({ work: 'released', reason: 'left' })
    expect(await stateOf(caseId)).toBe('ended')

    // Long after everybody had read it, somebody else joins.
    const late = await api.signedIn(['engineer'])
    expect(await follow(friday + DAY)).toContain(caseId)
    expect([await stateOf(caseId), (await row(late))!.work]).toEqual(['open', 'open'])
    const told = and(eq(notifications.personId, late.personId), eq(notifications.template, 'rulebook.published'))
    expect((await db.select().from(notifications).where(told)).map((one) => one.caseId)).toContain(caseId)
    expect((await post(late, '/api/rulebooks/S4-H/versions/2/acknowledgements')).status).toBe(204)
    expect(await stateOf(caseId)).toBe('ended')
  })

  it('of a project’s rulebook bind its members only [S4-N-1.2 S4-O-1.2 S4-S-1.2 S4-D-1.2]', async () => {
    const [customerId, id] = [newId(), newId()]
    await db.insert(customer).values({ id: customerId, code: customerId, name: '㴨水人社局' })
    await db.insert(project).values({ id, customerId, name: '信息化运维' })
    const resident = await api.signedIn(['engineer'])
    await db.insert(projectMember).values({ projectId: id, personId: resident.personId })
    for (const policy of ['S4-N', 'S4-O', 'S4-S', 'S4-D']) {
      await db.insert(policyBindings).values({ policy, topic: 'staffChange', scope: 'project', scopeId: id, fromAt: 0 })
      const bound = (await get(hr, `/api/rulebooks/${policy}/versions/1/acknowledgements`)).items
      expect(bound.map((one: { personId: string }) => one.personId)).toEqual([resident.personId])
      expect((await post(engineer, `/api/rulebooks/${policy}/versions/1/acknowledgements`)).body.code).toBe(
        'rulebook.notBound',
      )
    }
  })

  it('bind the same people whichever side one asks from', async () => {
    const everybody = await db.select({ id: person.id }).from(person).orderBy(person.id)
    for (const { id: book } of rulebooks) {
      const bound = await boundPeople(db, book, now)
      for (const { id } of everybody)
        expect([book, id, (await rulebooksBinding(db, id, now)).has(book)]).toEqual([book, id, bound.includes(id)])
    }
  })
})
