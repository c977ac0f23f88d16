import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { PASSWORD, testApi } from '../support/api.ts'
import { testDb } from '../support/database.ts'

const { db } = await testDb()
const OUTSIDE = 'https://shouyue.example.com'
const open = await testApi(db, { origins: [OUTSIDE] })
const strict = await testApi(db, { limits: { perMinute: 60, failedSignIns: 3 } })

const admin = await open.signedIn(['admin'])
const session = await open.ask('post', '/api/session', { body: { username: admin.username, password: PASSWORD } })
const cookie = session.headers.get('set-cookie')!.split(';')[0]!
let made = 0

/** `fetch` minds which headers it sets itself; this sends just what it is given. Returns the status. */
function send(headers: Record<string, string>, method = 'POST', path = '/api/regions'): Promise<number> {
  const body = method === 'POST' ? JSON.stringify({ code: `G${made++}`, name: 'x' }) : undefined
  return new Promise((resolve, reject) => {
    const sent = request(
      open.url + path,
      { method, headers: { 'content-type': 'application/json', ...headers } },
      (res) => {
        res.resume()
        resolve(res.statusCode!)
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

describe('a write with a cookie', () => {
  it.each([
    ['from our own page', { origin: open.url }, 201],
    ['from the address people use', { origin: OUTSIDE }, 201],
    ['from another site', { origin: 'https://evil.example' }, 403],
    ['from a page without origin', { origin: 'null' }, 403],
    ['from another port of this machine', { origin: 'http://127.0.0.1:1' }, 403],
    ['from nobody knows where', {}, 403],
    ['from our page, said otherwise', { 'sec-fetch-site': 'same-origin' }, 201],
    ['from a sister site', { 'sec-fetch-site': 'same-site' }, 403],
  ])('%s', async (_, headers, status) => expect(await send({ cookie, ...headers })).toBe(status))

  it('is not needed by a script with a token; a read from elsewhere is left to the browser', async () => {
    expect(await send({ authorization: `Bearer ${admin.token}` })).toBe(201)
    expect(await send({ cookie, origin: 'https://evil.example' }, 'GET')).toBe(200)
  })

  it('cannot be made by a foreign page that signs its visitor in', async () => {
    expect(await send({ origin: 'https://evil.example' }, 'POST', '/api/session')).toBe(403)
  })
})

describe('a limit', () => {
  it('counts failed sign-ins by name and address, and says how long to wait', async () => {
    const user = await strict.signedIn(['engineer'])
    const wrong = { username: user.username, password: 'not this one' }
    for (let i = 0; i < 3; i++) expect((await strict.ask('post', '/api/session', { body: wrong })).status).toBe(401)
    const right = { username: user.username, password: PASSWORD }
    const stopped = await strict.ask('post', '/api/session?lang=en', { body: right })
    expect(stopped).toMatchObject({ status: 429, body: { code: 'caller.tooMany' } })
    expect(stopped.body.detail).toMatch(/again in \d+ seconds/)
    expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it('of failed sign-ins locks nobody out who asks from elsewhere, and ends guessing at many names', async () => {
    const { ask } = await testApi(db, { trustProxy: '1', limits: { perMinute: 100, failedSignIns: 1 } })
    const tryIn = async (username: string, password: string, from: string) => {
      const body = { username, password }
      return (await ask('post', '/api/session', { body, headers: { 'x-forwarded-for': from } })).status
    }
    expect(await tryIn(admin.username, 'not this one', '203.0.113.1')).toBe(401)
    expect(await tryIn(admin.username, PASSWORD, '203.0.113.1')).toBe(429)
    expect(await tryIn(admin.username, PASSWORD, '203.0.113.2')).toBe(201)
    for (const n of [1, 2, 3, 4, 5]) expect(await tryIn(`nobody${n}`, 'a guess or two', '203.0.113.3')).toBe(401)
    expect(await tryIn('nobody6', 'a guess or two', '203.0.113.3')).toBe(429)
  })

  it('counts requests from one address', async () => {
    const answers = await Promise.all(Array.from({ length: 80 }, () => strict.ask('get', '/openapi.json')))
    expect(answers.filter((answer) => answer.status === 429).length).toBeGreaterThanOrEqual(20)
    expect(answers.some((answer) => answer.status === 200)).toBe(true)
  })
})

it.each([
  ['1', 200],
  ['', 429],
  ['false', 429],
])('the caller’s address is what a proxy says only where one is configured (%j)', async (trustProxy, status) => {
  const { ask } = await testApi(db, { trustProxy, limits: { perMinute: 1, failedSignIns: 1 } })
  await ask('get', '/openapi.json', { headers: { 'x-forwarded-for': '203.0.113.1' } })
  expect((await ask('get', '/openapi.json', { headers: { 'x-forwarded-for': '203.0.113.1' } })).status).toBe(429)
  expect((await ask('get', '/openapi.json', { headers: { 'x-forwarded-for': '203.0.113.2' } })).status).toBe(status)
})

it('says in its headers that nobody may frame, sniff or cache it', async () => {
  const { headers } = await open.ask('get', '/api/me', { as: admin.token })
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('x-powered-by')).toBeNull()
})
