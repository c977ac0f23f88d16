import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { createAuth } from '../../api/auth/auth.ts'
import { deliverLinks } from '../../api/customerLink/letters.ts'
import { openMailer } from '../../api/mail.ts'
import { seedYears } from '../../db/calendar/seedYears.ts'
import { newId } from '../../db/id.ts'
import { seedPolicies } from '../../db/policy/terms.ts'
import { facts } from '../../db/schema/case.ts'
import { customer } from '../../db/schema/customer.ts'
import { customerLinks } from '../../db/schema/customerLink.ts'
import { region } from '../../db/schema/person.ts'
import { notifications } from '../../db/schema/notification.ts'
import { serviceRatings, serviceTasks as tasks } from '../../db/schema/serviceTask.ts'
import { DAY, HOUR, MINUTE } from '../../rules/instant.ts'
import { formatInstant } from '../../rules/time/local.ts'
import { testApi } from '../support/api.ts'
import { testDb } from '../support/database.ts'
import { mailServer, partOf, type Letter } from '../support/mailServer.ts'
import { scored, serviceTasks, SIGNATURE } from '../support/serviceTask.ts'

const { db } = await testDb()
const letterbox = await mailServer()
const mailer = openMailer({ url: letterbox.url, from: 'house@example.com' })
const clock = { now: Date.now() }
const services = {
  auth: await createAuth(db),
  poke: () => {},
  pokeGone: () => {},
  mail: { configured: true, poke: () => {}, send: mailer.send },
  publicUrl: 'https://service.example.com/',
}
const api = await testApi(db, { services, clock: () => clock.now })

type Person = Awaited<ReturnType<typeof api.signedIn>>
let engineer: Person, other: Person, desk: Person
let played: ReturnType<typeof serviceTasks>
const customerId = newId()

beforeAll(async () => {
  await seedPolicies(db)
  await seedYears(db, clock.now)
  await db.insert(customer).values({ id: customerId, code: 'C1', name: '㴨水供电公司' })
  engineer = await api.signedIn(['engineer'])
  other = await api.signedIn([{ role: 'engineer', regionId: await southern() }])
  desk = await api.signedIn(['callTaker'])
  const [gm, director, sales, office] = await Promise.all(
    (['companyGm', 'serviceDirector', 'salesperson', 'salesBackOffice'] as const).map((role) => api.signedIn([role])),
  )
  played = serviceTasks(db, {
    gm: gm!.personId,
    director: director!.personId,
    sales: sales!.personId,
    office: office!.personId,
    engineer: engineer.personId,
    customerId,
  })
})

async function southern(): Promise<string> {
  const id = newId()
  await db.insert(region).values({ id, code: 'S', name: '南区' })
  return id
}

/** A link as the API hands it out, and its token. */
async function made(caseId: string, purpose: string, body: object = {}, as = engineer) {
  const path = `/api/service-tasks/${caseId}/customer-links`
  const answer = await api.ask('post', path, {
    as: as.token,
    headers: { 'idempotency-key': newId() },
    body: { purpose, ...body },
  })
  return { ...answer, token: (answer.body.url as string | undefined)?.split('#')[1] ?? '' }
}
const look = (token: string) => api.ask('post', '/api/customer-link/look', { body: { token } })
const appoint = (token: string, at?: number) =>
  api.ask('post', '/api/customer-link/appointment', { body: { token, appointmentAt: at && formatInstant(at) } })
const rate = (token: string, scores = scored('excellent', 'good', 'good')) =>
  api.ask('post', '/api/customer-link/rating', { body: { token, scores, signature: SIGNATURE } })
const tokenIn = (letter: Letter) => /\/c#([\w-]{43})/.exec(partOf(letter, 'text/plain'))![1]!
const mailOf = async (caseId: string): Promise<({ state: string } | null)[]> => {
  const { body } = await api.ask('get', `/api/service-tasks/${caseId}/customer-links`, { as: desk.token })
  return body.items.map((row: { mail: { state: string } | null }) => row.mail)
}
const factOf = async (caseId: string, kind: string) =>
  (await db.select().from(facts).where(eq(facts.caseId, caseId))).filter((fact) => fact.kind === kind)
const second = (at: number) => Math.floor(at / 1000) * 1000
const servedTask = () => played.served(clock.now)
const bookedTask = () => played.planned(clock.now - 10 * MINUTE, clock.now + 3 * DAY)

describe('an appointment by link', () => {
  it('shows what the customer needs and nobody’s number, and is confirmed once [S0-A-3.5]', async () => {
    const caseId = await bookedTask()
    const { status, body, token } = await made(caseId, 'appointment')
    expect([status, body.mail]).toEqual([201, 'notAsked'])
    expect(body.url).toBe(`https://service.example.com/c#${token}`)
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const seen = (await look(token)).body
    expect(seen).toMatchObject({
      company: null,
      purpose: 'appointment',
      state: 'open',
      about: { requirement: '终端不上线' },
    })
    expect(JSON.stringify(seen)).not.toMatch(/13800000000|𬎆先生|变电站/)

    expect((await appoint(token)).status).toBe(204)
    const [fact] = await factOf(caseId, 'appointmentConfirmed')
    expect(fact).toMatchObject({ byId: engineer.personId, data: { through: { device: 'node' } } })
    expect((await appoint(token)).body.code).toBe('customerLink.used')
    expect(await factOf(caseId, 'appointmentConfirmed')).toHaveLength(1)
    const after = (await look(token)).body
    expect(after).toMatchObject({ state: 'used', answer: { kind: 'confirmed' }, about: null })
    const told = await db.select().from(notifications).where(eq(notifications.caseId, caseId))
    expect(told.filter((row) => row.template === 'customerLink.answered')).toHaveLength(1)
  })

  it('is moved into the form of the task, to a time to come and not too far off [S0-A-3.5]', async () => {
    const caseId = await bookedTask()
    const { token } = await made(caseId, 'appointment')
    expect((await appoint(token, clock.now - HOUR)).body.code).toBe('customerLink.past')
    expect((await appoint(token, clock.now + 61 * DAY)).body.code).toBe('customerLink.tooFar')
    const at = second(clock.now + 2 * DAY)
    expect((await appoint(token, at)).status).toBe(204)
    const [row] = await db.select().from(tasks).where(eq(tasks.caseId, caseId))
    expect(row!.form.appointmentAt).toBe(at)
    expect((await factOf(caseId, 'appointmentMoved'))[0]!.data).toMatchObject({ appointmentAt: at })
  })

  it('is moved by the engineer too, until somebody has arrived [S0-A-3.5]', async () => {
    const caseId = await bookedTask()
    const at = second(clock.now + 2 * DAY)
    const path = `/api/service-tasks/${caseId}/appointment-change`
    const body = { appointmentAt: formatInstant(at) }
    expect((await api.ask('post', path, { as: engineer.token, body })).status).toBe(200)
    expect((await factOf(caseId, 'appointmentMoved'))[0]!.data).toMatchObject({ appointmentAt: at })
    const there = await played.onSite(clock.now - HOUR, clock.now + DAY)
    const late = path.replace(caseId, there)
    expect((await api.ask('post', late, { as: engineer.token, body })).body.code).toBe('case.settledAlready')
    expect((await made(there, 'appointment')).body.code).toBe('customerLink.nothingToAsk')
  })

  it('keeps the promise to book one where none was booked [S0-A-3.5]', async () => {
    const caseId = await played.accepted(clock.now - 10 * MINUTE)
    expect((await made(caseId, 'appointment')).body.code).toBe('customerLink.nothingToAsk')
    const does = async (name: string, body: object) =>
      expect((await api.ask('post', `/api/service-tasks/${caseId}/${name}`, { as: engineer.token, body })).status).toBe(
        200,
      )
    await does('site-confirmation', { situation: '一致' })
    await does('solution', { solution: '更换模块', mode: 'onSite' })
    await does('preparation', { tools: ['usbStick', 'screwdriver', 'laptop'], documents: [], spares: [] })
    const { token } = await made(caseId, 'appointment')
    expect((await appoint(token)).body.code).toBe('customerLink.noAppointment')
    expect((await appoint(token, second(clock.now + DAY))).status).toBe(204)
    expect((await played.promises(caseId)).of('appoint')).toMatchObject({ work: 'done', bearerId: engineer.personId })
  })
})

describe('a rating by link', () => {
  it('is the same fact as one taken on the engineer’s phone, by the customer’s own device [S0-A-3.13]', async () => {
    const caseId = await servedTask()
    const { token } = await made(caseId, 'rating', {}, desk)
    expect((await look(token)).body.about.record).toEqual({ work: '远程升级', resolution: '已上线' })
    expect((await rate(token)).status).toBe(204)
    const [rating] = await db.select().from(serviceRatings).where(eq(serviceRatings.caseId, caseId))
    expect(rating).toMatchObject({ ...scored('excellent', 'good', 'good'), signedAt: clock.now })
    expect(rating!.signatureFileId).not.toBeNull()
    expect((await played.promises(caseId)).of('rate').work).toBe('done')
    const told = await db.select().from(notifications).where(eq(notifications.caseId, caseId))
    const answered = told.filter((row) => row.template === 'customerLink.answered').map((row) => row.personId)
    expect(answered.sort()).toEqual([engineer.personId, desk.personId].sort())
  })

  it('counts once, however often and by whichever door it is sent', async () => {
    const caseId = await servedTask()
    const { token } = await made(caseId, 'rating')
    const both = await Promise.all([rate(token), rate(token, scored('poor', 'poor', 'poor'))])
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409])
    expect(await db.select().from(serviceRatings).where(eq(serviceRatings.caseId, caseId))).toHaveLength(1)

    const twice = await servedTask()
    const late = await made(twice, 'rating')
    await played.rate(twice, clock.now, scored('good', 'good', 'good'))
    expect((await look(late.token)).body).toMatchObject({ state: 'settled', about: null })
    expect((await rate(late.token)).body.code).toBe('customerLink.settled')
  })
})

describe('a link', () => {
  it('is for one purpose and one case, and the last one made holds', async () => {
    const [one, two] = [await bookedTask(), await bookedTask()]
    const first = await made(one, 'appointment')
    const last = await made(one, 'appointment')
    const foreign = await made(two, 'appointment')
    expect((await rate(last.token)).body.code).toBe('customerLink.unknown')
    expect((await look(first.token)).body).toMatchObject({ state: 'revoked', about: null })
    expect((await appoint(first.token)).body.code).toBe('customerLink.revoked')
    expect((await appoint(last.token)).status).toBe(204)
    expect(await factOf(two, 'appointmentConfirmed')).toEqual([])
    const path = `/api/service-tasks/${one}/customer-links/${foreign.body.id}/revocation`
    expect((await api.ask('post', path, { as: engineer.token })).body.code).toBe('customerLink.unknown')
    const own = path.replace(one, two)
    expect((await api.ask('post', own, { as: engineer.token })).status).toBe(204)
    expect((await look(foreign.token)).body.state).toBe('revoked')
  })

  it('ends with its time: good in the last millisecond, not a millisecond later', async () => {
    const { token, body } = await made(await bookedTask(), 'appointment')
    const before = clock.now
    const [row] = await db.select().from(customerLinks).where(eq(customerLinks.id, body.id))
    clock.now = row!.expiresAt - 1
    expect((await look(token)).body.state).toBe('open')
    clock.now = row!.expiresAt
    expect((await look(token)).body).toMatchObject({ state: 'expired', about: null })
    expect((await appoint(token)).body.code).toBe('customerLink.expired')
    clock.now = before
  })

  it('is kept as a hash, and stands in no log, no audit row, no header', async () => {
    const { token, body } = await made(await bookedTask(), 'appointment')
    const answer = await look(token)
    await look('A'.repeat(43))
    const [row] = await db.select().from(customerLinks).where(eq(customerLinks.id, body.id))
    expect(row!.tokenHash).toMatch(/^[0-9a-f]{64}$/)
    const kept = await db.execute<{ found: boolean }>(
      `select exists (select from audit_entry where audit_entry::text like '%${token}%')
        or exists (select from idempotency_key where idempotency_key::text like '%${token}%')
        or exists (select from customer_link where customer_link::text like '%${token}%') as found`,
    )
    expect(kept[0]!.found).toBe(false)
    expect(api.lines.length).toBeGreaterThan(0)
    expect(api.lines.join('\n')).not.toContain(token)
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(answer.headers.get('x-robots-tag')).toContain('noindex')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  it('is handed out by whoever may see the task, and mailed with nothing of the matter in it', async () => {
    const caseId = await bookedTask()
    expect((await made(caseId, 'appointment', {}, other)).status).toBe(404)
    const { body, token } = await made(caseId, 'appointment', { sendTo: 'li@customer.example' })
    expect(body.mail).toBe('waiting')
    expect(await deliverLinks(db, mailer, clock.now)).toBe(1)
    expect(await deliverLinks(db, mailer, clock.now + DAY)).toBe(0)
    const [letter, ...more] = letterbox.to('li@customer.example')
    expect(more).toEqual([])
    expect(letter!.raw).not.toMatch(/13800000000|DTU/)
    // The letter's link and the one on the maker's screen are two keys to the same door.
    const mailed = tokenIn(letter!)
    expect(mailed).not.toBe(token)
    expect((await look(mailed)).body).toEqual((await look(token)).body)
    expect((await appoint(mailed)).status).toBe(204)
    expect((await look(token)).body.state).toBe('used')
  })

  it('is mailed again with a token of its own while the mail server is away, and opens by whichever letter came', async () => {
    const caseId = await bookedTask()
    const to = 'patient@customer.example'
    await made(caseId, 'appointment', { sendTo: to })
    letterbox.atTheEnd.set(to, 451)
    expect(await deliverLinks(db, mailer, clock.now)).toBe(1)
    expect((await mailOf(caseId)).at(0)).toMatchObject({ state: 'waiting', attempts: 1, error: 'smtp 451' })
    expect(await deliverLinks(db, mailer, clock.now + 29_999)).toBe(0)
    letterbox.atTheEnd.delete(to)
    expect(await deliverLinks(db, mailer, clock.now + 30_000)).toBe(1)
    expect((await mailOf(caseId)).at(0)).toMatchObject({ state: 'sent', attempts: 2, error: null })
    expect((await look(tokenIn(letterbox.to(to)[0]!))).body.state).toBe('open')
    const [kept] = await db.execute<{ found: boolean }>(
      `select exists (select from customer_link_key where token_hash = '${tokenIn(letterbox.to(to)[0]!)}') as found`,
    )
    expect(kept!.found).toBe(false)
  })

  it('that no mailbox takes is given up, says so, and tells whoever made it; a void one is not mailed any more', async () => {
    const caseId = await bookedTask()
    letterbox.manners.set('no@customer.example', 550)
    await made(caseId, 'appointment', { sendTo: 'no@customer.example' })
    expect(await deliverLinks(db, mailer, clock.now)).toBe(1)
    expect(await mailOf(caseId)).toMatchObject([{ state: 'failed', attempts: 1, error: 'smtp 550', againAt: null }])
    const told = await db.select().from(notifications).where(eq(notifications.template, 'customerLink.mailFailed'))
    expect(told.map(({ personId }) => personId)).toEqual([engineer.personId])
    await made(caseId, 'appointment', { sendTo: 'late@customer.example' })
    await made(caseId, 'appointment')
    expect(await deliverLinks(db, mailer, clock.now)).toBe(0)
    expect((await mailOf(caseId)).map((mail) => mail?.state)).toEqual([undefined, 'lapsed', 'failed'])
  })

  it('is offered only while there is something to ask', async () => {
    const asked = async (id: string) =>
      (await api.ask('get', `/api/service-tasks/${id}/customer-links`, { as: desk.token })).body.asked
    expect(await asked(await bookedTask())).toEqual(['appointment'])
    expect(await asked(await servedTask())).toEqual(['rating'])
  })
})

it('an address that tries links which open nothing has to wait', async () => {
  const limited = await testApi(db, { limits: { failedLinks: 2 } })
  const tries = []
  for (let n = 0; n < 3; n += 1)
    tries.push(await limited.ask('post', '/api/customer-link/look', { body: { token: 'B'.repeat(43) } }))
  expect(tries.map(({ body }) => body.code)).toEqual(['customerLink.unknown', 'customerLink.unknown', 'caller.tooMany'])
})
