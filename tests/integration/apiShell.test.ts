import { count, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { zInstant } from '../../api/http/instant.ts'
import { route } from '../../api/http/route.ts'
import { routes } from '../../api/routes.ts'
import { forgetKeys } from '../../db/idempotency.ts'
import { newId } from '../../db/id.ts'
import { auditEntry } from '../../db/schema/audit.ts'
import { region } from '../../db/schema/person.ts'
import { problems, refuse } from '../../rules/problem.ts'
import { testApi } from '../support/api.ts'
import { testDb } from '../support/database.ts'

const { db } = await testDb()

let release = () => {}
/** Holds its transaction open until the test lets it go, so that a duplicate surely arrives meanwhile. */
const slow = route({
  method: 'post',
  path: '/api/test/slow',
  action: 'region.edit',
  status: 201,
  summary: { zh: '试', en: 'Test' },
  body: z.strictObject({ code: z.string(), at: zInstant }),
  response: z.object({ id: z.string(), at: zInstant }),
  handle: (ctx) =>
    ctx.write(async (tx) => {
      const id = newId()
      await tx.insert(region).values({ id, code: ctx.body.code, name: 'slow' })
      await new Promise<void>((resolve) => (release = resolve))
      return { id, at: ctx.body.at, secret: 'undeclared' }
    }),
})
const broken = route({
  method: 'post',
  path: '/api/test/broken/:secret',
  action: 'public',
  outside: true,
  summary: { zh: '试', en: 'Test' },
  params: z.object({ secret: z.string() }),
  body: z.object({ name: z.string() }),
  handle: async (ctx) => {
    throw new Error(`cannot greet ${ctx.body.name}`)
  },
})

const poked: string[] = []
/** Does what a route should not: its follow-up fails, or it forgets to write, as its body says. */
const clumsy = route({
  method: 'post',
  path: '/api/test/clumsy',
  action: 'region.edit',
  summary: { zh: '试', en: 'Test' },
  body: z.strictObject({ code: z.string(), how: z.enum(['follow', 'forget', 'refuse']) }),
  response: z.object({ id: z.string() }),
  handle: async (ctx) => {
    const { code, how } = ctx.body
    ctx.afterCommit(async () => {
      const [row] = await ctx.db.select().from(region).where(eq(region.code, code))
      poked.push(row!.id)
    })
    ctx.afterCommit(() => Promise.reject(new Error('the follow-up failed')))
    if (how === 'forget') return { id: 'nothing' }
    return ctx.write(async (tx) => {
      const id = newId()
      await tx.insert(region).values({ id, code, name: 'clumsy' })
      return how === 'refuse' ? refuse('region.notFound') : { id }
    })
  },
})

const api = await testApi(db, { routes: [...routes, slow, broken, clumsy] })
const admin = await api.signedIn(['admin'])
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  api.ask('post', path, { as: admin.token, body, headers })
const regionsOf = async (code: string) =>
  (await db.select({ n: count() }).from(region).where(eq(region.code, code)))[0]!.n

describe('the same request twice has one effect', () => {
  it('gives the stored answer to a repetition', async () => {
    const headers = { 'idempotency-key': newId() }
    const first = await post('/api/regions', { code: 'R1', name: '鲁' }, headers)
    const again = await post('/api/regions', { name: '鲁', code: 'R1' }, headers)
    const byOrder = await post('/api/regions', { code: 'R1', name: '鲁' }, headers)
    expect(first.status).toBe(201)
    expect(byOrder).toMatchObject({ status: 201, body: first.body })
    expect(byOrder.headers.get('idempotency-replayed')).toBe('true')
    expect(again.body).toEqual(first.body)
    expect(await regionsOf('R1')).toBe(1)
    const audits = await db.select().from(auditEntry).where(eq(auditEntry.subjectId, first.body.id))
    expect(audits).toMatchObject([{ action: 'region.edit', noun: 'region', personId: admin.personId, door: 'api' }])
  })

  it('refuses the key for a different request', async () => {
    const headers = { 'idempotency-key': newId() }
    await post('/api/regions', { code: 'R2', name: '苏' }, headers)
    const other = await post('/api/regions', { code: 'R3', name: '苏' }, headers)
    const elsewhere = await post('/api/lines', { code: 'R2', name: '苏' }, headers)
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency.otherBody' } })
    expect(elsewhere.status).toBe(422)
    expect(await regionsOf('R3')).toBe(0)
  })

  it('lets a duplicate that arrives meanwhile wait for the first, and answers both alike', async () => {
    const headers = { 'idempotency-key': newId() }
    const body = { code: 'R4', at: '2026-02-16T23:50:40+08:00' }
    const first = post('/api/test/slow', body, headers)
    await expect.poll(() => release.toString()).not.toBe('() => {}')
    const second = post('/api/test/slow', body, headers)
    const waiting = () => db.$client`select 1 from pg_locks l join pg_stat_activity a using (pid)
      where not l.granted and a.datname = current_database() and a.query like '%idempotency_key%'`
    await expect.poll(async () => (await waiting()).length).toBe(1)
    release()
    const [one, two] = await Promise.all([first, second])
    expect(one.status).toBe(201)
    expect(two).toMatchObject({ status: 201, body: one.body })
    expect(await regionsOf('R4')).toBe(1)
  })

  it('keeps nothing of a request that was refused, so that the key can be tried again', async () => {
    const headers = { 'idempotency-key': newId() }
    await post('/api/regions', { code: 'R5', name: '皖' })
    const refused = await post('/api/regions', { code: 'R5', name: '皖' }, headers)
    expect(refused).toMatchObject({ status: 409, body: { code: 'input.exists', errors: [{ pointer: '#/code' }] } })
    await db.delete(region).where(eq(region.code, 'R5'))
    expect((await post('/api/regions', { code: 'R5', name: '皖' }, headers)).status).toBe(201)
  })

  it('keeps the keys of two people apart', async () => {
    const headers = { 'idempotency-key': newId() }
    const other = await api.signedIn(['admin'])
    await post('/api/regions', { code: 'R6', name: '浙' }, headers)
    const theirs = await api.ask('post', '/api/regions', { as: other.token, headers, body: { code: 'R7', name: '浙' } })
    expect(theirs.status).toBe(201)
  })

  it('refuses a key that is no key', async () => {
    const answer = await post('/api/regions', { code: 'R8', name: '闽' }, { 'idempotency-key': 'a'.repeat(201) })
    expect(answer).toMatchObject({ status: 400, body: { code: 'idempotency.badKey' } })
  })
})

it('an answer is forgotten with its key after its time, so that its data does not stay', async () => {
  const headers = { 'idempotency-key': newId() }
  await post('/api/regions', { code: 'K1', name: 'x' }, headers)
  expect(await forgetKeys(db, Date.now() - 60_000)).toBe(0)
  expect(await forgetKeys(db, Date.now() + 60_000)).toBeGreaterThan(0)
  expect((await post('/api/regions', { code: 'K1', name: 'x' }, headers)).body.code).toBe('input.exists')
})

describe('a refusal', () => {
  it('is problem+json in Chinese, or in the language asked for', async () => {
    const zh = await post('/api/regions', { code: '', surprise: 1 })
    expect(zh.headers.get('content-type')).toContain('application/problem+json')
    expect(zh.body).toMatchObject({ status: 422, code: 'input.invalid', title: '内容不符合要求' })
    expect(zh.body.instance).toBe(`urn:uuid:${zh.headers.get('x-request-id')}`)
    const english = [
      await post('/api/regions?lang=en', { code: 'x' }),
      await post('/api/regions', { code: 'x' }, { 'accept-language': 'fr, en-GB;q=0.8, zh;q=0.5' }),
    ]
    for (const { body } of english) {
      expect(body.title).toBe('Not acceptable')
      expect(body.errors).toEqual([{ pointer: '#/name', detail: 'This is required.', expected: 'string' }])
    }
    const chinese = await post('/api/regions?lang=zh', { code: 'x' }, { 'accept-language': 'en' })
    expect(chinese.body.errors[0].detail).toBe('此项必填。')
  })

  it('points at every wrong field, however deep', async () => {
    const person = { code: 'p', name: 'p', kind: 'nobody', skills: [{ product: 'x', level: 9 }], surprise: true }
    const { body } = await post('/api/people', person)
    const pointers = body.errors.map((error: { pointer: string }) => error.pointer)
    expect(pointers.sort()).toEqual(['#/kind', '#/skills/0/level', '#/surprise'])
    const { body: query } = await api.ask('get', '/api/people?limit=201', { as: admin.token })
    expect(query.errors[0].pointer).toBe('?limit')
  })

  it.each(['2026-02-16T23:50:40', '2026-02-30T10:00:00+08:00', '2026-02-16', 'yesterday', 5])(
    'names what an instant has to look like: %s',
    async (at) => {
      const { body } = await post('/api/test/slow', { code: 'x', at })
      expect(body).toMatchObject({ code: 'input.invalid', errors: [{ pointer: '#/at' }] })
    },
  )

  it.each([
    ['not JSON', { headers: { 'content-type': 'application/json' }, csv: '{' }, 400, 'input.notJson'],
    ['of a wrong type', { csv: 'a,b' }, 415, 'input.wrongType'],
    ['too large', { body: { code: 'x'.repeat(1_100_000), name: 'x' } }, 413, 'input.tooLarge'],
  ])('of a body that is %s', async (_, body, status, code) => {
    const answer = await api.ask('post', '/api/regions', { as: admin.token, ...body })
    expect(answer).toMatchObject({ status, body: { code } })
  })

  it('of an unknown address, a record that is missing, a reference to nothing, an end before the beginning', async () => {
    expect((await api.ask('get', '/api/nothing')).body).toMatchObject({ status: 404, code: 'input.notFound' })
    expect((await api.ask('get', '/api/people/%E0%A4%A', { as: admin.token })).status).toBe(404)
    expect((await api.ask('get', '/api/people/none', { as: admin.token })).body.code).toBe('person.notFound')
    const absence = { kind: 'leave', fromAt: '2026-02-16T10:00:00+08:00', toAt: '2026-02-16T09:00:00+08:00' }
    const nobody = await post('/api/absences', { ...absence, toAt: null, personId: 'none' })
    expect(nobody.body).toMatchObject({ code: 'input.unknownReference', errors: [{ pointer: '#/personId' }] })
    const backwards = await post('/api/absences', { ...absence, personId: admin.personId })
    expect(backwards.body).toMatchObject({ code: 'input.period', errors: [{ pointer: '#/toAt' }] })
  })

  it.each(Object.entries(problems))('%s can be looked up under its type', async (code, said) => {
    expect((await api.ask('get', `/problems/${code}`)).body).toEqual(said)
  })

  it('of a failure of ours tells its number and nothing else', async () => {
    const { body, status } = await api.ask('post', '/api/test/broken/hunter2?lang=en', { body: { name: 'Zhang San' } })
    expect(status).toBe(500)
    expect(body.detail).toContain(body.instance.replace('urn:uuid:', ''))
    expect(JSON.stringify(body)).not.toMatch(/Zhang|hunter2|stack/)
  })
})

it('logs patterns and ids, never a secret of the path, a query, a body, a header, or what the database quotes', async () => {
  const seen = api.lines.length
  const key = `secret-${newId()}`
  const headers = { 'idempotency-key': key }
  await api.ask('post', '/api/test/broken/hunter2?lang=en&tel=13800000001', { body: { name: 'Zhang San' } })
  await post('/api/people', { code: 'E77', name: '李四', kind: 'staff', numbers: ['13900000002'] }, headers)
  await post('/api/people', { code: 'E77', name: '李四', kind: 'staff' })
  await api.ask('get', '/api/nothing/13800000001')
  await api.ask('post', '/api/session', { body: { username: 'wangwu', password: 'opensesame' } })
  const logged = api.lines.slice(seen)
  const text = logged.join('')
  expect(text).not.toMatch(/hunter2|13800000001|13900000002|Zhang|李四|E77|wangwu|opensesame|secret-/)
  expect(text).not.toContain(admin.token)
  const requests = logged
    .map((line) => JSON.parse(line) as { route?: string; status?: number })
    .filter((line) => line.route)
  expect(requests.map(({ route: pattern, status }) => [pattern, status])).toEqual([
    ['/api/test/broken/:secret', 500],
    ['/api/people', 201],
    ['/api/people', 409],
    ['(none)', 404],
    ['/api/session', 401],
  ])
})

describe('a write', () => {
  const audits = async () => (await db.select({ n: count() }).from(auditEntry))[0]!.n

  it('is followed up after its commit, and answered though that fails', async () => {
    const { status, body } = await post('/api/test/clumsy', { code: 'F1', how: 'follow' })
    expect(status).toBe(200)
    expect(poked).toEqual([body.id])
  })

  it('that is refused half-way leaves nothing, not even a line in the log, and is not followed up', async () => {
    const before = await audits()
    expect((await post('/api/test/clumsy', { code: 'F2', how: 'refuse' })).body.code).toBe('region.notFound')
    expect(await regionsOf('F2')).toBe(0)
    expect(await audits()).toBe(before)
    expect(poked).toHaveLength(1)
  })

  it('that a route forgot is a failure, not a success that nobody recorded', async () => {
    expect((await post('/api/test/clumsy', { code: 'F3', how: 'forget' })).status).toBe(500)
  })
})

describe('OpenAPI', () => {
  it('describes every route, as what travels', async () => {
    const { body } = await api.ask('get', '/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    for (const { method, path } of routes) expect(body.paths[path.replace(/:(\w+)/g, '{$1}')][method]).toBeDefined()
    const duty = body.components.schemas.Duty
    expect(duty.properties.fromAt).toMatchObject({ type: 'string', format: 'date-time' })
    const ids = routes.map(({ method, path }) => body.paths[path.replace(/:(\w+)/g, '{$1}')][method].operationId)
    expect(new Set(ids).size).toBe(routes.length)
    for (const ref of JSON.stringify(body).matchAll(/"#\/components\/schemas\/(\w+)"/g))
      expect(body.components.schemas[ref[1]!]).toBeDefined()
  })

  it('is shown by a page that loads nothing from elsewhere, under its content security policy', async () => {
    const { body, headers } = await api.ask<string>('get', '/docs')
    expect(body).not.toMatch(/https?:\/\//)
    expect(body).not.toMatch(/<script>|onload=/)
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
    for (const [, path] of body.matchAll(/(?:src|href)="([^"]+)"/g))
      expect((await api.ask('get', path!)).status).toBe(200)
  })
})

it('lists page by page, each row once, and refuses a cursor it did not make', async () => {
  const codes: string[] = []
  let cursor = ''
  for (let pages = 0; pages < 100; pages++) {
    const { body } = await api.ask('get', `/api/audit?limit=2${cursor && `&cursor=${cursor}`}`, { as: admin.token })
    codes.push(...body.items.map((item: { id: string }) => item.id))
    if (body.next === null) break
    cursor = body.next
  }
  const all = await db.select({ id: auditEntry.id }).from(auditEntry)
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes.length).toBe(all.length)
  const forged = await api.ask('get', '/api/audit?cursor=WzFd', { as: admin.token })
  expect(forged.body).toMatchObject({ code: 'input.cursor' })
})
