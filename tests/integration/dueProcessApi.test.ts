import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { amend } from '../../db/policy/amend.ts'
import { newId } from '../../db/id.ts'
import { consequences } from '../../db/schema/consequence.ts'
import { region } from '../../db/schema/person.ts'
import { penaltyParameters } from '../../rules/penalty/parameters.ts'
import { DAY } from '../../rules/instant.ts'
import { parseInstant } from '../../rules/time/local.ts'
import { testApi } from '../support/api.ts'
import { testDb } from '../support/database.ts'
import { department } from '../support/department.ts'
import { everyEntryExplainsItself } from '../support/explained.ts'
import { barePromise } from '../support/promise.ts'

const { db } = await testDb()
await department(db, {})
let now = parseInstant('2026-04-07T09:00:00+08:00')
const api = await testApi(db, { clock: () => now })
const [gm, centreGm, manager, engineer, other] = [
  await api.signedIn(['companyGm']),
  await api.signedIn(['centreGm']),
  await api.signedIn(['technicalSupportManager']),
  await api.signedIn(['technicalSupportEngineer']),
  await api.signedIn(['engineer']),
]
type Who = { token: string; personId: string }
const post = (who: Who, path: string, body: unknown = {}, headers?: Record<string, string>) =>
  api.ask('post', path, { as: who.token, body, headers })
const get = (who: Who, path: string) => api.ask('get', path, { as: who.token })

async function paper(who: Who) {
  const headers = { 'content-type': 'application/pdf', 'content-disposition': "attachment; filename*=UTF-8''a.pdf" }
  const sent = await api.ask('post', '/api/attachments', { as: who.token, csv: `%PDF-1.7 ${who.personId}`, headers })
  return sent.body.id as string
}
/** A confirmed entry of ¥50. */
async function confirmedEntry(personId: string) {
  const steps = { lateFromAt: now, answerableFromAt: 0, steps: [], stakeFen: -5_000 }
  const { caseId } = await barePromise(db, steps, personId)
  const house = { value: 5, clause: null, policy: 'house', variant: '', version: 1 }
  await db.$client`update "case" set terms = ${JSON.stringify({ 'consequence.appealWithin': house })}::jsonb where id = ${caseId}`
  const entry = {
    caseId,
    personId,
    clause: 'S0-A-7.1',
    policy: 'S0A',
    policyVersion: 1,
    arithmetic: { rule: 'confirmed' },
    recordedAt: now,
  }
  const [fine] = await db
    .insert(consequences)
    .values({ ...entry, key: `test:${caseId}`, kind: 'fine', amountFen: -5_000, occurredAt: now })
    .returning()
  await db
    .insert(consequences)
    .values({ ...entry, key: `confirmation:${fine!.id}`, kind: 'confirmation', aboutId: fine!.id, occurredAt: now })
  return fine!.id
}

describe('an appeal over HTTP', () => {
  it('is filed with reasons and files, read by the parties, decided once, and told', async () => {
    const entryId = await confirmedEntry(engineer.personId)
    expect((await get(engineer, `/api/ledger/${entryId}/appeal`)).body.until).toBe('2026-04-14T23:59:59+08:00')
    expect((await get(other, `/api/ledger/${entryId}/appeal`)).status).toBe(404)
    const attachmentIds = [await paper(engineer)]
    const stolen = await post(engineer, `/api/ledger/${entryId}/appeal`, { reason: 'x', attachmentIds: ['none'] })
    expect(stolen.body.code).toBe('attachment.unknown')
    expect((await post(other, `/api/ledger/${entryId}/appeal`, { reason: 'x' })).body.code).toBe('appeal.notYours')
    const filed = await post(engineer, `/api/ledger/${entryId}/appeal`, { reason: '客户停电，附证明', attachmentIds })
    expect(filed.status).toBe(201)
    const path = `/api/appeals/${filed.body.caseId}`
    expect((await get(gm, '/api/appeals?open=true')).body.items).toMatchObject([{ consequenceId: entryId }])
    expect((await get(other, '/api/appeals')).body.items).toEqual([])
    expect((await get(other, path)).status).toBe(404)
    const file = `/api/attachments/${attachmentIds[0]}/content`
    expect([(await get(gm, file)).status, (await get(other, file)).status]).toEqual([200, 404])

    // Nobody but who filed it takes it back.
    const back = await post(gm, `/api/cases/${filed.body.caseId}/withdrawal`, { reason: '作罢' })
    expect(back.body.code).toBe('appeal.notYours')

    const decision = { outcome: 'reduced', remainingFen: 1_000, explanation: '部分属实' }
    expect((await post(manager, `${path}/decision`, decision)).status).toBe(403)
    const key = { 'idempotency-key': 'decide-once' }
    const both = await Promise.all([1, 2].map(() => post(gm, `${path}/decision`, decision, key)))
    expect(both.map((one) => one.status)).toEqual([200, 200])
    expect((await post(centreGm, `${path}/decision`, decision)).body.code).toBe('case.closed')
    expect((await get(engineer, path)).body).toMatchObject({ ...decision, state: 'ended', decidedById: gm.personId })
    const ledger = (await get(engineer, '/api/ledger')).body.items as { kind: string; amountFen: number }[]
    expect(ledger.find((one) => one.kind === 'reduction')!.amountFen).toBe(4_000)
  })

  it('is read by who filed it though it belongs to no region of theirs, and by nobody else of that region', async () => {
    const regionId = newId()
    await db.insert(region).values({ id: regionId, code: 'S', name: '南区' })
    const [own, neighbour] = [
      await api.signedIn([{ role: 'engineer', regionId }]),
      await api.signedIn([{ role: 'engineer', regionId }]),
    ]
    const entryId = await confirmedEntry(own.personId)
    const { caseId } = (await post(own, `/api/ledger/${entryId}/appeal`, { reason: '客户停电' })).body
    expect((await get(own, `/api/cases/${caseId}`)).body).toMatchObject({ kind: 'appeal', state: 'open' })
    expect((await get(neighbour, `/api/cases/${caseId}`)).status).toBe(404)
  })

  it('ends with the day, in the language asked for', async () => {
    const entryId = await confirmedEntry(engineer.personId)
    const before = now
    now = parseInstant('2026-04-15T00:00:00+08:00')
    const body = { username: engineer.username, password: 'correct horse battery' }
    const { token } = (await api.ask('post', '/api/session', { body })).body
    const late = await api.ask('post', `/api/ledger/${entryId}/appeal?lang=en`, { as: token, body: { reason: 'x' } })
    expect(late).toMatchObject({ status: 422, body: { code: 'appeal.tooLate' } })
    expect(late.body.detail).toContain('2026-04-14')
    now = before
  })
})

describe('a penalty by the case', () => {
  const proposal = (more: object = {}) => ({
    personId: engineer.personId,
    ground: 'penalty.requirementSheet',
    kind: 'fine',
    amountFen: 10_000,
    reason: '需求单草率，事业部投诉',
    ...more,
  })

  it('waits for a limit, since the rulebook names no amount [S2-3.3.7b]', async () => {
    const refused = await post(manager, '/api/penalties', proposal())
    expect(refused).toMatchObject({ status: 409, body: { code: 'penalty.noLimit', clause: 'S2-3.3.7b' } })
    const values = Object.fromEntries(Object.keys(penaltyParameters).map((key) => [key, 20_000]))
    const change = { policy: 'S2', values, reason: '设定上限', byId: null, effectiveFromAt: now }
    await db.transaction((tx) => amend(tx, change, now))
    const above = await post(manager, '/api/penalties', proposal({ amountFen: 20_001 }))
    expect(above).toMatchObject({ status: 422, body: { code: 'penalty.outOfLimits' } })
    expect((await post(manager, '/api/penalties', proposal({ kind: 'reward' }))).body.code).toBe('penalty.noReward')
    expect((await post(manager, '/api/penalties', proposal({ reason: '' }))).status).toBe(422)
    expect((await post(manager, '/api/penalties', proposal({ personId: manager.personId }))).body.code).toBe(
      'penalty.ownMatter',
    )
  })

  it.each([
    ['penalty.askPreparation', 'fine', 'S2-3.2.1.2', -10_000],
    ['penalty.preparation', 'fine', 'S2-3.2.1.3', -10_000],
    ['penalty.service', 'fine', 'S2-3.2.2.5', -10_000],
    ['penalty.requirementSheet', 'fine', 'S2-3.3.7b', -10_000],
    ['penalty.campaign', 'reward', 'S2-3.9.8', 10_000],
    ['penalty.exam', 'reward', 'S2-4.4.6b', 10_000],
    ['penalty.materials', 'fine', 'S2-4.4.7b', -10_000],
  ])(
    'under %s becomes a %s of %s once a general manager approves [S2-3.2.1.2 S2-3.2.1.3 S2-3.2.2.5 S2-3.3.7b S2-3.9.8 S2-4.4.6b S2-4.4.7b S2-T2-3.1-6]',
    async (ground, kind, clause, amountFen) => {
      const { body, status } = await post(manager, '/api/penalties', proposal({ ground, kind }))
      expect([status, body.obligations[0]]).toMatchObject([201, { bearerRole: 'centreGm', clause, dueKind: 'prompt' }])
      const decision = { approved: true, explanation: '属实' }
      expect((await post(centreGm, `/api/penalties/${body.caseId}/decision`, decision)).status).toBe(200)
      const [entry] = await db.select().from(consequences).where(eq(consequences.caseId, body.caseId))
      expect(entry).toMatchObject({ kind, clause, amountFen, personId: engineer.personId, byId: centreGm.personId })
      const shown = (await get(engineer, `/api/ledger/${entry!.id}`)).body
      expect(shown).toMatchObject({ state: 'provisional', because: { en: expect.stringContaining('by the case') } })
      expect(shown.evidence.map((fact: { kind: string }) => fact.kind).sort()).toEqual([
        'penaltyDecided',
        'penaltyProposed',
      ])
    },
  )

  it('may be lowered, turned down, or a statement; never decided by who proposed it or is concerned', async () => {
    const lowered = (await post(centreGm, '/api/penalties', proposal())).body.caseId
    const decide = (who: Who, caseId: string, more: object = {}) =>
      post(who, `/api/penalties/${caseId}/decision`, { approved: true, explanation: '属实', ...more })
    const barred = async (who: Who, caseId: string) =>
      (await get(who, `/api/cases/${caseId}`)).body.barred.map((bar: { action: string; code: string }) => [
        bar.action,
        bar.code,
      ])
    expect(await barred(centreGm, lowered)).toEqual([['penalty.decide', 'penalty.ownMatter']])
    expect(await barred(gm, lowered)).toEqual([])
    expect((await decide(centreGm, lowered)).body.code).toBe('penalty.ownMatter')
    expect((await decide(gm, lowered, { amountFen: 50_000 })).body.code).toBe('penalty.outOfLimits')
    await decide(gm, lowered, { amountFen: 3_000 })
    const down = (await post(manager, '/api/penalties', proposal())).body.caseId
    await decide(gm, down, { approved: false })
    const statement = (await post(manager, '/api/penalties', proposal({ kind: 'statement', amountFen: 0 }))).body.caseId
    await decide(gm, statement)
    // A leader whom it is about neither decides nor takes it back.
    const own = (await post(centreGm, '/api/penalties', proposal({ personId: manager.personId }))).body.caseId
    expect(await barred(manager, own)).toEqual([
      ['penalty.decide', 'penalty.ownMatter'],
      ['case.withdraw', 'penalty.ownMatter'],
    ])
    const away = await post(manager, `/api/cases/${own}/withdrawal`, { reason: '作罢' })
    expect(away.body.code).toBe('penalty.ownMatter')
    expect((await post(centreGm, `/api/cases/${own}/withdrawal`, { reason: '有误' })).status).toBe(200)
    const entries = async (caseId: string) =>
      (await db.select().from(consequences).where(eq(consequences.caseId, caseId))).map((row) => [
        row.kind,
        row.amountFen,
      ])
    expect([await entries(lowered), await entries(down), await entries(statement)]).toEqual([
      [['fine', -3_000]],
      [],
      [['statement', 0]],
    ])
    now += DAY
    expect(
      (await get(manager, '/api/penalties?limit=3')).body.items.map((one: { outcome: string }) => one.outcome),
    ).toEqual([null, 'approved', 'turnedDown'])
  })
})

it('each entry made here explains itself in both languages and names rows that exist', async () => {
  expect(await everyEntryExplainsItself(db)).toEqual(
    expect.arrayContaining(['fine byTheCase', 'reward byTheCase', 'statement statementByTheCase']),
  )
})
