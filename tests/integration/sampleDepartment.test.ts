import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { seedYears } from '../../db/calendar/seedYears.ts'
import { sweep } from '../../db/case/tick.ts'
import { seedPolicies } from '../../db/policy/terms.ts'
import { testApi } from '../support/api.ts'
import { testDb } from '../support/database.ts'

const { db } = await testDb()
await seedPolicies(db)
await seedYears(db, Date.now())
const api = await testApi(db)
const admin = await api.signedIn(['admin', 'centreGm'])

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
    expect((await ask('get', '/api/sample')).body).toEqual({ loaded: true })

    await sweep(db, Date.now(), 0, 500)
    const { items: tasks } = (await ask('get', '/api/service-tasks')).body
    expect(tasks).toHaveLength(3)
    const kinds = await db.execute<{ kind: string }>(sql`select distinct kind from "case" where sample = 'sample'`)
    for (const kind of ['call', 'incident', 'serviceTask', 'staffChange', 'accident'])
      expect(kinds.map((row) => row.kind)).toContain(kind)
    const verdicts = await db.execute<{ verdict: string }>(sql`
      select distinct verdict from obligation o join "case" k on k.id = o.case_id where k.sample = 'sample'`)
    expect(verdicts.map((row) => row.verdict)).toEqual(expect.arrayContaining(['onTime', 'late', 'pending']))
    const [late] = await db.execute<{ n: number }>(sql`
      select count(*)::int as n from consequence where sample = 'sample' and kind = 'fine'`)
    expect(late!.n).toBeGreaterThan(0)

    const names = loaded.accounts.map((one: { username: string }) => one.username)
    expect(names).not.toContain('sample.gm')
    const credentials = { username: loaded.accounts[0].username, password: loaded.password }
    const { token } = (await ask('post', '/api/session', credentials)).body
    const mine = await api.ask('get', '/api/figures', { as: token })
    expect(mine.body.calls[0].missed).toBeGreaterThan(0)

    expect((await ask('delete', '/api/sample')).status).toBe(200)
    expect((await api.ask('get', '/api/me', { as: token })).status).toBe(401)
    expect(await counts()).toEqual(before)
    expect((await ask('get', '/api/sample')).body).toEqual({ loaded: false })
  })

  it('can be loaded again after it was thrown away', async () => {
    expect((await ask('post', '/api/sample', { confirmed: true })).status).toBe(200)
    expect((await ask('delete', '/api/sample')).body.cases).toBeGreaterThan(0)
  })
})
