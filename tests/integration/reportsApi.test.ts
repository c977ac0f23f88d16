import { beforeAll, describe, expect, it } from 'vitest'
import { seedYears } from '../../db/calendar/seedYears.ts'
import { openCase } from '../../db/case/openCase.ts'
import { writeFact } from '../../db/case/record.ts'
import { newId } from '../../db/id.ts'
import { seedPolicies, termsFor } from '../../db/policy/terms.ts'
import { countPeriod } from '../../db/report/count.ts'
import { accidents } from '../../db/schema/accident.ts'
import { cases, obligations } from '../../db/schema/case.ts'
import { region } from '../../db/schema/person.ts'
import { DAY, SECOND, type Instant } from '../../rules/instant.ts'
import { parseInstant } from '../../rules/time/local.ts'
import { periodNamed } from '../../rules/report/period.ts'
import { testApi } from '../support/api.ts'
import { testDb } from '../support/database.ts'
import { customerOf } from '../support/department.ts'
import { reporting } from '../support/reports.ts'
import { serviceTasks } from '../support/serviceTask.ts'

const { db } = await testDb()
let now: Instant = Date.now()
const api = await testApi(db, { clock: () => now })
const play = reporting(db)
const week = periodNamed('weekly', '2026-04-13')
const SATURDAY = parseInstant('2026-04-18T18:00:00+08:00')

const [north, south] = [newId(), newId()]
await db.insert(region).values([
  { id: north, code: 'N', name: '北区' },
  { id: south, code: 'S', name: '南区' },
])
const gm = await api.signedIn(['companyGm'])
const director = await api.signedIn(['serviceDirector'])
const engineer = await api.signedIn([{ role: 'engineer', regionId: north }])
const other = await api.signedIn([{ role: 'engineer', regionId: south }])
const head = await api.signedIn([{ role: 'regionalManager', regionId: north }])
const sales = await api.signedIn(['salesperson'])
const office = await api.signedIn(['salesBackOffice'])

beforeAll(async () => {
  await seedPolicies(db)
  await seedYears(db, Date.now())
  await play.ask(week)
})
const list = async (as: string, query = '') => (await api.ask('get', `/api/reports${query}`, { as })).body.items
const own = async (as: string, form: string) => (await list(as, `?form=${form}`))[0]

/** Calls that somebody returned for their role. */
async function settledCalls(times: number, byId: string, settledAt: Instant) {
  const terms = await termsFor(db, { topic: 'none', at: settledAt })
  for (let i = 0; i < times; i++)
    await db.transaction(async (tx) => {
      const { id: caseId } = await openCase(tx, { kind: 'call', startedAt: settledAt, terms })
      const factId = await writeFact(tx, caseId, { kind: 'calledBack', occurredAt: settledAt, byId }, settledAt)
      const row = { caseId, promise: 'return', clause: 'S2-1.5.6', policy: 'S2', policyVersion: 1, round: 1 }
      const instants = { anchorAt: settledAt, answerableFromAt: settledAt, openedAt: settledAt, settledAt }
      const done = { work: 'done', verdict: 'onTime', evidenceId: factId, dueKind: 'none', bearerRole: 'callTaker' }
      await tx.insert(obligations).values({ ...row, ...instants, ...done })
    })
}

describe('reports over HTTP', () => {
  it('are drafted from the cases: what was done, what was late, what is open [S0-A-2.3]', async () => {
    const { customerId } = await customerOf(db, '+8613800000009')
    const people = { gm: gm.personId, director: director.personId, engineer: engineer.personId }
    const team = { ...people, sales: sales.personId, office: office.personId, customerId }
    const caseId = await serviceTasks(db, team).onSite(week.fromAt + DAY, week.fromAt + 2 * DAY)
    await play.look(week.fromAt + 3 * DAY)
    now = week.fromAt + 4 * DAY
    await settledCalls(2, engineer.personId, week.untilAt - 1)
    await settledCalls(1, engineer.personId, week.untilAt)
    const { id } = await own(engineer.token, 'engineerWeekly')
    const { body } = await api.ask('get', `/api/reports/${id}`, { as: engineer.token })
    expect(body.draft.progress.zh).toContain('㴨水供电公司：终端不上线')
    expect(body.draft.progress.zh).toContain('出发')
    expect(body.draft.progress.en).toMatch(/^Call: .+ ×2$/m)
    expect(body.draft.problems.zh).toContain('按预计时间完成任务')
    expect(body.draft.plan.en).toContain('Record the service')
    expect(body.draft.progress.zh).not.toContain(caseId)
    expect(body).toMatchObject({ sections: null, required: ['progress', 'plan'], figures: { promises: { late: 1 } } })
  })

  it('are handed in by who owes them, when they are received here [S0-A-2.3] [S0-A-7.3b]', async () => {
    const { id } = await own(engineer.token, 'engineerWeekly')
    const path = `/api/reports/${id}/submission`
    const body = { sections: { progress: '装好终端', plan: '回访' } }
    expect((await api.ask('post', path, { as: other.token, body })).body.code).toBe('case.notYours')
    const lacking = await api.ask('post', path, { as: engineer.token, body: { sections: { progress: '装好终端' } } })
    expect(lacking).toMatchObject({ status: 422, body: { code: 'report.incomplete', clause: 'S0-A-2.3' } })
    now = SATURDAY - SECOND
    const sent = await api.ask('post', path, { as: engineer.token, body })
    expect(sent.status).toBe(200)
    const kept = sent.body.obligations.find((row: { promise: string }) => row.promise === 'engineerWeekly')
    expect(kept).toMatchObject({ verdict: 'onTime', settledAt: '2026-04-18T17:59:59+08:00', clause: 'S0-A-2.3' })
    const read = await api.ask('get', `/api/reports/${id}`, { as: director.token })
    expect(read.body).toMatchObject({ ...body, draft: null, receivedAt: '2026-04-18T17:59:59+08:00' })
    const twice = await api.ask('post', path, { as: engineer.token, body })
    expect(twice.body.code).toBe('case.closed')
  })

  it('the supervisor’s are drafted from the engineers’, who is missing by name [S0-A-6.5] [S3-4.2(2)]', async () => {
    const { id } = await own(director.token, 'departmentWeekly')
    const { body } = await api.ask('get', `/api/reports/${id}`, { as: director.token })
    expect(body.draft.progress.zh).toContain(`【${engineer.username}】装好终端`)
    expect(body.draft.progress.en).toContain(`Weekly report not received from: ${other.username}`)
    expect(body.draft.plan.zh).toContain(`【${engineer.username}】回访`)
    expect(body.figures).toMatchObject({ documents: { filled: 1 }, promises: { late: 1 } })
  })

  it('count the accidents of the period that stand, by class, and no others [S0-A-6.6]', async () => {
    const month = periodNamed('monthly', '2026-04')
    const accident = async (occurredAt: Instant, grade: 'I' | 'II' | null) => {
      const caseId = `accident-${newId()}`
      await db.insert(cases).values({ id: caseId, kind: 'accident', terms: {}, startedAt: occurredAt })
      const what = { engineerId: engineer.personId, description: '误操作', class: grade }
      await db.insert(accidents).values({ caseId, occurredAt, ...what })
    }
    await accident(month.fromAt, 'I')
    await accident(month.untilAt - 1, 'II')
    await accident(month.fromAt + DAY, 'II')
    await accident(month.fromAt + DAY, null)
    await accident(month.fromAt - 1, 'I')
    await accident(month.untilAt, 'II')
    const figures = (personId: string | null) => countPeriod(db, { personId, regionId: null }, month)
    expect((await figures(null)).accidents).toEqual({ classI: 1, classII: 2 })
    expect((await figures(engineer.personId)).accidents).toEqual({ classI: 1, classII: 2 })
    expect((await figures(other.personId)).accidents).toEqual({ classI: 0, classII: 0 })
  })

  it('that came by mail are entered by who receives them, in their regions', async () => {
    now = SATURDAY + DAY
    const { id } = await own(other.token, 'engineerWeekly')
    const path = `/api/reports/${id}/receipt`
    const body = { receivedAt: '2026-04-18T17:00:00+08:00', note: '邮件' }
    expect((await api.ask('post', path, { as: gm.token, body })).body.code).toBe('case.notYours')
    expect((await api.ask('post', path, { as: engineer.token, body })).status).toBe(403)
    const entered = await api.ask('post', path, { as: director.token, body })
    expect(entered.body.obligations.map((row: { verdict: string }) => row.verdict)).toContain('onTime')
    const read = await api.ask('get', `/api/reports/${id}`, { as: other.token })
    expect(read.body).toMatchObject({ recordedById: director.personId, receivedAt: '2026-04-18T17:00:00+08:00' })
  })
})

describe('who sees a report', () => {
  it('its author, and who leads its region', async () => {
    const ids = async (as: string) => (await list(as)).map((row: { authorId: string }) => row.authorId)
    expect(await ids(engineer.token)).toEqual([engineer.personId])
    expect(await ids(head.token)).toEqual([engineer.personId])
    expect(new Set(await ids(gm.token))).toEqual(new Set([director, engineer, other].map((one) => one.personId)))
    const [mine] = await list(other.token)
    expect((await api.ask('get', `/api/reports/${mine.id}`, { as: engineer.token })).status).toBe(404)
    expect((await api.ask('get', `/api/reports/${mine.id}`, { as: head.token })).status).toBe(404)
  })

  it('pages through them', async () => {
    const first = await api.ask('get', '/api/reports?limit=3', { as: gm.token })
    const rest = await api.ask('get', `/api/reports?limit=3&cursor=${first.body.next}`, { as: gm.token })
    const all = [...first.body.items, ...rest.body.items].map((row: { id: string }) => row.id)
    expect(new Set(all).size).toBe(4)
  })
})
