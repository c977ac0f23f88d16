import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { seedYears } from '../../db/calendar/seedYears.ts'
import { sweep } from '../../db/case/tick.ts'
import { seedPolicies } from '../../db/policy/terms.ts'
import { routes } from '../../api/routes.ts'
import { testApi } from '../support/api.ts'
import { testDb } from '../support/database.ts'

const { db } = await testDb()
await seedPolicies(db)
await seedYears(db, Date.now())
const api = await testApi(db)
const admin = await api.signedIn(['admin', 'centreGm'], 'real.boss')

/** How many rows each table has. What the house keeps of the loading itself is the log's. */
async function counts(): Promise<Record<string, number>> {
  const tables = await db.execute<{ name: string }>(
    sql`select format('%I', table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  const entries: [string, number][] = []
  for (const { name } of tables) {
    if (name === 'audit_entry' || name === 'change') continue
    const [row] = await db.execute<{ n: number }>(sql`select count(*)::int as n from ${sql.raw(name)}`)
    entries.push([name, row!.n])
  }
  return Object.fromEntries(entries)
}
const ask = (method: string, path: string, body?: unknown) => api.ask(method, path, { as: admin.token, body })

describe('the sample department', () => {
  it('is loaded whole, once, lives, and is thrown away whole', async () => {
    const before = await counts()
    const { status, body: loaded } = await ask('post', '/api/sample', { confirmed: true })
    expect(status).toBe(200)
    expect(loaded.cases).toBe(9)
    expect((await ask('post', '/api/sample', { confirmed: true })).body.code).toBe('sample.loaded')
    expect((await ask('get', '/api/sample')).body).toMatchObject({ loaded: true })

    await sweep(db, Date.now(), 0, 500)
    const kinds = await db.execute<{ kind: string }>(sql`select distinct kind from "case" where sample = 'sample'`)
    for (const kind of ['call', 'incident', 'serviceTask', 'staffChange', 'accident'])
      expect(kinds.map((row) => row.kind)).toContain(kind)
    const verdicts = await db.execute<{ verdict: string }>(sql`
      select distinct verdict from obligation o join "case" k on k.id = o.case_id where k.sample = 'sample'`)
    expect(verdicts.map((row) => row.verdict)).toEqual(expect.arrayContaining(['onTime', 'late', 'pending']))
    const [late] = await db.execute<{ n: number }>(sql`
      select count(*)::int as n from consequence where sample = 'sample' and kind = 'fine'`)
    expect(late!.n).toBeGreaterThan(0)

    const { accounts } = (await ask('get', '/api/sample')).body
    const names = accounts.map((one: { username: string }) => one.username)
    expect(names).not.toContain('sample.gm')
    const file = await api.table('/api/exports/sample-accounts', admin.token)
    expect(file.slice(1).map(([username]) => username)).toEqual(names)
    const credentials = { username: 'sample.deputy', password: loaded.password }
    const { token } = (await ask('post', '/api/session', credentials)).body
    const mine = await api.ask('get', '/api/figures', { as: token })
    expect(mine.body.calls[0].missed).toBeGreaterThan(0)
    expect((await api.ask('get', '/api/service-tasks', { as: token })).body.items).toHaveLength(3)
    expect((await ask('get', '/api/service-tasks')).body.items).toHaveLength(0)

    expect((await ask('delete', '/api/sample')).status).toBe(200)
    expect((await api.ask('get', '/api/me', { as: token })).status).toBe(401)
    expect(await counts()).toEqual(before)
    expect((await ask('get', '/api/sample')).body).toEqual({ loaded: false, accounts: [] })
  })

  it('is loaded again; its own people alone see it, and they see nothing else', async () => {
    const customer = await ask('post', '/api/customers', { code: 'REAL-1', name: '真实供电公司' })
    const customerId = customer.body.id
    await ask('post', `/api/customers/${customerId}/contacts`, { name: '真实联系人', numbers: ['13900000777'] })
    const line = await ask('post', '/api/lines', { number: '4008001234', kind: 'hotline', department: '真实热线' })
    const duty = { lineId: line.body.id, personId: admin.personId, fromAt: '2020-01-01T00:00:00+08:00' }
    await ask('post', '/api/duty', { ...duty, toAt: '2040-01-01T00:00:00+08:00' })
    const missed = { number: '13900000777', occurredAt: new Date(Date.now() - 60_000).toISOString() }
    await ask('post', '/api/calls', missed)
    const [real] = (await ask('get', '/api/calls')).body.items
    const { body: loaded } = await ask('post', '/api/sample', { confirmed: true })
    const as = async (part: string) => {
      const credentials = { username: `sample.${part}`, password: loaded.password }
      return (await ask('post', '/api/session', credentials)).body.token as string
    }
    const [deputy, taker] = [await as('deputy'), await as('taker')]

    // Who loaded it reads, at the button for it, who of it can sign in.
    const apart = /[:]|exports|openapi|live|^\/api\/sample$/
    const lists = routes.filter(({ method, path }) => method === 'get' && !apart.test(path))
    expect(lists.length).toBeGreaterThan(50)
    for (const { path } of lists) {
      const [house, sample] = [await ask('get', path), await api.ask('get', path, { as: deputy })]
      expect(JSON.stringify(house.body).match(/示例·|SAMPLE-/)?.[0], path).toBeUndefined()
      expect(JSON.stringify(sample.body).match(/真实|REAL-|13900000777|real\.boss/)?.[0], path).toBeUndefined()
    }
    // Ids tell nothing apart, so what is bound is looked at by whom it is for.
    const bound = (await ask('get', '/api/policy-bindings')).body.items as { scope: string }[]
    expect([...new Set(bound.map(({ scope }) => scope))]).toEqual(['company'])
    const ofS4N = async (token: string) => (await api.ask('get', '/api/policies/S4-N', { as: token })).body.bindings
    expect([(await ofS4N(admin.token)).length, (await ofS4N(deputy)).length]).toEqual([0, 1])
    for (const [token, none] of [
      [admin.token, '示例'],
      [deputy, '真实'],
    ] as const)
      expect(
        JSON.stringify((await api.ask('post', '/api/search', { as: token, body: { q: none } })).body),
      ).not.toContain(`${none}·`)

    // By its address neither side opens the other's, and none writes there.
    const theirs = (await api.ask('get', '/api/calls?state=open', { as: deputy })).body.items[0].id
    expect((await ask('get', `/api/cases/${theirs}`)).status).toBe(404)
    expect((await api.ask('get', `/api/cases/${real.id}`, { as: deputy })).status).toBe(404)
    expect((await api.ask('get', `/api/customers/${customerId}`, { as: deputy })).status).toBe(403)
    expect((await api.ask('get', `/api/people/${admin.personId}`, { as: deputy })).status).toBe(404)
    const back = { occurredAt: new Date().toISOString(), spoke: true }
    for (const [token, id] of [
      [taker, real.id],
      [admin.token, theirs],
    ])
      expect((await api.ask('post', `/api/calls/${id}/call-backs`, { as: token, body: back })).status).toBeGreaterThan(
        399,
      )
    expect((await api.ask('post', '/api/calls', { as: taker, body: missed })).body.code).toBe('sample.apart')
    const withdrawal = { reason: '越界' }
    const across = await ask('post', `/api/cases/${theirs}/withdrawal`, withdrawal)
    expect([404, 403]).toContain(across.status)
    expect((await api.ask('post', '/api/absences', { as: deputy, body: {} })).status).toBe(403)
    expect((await api.ask('get', '/api/me', { as: deputy })).body.grants[0].sample).toBe(true)

    // What its people do there goes with it, and leaves the house's as it was.
    const unknown = { number: '13900000778', occurredAt: new Date(Date.now() - 60_000).toISOString() }
    expect((await api.ask('post', '/api/calls', { as: taker, body: unknown })).status).toBeLessThan(300)
    expect((await ask('delete', '/api/sample')).status).toBe(200)
    const { items } = (await ask('get', '/api/calls')).body
    expect(items.map((one: { id: string }) => one.id)).toEqual([real.id])
  })
})
