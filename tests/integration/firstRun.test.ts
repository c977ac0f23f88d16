import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createAuth } from '../../api/auth/auth.ts'
import { secretOf } from '../../db/auth/secret.ts'
import { firstRun } from '../../db/firstRun.ts'
import { testApi } from '../support/api.ts'
import { testDb } from '../support/database.ts'

const { db, url } = await testDb()
const folder = mkdtempSync(join(tmpdir(), 'shouyue-console-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs a console command on the test's database, as `npm run` does. */
function run(script: string, ...args: string[]): Promise<{ code: number; out: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, DATABASE_URL: url }
    execFile(process.execPath, ['scripts/bootstrap.mjs', `scripts/${script}.ts`, ...args], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out: out + err }),
    )
  })
}

describe('the first start', () => {
  it('makes one administrator, whoever starts at the same time, and shows the password once', async () => {
    const lines = (await Promise.all([1, 2, 3].map(() => firstRun(db, 0)))).filter((shown) => shown.length > 0)
    expect(lines).toHaveLength(1)
    expect(await firstRun(db, 0)).toEqual([])
    const password = lines[0]![0]!.split(' ').at(-1)!
    const api = await testApi(db)
    const session = await api.ask('post', '/api/session', { body: { username: 'admin', password } })
    const me = await api.ask('get', '/api/me', { as: session.body.token })
    expect(me.body.grants).toEqual([{ role: 'admin', regionId: null }])

    const reset = await run('reset-password', 'Admin')
    expect(reset).toMatchObject({ code: 0 })
    const fresh = /：(\w{20}) /.exec(reset.out)![1]!
    expect((await api.ask('get', '/api/me', { as: session.body.token })).status).toBe(401)
    expect((await api.ask('post', '/api/session', { body: { username: 'admin', password } })).status).toBe(401)
    expect((await api.ask('post', '/api/session', { body: { username: 'admin', password: fresh } })).status).toBe(201)
  })

  it('makes a secret of its own, which a second process shares and another house does not', async () => {
    const secrets = await Promise.all([secretOf(db, 'session'), secretOf(db, 'session')])
    expect(new Set(secrets).size).toBe(1)
    expect(secrets[0]!.length).toBeGreaterThanOrEqual(43)
    const other = await createAuth(db, { secret: 'x'.repeat(43) })
    const api = await testApi(db)
    const { token } = await api.signedIn(['engineer'])
    expect(await other.callerOf({ authorization: `Bearer ${token}` }, Date.now())).toBeNull()
  })
})

describe('the console', () => {
  it('says in one line what it needs, and exits with 1', async () => {
    expect(await run('reset-password')).toMatchObject({
      code: 1,
      out: expect.stringContaining('npm run reset-password'),
    })
    const nobody = await run('reset-password', 'nobody')
    expect(nobody).toMatchObject({ code: 1, out: expect.stringContaining('There is no such account.') })
    expect(nobody.out).not.toMatch(/\n\s+at /)
    expect(await run('import', 'pets', 'x.csv')).toMatchObject({
      code: 1,
      out: expect.stringContaining('regions|people'),
    })
  })

  it('loads a file, and names each wrong row', async () => {
    const file = join(folder, 'people.csv')
    writeFileSync(file, '工号,姓名,岗位\nE1,张三,服务工程师\nE2,,')
    expect(await run('import', 'people', file)).toMatchObject({ code: 1, out: expect.stringContaining('3.name') })
    const partly = await run('import', 'people', file, '--partial')
    expect(partly).toMatchObject({ code: 0, out: expect.stringContaining('2 rows, 1 written') })
    const people = await db.$client`select name from person where code = 'E1'`
    expect(people).toEqual([{ name: '张三' }])
    const logged = await db.$client`select detail from audit_entry where action = 'person.import' and door = 'console'`
    expect(logged).toEqual([{ detail: { rows: 2, written: 1 } }])
  })
})
