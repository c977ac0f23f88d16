import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { createAuth } from '../../api/auth/auth.ts'
import { problemOf } from '../../api/http/problem.ts'
import { openDb } from '../../db/client.ts'
import { readXlsx } from '../../db/import/readXlsx.ts'
import { authAccount, authSession } from '../../db/schema/auth.ts'
import { person } from '../../db/schema/person.ts'
import { PASSWORD, testApi } from '../support/api.ts'
import { testDb } from '../support/database.ts'

const { db } = await testDb()
const { ask, signedIn, url } = await testApi(db)

describe('signing in', () => {
  it('gives a token that says who I am and what I hold', async () => {
    const { token, personId, username } = await signedIn(['callTaker'])
    const me = await ask('get', '/api/me', { as: token })
    expect(me.status).toBe(200)
    expect(me.body).toEqual({ personId, username, name: username, grants: [{ role: 'callTaker', regionId: null }] })
  })

  it('gives a cookie that scripts in a page cannot read', async () => {
    const { username } = await signedIn(['engineer'])
    const answer = await ask('post', '/api/session', { body: { username, password: PASSWORD } })
    const cookie = answer.headers.get('set-cookie')!
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/i)
    const me = await ask('get', '/api/me', { headers: { cookie: cookie.split(';')[0]! } })
    expect(me.status).toBe(200)
  })

  it('answers a wrong password and an unknown name alike', async () => {
    const { username } = await signedIn(['engineer'])
    const wrong = await ask('post', '/api/session', { body: { username, password: 'not this one' } })
    const unknown = await ask('post', '/api/session', { body: { username: 'nobody', password: 'not this one' } })
    const said = { ...wrong.body, instance: unknown.body.instance }
    expect(wrong.status).toBe(401)
    expect(unknown.body).toEqual(said)
    expect(said.code).toBe('caller.wrongPassword')
  })

  it('stores an argon2id hash, never the password', async () => {
    await signedIn(['finance'])
    const accounts = await db.select().from(authAccount)
    for (const account of accounts) expect(account.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(JSON.stringify(accounts)).not.toContain(PASSWORD)
  })

  it('refuses a token whose signature is not ours, though its session exists', async () => {
    const { token } = await signedIn(['engineer'])
    const [session] = await db
      .select()
      .from(authSession)
      .where(eq(authSession.token, token.split('.')[0]!))
    expect(session).toBeDefined()
    expect((await ask('get', '/api/me', { as: session!.token })).status).toBe(401)
    expect((await ask('get', '/api/me', { as: `${session!.token}.forged` })).status).toBe(401)
  })

  it('ends with signing out', async () => {
    const { token } = await signedIn(['engineer'])
    expect((await ask('delete', '/api/session', { as: token })).status).toBe(204)
    expect((await ask('get', '/api/me', { as: token })).status).toBe(401)
  })

  it('says that the database is away, rather than that the caller is unknown or something failed', async () => {
    const secret = 'x'.repeat(43)
    const { username } = await signedIn(['engineer'])
    const { token } = await (await createAuth(db, { secret })).signIn(username, PASSWORD, {})
    const dead = openDb('postgres://127.0.0.1:1/nothing', 1)
    const auth = await createAuth(dead, { secret })
    const headers = { authorization: `Bearer ${token}` }
    for (const question of [() => auth.callerOf(headers, 0), () => auth.signIn(username, PASSWORD, {})]) {
      const error: unknown = await question().catch((thrown: unknown) => thrown)
      expect(problemOf(error, 'en', 'id')).toMatchObject({ status: 503, code: 'server.busy' })
    }
  })

  it('lets nobody sign up, and offers none of the library’s own doors', async () => {
    const body = { email: 'a@example.com', name: 'a', username: 'intruder', password: PASSWORD }
    for (const path of ['/api/auth/sign-up/email', '/api/auth/sign-in/username', '/api/accounts'])
      expect([401, 404]).toContain((await ask('post', path, { body })).status)
  })
})

describe('an account', () => {
  it('is signed out everywhere when its person is made inactive', async () => {
    const hr = await signedIn(['hrSpecialist'])
    const leaver = await signedIn(['engineer'])
    const answer = await ask('patch', `/api/people/${leaver.personId}`, { as: hr.token, body: { active: false } })
    expect(answer.status).toBe(200)
    expect((await ask('get', '/api/me', { as: leaver.token })).status).toBe(401)
    const again = await ask('post', '/api/session', { body: { username: leaver.username, password: PASSWORD } })
    expect(again.body.code).toBe('caller.wrongPassword')
  })

  it('keeps its own session and ends the others when its password changes', async () => {
    const user = await signedIn(['engineer'])
    const other = await ask('post', '/api/session', { body: { username: user.username, password: PASSWORD } })
    const wrong = { current: 'not this one', password: 'another long one' }
    expect((await ask('put', '/api/me/password', { as: user.token, body: wrong })).status).toBe(401)
    const short = await ask('put', '/api/me/password', {
      as: user.token,
      body: { current: PASSWORD, password: 'short' },
    })
    expect(short.body.errors[0].pointer).toBe('#/password')
    const body = { current: PASSWORD, password: 'another long one' }
    expect((await ask('put', '/api/me/password', { as: user.token, body })).status).toBe(204)
    expect((await ask('get', '/api/me', { as: user.token })).status).toBe(200)
    expect((await ask('get', '/api/me', { as: other.body.token })).status).toBe(401)
  })

  it('may do nothing once its person is inactive, even with a session left over', async () => {
    const user = await signedIn(['engineer'])
    await db.update(person).set({ active: false }).where(eq(person.id, user.personId))
    expect((await ask('get', '/api/people', { as: user.token })).status).toBe(401)
  })

  it('is given by an administrator, with a name that is free in any case', async () => {
    const admin = await signedIn(['admin'])
    const owner = await signedIn([])
    const body = { personId: owner.personId, username: '张三', password: PASSWORD }
    expect((await ask('post', '/api/accounts', { as: admin.token, body })).status).toBe(201)
    expect((await ask('post', '/api/session', { body: { username: '张三', password: PASSWORD } })).status).toBe(201)
    const taken = await ask('post', '/api/accounts', {
      as: admin.token,
      body: { ...body, username: owner.username.toUpperCase() },
    })
    expect(taken.body.code).toBe('account.taken')
  })

  it('is given to everybody at work who has none, at one press, with passwords in a file that comes once', async () => {
    const admin = await signedIn(['admin'])
    const some = { kind: 'staff' as const, name: '一批' }
    await db.insert(person).values([
      { id: 'b1', code: 'Batch 1', ...some },
      { id: 'b2', code: 'BATCH2', ...some },
      { id: 'b3', code: 'BATCH3', ...some, active: false },
      { id: 'b4', code: 'BATCH4', ...some, sample: 'x' },
      { id: 'b5', code: admin.username.toUpperCase(), ...some },
    ])
    const headers = { authorization: `Bearer ${admin.token}` }
    const file = await fetch(`${url}/api/accounts/missing`, { method: 'post', headers })
    const rows = readXlsx(Buffer.from(await file.arrayBuffer()), 50).map(({ cells }) => cells)
    const given = new Map(rows.filter(([, name]) => name === '一批').map(([code, , ...rest]) => [code, rest]))
    expect([...given.keys()].sort()).toEqual(['BATCH2', 'Batch 1', admin.username.toUpperCase()].sort())
    expect(given.get(admin.username.toUpperCase())![0]).toBe('')
    const [username, password] = given.get('Batch 1')!
    expect(username).toBe('batch-1')
    expect((await ask('post', '/api/session', { body: { username, password } })).status).toBe(201)
    await db.delete(person).where(eq(person.id, 'b5'))
    expect((await ask('post', '/api/accounts/missing', { as: admin.token })).body.code).toBe('account.noneMissing')
  })

  it('gets a random password from an administrator, which ends its sessions', async () => {
    const admin = await signedIn(['admin'])
    const user = await signedIn(['engineer'])
    const reset = await ask('post', '/api/accounts/reset', { as: admin.token, body: { username: user.username } })
    expect(reset.body.password).toHaveLength(20)
    expect((await ask('get', '/api/me', { as: user.token })).status).toBe(401)
    const again = await ask('post', '/api/session', {
      body: { username: user.username, password: reset.body.password },
    })
    expect(again.status).toBe(201)
  })
})
