import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { sweep } from '../../db/case/tick.ts'
import { newId } from '../../db/id.ts'
import { termsFor } from '../../db/policy/terms.ts'
import { cases, obligations } from '../../db/schema/case.ts'
import { followReaders } from '../../db/rulebook/followReaders.ts'
import { acknowledge } from '../../db/rulebook/publish.ts'
import { customer, project } from '../../db/schema/customer.ts'
import { notifications } from '../../db/schema/notification.ts'
import { person } from '../../db/schema/person.ts'
import { policyBindings } from '../../db/schema/policy.ts'
import { projectMember } from '../../db/schema/staffChange.ts'
import { DAY, HOUR, MINUTE } from '../../rules/instant.ts'
import { numberOf } from '../../rules/policy/parameter.ts'
import { parseInstant } from '../../rules/time/local.ts'
import { testApi } from '../support/api.ts'
import { testDb } from '../support/database.ts'
import { department } from '../support/department.ts'

const { db } = await testDb()
await department(db, {})
let now = parseInstant('2026-09-14T09:00:00+08:00')
const api = await testApi(db, { clock: () => now })
const team = {
  centreGm: await api.signedIn(['centreGm']),
  deputy: await api.signedIn(['centreDeputyGm']),
  gm: await api.signedIn(['companyGm']),
  director: await api.signedIn(['serviceDirector']),
  sales: await api.signedIn(['salesManager']),
  finance: await api.signedIn(['finance']),
  hr: await api.signedIn(['hrSpecialist']),
  north: await api.signedIn(['regionalManager']),
  south: await api.signedIn(['regionalManager']),
  engineer: await api.signedIn(['engineer']),
}
type Who = { token: string; personId: string }
const { centreGm, deputy, gm, director, sales, finance, hr, north, south, engineer } = team
const everybody = Object.values(team)
const post = (who: Who, path: string, body: unknown = {}) => api.ask('post', path, { as: who.token, body })
const get = async (who: Who, path: string) => (await api.ask('get', path, { as: who.token })).body

const HALF = { 'call.returnCustomer': 20 * MINUTE }
const amendment = (rulebookId: string, values: object = {}) => ({
  rulebookId,
  kind: 'amendment',
  values,
  note: '回电时限缩短',
  reference: 'CL-2026-014',
})
const yes = { approved: true, reason: '同意' }

/** A draft, submitted; its path. */
async function submitted(author: Who, body: object) {
  const { status, body: made } = await post(author, '/api/rulebook-drafts', body)
  expect(status).toBe(201)
  const path = `/api/rulebook-drafts/${made.caseId}`
  expect((await post(author, `${path}/submission`)).status).toBe(200)
  return { path, caseId: made.caseId as string }
}
/** Of S2, approved by its three signatures. */
async function approvedS2(body: object = amendment('S2', HALF)) {
  const { path, caseId } = await submitted(hr, body)
  expect((await post(deputy, `${path}/review`, yes)).status).toBe(200)
  expect((await post(centreGm, `${path}/approval`, yes)).status).toBe(200)
  return { path, caseId }
}
const promises = async (caseId: string, promise: string) =>
  db
    .select()
    .from(obligations)
    .where(and(eq(obligations.caseId, caseId), eq(obligations.promise, promise)))
const stateOf = async (caseId: string) => (await db.select().from(cases).where(eq(cases.id, caseId)))[0]!.state

describe('a rulebook of three signatures', () => {
  it('runs from the draft to the last acknowledgement [S2-T0-1 S2-T0-2 S2-T2-3.1-5 S2-T2-3.9-3]', async () => {
    const { path, caseId } = await submitted(hr, amendment('S2', HALF))
    expect((await post(centreGm, `${path}/approval`, yes)).body.code).toBe('case.notYet')
    expect((await post(centreGm, `${path}/review`, yes)).body.code).toBe('rulebook.notYourSignature')
    expect((await post(deputy, `${path}/review`, yes)).status).toBe(200)
    expect((await post(deputy, `${path}/approval`, yes)).body.code).toBe('rulebook.notYourSignature')
    expect((await post(centreGm, `${path}/approval`, yes)).status).toBe(200)
    expect((await post(centreGm, `${path}/approval`, yes)).body.code).toBe('case.settledAlready')

    expect((await post(engineer, `${path}/publication`, { effectiveOn: '2026-10-01' })).status).toBe(403)
    expect((await post(centreGm, `${path}/publication`, {})).body.code).toBe('rulebook.noDate')
    const past = await post(centreGm, `${path}/publication`, { effectiveOn: '2026-09-13' })
    expect(past.body.code).toBe('policy.inThePast')
    const published = await post(centreGm, `${path}/publication`, { effectiveOn: '2026-10-01' })
    expect(published).toMatchObject({ status: 200, body: { version: 2 } })
    expect((await post(hr, `${path}/withdrawal`)).body.code).toBe('rulebook.published')

    // From its day on, and not a second before.
    const from = parseInstant('2026-10-01T00:00:00+08:00')
    for (const [at, limit] of [
      [from - 1_000, 30],
      [from, 20],
      [from + 1_000, 20],
    ] as const)
      expect(numberOf(await termsFor(db, { topic: 'serviceResponse', at }), 'call.returnCustomer')).toBe(limit * MINUTE)

    const version = await get(engineer, '/api/rulebooks/S2/versions/2')
    expect(version).toMatchObject({ note: '回电时限缩短', reference: 'CL-2026-014', kind: 'amendment' })
    expect(version.parameters.find((one: { key: string }) => one.key === 'call.returnCustomer')).toMatchObject({
      clause: 'S2-1.5.6',
      value: 20 * MINUTE,
    })
    expect(version.signatures.map((one: { kind: string; byId: string }) => [one.kind, one.byId])).toEqual([
      ['submitted', hr.personId],
      ['reviewed', deputy.personId],
      ['approved', centreGm.personId],
      ['published', centreGm.personId],
    ])
    const before = await get(engineer, '/api/rulebooks/S2/versions/1')
    expect(before.parameters.find((one: { key: string }) => one.key === 'call.returnCustomer').value).toBe(30 * MINUTE)

    for (const manager of [north, south]) expect((await post(manager, `${path}/publicising`)).status).toBe(200)
    expect((await post(north, `${path}/publicising`)).body.code).toBe('case.settledAlready')
    const acknowledge = (who: Who) => post(who, '/api/rulebooks/S2/versions/2/acknowledgements')
    for (const who of everybody.slice(1)) expect((await acknowledge(who)).status).toBe(204)
    const list = (await get(director, '/api/rulebooks/S2/versions/2/acknowledgements')).items
    const missing = list.filter((one: { acknowledgedAt: string | null }) => one.acknowledgedAt === null)
    expect(missing.map((one: { personId: string }) => one.personId)).toEqual([centreGm.personId])
    expect(await stateOf(caseId)).toBe('open')
    await acknowledge(centreGm)
    await acknowledge(centreGm)
    expect(await stateOf(caseId)).toBe('ended')
    const shown = (await get(engineer, '/api/rulebooks')).items.find((one: { id: string }) => one.id === 'S2')
    expect(shown).toMatchObject({ version: 1, lastReviewedAt: '2026-09-14T09:00:00+08:00' })
  })

  it('is signed by three people, none of them twice [S2-T0-1]', async () => {
    const { path } = await submitted(deputy, amendment('S2', HALF))
    expect((await post(deputy, `${path}/review`, yes)).body.code).toBe('rulebook.signedAlready')
  })

  it('goes back to its author with a reason, and is signed anew [S2-T0-1]', async () => {
    const { path, caseId } = await submitted(hr, amendment('S2', HALF))
    await post(deputy, `${path}/review`, yes)
    const patch = (who: Who, body: object) => api.ask('patch', path, { as: who.token, body })
    expect((await patch(hr, { note: '改' })).body.code).toBe('case.settledAlready')
    expect((await post(centreGm, `${path}/approval`, { approved: false, reason: '过短' })).status).toBe(200)
    expect((await get(hr, path)).signatures).toEqual([])
    const told = and(eq(notifications.caseId, caseId), eq(notifications.template, 'rulebook.sentBack'))
    expect((await db.select().from(notifications).where(told)).map((row) => row.personId)).toEqual([hr.personId])
    expect((await post(deputy, `${path}/review`, yes)).body.code).toBe('case.notYet')
    expect((await patch(centreGm, { note: '改' })).body.code).toBe('rulebook.notAuthor')
    expect((await patch(hr, { values: { 'call.returnCustomer': 'soon' } })).body.code).toBe('policy.wrongValue')
    expect((await patch(hr, { values: { 'call.returnCustomer': 25 * MINUTE } })).status).toBe(200)
    await post(hr, `${path}/submission`)
    await post(deputy, `${path}/review`, yes)
    expect((await post(centreGm, `${path}/approval`, yes)).status).toBe(200)
    expect((await get(hr, path)).signatures).toHaveLength(3)
  })

  it('can be withdrawn by its author until it is published', async () => {
    const { path, caseId } = await submitted(hr, amendment('S2', HALF))
    expect((await post(director, `${path}/withdrawal`)).body.code).toBe('rulebook.notAuthor')
    expect((await post(hr, `${path}/withdrawal`)).status).toBe(200)
    expect(await stateOf(caseId)).toBe('withdrawn')
  })

  it('as an erratum reaches running cases at once [S2-T0-2]', async () => {
    const terms = await termsFor(db, { topic: 'serviceResponse', at: now })
    const running = `call-${newId()}`
    await db.insert(cases).values({ id: running, kind: 'call', terms, startedAt: now })
    const empty = await post(hr, '/api/rulebook-drafts', {
      rulebookId: 'S2',
      kind: 'erratum',
      values: {},
      note: '笔误',
    })
    expect(empty.body.code).toBe('rulebook.noErratum')
    const erratum = { rulebookId: 'S2', kind: 'erratum', values: { 'call.contact': 10 * MINUTE }, note: '笔误' }
    const { path } = await approvedS2(erratum)
    expect((await post(centreGm, `${path}/publication`, {})).status).toBe(200)
    const [reached] = await db.select().from(cases).where(eq(cases.id, running))
    expect(numberOf(reached!.terms, 'call.contact')).toBe(10 * MINUTE)
  })
})

describe('other signatures', () => {
  it.each([
    ['S3', 'S3-8.3', [director, gm]],
    ['S4-E', 'S4-E-19', [gm]],
    ['S4-L', 'S4-L-12', [director, sales, finance]],
  ] as const)('%s needs all that %s names [S3-8.3 S4-E-19 S4-L-12]', async (id, clause, approvers) => {
    const { path, caseId } = await submitted(hr, amendment(id))
    await post(deputy, `${path}/review`, yes)
    expect((await promises(caseId, 'approve')).map((row) => row.clause)).toEqual(approvers.map(() => clause))
    for (const approver of approvers) {
      expect((await post(approvers.at(-1)!, `${path}/publication`, { effectiveOn: '2026-09-15' })).body.code).toBe(
        'case.notYet',
      )
      expect((await post(approver, `${path}/approval`, yes)).status).toBe(200)
    }
    const done = await post(approvers.at(-1)!, `${path}/publication`, { effectiveOn: '2026-09-15' })
    expect(done.status).toBe(200)
  })
})

describe('text clauses', () => {
  it('are published and acknowledged without any number [S4-F-25]', async () => {
    const book = await get(engineer, '/api/rulebooks/S4-F')
    expect(book.clauses.filter((one: { software: string }) => one.software === 'text').length).toBeGreaterThan(0)
    const wrong = await post(hr, '/api/rulebook-drafts', amendment('S4-F', { 'call.contact': 1 }))
    expect(wrong.body.code).toBe('rulebook.nothing')
    for (const expected of [1, 2]) {
      const { path } = await submitted(hr, amendment('S4-F'))
      await post(deputy, `${path}/review`, yes)
      await post(gm, `${path}/approval`, yes)
      const { body } = await post(gm, `${path}/publication`, { effectiveOn: '2026-09-14' })
      expect(body.version).toBe(expected)
      now += MINUTE
    }
    expect((await get(engineer, '/api/rulebooks/S4-F/versions/1')).note).toBe('回电时限缩短')
    expect((await post(engineer, '/api/rulebooks/S4-F/versions/3/acknowledgements')).body.code).toBe(
      'rulebook.versionUnknown',
    )
  })

  it('are the whole staff’s to read where a rulebook’s numbers hold for some only [S4-C-7]', async () => {
    const { path, caseId } = await submitted(hr, amendment('S4-C', { 'evaluation.S4-C.months': 6 }))
    await post(deputy, `${path}/review`, yes)
    await post(gm, `${path}/approval`, yes)
    expect((await post(gm, `${path}/publication`, { effectiveOn: '2026-09-14' })).body.version).toBe(2)
    expect((await promises(caseId, 'acknowledge')).map((row) => row.bearerId)).toContain(engineer.personId)
  })

  it('are due within five working days, later for who was asked later; who left is not waited for', async () => {
    const leaver = await api.signedIn(['engineer'])
    const { path, caseId } = await submitted(hr, amendment('S4-P'))
    await post(deputy, `${path}/review`, yes)
    await post(gm, `${path}/approval`, yes)
    await post(gm, `${path}/publication`, { effectiveOn: '2026-09-15' })
    const rows = await promises(caseId, 'acknowledge')
    expect(new Set(rows.map((row) => row.dueAt))).toEqual(new Set([parseInstant('2026-09-20T23:59:59+08:00')]))
    await sweep(db, parseInstant('2026-09-21T00:00:00+08:00'), 0, 500)
    expect(new Set((await promises(caseId, 'acknowledge')).map((row) => [row.verdict, row.stake].join()))).toEqual(
      new Set(['late,']),
    )
    await db.update(person).set({ active: false }).where(eq(person.id, leaver.personId))
    await post(engineer, '/api/rulebooks/S4-P/versions/1/acknowledgements')
    const left = (await promises(caseId, 'acknowledge')).find((row) => row.bearerId === leaver.personId)
    expect(left).toMatchObject({ work: 'released', reason: 'left' })
    // Somebody who joins afterwards is bound too, and can be seen not to have read it.
    const joined = await api.signedIn(['engineer'])
    const list = (await get(hr, '/api/rulebooks/S4-P/versions/1/acknowledgements')).items
    expect(list.find((one: { personId: string }) => one.personId === joined.personId).acknowledgedAt).toBeNull()
    expect((await post(joined, '/api/rulebooks/S4-P/versions/1/acknowledgements')).status).toBe(204)
  })

  it('are acknowledged by who joins later, asked then; nobody waits for who left [S2-T2-3.9-3]', async () => {
    const follow = (at: number) => followReaders(db, procedures.rulebook, at)
    const { path, caseId } = await submitted(hr, amendment('S4-H'))
    await post(deputy, `${path}/review`, yes)
    await post(gm, `${path}/approval`, yes)
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
          acknowledge(tx, procedures.rulebook, { rulebookId: 'S4-H', version: 1, byId: bearerId! }, friday + 1),
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
    expect((await post(late, '/api/rulebooks/S4-H/versions/1/acknowledgements')).status).toBe(204)
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
})

it('a review without any change is kept', async () => {
  now += HOUR + DAY
  const { token } = (
    await api.ask('post', '/api/session', { body: { username: hr.username, password: 'correct horse battery' } })
  ).body
  const reviewed = await api.ask('post', '/api/rulebooks/S0A/reviews', { as: token, body: { note: '无需修订' } })
  expect(reviewed.status).toBe(201)
  const items = (await api.ask('get', '/api/rulebooks', { as: token })).body.items as {
    id: string
    lastReviewedAt: string
  }[]
  expect(items.find((one) => one.id === 'S0A')!.lastReviewedAt).toMatch(/^2026-09-15T10:/)
  const none = await api.ask('post', '/api/rulebooks/S9/reviews', { as: token, body: { note: 'x' } })
  expect(none.body.code).toBe('rulebook.unknown')
})
