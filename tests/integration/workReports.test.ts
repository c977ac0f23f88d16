import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { sweep } from '../../db/case/tick.ts'
import { newId } from '../../db/id.ts'
import { correct } from '../../db/policy/amend.ts'
import { openAfterService } from '../../db/report/afterService.ts'
import { openDueReports, openReports } from '../../db/report/open.ts'
import { obligations } from '../../db/schema/case.ts'
import { consequences } from '../../db/schema/consequence.ts'
import { customer, project } from '../../db/schema/customer.ts'
import { absence, person, personRole } from '../../db/schema/person.ts'
import { policyBindings } from '../../db/schema/policy.ts'
import { residentPost, residentPostHolder } from '../../db/schema/residentPost.ts'
import { reports } from '../../db/schema/report.ts'
import { completeTask } from '../../db/serviceTask/complete.ts'
import { DAY, HOUR, MINUTE, SECOND, type Instant } from '../../rules/instant.ts'
import type { FormName } from '../../rules/report/forms.ts'
import { opensAt, periodNamed, type Rhythm } from '../../rules/report/period.ts'
import { at } from '../support/accidents.ts'
import { testApi } from '../support/api.ts'
import { customerOf } from '../support/department.ts'
import { testDb } from '../support/database.ts'
import { serviceTasks } from '../support/serviceTask.ts'
import { seedPolicies } from '../../db/policy/terms.ts'
import { seedYears } from '../../db/calendar/seedYears.ts'

const { db } = await testDb()
let now: Instant = Date.now()
const api = await testApi(db, { clock: () => now })
beforeAll(async () => {
  await seedPolicies(db)
  await seedYears(db, Date.now())
  await db.update(personRole).set({ fromAt: 0 })
  for (const one of [engineer, hr, province, region])
    await db.update(person).set({ superiorId: boss.personId }).where(eq(person.id, one.personId))
})
const boss = await api.signedIn(['serviceDirector'])
const engineer = await api.signedIn(['engineer'])
const hr = await api.signedIn(['hrSpecialist'])
const province = await api.signedIn(['provincialSupervisor'])
const region = await api.signedIn(['regionalManager'])
const support = await api.signedIn(['technicalSupportManager'])

const ask = (rhythm: Rhythm, key: string, when?: Instant) => {
  const period = periodNamed(rhythm, key)
  return db.transaction((tx) => openReports(tx, procedures, period, when ?? opensAt(period)))
}
const of = (form: FormName, period: string) =>
  db
    .select()
    .from(reports)
    .where(eq(reports.form, form))
    .then((rows) => rows.filter((row) => row.period === period))
const rowsOf = (caseId: string) => db.select().from(obligations).where(eq(obligations.caseId, caseId))
const call = (method: 'get' | 'post', path: string, as: { token: string }, body?: object) =>
  api.ask(method, path, { as: as.token, body })
const sections = { progress: '完成', problems: '无', suggestions: '增加备件' }

describe('the daily report of all staff', () => {
  it('is asked of everybody who worked that day, and of nobody on a day of rest or on leave [S2-1.2.12.6]', async () => {
    await db.insert(absence).values({
      id: newId(),
      personId: hr.personId,
      kind: 'leave',
      fromAt: at('2026-03-04T00:00:00'),
      toAt: at('2026-03-05T00:00:00'),
    })
    await ask('daily', '2026-03-04')
    const authors = (await of('workDaily', '2026-03-04')).map(({ authorId }) => authorId)
    expect(authors.sort()).toEqual([engineer, province, region, support].map((one) => one.personId).sort())
    await ask('daily', '2026-03-07')
    expect(await of('workDaily', '2026-03-07')).toEqual([])
    // The make-up Saturday before the Spring Festival is a day of work.
    await ask('daily', '2026-02-14')
    expect((await of('workDaily', '2026-02-14')).length).toBe(5)
  })

  it('holds conclusion, main points and an own opinion, goes to the superior, and costs nobody anything [S2-1.2.12.6]', async () => {
    await ask('daily', '2026-03-05')
    const mine = (await of('workDaily', '2026-03-05')).find(({ authorId }) => authorId === engineer.personId)!
    now = at('2026-03-05T18:10:00')
    const submit = (said: object) =>
      call('post', `/api/reports/${mine.caseId}/submission`, engineer, { sections: said })
    expect((await submit({ progress: '完成' })).body).toMatchObject({
      code: 'report.incomplete',
      clause: 'S2-1.2.12.6',
    })
    expect((await submit(sections)).status).toBe(200)
    const read = await call('get', `/api/reports/${mine.caseId}`, boss)
    expect(read.body).toMatchObject({ sections, recipientId: boss.personId, parts: { progress: { zh: '结论' } } })
    const late = (await of('workDaily', '2026-03-05')).find(({ authorId }) => authorId === province.personId)!
    await sweep(db, at('2026-03-08T09:00:00'), 0, 500)
    expect((await rowsOf(late.caseId)).find(({ promise }) => promise === 'deliver')).toMatchObject({
      work: 'open',
      verdict: 'pending',
    })
    expect(await db.select().from(consequences).where(eq(consequences.caseId, late.caseId))).toEqual([])
  })

  it('missed while nobody looked is asked for once, for a week at most [S2-1.2.12.6]', async () => {
    await openDueReports(db, procedures, 'daily', at('2026-03-20T09:00:00'))
    const asked = new Set(
      (await db.select().from(reports).where(eq(reports.form, 'workDaily'))).map(({ period }) => period),
    )
    expect([...asked].filter((key) => key > '2026-03-05').sort()).toEqual([
      '2026-03-13',
      '2026-03-16',
      '2026-03-17',
      '2026-03-18',
      '2026-03-19',
      '2026-03-20',
    ])
    expect(await openDueReports(db, procedures, 'daily', at('2026-03-20T10:00:00'))).toBe(0)
  })

  it('is asked of the posts, and of the people, for whom the rulebook’s owner keeps it on [S2-1.2.12.6]', async () => {
    const set = (values: Record<string, unknown>) =>
      db.transaction((tx) => correct(tx, { policy: 'S2', values, reason: '设定', byId: boss.personId }, now))
    const authors = async (key: string) => {
      await ask('daily', key)
      return (await of('workDaily', key)).map(({ authorId }) => authorId)
    }
    await set({ 'report.workDailyOf': ['engineer'] })
    expect(await authors('2026-03-24')).toEqual([engineer.personId])
    await set({ 'report.workDailyOf': ['engineer', 'provincialSupervisor'], 'report.workDaily': false })
    expect(await authors('2026-03-25')).toEqual([])
    await set({ 'report.workDaily': true })
    expect((await authors('2026-03-26')).sort()).toEqual([engineer.personId, province.personId].sort())
  })
})

describe('staff at a customer’s site', () => {
  it('report every day to headquarters while their post is at a project the plan is bound to [S4-A-3.2b]', async () => {
    const [customerId, projectId, postId] = [newId(), newId(), newId()]
    await db.insert(customer).values({ id: customerId, code: customerId, name: '某院' })
    await db.insert(project).values({ id: projectId, name: '运维', customerId })
    const post = { id: postId, projectId, title: '驻场', need: '运维', duties: [], permissions: [], fromAt: 0 }
    await db.insert(residentPost).values(post)
    await db
      .insert(residentPostHolder)
      .values({ id: newId(), postId, personId: engineer.personId, fromAt: at('2026-04-01T00:00:00') })
    await db
      .insert(policyBindings)
      .values({ policy: 'S4-A', topic: 'report', scope: 'project', scopeId: projectId, fromAt: 0 })
    await ask('daily', '2026-03-31')
    expect(await of('siteDaily', '2026-03-31')).toEqual([])
    await ask('daily', '2026-04-01')
    const [asked] = await of('siteDaily', '2026-04-01')
    expect(asked!.authorId).toBe(engineer.personId)
    const verdict = async () => (await rowsOf(asked!.caseId)).find(({ promise }) => promise === 'deliver')!.verdict
    await sweep(db, at('2026-04-01T23:59:59'), 0, 500)
    expect(await verdict()).toBe('pending')
    await sweep(db, at('2026-04-02T00:00:00'), 0, 500)
    expect(await verdict()).toBe('late')
  })

  it('report regularly once somebody says how often, to the running houses as well [S4-I-3.2(4)]', async () => {
    await db
      .insert(policyBindings)
      .values({ policy: 'S4-I', topic: 'report', scope: 'person', scopeId: engineer.personId, fromAt: 0 })
    const week = '2026-05-11'
    await ask('weekly', week)
    expect(await of('residentRegular', week)).toEqual([])
    const values = { 'report.residentEvery': 'weekly', 'report.residentDay': 5 }
    await db.transaction((tx) =>
      correct(tx, { policy: 'S4-I', values, reason: '每周', byId: boss.personId }, at('2026-05-01T00:00:00')),
    )
    await ask('weekly', week)
    const [asked] = await of('residentRegular', week)
    const delivered = (await rowsOf(asked!.caseId)).find(({ promise }) => promise === 'deliver')
    expect(delivered).toMatchObject({ clause: 'S4-I-3.2(4)', dueAt: at('2026-05-15T23:59:59') })
    await ask('daily', week)
    expect((await of('residentRegular', week)).length).toBe(1)
  })
})

describe('data and formalities on request', () => {
  it('go to who asked, by the day said; only from who holds the post [S2-T2-3.9-8] [S2-T2-3.10-4] [S2-T2-3.10-3]', async () => {
    now = at('2026-06-01T09:00:00')
    const wanted = { form: 'regionalData', authorId: region.personId, dueOn: '2026-06-05', request: '五月缺陷数据' }
    const request = (body: object, as = support) => call('post', '/api/reports/requests', as, body)
    expect((await request({ ...wanted, authorId: engineer.personId })).body.code).toBe('report.notAsked')
    expect((await request({ ...wanted, dueOn: '2026-05-31' })).body.code).toBe('report.dayGone')
    expect((await request(wanted, engineer)).status).toBe(403)
    const { body, status } = await request(wanted)
    expect(status).toBe(201)
    const read = await call('get', `/api/reports/${body.id}`, region)
    expect(read.body).toMatchObject({ clause: 'S2-T2-3.9-8', dueAt: '2026-06-05T23:59:59+08:00', period: '2026-05' })
    expect(read.body.request).toBe('五月缺陷数据')
    await call('post', `/api/reports/${body.id}/submission`, region, { sections: { progress: '见附表' } })
    expect((await call('get', `/api/reports/${body.id}`, support)).body).toMatchObject({
      verdict: 'onTime',
      state: 'ended',
    })
    const table = await request({ form: 'provinceData', authorId: province.personId, request: '台账' })
    expect((await call('get', `/api/reports/${table.body.id}`, province)).body).toMatchObject({
      clause: 'S2-T2-3.10-4',
      dueKind: 'prompt',
    })
    const specifications = await request({ form: 'specifications', authorId: province.personId, request: '技术规范' })
    expect((await call('get', `/api/reports/${specifications.body.id}`, province)).body.clause).toBe('S2-T2-3.10-3')
    // The rulebook of formalities is not theirs.
    expect((await request({ form: 'formality', authorId: engineer.personId, request: '工单' })).body.code).toBe(
      'report.notAsked',
    )
    await db
      .insert(policyBindings)
      .values({ policy: 'S4-J', topic: 'report', scope: 'person', scopeId: engineer.personId, fromAt: 0 })
    expect((await request({ form: 'formality', authorId: engineer.personId, request: '工单' })).status).toBe(201)
  })
})

describe('after a service on site', () => {
  it('the superior and the customer are told, once, in time [S2-1.2.12.5]', async () => {
    const { customerId } = await customerOf(db, '+8613800000077')
    const [director, gm, sales, office] = [boss.personId, boss.personId, boss.personId, boss.personId]
    const tasks = serviceTasks(db, { director, gm, sales, office, engineer: engineer.personId, customerId })
    const doneAt = at('2026-06-10T15:00:00')
    const caseId = await tasks.onSite(at('2026-06-10T09:00:00'), at('2026-06-12T18:00:00'))
    await tasks.does(completeTask)(caseId, engineer.personId, doneAt, {})
    const open = (when: Instant) => openAfterService(db, procedures, when)
    expect(await open(doneAt + 2 * DAY)).toEqual([])
    const opened = (await Promise.all([open(doneAt + MINUTE), open(doneAt + MINUTE)])).flat()
    expect(opened).toHaveLength(1)
    expect(await open(doneAt + 2 * MINUTE)).toEqual([])
    now = doneAt + HOUR
    const id = opened[0]!
    expect((await rowsOf(id)).map(({ clause, dueKind, bearerId }) => [clause, dueKind, bearerId])).toEqual([
      ['S2-1.2.12.5', 'prompt', engineer.personId],
      ['S2-1.2.12.5', 'prompt', engineer.personId],
    ])
    await call('post', `/api/reports/${id}/submission`, engineer, { sections: { progress: '更换主板，恢复' } })
    const told = { occurredAt: '2026-06-10T15:30:00+08:00', note: '已告知原因，无其他需求' }
    expect((await call('post', `/api/reports/${id}/following`, boss, told)).status).toBe(403)
    expect((await call('post', `/api/reports/${id}/following`, engineer, told)).status).toBe(200)
    expect((await call('get', `/api/reports/${id}`, boss)).body).toMatchObject({ state: 'ended', aboutCaseId: caseId })
  })
})

describe('a mistake', () => {
  it('is reported to the leader and put right; one that somebody else found is not concealed either [S4-M-16]', async () => {
    now = at('2026-06-15T10:00:00')
    const body = { knownAt: '2026-06-15T09:50:00+08:00', note: '误删配置' }
    expect((await call('post', '/api/reports/mistakes', engineer, body)).body.code).toBe('report.notAsked')
    await db
      .insert(policyBindings)
      .values({ policy: 'S4-M', topic: 'report', scope: 'person', scopeId: engineer.personId, fromAt: 0 })
    const { body: own } = await call('post', '/api/reports/mistakes', engineer, body)
    const found = await call('post', '/api/reports/mistakes', boss, { ...body, personId: engineer.personId })
    expect(found.status).toBe(201)
    expect((await call('post', '/api/reports/mistakes', engineer, { ...body, personId: hr.personId })).status).toBe(403)
    await call('post', `/api/reports/${own.id}/submission`, engineer, { sections: { progress: '误删，已备份' } })
    expect((await call('get', `/api/reports/${own.id}`, boss)).body).toMatchObject({
      state: 'open',
      askedById: engineer.personId,
    })
    await call('post', `/api/reports/${own.id}/following`, engineer, {
      occurredAt: '2026-06-15T10:00:00+08:00',
      note: '已恢复',
    })
    expect((await call('get', `/api/reports/${own.id}`, boss)).body).toMatchObject({
      state: 'ended',
      clause: 'S4-M-16',
    })
    await sweep(db, at('2026-06-15T13:50:01') + SECOND, 0, 500)
    expect((await rowsOf(found.body.id)).every(({ work, stake }) => work === 'open' && stake === null)).toBe(true)
  })
})
