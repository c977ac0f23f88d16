import { beforeAll, describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { newId } from '../../db/id.ts'
import { recomputeDue } from '../../db/window/recompute.ts'
import { personRegion, region } from '../../db/schema/person.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../rules/instant.ts'
import { formatInstant } from '../../rules/time/local.ts'
import { testApi } from '../support/api.ts'
import { testDb } from '../support/database.ts'
import { department } from '../support/department.ts'
import { accidentDesk, COMPLAINT_I } from '../support/accidents.ts'

const { db } = await testDb()
await department(db, {})
const api = await testApi(db)
const NORTH = newId()
type Caller = Awaited<ReturnType<typeof api.signedIn>>
let gm: Caller, director: Caller, engineer: Caller, sales: Caller, stranger: Caller, regional: Caller, hr: Caller

beforeAll(async () => {
  await db.insert(region).values({ id: NORTH, code: 'N', name: '华北' })
  gm = await api.signedIn(['companyGm'])
  director = await api.signedIn(['serviceDirector'])
  engineer = await api.signedIn(['engineer'])
  await db.insert(personRegion).values({ personId: engineer.personId, regionId: NORTH })
  sales = await api.signedIn(['salesManager'])
  stranger = await api.signedIn(['engineer'])
  regional = await api.signedIn([{ role: 'regionalManager', regionId: NORTH }])
  hr = await api.signedIn(['hrSpecialist'])
})

const ago = (ms: number) => formatInstant(Math.floor(Date.now() / 1_000) * 1_000 - ms)
const ground = (given: object, ms = HOUR) => ({ ground: given, source: '客户来函', occurredAt: ago(ms) })
const complaint = (level: string) => ground({ kind: 'complaint', level })
const post = (path: string, as: Caller, body: object) => api.ask('post', path, { as: as.token, body })
const get = (path: string, as: Caller) => api.ask('get', path, { as: as.token })
const report = (grounds: object[], more: object = {}) =>
  post('/api/accidents', sales, {
    engineerId: engineer.personId,
    occurredAt: ago(2 * HOUR),
    grounds,
    description: '误拉开关',
    ...more,
  })

describe('an accident over HTTP', () => {
  it('is classified by its grounds, shown to its people only, and handled to its end [S0-A-5.1a] [S0-A-5.2a] [S0-A-6.2b]', async () => {
    const made = await report([complaint('salesManager')])
    expect(made).toMatchObject({ status: 201, body: { class: 'II', regionId: NORTH } })
    const { id } = made.body
    const path = `/api/accidents/${id}`
    for (const who of [engineer, director, regional, gm]) expect((await get(path, who)).status).toBe(200)
    expect((await get(path, stranger)).status).toBe(404)
    expect((await get('/api/accidents', stranger)).body.items).toEqual([])
    expect((await get('/api/accidents?limit=1', regional)).body.items).toMatchObject([{ id, class: 'II' }])

    const climbed = await post(`${path}/grounds`, sales, complaint('viceGm'))
    expect(climbed).toMatchObject({ status: 200, body: { class: 'I' } })
    expect(climbed.body.grounds.map((one: { clause: string }) => one.clause)).toEqual(['S0-A-5.2a', 'S0-A-5.1a'])
    const ledger = await get(`/api/ledger?caseId=${id}`, engineer)
    expect(ledger.body.items.map((row: { amountFen: number }) => row.amountFen)).toEqual([-10_000, 5_000, -5_000])
    expect(ledger.body.items[1].because.en).toContain('One accident counts once: it is Class I now')
    expect(ledger.body.items[1].because.en).toContain('Entered instead: −¥100.00 S0-A-7.5a.')
    expect(ledger.body.items[1].evidence).toMatchObject([{ kind: 'ground' }])

    const early = await post(`${path}/bulletin`, director, { title: '通报', body: '通报' })
    expect(early).toMatchObject({ status: 409, body: { code: 'case.notYet' } })
    const note = { note: '已协调研发' }
    expect((await post(`${path}/mobilisation`, director, note)).status).toBe(200)
    expect((await post(`${path}/attempt`, director, { ...note, solved: false })).status).toBe(200)
    expect((await post(`${path}/fallback`, director, note)).status).toBe(200)
    expect((await post(`${path}/resolution`, director, note)).status).toBe(200)
    expect((await post(`${path}/reflection`, stranger, { text: 'x' })).status).toBe(404)
    expect((await post(`${path}/reflection`, engineer, { text: '未唱票' })).status).toBe(200)
    expect((await post(`${path}/review`, director, note)).status).toBe(200)
    const ended = await post(`${path}/bulletin`, director, { title: '通报', body: '操作须唱票' })
    expect(ended).toMatchObject({ status: 200, body: { state: 'ended' } })
    const read = await get('/api/accidents/bulletins', stranger)
    expect(read.body.items).toMatchObject([{ caseId: id, class: 'I', title: '通报', body: '操作须唱票' }])
  })

  it('refuses what is none, in the caller’s language and with the clause', async () => {
    const none = await report([complaint('centreGm')])
    expect(none).toMatchObject({ status: 422, body: { code: 'accident.noClass', clause: 'S0-A-5.1a' } })
    expect((await report([ground({ kind: 'stoppage', manner: 'lightning' })])).status).toBe(422)
    expect((await report([ground({ kind: 'lateReport' }, -HOUR)], { separate: true })).body.code).toBe('fact.future')
  })

  it('is one for one fact: of the same case, or close together, another one has to be said to be another [S0-A-7.5a]', async () => {
    const who = await api.signedIn(['engineer'])
    const now = Math.floor(Date.now() / SECOND) * SECOND
    const of = (beforeNow: number, more: object = {}) => {
      const occurredAt = formatInstant(now - beforeNow)
      const stated = [{ ground: { kind: 'complaint', level: 'salesManager' }, source: '来函', occurredAt }]
      return report(stated, { engineerId: who.personId, occurredAt, ...more })
    }
    const first = await of(10 * DAY)
    expect(first.status).toBe(201)
    for (const days of [7, 10, 13])
      expect(await of(days * DAY)).toMatchObject({ status: 409, body: { code: 'accident.sameFact' } })
    expect((await of(7 * DAY - SECOND)).status).toBe(201)
    expect((await of(10 * DAY, { separate: true })).status).toBe(201)
    // It came up in that very accident's handling, however much later.
    const source = { sourceCaseId: first.body.id }
    expect((await of(DAY, source)).status).toBe(201)
    expect((await of(20 * DAY, source)).body.code).toBe('accident.sameFact')
    expect((await of(20 * DAY, { ...source, separate: true })).status).toBe(201)
  })

  it('lets the general manager find a ground untrue, the same request twice having one effect', async () => {
    const { body } = await report([complaint('viceGm'), ground({ kind: 'lateReport' })], { separate: true })
    const path = `/api/accidents/${body.id}/dropped-grounds`
    const dropped = { groundId: body.grounds[0].id, reason: '客户撤回' }
    expect((await post(path, director, dropped)).status).toBe(403)
    const once = { as: gm.token, body: dropped, headers: { 'idempotency-key': 'drop-1' } }
    const [first, second] = [await api.ask('post', path, once), await api.ask('post', path, once)]
    expect([first.body.class, second.body.class]).toEqual(['II', 'II'])
    expect((await post(path, gm, dropped)).body.code).toBe('accident.groundDropped')
    const moved = { occurredAt: ago(3 * HOUR), reason: '以监控为准' }
    expect((await post(`/api/accidents/${body.id}/time`, gm, moved)).body.occurredAt).toBe(moved.occurredAt)
  })
})

describe('records and recommendations over HTTP', () => {
  const failed = { kind: 'examTaken', exam: 'training', passed: false }
  const record = (as: Caller, one: object, personId = stranger.personId) =>
    post('/api/records', as, { personId, occurredAt: ago(HOUR), record: one })

  it('three failed exams: the person sees the recommendation, the general manager decides it [S0-A-7.4b]', async () => {
    expect((await record(engineer, failed)).status).toBe(403)
    expect((await record(hr, failed, hr.personId)).body.code).toBe('record.ownMatter')
    expect((await record(hr, { kind: 'documentsChecked', month: '2026-13', complete: true })).status).toBe(422)
    for (let times = 0; times < 3; times += 1) expect((await record(hr, failed)).status).toBe(201)
    await recomputeDue(db, procedures.recommendation, Date.now())
    const own = await get('/api/recommendations', stranger)
    expect(own.body.items).toMatchObject([
      { action: 'downgrade', clause: 'S0-A-7.4b', decision: null, grounded: true, personId: stranger.personId },
    ])
    const { id, consequenceId } = own.body.items[0]
    expect((await get('/api/recommendations', engineer)).body.items).toEqual([])
    const owed = await get('/api/obligations', gm)
    expect(owed.body.items.map((row: { caseId: string }) => row.caseId)).toContain(id)
    const cause = await post(`/api/ledger/${consequenceId}/cause`, stranger, { cause: 'customer', note: 'x' })
    expect(cause.body.code).toBe('recommendation.forGm')
    const path = `/api/recommendations/${id}/decision`
    expect((await post(path, director, { approved: true, note: 'x' })).status).toBe(403)
    expect((await post(path, gm, { approved: true, note: '同意' })).status).toBe(200)
    expect((await post(path, gm, { approved: false, note: 'x' })).body.code).toBe('case.closed')
    expect((await get('/api/recommendations?waiting=true', gm)).body.items).toEqual([])
    expect((await get(`/api/ledger/${consequenceId}`, stranger)).body.state).toBe('confirmed')
    const withdrawn = await post(`/api/cases/${id}/withdrawal`, gm, { reason: 'x' })
    expect(withdrawn.status).toBe(409)
  })

  it('a record is corrected or taken back, both stay readable, each by its own', async () => {
    const made = await record(hr, { kind: 'documentsChecked', month: '2026-03', complete: true }, engineer.personId)
    const path = `/api/records/${made.body.id}/corrections`
    const other = { occurredAt: ago(MINUTE), record: { kind: 'contribution', note: 'x' } }
    expect((await post(path, hr, { reason: 'x', instead: other })).body.code).toBe('record.kindChanged')
    const instead = { ...other, record: { kind: 'documentsChecked', month: '2026-03', complete: false } }
    expect((await post(path, hr, { reason: '漏交', instead })).status).toBe(200)
    expect((await post(path, hr, { reason: '漏交', instead })).body.code).toBe('record.correctedAlready')
    const rows = (await get(`/api/records?personId=${engineer.personId}`, engineer)).body.items
    expect(rows.map((row: { stands: boolean }) => row.stands)).toEqual([true, false])
    expect((await get(`/api/records?personId=${engineer.personId}`, stranger)).body.items.length).toBe(3)
    expect((await get(`/api/records?personId=${engineer.personId}`, regional)).body.items.length).toBe(2)
    const fact = await post(`/api/facts/${made.body.id}/corrections`, director, { occurredAt: ago(HOUR), reason: 'x' })
    expect(fact.body.code).toBe('fact.correctedApart')
  })
})

describe('base pay over HTTP', () => {
  it('shows the grade on record and the one reached, to oneself and to who oversees [S0-A-8.1b] [S0-A-8.1c] [S0-A-8.1d]', async () => {
    const who = await api.signedIn(['engineer'])
    const path = (on: string, personId = who.personId) => `/api/records/pay-grade?on=${on}&personId=${personId}`
    const skill = { kind: 'examTaken', exam: 'skill', passed: true }
    const enter = (occurredAt: string, record: object) =>
      post('/api/records', hr, { personId: who.personId, occurredAt, record })
    expect((await get(path('2026-06-01'), who)).body).toEqual({ recorded: null, reached: 3 })
    await enter('2025-01-10T09:00:00+08:00', { kind: 'payGradeSet', grade: 2 })
    await enter('2025-01-10T09:00:00+08:00', skill)
    expect((await get(path('2026-06-01'), gm)).body).toEqual({ recorded: 2, reached: 1 })
    await enter('2025-11-30T09:00:00+08:00', { kind: 'openingAccident', class: 'II' })
    expect((await get(path('2026-06-01'), who)).body.reached).toBe(2)
    expect((await get(path('2026-05-30'), who)).body.reached).toBe(3)
    expect((await get(path('2026-06-01'), stranger)).status).toBe(403)
    expect((await get(path('2026-06-01', gm.personId), gm)).body.reached).toBeNull()
  })
})

describe('many at once', () => {
  it('accidents, waived fines and windows of the same people neither block each other nor count twice [S0-A-7.7]', async () => {
    const desk = accidentDesk(db, sales.personId)
    const who = await api.signedIn(['engineer'])
    const now = Date.now()
    const recomputing = Array.from({ length: 4 }, () => recomputeDue(db, procedures.recommendation, now))
    const reports = Array.from({ length: 6 }, (_, index) => desk.report(who.personId, COMPLAINT_I, now - index, now))
    const records = Array.from({ length: 3 }, () =>
      desk.record(who.personId, { kind: 'examTaken', exam: 'training', passed: false }, now, now),
    )
    const ids = await Promise.all(reports)
    await Promise.all([...recomputing, ...records])
    await desk.follow(now)
    const fines = (await desk.standing(who.personId)).filter((row) => row.kind === 'fine')
    await Promise.all([
      ...fines.slice(0, 5).map((row) => post(`/api/ledger/${row.id}/waiver`, gm, { reason: '试' })),
      ...ids.map((id) => desk.climb(id, COMPLAINT_I, now, now)),
      desk.follow(now),
    ])
    await desk.follow(now)
    const dismissals = (await desk.asked(who.personId)).filter((row) => row.action === 'dismissal' && row.grounded)
    const waived = fines.slice(0, 5).filter((row) => row.clause === 'S0-A-7.5a').length
    expect(dismissals).toHaveLength(Math.floor((6 - waived) / 3))
  })
})
