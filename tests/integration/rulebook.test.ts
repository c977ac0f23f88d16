import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { newId } from '../../db/id.ts'
import { termsFor } from '../../db/policy/terms.ts'
import { cases } from '../../db/schema/case.ts'
import { notifications } from '../../db/schema/notification.ts'
import { DAY, HOUR, MINUTE } from '../../rules/instant.ts'
import { numberOf } from '../../rules/policy/parameter.ts'
import { parseInstant } from '../../rules/time/local.ts'
import { testDb } from '../support/database.ts'
import { agreed as yes, amendment, rulebookTeam, type Who } from '../support/rulebook.ts'

const { db } = await testDb()
let now = parseInstant('2026-09-14T09:00:00+08:00')
const { api, team, post, get, submitted, approved, promises, stateOf } = await rulebookTeam(db, () => now)
const { centreGm, deputy, gm, director, sales, finance, hr, north, south, engineer } = team
const everybody = Object.values(team)
const HALF = { 'call.returnCustomer': 20 * MINUTE }

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
      sinceAt: '2026-10-01T00:00:00+08:00',
      next: null,
    })
    expect(version.signatures.map((one: { kind: string; byId: string }) => [one.kind, one.byId])).toEqual([
      ['submitted', hr.personId],
      ['reviewed', deputy.personId],
      ['approved', centreGm.personId],
      ['published', centreGm.personId],
    ])
    const { document, items } = await get(engineer, '/api/rulebooks/S2/versions')
    expect(document).toMatchObject({ number: 'CL/WP-YX-KF-004', level: 3, edition: 'A/0', effectiveOn: '2016-10-15' })
    expect(document.revisions.map((one: { on: string }) => one.on)).toEqual(['2015-01-01', '2016-09-20'])
    expect(items).toMatchObject([
      { version: 1, kind: 'base', draftedBy: [], reference: null },
      {
        version: 2,
        effectiveFromAt: '2026-10-01T00:00:00+08:00',
        reference: 'CL-2026-014',
        note: '回电时限缩短',
        draftedBy: [hr.personId],
        reviewedBy: [deputy.personId],
        approvedBy: [centreGm.personId],
      },
    ])
    expect(version.before).toBe(1)
    expect((await get(hr, path)).before).toEqual({ 'call.returnCustomer': 30 * MINUTE })
    const before = await get(engineer, '/api/rulebooks/S2/versions/1')
    expect(before.parameters.find((one: { key: string }) => one.key === 'call.returnCustomer')).toMatchObject({
      value: 30 * MINUTE,
      next: { value: 20 * MINUTE, fromAt: '2026-10-01T00:00:00+08:00' },
    })

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
    expect((await patch(hr, { values: { 'call.returnCustomer': null } })).body.code).toBe('policy.cannotBeBlank')
    expect((await patch(hr, { values: { 'call.returnCustomer': 25 * MINUTE } })).status).toBe(200)
    await post(hr, `${path}/submission`)
    await post(deputy, `${path}/review`, yes)
    expect((await post(centreGm, `${path}/approval`, yes)).status).toBe(200)
    expect((await get(hr, path)).signatures).toHaveLength(3)
  })

  it('can be withdrawn by its author until it is published', async () => {
    const { path, caseId } = await submitted(hr, amendment('S2', HALF))
    expect((await post(director, `${path}/withdrawal`)).body.code).toBe('rulebook.notAuthor')
    const whole = await post(director, `/api/cases/${caseId}/withdrawal`, { reason: 'x' })
    expect(whole.body.code).toBe('case.withdrawnApart')
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
    const { path } = await approved(erratum, centreGm)
    expect((await post(centreGm, `${path}/publication`, {})).status).toBe(200)
    const [reached] = await db.select().from(cases).where(eq(cases.id, running))
    expect(numberOf(reached!.terms, 'call.contact')).toBe(10 * MINUTE)
    // The version that was published for October takes the correction in, as one that nobody has to sign or read anew.
    const { items } = await get(hr, '/api/rulebooks/S2/versions')
    expect(items.map((one: { version: number; kind: string }) => [one.version, one.kind])).toEqual([
      [1, 'base'],
      [2, 'amendment'],
      [3, 'erratum'],
      [4, 'merged'],
    ])
    expect(items[3]).toMatchObject({ effectiveFromAt: items[1].effectiveFromAt, approvedBy: [centreGm.personId] })
    expect((await get(hr, '/api/rulebooks/S2/versions/4')).before).toBe(2)
    expect((await get(hr, '/api/rulebooks/S2/versions/3')).before).toBe(1)
    const later = await termsFor(db, { topic: 'serviceResponse', at: parseInstant('2026-10-01T00:00:00+08:00') })
    expect([numberOf(later, 'call.contact'), numberOf(later, 'call.returnCustomer')]).toEqual([
      10 * MINUTE,
      20 * MINUTE,
    ])
    await post(engineer, '/api/rulebooks/S2/versions/3/acknowledgements')
    const readers = (await get(hr, '/api/rulebooks/S2/versions/4/acknowledgements')).items
    expect(
      readers.find((one: { personId: string }) => one.personId === engineer.personId).acknowledgedAt,
    ).not.toBeNull()
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
