import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { createAuth } from '../../api/auth/auth.ts'
import { createOutbox } from '../../api/outbox.ts'
import { createAccount } from '../../db/auth/account.ts'
import { newId } from '../../db/id.ts'
import { phoneNumber } from '../../db/schema/customer.ts'
import { region } from '../../db/schema/person.ts'
import { notifications } from '../../db/schema/notification.ts'
import { PASSWORD, testApi, type Answer } from '../support/api.ts'
import { testDb } from '../support/database.ts'
import { at, incidentDepartment, MAILBOXES, nightShift } from '../support/incident.ts'
import { headerOf, mailServer, partOf } from '../support/mailServer.ts'

const { db } = await testDb()
const server = await mailServer()
const people = await incidentDepartment(db)
const { clock, mailer } = nightShift(db, server.url)
const failures: unknown[] = []
const outbox = createOutbox(
  db,
  mailer,
  () => clock.now,
  (error) => failures.push(error),
)
const poked: string[] = []
const services = {
  auth: await createAuth(db),
  pokeGone: () => {},
  poke: (ids: readonly string[]) => void poked.push(...ids),
  mail: { configured: true, poke: outbox.poke, send: mailer.send },
}
const api = await testApi(db, { services, clock: () => clock.now })

/** Signs a member of the department in. */
async function as(personId: string): Promise<string> {
  const username = `m${personId.slice(-12)}`
  await db.transaction((tx) => createAccount(tx, { personId, username, password: PASSWORD }))
  const { body } = await api.ask('post', '/api/session', { body: { username, password: PASSWORD } })
  return body.token as string
}
const knower = await as(people.knower)
const other = await as(people.other)
const deputy = await as(people.deputy)
const admin = (await api.signedIn(['admin'])).token

const iso = (time: string) => `2026-02-${time}+08:00`
async function post(path: string, body: object, token: string, time: string, headers = {}): Promise<Answer> {
  clock.now = at(time)
  const answer = await api.ask('post', path, { as: token, body, headers })
  await outbox.drain()
  return answer
}
const newIncident = {
  knownAt: iso('16T23:40:00'),
  flags: ['qualityIncident'],
  title: '终端离线',
  description: '㴨水 𬎆 台区三百台终端离线。',
  phones: [
    { role: 'regionalManager', occurredAt: iso('16T23:44:00') },
    { role: 'technicalSupportManager', occurredAt: iso('16T23:46:00') },
    { role: 'officeDirector', occurredAt: iso('16T23:51:00') },
    { role: 'centreDeputyGm', occurredAt: iso('16T23:55:00') },
  ],
}

describe('the incident over midnight, through the API', () => {
  it('is recorded, reported, bounced, sent again: the whole 90 s late [S2-3.3.5a] [S2-3.3.5b]', async () => {
    const made = await post('/api/incidents', newIncident, knower, '17T00:05:00')
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      knownAt: iso('16T23:40:00'),
      recordedAt: iso('17T00:05:00'),
      knowerId: people.knower,
    })
    expect(made.body.phones).toMatchObject({ done: 4, of: 4, verdict: 'onTime' })
    expect(made.body.report).toMatchObject({ dueAt: iso('17T00:40:00'), verdict: 'pending' })
    const path = `/api/incidents/${made.body.id}`
    expect(poked).toContain(made.body.id)

    const text = { subject: '三百台终端离线 𬎆', body: '23:40 发现，已断电复位。' }
    const submitted = await post(`${path}/reports`, text, knower, '17T00:38:00')
    expect(submitted.status).toBe(202)
    expect(failures).toEqual([])
    const sent = (await api.ask('get', path, { as: knower })).body
    expect(sent.report).toMatchObject({ done: 5, of: 5, verdict: 'onTime', lateByMs: null })
    const [letter] = server.to(MAILBOXES.deputy)
    expect(headerOf(letter!, 'Subject')).toContain('质量事故报告：三百台终端离线 𬎆')
    expect(partOf(letter!, 'text/plain')).toContain('23:40 发现，已断电复位。')
    expect(partOf(letter!, 'text/plain')).toContain('性质：产品质量事故\n知悉时间：2026-02-16 23:40:00')

    const back = sent.report.deliveries.find((one: { personId: string }) => one.personId === people.supportEngineer)
    await post(
      `${path}/bounces`,
      { acceptedId: back.acceptedId, occurredAt: iso('17T00:39:30') },
      knower,
      '17T00:41:00',
    )
    await post(`${path}/reports`, {}, knower, '17T00:41:30')
    const after = (await api.ask('get', path, { as: knower })).body
    expect(after.report).toMatchObject({ done: 5, of: 5, verdict: 'late', lateByMs: 90_000 })
    const rows = after.obligations.filter((row: { promise: string }) => row.promise === 'report')
    expect(rows.filter((row: { verdict: string }) => row.verdict === 'onTime')).toHaveLength(4)
    expect(rows.find((row: { verdict: string }) => row.verdict === 'late')).toMatchObject({
      recipientRole: 'technicalSupportEngineer',
      work: 'done',
      lateByMs: 90_000,
      clause: 'S2-3.3.5b',
    })
  })

  it('the same request twice is one incident and one mail', async () => {
    const key = { 'idempotency-key': 'night-1' }
    const first = await post('/api/incidents', newIncident, knower, '17T00:05:00', key)
    const again = await post('/api/incidents', newIncident, knower, '17T00:06:00', key)
    expect(again.body.id).toBe(first.body.id)
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    const before = server.to(MAILBOXES.deputy).length
    const report = { subject: 's', body: 'b' }
    for (const time of ['17T00:10:00', '17T00:10:05'])
      await post(`/api/incidents/${first.body.id}/reports`, report, knower, time, { 'idempotency-key': 'night-2' })
    expect(server.to(MAILBOXES.deputy)).toHaveLength(before + 1)
  })

  it('refuses in the caller’s language with the clause, and by who may', async () => {
    const { body } = await post('/api/incidents', newIncident, knower, '17T00:05:00')
    const path = `/api/incidents/${body.id}`
    const wrong = await post(`${path}/phones`, { role: 'centreDeputyGm', reachedId: people.gm }, knower, '17T00:06:00')
    expect(wrong).toMatchObject({ status: 409, body: { code: 'case.settledAlready' } })
    const fresh = (await post('/api/incidents', { ...newIncident, phones: [] }, knower, '17T00:05:00')).body.id
    const ask = { role: 'centreDeputyGm', reachedId: people.gm }
    const english = await post(`/api/incidents/${fresh}/phones?lang=en`, ask, knower, '17T00:06:00')
    expect(english).toMatchObject({ status: 422, body: { code: 'incident.notThatRole', clause: 'S2-3.3.5a' } })
    expect(api.problem(english).detail).toContain('neither held that role')
    const chinese = await post(`/api/incidents/${fresh}/phones`, ask, knower, '17T00:06:00')
    expect(api.problem(chinese).detail).toContain('此人当时不担任该岗位')
    expect(
      (await post(`${path}/downgrades`, { flags: ['qualityIncident'], reason: 'x' }, knower, '17T00:07:00')).status,
    ).toBe(403)
    const stranger = await post(`${path}/reports`, { subject: 's', body: 'b' }, other, '17T00:07:00')
    expect(stranger).toMatchObject({ status: 403, body: { code: 'incident.notYours' } })
    const future = { ...newIncident, knownAt: iso('17T00:30:00'), phones: [] }
    expect((await post('/api/incidents', future, knower, '17T00:05:00')).body.code).toBe('fact.future')
    const none = await post('/api/incidents', { ...newIncident, flags: [] }, knower, '17T00:05:00')
    expect(none.status).toBe(422)
  })

  it('lists page by page, the one known of last first', async () => {
    const first = (await api.ask('get', '/api/incidents?limit=1', { as: deputy })).body
    const second = (await api.ask('get', `/api/incidents?limit=1&cursor=${first.next}`, { as: deputy })).body
    expect(first.items).toHaveLength(1)
    expect(second.items[0].id < first.items[0].id).toBe(true)
  })

  it('is read in its region, and by its first knower', async () => {
    const ids = ['north', 'south']
    for (const id of ids) await db.insert(region).values({ id, code: id, name: id })
    const { body } = await post('/api/incidents', { ...newIncident, regionId: 'north' }, knower, '17T00:05:00')
    const readers = await Promise.all(ids.map((regionId) => api.signedIn([{ role: 'regionalManager', regionId }])))
    const seen = async (token: string) => (await api.ask('get', `/api/incidents/${body.id}`, { as: token })).status
    expect([await seen(readers[0]!.token), await seen(readers[1]!.token), await seen(knower)]).toEqual([200, 404, 200])
    const list = (await api.ask('get', '/api/incidents', { as: readers[1]!.token })).body.items
    expect(list).toEqual([])
    const act = await post(`/api/incidents/${body.id}/result`, { result: 'x' }, readers[1]!.token, '17T00:06:00')
    expect(act).toMatchObject({ status: 404, body: { code: 'case.unknown' } })
  })

  it('logs no word of it', () => {
    const log = api.lines.join('\n')
    for (const word of ['终端', '𬎆', 'example.com', '复位']) expect(log).not.toContain(word)
  })
})

describe('notices', () => {
  it('are one’s own, in the reader’s language, read once', async () => {
    const chinese = (await api.ask('get', '/api/notifications', { as: deputy })).body
    expect(chinese.items[0]).toMatchObject({ template: 'incident.report', readAt: null })
    expect(chinese.items[0].title).toMatch(/^质量事故报告：/)
    const english = (await api.ask('get', '/api/notifications?lang=en&limit=1', { as: deputy })).body
    expect(english.items[0].title).toMatch(/^Quality incident report: /)
    const { id } = english.items[0]
    expect((await post(`/api/notifications/${id}/reading`, {}, other, '17T01:00:00')).status).toBe(404)
    expect((await post(`/api/notifications/${id}/reading`, {}, deputy, '17T01:00:00')).status).toBe(204)
    const unread = (await api.ask('get', '/api/notifications?unread=true', { as: deputy })).body
    expect(unread.items.map((one: { id: string }) => one.id)).not.toContain(id)
    const all = await post('/api/notifications/reading', { untilAt: iso('17T01:00:00') }, deputy, '17T01:00:00')
    expect(all.body.count).toBe(unread.items.length)
    expect((await api.ask('get', '/api/notifications?unread=true', { as: deputy })).body.items).toEqual([])
  })
})

describe('channels', () => {
  it('show how they fare, and a test goes through them', async () => {
    expect((await api.ask('get', '/api/channels', { as: knower })).status).toBe(403)
    const noMailbox = await post('/api/channels/email/test', {}, admin, '17T01:00:00')
    expect(noMailbox).toMatchObject({ status: 409, body: { code: 'channel.noMailbox' } })
    expect((await post('/api/channels/pigeon/test', {}, admin, '17T01:00:00')).body.code).toBe('channel.unknown')
    const stateOf = async (name: string) =>
      (await api.ask('get', '/api/channels', { as: admin })).body.items.find(
        (one: { name: string }) => one.name === name,
      )
    expect((await post('/api/channels/inApp/test', {}, admin, '17T01:00:00')).status).toBe(202)
    expect(await stateOf('inApp')).toMatchObject({ state: 'working', succeededAt: iso('17T01:00:00') })
    const { personId } = (await api.ask('get', '/api/me', { as: admin })).body
    await db.$client`update person set email = 'admin@example.com' where id = ${personId as string}`
    expect((await post('/api/channels/email/test', {}, admin, '17T01:00:00')).status).toBe(202)
    expect(server.to('admin@example.com')).toHaveLength(1)
    const email = () => stateOf('email')
    expect(await email()).toMatchObject({ state: 'working', succeededAt: iso('17T01:00:00'), waiting: 0 })
    await server.stop()
    await post('/api/channels/email/test', {}, admin, '17T01:05:00')
    expect(await email()).toMatchObject({ state: 'failing', failedAt: iso('17T01:05:00'), waiting: 1 })
    await server.start()
    clock.now = at('17T01:06:00')
    await outbox.deliverDue()
    expect(await email()).toMatchObject({ state: 'working', waiting: 0 })
    const mine = and(eq(notifications.personId, personId), eq(notifications.channel, 'email'))
    const attempts = (await db.select().from(notifications).where(mine)).map((row) => row.attempts)
    expect(attempts.sort()).toEqual([1, 2])
  })
})

it('says whom to ring and by which number, the stand-in where the holder is away, until they were reached [S2-3.3.5a]', async () => {
  await db.insert(phoneNumber).values({ id: newId(), number: '+8613900000042', personId: people.standIn })
  const fresh = { ...newIncident, phones: undefined }
  const { body } = await post('/api/incidents', { ...fresh, title: '另一起' }, knower, '17T01:00:00')
  const called = async () => {
    const { phones } = (await api.ask('get', `/api/incidents/${body.id}`, { as: knower })).body
    return phones.calls.find((one: { role: string }) => one.role === 'officeDirector')
  }
  expect((await called()).people).toEqual([{ personId: people.standIn, numbers: ['+8613900000042'] }])
  const tick = { role: 'officeDirector', reachedId: people.standIn }
  const done = await post(`/api/incidents/${body.id}/phones`, tick, knower, '17T01:01:00')
  expect(done.status).toBe(200)
  // A deed's answer is stored for repetition: no number of anybody's stands in it.
  expect(JSON.stringify(done.body)).not.toContain('13900000042')
  expect(await called()).toMatchObject({ reachedId: people.standIn, people: [] })
})
