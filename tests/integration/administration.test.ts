import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { callerOf } from '../../db/call/caller.ts'
import { sourceOf } from '../../db/call/source.ts'
import { resolveRole } from '../../db/person/resolve.ts'
import { termsFor } from '../../db/policy/terms.ts'
import { auditEntry } from '../../db/schema/audit.ts'
import { obligations } from '../../db/schema/case.ts'
import { DAY, HOUR } from '../../rules/instant.ts'
import { formatInstant, parseInstant } from '../../rules/time/local.ts'
import { testApi } from '../support/api.ts'
import { testDb } from '../support/database.ts'
import { department, hotline } from '../support/department.ts'
import { siteUnder } from '../support/site.ts'
import { stepsOn } from '../support/staffChange.ts'

const { db } = await testDb()
const now = parseInstant('2026-09-14T09:00:00+08:00')
await department(db, {})
const api = await testApi(db, { clock: () => now })
const admin = await api.signedIn(['admin'])
const gm = await api.signedIn(['centreGm'])
const deputy = await api.signedIn(['centreDeputyGm'])
const hr = await api.signedIn(['hrSpecialist'])

type Who = { token: string }
const ask = (method: string, who: Who, path: string, body?: unknown) => api.ask(method, path, { as: who.token, body })
const at = (ms: number) => formatInstant(now + ms)
async function made(path: string, body: unknown, who: Who = admin) {
  const answer = await ask('post', who, path, body)
  expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 201 })
  return answer.body
}
const newPerson = async (name: string, role?: string, more: object = {}) => {
  const person = await made('/api/people', { code: name, name, kind: 'staff', ...more })
  if (role) await made(`/api/people/${person.id}/roles`, { role, fromAt: at(-DAY) })
  return person.id as string
}
const clausesOf = (body: { misfits: { clause: string }[] }) => body.misfits.map(({ clause }) => clause)

describe('the line of superiors', () => {
  it('a superior whose post does not fit is saved and pointed out with the clause [S2-T2-3.9-0] [S2-T2-3.11-0]', async () => {
    const manager = await newPerson('manager', 'technicalServiceManager', { superiorId: deputy.personId })
    const region = await newPerson('region', 'regionalManager', { superiorId: deputy.personId })
    const file = await ask('get', admin, `/api/people/${region}`)
    expect(clausesOf(file.body)).toEqual(['S2-T2-3.9-0'])
    const moved = await ask('patch', admin, `/api/people/${region}`, { superiorId: manager })
    expect(clausesOf(moved.body)).toEqual([])
    const engineer = await newPerson('engineer', 'engineer')
    expect(clausesOf((await ask('get', admin, `/api/people/${engineer}`)).body)).toEqual(['S2-T2-3.11-0'])
    const tree = await ask('get', hr, '/api/organisation')
    const place = (id: string) => tree.body.people.find((one: { id: string }) => one.id === id)
    expect(place(region)).toMatchObject({ superiorId: manager, misfits: [] })
    expect(clausesOf(place(engineer))).toEqual(['S2-T2-3.11-0'])
  })

  it('two technical supervisors of one province are pointed out [S2-T2-3.10-0]', async () => {
    const regionId = (await made('/api/regions', { code: 'JX', name: '江西' })).id
    const [one, two] = [await newPerson('ps1'), await newPerson('ps2')]
    for (const id of [one, two])
      await made(`/api/people/${id}/roles`, { role: 'provincialSupervisor', regionId, fromAt: at(-DAY) })
    expect(clausesOf((await ask('get', admin, `/api/people/${two}`)).body)).toContain('S2-T2-3.10-0')
  })
})

describe('the deputy acts for the general manager who is away [S2-T2-3.2-8]', () => {
  it('is asked in the general manager’s place, approves on entrustment, and it says for whom', async () => {
    const author = await api.signedIn(['hrSpecialist'])
    const reviewer = await api.signedIn(['centreDeputyGm'])
    const draft = { rulebookId: 'S2', kind: 'amendment', values: { 'call.returnCustomer': HOUR / 3 }, note: '缩短' }
    const { caseId } = await made('/api/rulebook-drafts', { ...draft, reference: 'CL-1' }, author)
    const path = `/api/rulebook-drafts/${caseId}`
    const yes = { approved: true, reason: '同意' }
    await ask('post', author, `${path}/submission`, {})
    expect((await ask('post', reviewer, `${path}/review`, yes)).status).toBe(200)
    expect((await ask('post', deputy, `${path}/approval`, yes)).body.code).toBe('rulebook.notYourSignature')

    await made('/api/absences', { personId: gm.personId, kind: 'trip', fromAt: at(-HOUR), toAt: at(DAY) })
    const entrusted = { fromPersonId: gm.personId, role: 'centreGm', fromAt: at(-HOUR), toAt: at(DAY) }
    const elsewhere = await made('/api/substitutions', { ...entrusted, toPersonId: hr.personId })
    expect(clausesOf(elsewhere)).toEqual(['S2-T2-3.2-8'])
    await ask('patch', admin, `/api/substitutions/${elsewhere.id}`, { toAt: at(-HOUR / 2) })
    expect(clausesOf(await made('/api/substitutions', { ...entrusted, toPersonId: deputy.personId }))).toEqual([])
    const { grants } = (await ask('get', deputy, '/api/me')).body
    expect(grants).toContainEqual({ role: 'centreGm', regionId: null, forPersonId: gm.personId })
    expect(grants).toContainEqual({ role: 'centreDeputyGm', regionId: null })
    const asked = await resolveRole(db, { role: 'centreGm', at: now })
    expect(asked).toMatchObject({ personIds: [deputy.personId], via: 'substitute' })

    expect((await ask('post', deputy, `${path}/approval`, yes)).status).toBe(200)
    const { body } = await ask('get', gm, `/api/cases/${caseId}`)
    const approval = body.facts.find((fact: { kind: string }) => fact.kind === 'approved')
    expect(approval).toMatchObject({ byId: deputy.personId, forId: gm.personId })
    const review = body.facts.find((fact: { kind: string }) => fact.kind === 'reviewed')
    expect(review).toMatchObject({ byId: reviewer.personId, forId: null })
  })

  it('what only the general manager may do goes into the log as done for them; own rights do not', async () => {
    await made(`/api/people/${hr.personId}/roles`, { role: 'finance', fromAt: at(0) }, deputy)
    const { body } = await ask('get', admin, `/api/audit?personId=${gm.personId}&action=role`)
    expect(body.items).toMatchObject([
      { action: 'role.grant', personId: deputy.personId, forPersonId: gm.personId, detail: { role: 'finance' } },
    ])
    await ask('post', deputy, '/api/absences', { personId: hr.personId, kind: 'sick', fromAt: at(0) })
    const [own] = await db.select().from(auditEntry).where(eq(auditEntry.action, 'absence.declare')).limit(9).offset(1)
    expect(own).toMatchObject({ personId: deputy.personId, forPersonId: null })
  })
})

describe('posts at a customer’s site [S4-K-5]', () => {
  it('are set up by what the customer needs, with duties and permissions, and held by dated people', async () => {
    const customer = await made('/api/customers', { code: 'K1', name: '清河供电公司' })
    const project = await made(`/api/customers/${customer.id}/projects`, { name: '驻场运维' })
    const post = await made('/api/resident-posts', {
      projectId: project.id,
      title: '驻场运维岗',
      need: '机房每日巡检，故障当天处理',
      duties: ['受理报修', '每日巡检'],
      permissions: ['进入机房', '申请备件'],
      places: 1,
      fromAt: at(0),
    })
    const [first, second] = [await newPerson('resident1'), await newPerson('resident2')]
    const hold = (personId: string, fromAt: string) =>
      ask('post', admin, `/api/resident-posts/${post.id}/holders`, { personId, fromAt })
    expect((await hold(first, at(-1_000))).body.code).toBe('residentPost.outside')
    const held = await hold(first, at(0))
    expect(held.status).toBe(201)
    expect((await hold(second, at(DAY))).body.code).toBe('residentPost.full')
    await ask('patch', admin, `/api/resident-post-holders/${held.body.id}`, { toAt: at(DAY) })
    expect((await hold(second, at(DAY))).status).toBe(201)
    const ended = await ask('patch', admin, `/api/resident-posts/${post.id}`, { toAt: at(2 * DAY) })
    expect(ended.body.holders.map((one: { toAt: string }) => one.toAt)).toEqual([at(DAY), at(2 * DAY)])
    const list = await ask('get', hr, `/api/resident-posts?projectId=${project.id}`)
    expect(list.body.items).toMatchObject([{ title: '驻场运维岗', permissions: ['进入机房', '申请备件'] }])
  })
})

describe('calendars', () => {
  const year = { year: 2027, source: '国办发明电〔2026〕9号', version: '1', statutory: ['2027-01-01'], makeUp: [] }

  it('a year that is wrong says what and where; one that is right makes provisional due times firm', async () => {
    const wrong = await ask('post', hr, '/api/calendars/cn/years', { ...year, adjustedRest: ['2027-01-02'] })
    expect(wrong).toMatchObject({ status: 422, body: { code: 'calendar.yearInvalid' } })
    expect(wrong.body.errors[0].pointer).toMatch(/adjustedRest/)
    const done = await made('/api/calendars/cn/years', { ...year, adjustedRest: ['2027-01-04'] }, hr)
    expect(done).toMatchObject({ imported: true })
    expect(await made('/api/calendars/cn/years', { ...year, adjustedRest: ['2027-01-04'] }, hr)).toMatchObject({
      imported: false,
    })
    const { body } = await ask('get', hr, '/api/calendars/cn/years/2027')
    expect(body).toMatchObject({ published: true, versions: [{ source: year.source }] })
    expect(body.days).toEqual([
      { on: '2027-01-01', type: 'statutoryHoliday' },
      { on: '2027-01-04', type: 'adjustedRest' },
    ])
  })

  it('a client’s own day lies over the nation’s year for that client, and nothing else', async () => {
    const customer = await made('/api/customers', { code: 'K2', name: '厂休的客户', calendar: 'plant' })
    const other = await made('/api/customers', { code: 'K3', name: '没有厂休的客户' })
    const numbers = { [customer.id]: '+8613900000501', [other.id]: '+8613900000502' }
    for (const [id, number] of Object.entries(numbers))
      await made(`/api/customers/${id}/contacts`, { name: '张工', numbers: [number] })
    const day = { on: '2026-09-15', type: 'statutoryHoliday', reason: '厂庆' }
    await made('/api/calendars/plant/days', day, hr)
    const { body } = await ask('get', hr, '/api/calendars')
    const plant = body.items.find((one: { name: string }) => one.name === 'plant')
    expect(plant.customers).toEqual([{ id: customer.id, name: '厂休的客户' }])
    const own = await ask('get', hr, '/api/calendars/plant/years/2026')
    expect(own.body).toMatchObject({ national: true, ownDays: [{ on: '2026-09-15', reason: '厂庆' }] })
    expect(own.body.days).toContainEqual({ on: '2026-09-15', type: 'statutoryHoliday' })
    const national = await ask('get', hr, '/api/calendars/cn/years/2026')
    expect(national.body.days).not.toContainEqual({ on: '2026-09-15', type: 'statutoryHoliday' })
  })
})

it('what runs for a client moves with the calendar it goes by', async () => {
  const people = await department(db, {
    leaver: { role: 'engineer' },
    pm: { role: 'contractorPm', kind: 'contractor' },
    section: { role: 'clientInformation', kind: 'client' },
  })
  const site = await siteUnder(db, 'S4-S', [people.pm, people.section])
  const demand = {
    outgoingId: people.leaver,
    demandedAt: now,
    ground: 'attitude' as const,
    demandingGrants: [{ role: 'clientInformation' as const, regionId: null }],
    byId: people.section,
  }
  const steps = stepsOn(db, site, people.pm)
  const { caseId } = await steps.start(demand, '09-14T09:00:00')
  const due = async () => formatInstant((await steps.rows(caseId, 'replace'))[0]!.dueAt!)
  expect(await due()).toBe('2026-10-10T23:59:59+08:00')
  const day = { on: '2026-09-16', type: 'statutoryHoliday', reason: '厂庆' }
  await made('/api/calendars/factory/days', day, hr)
  expect(await due()).toBe('2026-10-10T23:59:59+08:00')
  await ask('patch', admin, `/api/customers/${site.customerId}`, { calendar: 'factory' })
  expect(await due()).toBe('2026-10-12T23:59:59+08:00')
  await made('/api/calendars/factory/days', { ...day, type: null }, hr)
  expect(await due()).toBe('2026-10-10T23:59:59+08:00')
})

it('a source of telephony events: the secret once, a new one ends the old, disabled it is nobody', async () => {
  const { id, secret, hook } = await made('/api/telephony-sources', { name: 'pbx-2' })
  expect(hook).toBe('/hooks/telephony/pbx-2')
  expect(await sourceOf(db, 'pbx-2', secret)).toBeDefined()
  const rotated = await ask('post', admin, `/api/telephony-sources/${id}/rotation`)
  expect(await sourceOf(db, 'pbx-2', secret)).toBeUndefined()
  expect(await sourceOf(db, 'pbx-2', rotated.body.secret)).toBeDefined()
  await ask('patch', admin, `/api/telephony-sources/${id}`, { active: false })
  expect(await sourceOf(db, 'pbx-2', rotated.body.secret)).toBeUndefined()
  const list = await ask('get', admin, '/api/telephony-sources')
  expect(JSON.stringify(list.body)).not.toContain('ecret')
  expect(list.body.items).toMatchObject([{ name: 'pbx-2', active: false, lastCallAt: null }])
})

it('rulebooks are bound by person, project, customer or company, each once for a matter and time', async () => {
  const person = await newPerson('bound')
  const one = { policy: 'S2', topic: 'serviceResponse', scope: 'person', scopeId: person, fromOn: '2026-09-01' }
  const { id } = await made('/api/policy-bindings', one, hr)
  expect((await ask('post', hr, '/api/policy-bindings', one)).body.code).toBe('policy.boundAlready')
  const stranger = await ask('post', hr, '/api/policy-bindings', { ...one, scopeId: 'nobody' })
  expect(stranger.body).toMatchObject({ code: 'person.notFound', errors: [{ pointer: '#/scopeId' }] })
  const company = { ...one, scope: 'company', scopeId: null }
  expect((await ask('post', hr, '/api/policy-bindings', company)).body.code).toBe('policy.companyOnly')
  expect((await ask('post', gm, '/api/policy-bindings', company)).body.code).toBe('policy.boundAlready')
  expect(
    (await termsFor(db, { topic: 'serviceResponse', at: now, personId: person }))['call.returnCustomer'],
  ).toBeDefined()
  const ended = await ask('patch', hr, `/api/policy-bindings/${id}`, { toOn: '2026-09-30' })
  expect(ended.body.toAt).toBe('2026-10-01T00:00:00+08:00')
  const again = { ...one, fromOn: '2026-10-01' }
  expect((await ask('post', hr, '/api/policy-bindings', again)).status).toBe(201)
})

it('what has begun is ended, not deleted', async () => {
  const person = await newPerson('watch')
  const lineId = (await made('/api/lines', { number: '400-800-5678', kind: 'hotline', department: '客服' })).id
  const duty = (fromAt: string, toAt: string) => made('/api/duty', { lineId, personId: person, fromAt, toAt })
  const [past, future] = [await duty(at(-HOUR), at(DAY)), await duty(at(DAY), at(2 * DAY))]
  expect((await ask('delete', admin, `/api/duty/${past.id}`)).body.code).toBe('duty.begun')
  expect((await ask('patch', admin, `/api/duty/${past.id}`, { toAt: at(0) })).body.toAt).toBe(at(0))
  expect((await ask('delete', admin, `/api/duty/${future.id}`)).status).toBe(204)
  const line = await ask('patch', admin, `/api/lines/${lineId}`, { endedAt: at(0) })
  expect(line.body).toMatchObject({ number: '+864008005678', endedAt: at(0) })
  const customer = await made('/api/customers', { code: 'K4', name: '某客户' })
  const contact = await made(`/api/customers/${customer.id}/contacts`, { name: '旧人', numbers: ['13900000601'] })
  expect(await db.transaction((tx) => callerOf(tx, '+8613900000601'))).toMatchObject({ kind: 'customer' })
  await ask('patch', admin, `/api/contacts/${contact.id}`, { endedAt: at(0) })
  expect(await db.transaction((tx) => callerOf(tx, '+8613900000601'))).toMatchObject({ kind: 'unknown' })
})

it('the last administrator stays one', async () => {
  const second = await api.signedIn(['admin'])
  const roleOf = async (who: { personId: string }) =>
    (await ask('get', admin, `/api/people/${who.personId}`)).body.roles[0].id as string
  expect((await ask('patch', admin, `/api/people/${second.personId}`, { active: false })).status).toBe(200)
  const last = await ask('patch', admin, `/api/people/${admin.personId}`, { active: false })
  expect(last).toMatchObject({ status: 409, body: { code: 'role.lastAdmin' } })
  const ending = await ask('patch', admin, `/api/roles/${await roleOf(admin)}`, { toAt: at(DAY) })
  expect(ending.body.code).toBe('role.lastAdmin')
  expect((await ask('get', admin, '/api/me')).status).toBe(200)
})

it('a person renamed, moved and without a role in the middle of a case does not break it', async () => {
  const taker = await api.signedIn(['callTaker'])
  const successor = await api.signedIn(['callTaker'])
  const lineId = await hotline(db, '+864008009999', [taker.personId])
  const { caseId } = await made('/api/calls', { number: '13900000777', lineId, occurredAt: at(-HOUR / 4) }, taker)
  const rows = () => db.select().from(obligations).where(eq(obligations.caseId, caseId))
  const before = await rows()
  expect(before.every((row) => row.bearerId === taker.personId)).toBe(true)

  await ask('patch', admin, `/api/people/${taker.personId}`, { name: '改了名', superiorId: hr.personId })
  const file = await ask('get', admin, `/api/people/${taker.personId}`)
  await ask('patch', admin, `/api/roles/${file.body.roles[0].id}`, { toAt: at(0) })
  await ask('patch', admin, `/api/people/${taker.personId}`, { active: false })

  const still = await ask('get', successor, `/api/cases/${caseId}`)
  expect(still.status).toBe(200)
  expect(still.body.obligations.every((one: { bearerId: string }) => one.bearerId === taker.personId)).toBe(true)
  const names = await ask('get', hr, '/api/names')
  const renamed = { id: taker.personId, name: '改了名', active: false }
  expect(names.body.items).toContainEqual(expect.objectContaining(renamed))
  const called = await ask('post', successor, `/api/calls/${caseId}/call-backs`, { occurredAt: at(0), spoke: true })
  expect(called.status).toBe(200)
  expect((await rows()).filter((row) => row.promise === 'return').map((row) => row.verdict)).toContain('onTime')
})
