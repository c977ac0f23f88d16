import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../rules/instant.ts'
import { formatInstant } from '../../rules/time/local.ts'
import { seedYears } from '../../db/calendar/seedYears.ts'
import { newId } from '../../db/id.ts'
import { seedPolicies } from '../../db/policy/terms.ts'
import { customer } from '../../db/schema/customer.ts'
import { cases } from '../../db/schema/case.ts'
import { absence, person, personRegion, personSkill, region } from '../../db/schema/person.ts'
import { testApi } from '../support/api.ts'
import { testDb } from '../support/database.ts'
import { SIGNATURE, TOOLS } from '../support/serviceTask.ts'

const { db } = await testDb()
const api = await testApi(db)
type Person = Awaited<ReturnType<typeof api.signedIn>>

const north = newId()
const customerId = newId()
const SKILLED = 'DTU-3000'
let gm: Person, director: Person, sales: Person, office: Person, engineer: Person, other: Person, southern: Person

beforeAll(async () => {
  await seedPolicies(db)
  await seedYears(db, Date.now())
  await db.insert(region).values([{ id: north, code: 'N', name: '北区' }])
  await db.insert(customer).values({ id: customerId, code: 'C1', name: '㴨水供电公司', regionId: north })
  const south = newId()
  await db.insert(region).values({ id: south, code: 'S', name: '南区' })
  gm = await api.signedIn(['companyGm'])
  director = await api.signedIn(['serviceDirector'])
  sales = await api.signedIn(['salesperson'])
  office = await api.signedIn(['salesBackOffice'])
  engineer = await api.signedIn(['engineer'])
  other = await api.signedIn([{ role: 'engineer', regionId: south }])
  southern = await api.signedIn([{ role: 'serviceDirector', regionId: south }])
  await db.insert(personRegion).values({ personId: engineer.personId, regionId: north })
  await db.insert(personSkill).values({ personId: engineer.personId, product: SKILLED, level: 4 })
  await db.update(person).set({ superiorId: director.personId }).where(eq(person.id, engineer.personId))
})

const iso = (ms: number) => formatInstant(Math.floor((Date.now() + ms) / 1000) * 1000)
const notice = {
  contactName: '𬎆先生',
  contactDetails: '13800000000',
  requirement: '终端不上线',
  siteSituation: '变电站，需办工作票',
}
const travel = { destination: '济南', transport: '高铁', departOn: '2026-04-06', returnOn: '2026-04-08' }

async function requested(more: object = {}): Promise<string> {
  const body = { customerId, ...notice, product: SKILLED, ...more }
  const answer = await api.ask('post', '/api/service-tasks', { as: sales.token, body })
  expect(answer.status).toBe(201)
  return answer.body.caseId
}

/** One step by one person; the status and what is open after it. */
async function step(id: string, name: string, by: Person, body: object = {}) {
  const answer = await api.ask('post', `/api/service-tasks/${id}/${name}?lang=en`, { as: by.token, body })
  const rows: { promise: string; work: string }[] = answer.body.obligations ?? []
  const open = rows.filter((row) => row.work === 'open').map((row) => row.promise)
  return { status: answer.status, open, problem: answer.body, rows: answer.body.obligations }
}
async function walk(id: string, steps: [name: string, by: Person, body?: object][]) {
  let last = { open: [] as string[] }
  for (const [name, by, body] of steps) {
    const done = await step(id, name, by, body)
    expect([name, done.status, done.problem.detail]).toEqual([name, 200, undefined])
    last = done
  }
  return last.open
}
const accepted = (): [string, Person, object?][] => [
  ['signature', gm],
  ['assignments', director, { engineerId: engineer.personId }],
  ['acceptance', engineer],
]
const prepared = (mode = 'onSite'): [string, Person, object?][] => [
  ...accepted(),
  ['site-confirmation', engineer, { situation: '一致' }],
  ['solution', engineer, { solution: '更换通信模块', mode }],
  ['preparation', engineer, { tools: TOOLS, documents: ['手册'], spares: ['模块'] }],
]
const approved = (): [string, Person, object?][] => [
  ...prepared(),
  ['appointment', engineer, { appointmentAt: iso(24 * HOUR) }],
  ['plan', engineer, { estimateAt: iso(48 * HOUR), travel }],
  ['plan-decision', director, { approved: true }],
]
const onSite = (): [string, Person, object?][] => [
  ...approved(),
  ['departure', engineer],
  ['arrival', engineer],
  ['arrival-call', engineer, { serviceAt: iso(0) }],
]
const scores = { attitude: 'excellent', skill: 'good', result: 'fair' }
const finished = (): [string, Person, object?][] => [
  ...onSite(),
  ['completion', engineer],
  ['record', engineer, { work: '更换模块', resolution: '已上线' }],
]

describe('a service task by the API', () => {
  it('goes from notice to ledger [S0-A-3.1b] [S0-A-3.5] [S0-A-6.1] [S0-A-3.13] [S0-A-3.14] [S0-A-6.3a] [S0-A-6.3b] [S0-A-3.4] [S0-A-3.12] [S0-A-3.18]', async () => {
    const id = await requested()
    expect(await walk(id, onSite())).toEqual(['complete', 'record'])
    await walk(id, [
      ['advance', engineer, { amountFen: 200_000 }],
      ['market', engineer, { lines: [{ item: '竞品', content: '乙公司' }] }],
    ])
    await walk(id, [
      ['completion', engineer],
      ['record', engineer, { work: '更换模块', resolution: '已上线' }],
    ])
    const rated = { occurredAt: iso(0), scores, signature: SIGNATURE }
    expect(await walk(id, [['rating', engineer, rated]])).toEqual(['planReturn'])
    await walk(id, [
      ['return-plan', engineer, { plan: '当晚高铁返回' }],
      ['return-agreement', director],
      ['return', engineer],
      ['confirmation', director],
      ['registration', office, { ledgerNumber: '2026-0412' }],
    ])
    const task = await api.ask('get', `/api/service-tasks/${id}`, { as: office.token })
    expect(task.body).toMatchObject({
      state: 'ended',
      engineerId: engineer.personId,
      form: { ledgerNumber: '2026-0412' },
    })
    expect(task.body.ratings).toMatchObject([scores])
    const file = `/api/attachments/${task.body.ratings[0].signatureFileId}`
    expect((await api.ask('get', file, { as: sales.token })).body).toMatchObject({ caseId: id, purpose: 'signature' })
    const drawn = await fetch(`${api.url}${file}/content`, { headers: { authorization: `Bearer ${sales.token}` } })
    expect(Buffer.from(await drawn.arrayBuffer()).toString('base64')).toBe(SIGNATURE.split(',')[1])
    expect(task.body.form).toMatchObject({ mode: 'onSite', tools: TOOLS, travel, returnPlan: '当晚高铁返回' })
    const [row] = await db.select().from(cases).where(eq(cases.id, id))
    expect(row).toMatchObject({ kind: 'serviceTask', nextAlarmAt: null })
  })

  it('skips the trip when it is done remotely, and is approved all the same [S0-A-6.1]', async () => {
    const id = await requested()
    await walk(id, prepared('remote'))
    await walk(id, [['plan', engineer, { estimateAt: iso(HOUR) }]])
    expect(await walk(id, [['plan-decision', director, { approved: true }]])).toEqual(['complete', 'record'])
    expect(await step(id, 'advance', engineer, { amountFen: 1 })).toMatchObject({ status: 409 })
    const rated = { occurredAt: iso(0), scores, signature: SIGNATURE }
    await walk(id, [
      ['completion', engineer],
      ['record', engineer, { work: '远程升级', resolution: '已上线' }],
      ['rating', engineer, rated],
    ])
    expect(await walk(id, [['confirmation', director]])).toEqual(['register'])
  })

  it('is asked for with all five entries, and the refusal names clause and entry [S0-A-3.1a]', async () => {
    const body = { customerId, ...notice, siteSituation: ' ' }
    const answer = await api.ask('post', '/api/service-tasks?lang=zh', { as: sales.token, body })
    expect(answer).toMatchObject({ status: 422, body: { code: 'serviceTask.noticeIncomplete', clause: 'S0-A-3.1a' } })
    expect(answer.body.detail).toContain('现场情况')
  })

  it.each([
    ['the GM', () => gm, {}, 'gm'],
    ['the director, the GM away', () => director, { ground: 'gmAway' }, 'gmAway'],
    ['the director, directly', () => director, { ground: 'direct' }, 'direct'],
  ])('is signed by %s; the ground is recorded [S0-A-3.1b]', async (_, by, body, ground) => {
    const id = await requested()
    expect(await step(id, 'assignments', director, { engineerId: engineer.personId })).toMatchObject({ status: 409 })
    await walk(id, [['signature', by(), body]])
    const { body: found } = await api.ask('get', `/api/cases/${id}`, { as: gm.token })
    const signed = found.facts.find((fact: { kind: string }) => fact.kind === 'signed')
    expect(signed.data).toEqual({ ground })
    expect(signed.byId).toBe(by().personId)
  })

  it('needs a ground from the director, and nobody else signs [S0-A-3.1b]', async () => {
    const id = await requested()
    expect(await step(id, 'signature', director)).toMatchObject({ status: 422, problem: { clause: 'S0-A-3.1b' } })
    expect(await step(id, 'signature', office)).toMatchObject({ status: 403 })
    expect(await step(id, 'signature', southern, { ground: 'direct' })).toMatchObject({ status: 404 })
  })

  it('proposes engineers with the reasons, by region and skill [S0-A-3.2]', async () => {
    const id = await requested()
    const away = newId()
    await db.insert(absence).values({ id: away, personId: other.personId, fromAt: 0, kind: 'leave' })
    const { body } = await api.ask('get', `/api/service-tasks/${id}/proposal`, { as: director.token })
    expect(body.engineers.map((one: { personId: string }) => one.personId)).toEqual([engineer.personId, other.personId])
    expect(body.engineers[0]).toMatchObject({ rank: 1, inRegion: true, skillLevel: 4, absent: false })
    expect(body.engineers[1].reasons.map((reason: { en: string }) => reason.en)).toContain('absent at present')
    await db.delete(absence).where(eq(absence.id, away))
  })
})

describe('what is refused, with the clause', () => {
  it('an advance before the pre-trip part is complete and approved [S0-A-3.6a]', async () => {
    const id = await requested()
    await walk(id, prepared())
    const early = await step(id, 'advance', engineer, { amountFen: 1 })
    expect(early).toMatchObject({ status: 409, problem: { code: 'serviceTask.noAdvance', clause: 'S0-A-3.6a' } })
    expect(early.problem.detail).toContain("appointment, travel plan, estimated completion, the supervisor's approval")
    await walk(id, [
      ['appointment', engineer, { appointmentAt: iso(HOUR) }],
      ['plan', engineer, { estimateAt: iso(HOUR), travel }],
    ])
    expect((await step(id, 'advance', engineer, { amountFen: 1 })).problem.detail).toMatch(
      /missing: the supervisor's approval\.$/,
    )
    await walk(id, [
      ['plan-decision', director, { approved: true }],
      ['advance', engineer, { amountFen: 1 }],
    ])
  })

  it('a trip with the site unknown or without a solution [S0-A-3.6b], or unapproved [S0-A-6.1]', async () => {
    const id = await requested()
    await walk(id, accepted())
    const unknown = await step(id, 'departure', engineer)
    expect(unknown).toMatchObject({ status: 409, problem: { code: 'serviceTask.noTrip', clause: 'S0-A-3.6b' } })
    expect(unknown.problem.detail).toContain('site confirmation, solution')
    await walk(id, [['site-confirmation', engineer, { situation: '一致' }]])
    expect((await step(id, 'departure', engineer)).problem.detail).toMatch(/missing: solution\.$/)
    await walk(id, [['solution', engineer, { solution: '换模块', mode: 'onSite' }]])
    expect(await step(id, 'departure', engineer)).toMatchObject({ status: 409, problem: { clause: 'S0-A-6.1' } })
  })

  it('tools without what is always carried [S0-A-3.7], a trip without a travel plan, an estimate that has passed [S0-A-7.1]', async () => {
    const id = await requested()
    await walk(id, [...accepted(), ['site-confirmation', engineer, { situation: '一致' }]])
    const bare = { tools: ['laptop'], documents: [], spares: [] }
    expect(await step(id, 'preparation', engineer, bare)).toMatchObject({
      status: 422,
      problem: { clause: 'S0-A-3.7' },
    })
    await walk(id, prepared().slice(4))
    await walk(id, [['appointment', engineer, { appointmentAt: iso(HOUR) }]])
    expect(await step(id, 'plan', engineer, { estimateAt: iso(HOUR) })).toMatchObject({ status: 422 })
    const past = { estimateAt: iso(-MINUTE), travel }
    expect(await step(id, 'plan', engineer, past)).toMatchObject({ status: 409, problem: { clause: 'S0-A-7.1' } })
  })

  it('a return before the company agreed [S0-A-3.14]', async () => {
    const id = await requested()
    await walk(id, [...finished(), ['rating', engineer, { occurredAt: iso(0), scores, signature: SIGNATURE }]])
    const early = await step(id, 'return', engineer)
    expect(early).toMatchObject({ status: 409, problem: { code: 'serviceTask.returnNotAgreed', clause: 'S0-A-3.14' } })
    await walk(id, [['return-plan', engineer, { plan: '高铁' }]])
    expect(await step(id, 'return', engineer)).toMatchObject({ status: 409 })
    await walk(id, [
      ['return-agreement', director],
      ['return', engineer],
    ])
  })

  it('a rating without signature or with a grade that there is not [S0-A-3.13] [S0-A-7.2a]', async () => {
    const id = await requested()
    await walk(id, finished())
    const bad = { occurredAt: iso(0), scores: { ...scores, skill: 'medium' }, signature: SIGNATURE }
    expect(await step(id, 'rating', engineer, bad)).toMatchObject({ status: 422 })
    expect(await step(id, 'rating', engineer, { occurredAt: iso(0), scores })).toMatchObject({ status: 422 })
    const future = { occurredAt: iso(HOUR), scores, signature: SIGNATURE }
    expect(await step(id, 'rating', engineer, future)).toMatchObject({ status: 422, problem: { code: 'fact.future' } })
  })

  it('completion before the arrival, confirmation before the rating, a ledger entry by anybody else [S0-A-6.3a] [S0-A-6.3b]', async () => {
    const id = await requested()
    await walk(id, approved())
    expect(await step(id, 'completion', engineer)).toMatchObject({ status: 409, problem: { clause: 'S0-A-3.8' } })
    expect(await step(id, 'confirmation', director)).toMatchObject({ status: 409, problem: { code: 'case.notYet' } })
    expect(await step(id, 'registration', director, { ledgerNumber: '1' })).toMatchObject({ status: 403 })
  })

  it('the steps of another engineer, and deciding on a task of one’s own', async () => {
    const id = await requested()
    await walk(id, accepted())
    expect(await step(id, 'site-confirmation', other, { situation: '一致' })).toMatchObject({ status: 404 })
    const both = await api.signedIn(['engineer', 'serviceDirector'])
    expect(await step(id, 'site-confirmation', both, { situation: '一致' })).toMatchObject({
      status: 403,
      problem: { code: 'case.notYours' },
    })
    const own = await requested()
    await walk(own, [
      ['signature', gm],
      ['assignments', director, { engineerId: both.personId }],
      ['acceptance', both],
    ])
    await walk(own, [
      ['site-confirmation', both, { situation: '一致' }],
      ['solution', both, { solution: '升级', mode: 'remote' }],
      ['preparation', both, { tools: TOOLS, documents: [], spares: [] }],
      ['plan', both, { estimateAt: iso(HOUR) }],
    ])
    const mine = await step(own, 'plan-decision', both, { approved: true })
    expect(mine).toMatchObject({ status: 403, problem: { code: 'serviceTask.ownMatter' } })
    await walk(own, [['plan-decision', director, { approved: true }]])
  })
})

describe('two people at once', () => {
  it('have one winner and one clear answer', async () => {
    const id = await requested()
    const both = await Promise.all([step(id, 'signature', gm), step(id, 'signature', director, { ground: 'direct' })])
    expect(both.map((one) => one.status).sort()).toEqual([200, 409])
    expect(both.find((one) => one.status === 409)!.problem.code).toBe('case.settledAlready')
  })

  it('the same request twice has one effect', async () => {
    const headers = { 'Idempotency-Key': newId() }
    const body = { customerId, ...notice }
    const ask = () => api.ask('post', '/api/service-tasks', { as: sales.token, body, headers })
    const [first, second] = [await ask(), await ask()]
    expect(second.body.caseId).toBe(first.body.caseId)
  })
})

describe('the ledger of the sales back office', () => {
  const listed = async (query: string, by = office) =>
    (await api.ask('get', `/api/service-ledger?${query}`, { as: by.token })).body

  it('holds what was entered with its rating, narrowed by state, day, engineer and words [S0-A-6.3b]', async () => {
    const [entered] = (await listed('state=registered')).items
    expect(entered).toMatchObject({ ledgerNumber: '2026-0412', customerName: '㴨水供电公司', attitude: 'excellent' })
    const ids = async (query: string) => (await listed(query)).items.map((row: { id: string }) => row.id)
    const today = iso(0).slice(0, 10)
    for (const query of [
      'q=0412',
      'q=%E4%B8%8D%E4%B8%8A%E7%BA%BF',
      `engineerId=${engineer.personId}`,
      `fromOn=${today}&untilOn=${today}`,
    ])
      expect(await ids(`state=registered&${query}`), query).toContain(entered.id)
    for (const query of ['q=%25', 'state=waiting', `engineerId=${other.personId}`, 'untilOn=2020-01-01'])
      expect(await ids(query), query).not.toContain(entered.id)
  })

  it('is for those who lead, sell and pay, each in their regions', async () => {
    expect((await api.ask('get', '/api/service-ledger', { as: engineer.token })).status).toBe(403)
    expect((await listed('', southern)).items).toEqual([])
  })
})

describe('files of a task', () => {
  const png = Buffer.from(SIGNATURE.split(',')[1]!, 'base64')
  const headers = { 'content-type': 'image/png', 'content-disposition': "attachment; filename*=UTF-8''a.png" }
  const sent = async (by: Person) =>
    (await api.ask('post', '/api/attachments', { as: by.token, csv: new Uint8Array(png), headers })).body.id as string

  it('are put there by whoever may see it, with what they are and when they were taken [S2-3.2.4.3b]', async () => {
    const id = await requested()
    const put = async (by: Person, attachmentId: string, more: object = {}) => {
      const body = { attachmentIds: [attachmentId], purpose: 'stamp', takenAt: iso(-HOUR), ...more }
      return api.ask('post', `/api/cases/${id}/attachments`, { as: by.token, body })
    }
    const file = await sent(sales)
    expect((await put(sales, file)).body.items).toMatchObject([
      { id: file, caseId: id, purpose: 'stamp', sentById: sales.personId },
    ])
    expect((await put(director, file)).status).toBe(200)
    const strangers = await sent(engineer)
    expect((await put(sales, strangers)).body.code).toBe('attachment.usedElsewhere')
    expect((await put(southern, await sent(southern))).body.code).toBe('case.unknown')
    expect((await put(sales, await sent(sales), { takenAt: iso(HOUR) })).body.code).toBe('fact.future')
    expect((await put(sales, await sent(sales), { purpose: 'signature' })).status).toBe(422)
    const seen = await api.ask('get', `/api/cases/${id}/attachments`, { as: southern.token })
    expect(seen.status).toBe(404)
  })
})
