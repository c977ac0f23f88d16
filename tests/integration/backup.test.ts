import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { afterAll, expect, it } from 'vitest'
import { writeBackup } from '../../scripts/backup/write.ts'
import { readBackup } from '../../scripts/backup/read.ts'
import { openDb } from '../../db/client.ts'
import { firstRun } from '../../db/firstRun.ts'
import { testDb } from '../support/database.ts'

const folder = mkdtempSync(join(tmpdir(), 'shouyue-backup-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'a.backup')

const source = await testDb()
await firstRun(source.db, Date.UTC(2026, 1, 16))
// A name with everything that COPY has to escape, and a separator that isn't one.
const NAME = '李\\.\n\t"四"\u2028\\N\r'
await source.db.execute(sql`update person set name = ${NAME}`)
await writeBackup(source.url, file)

/** A database that nobody is connected to, as a restore wants it. */
async function target() {
  const made = await testDb()
  await made.db.$client.end()
  return made.url
}

/** Every row of every table, as text, in order. */
async function contents(url: string): Promise<Record<string, string[]>> {
  const db = openDb(url, 1)
  const tables = await db.execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname in ('public', 'drizzle') order by 1`,
  )
  const all: Record<string, string[]> = {}
  for (const { name } of tables) {
    const from = name.startsWith('__') ? sql`drizzle.${sql.identifier(name)}` : sql.identifier(name)
    const rows = await db.execute<{ row: string }>(sql`select t::text as row from ${from} t order by 1`)
    all[name] = rows.map(({ row }) => row)
  }
  await db.$client.end()
  return all
}

/** Names and definitions of everything a restore takes away and puts back. */
async function constraints(url: string): Promise<unknown[]> {
  const db = openDb(url, 1)
  const rows = await db.execute(
    sql`select conname, pg_get_constraintdef(oid) as definition from pg_constraint where connamespace = 'public'::regnamespace
        union all select tgname, tgenabled::text from pg_trigger where not tgisinternal order by 1, 2`,
  )
  await db.$client.end()
  return [...rows]
}

it('brings every row and constraint back, whatever a text holds', async () => {
  const url = await target()
  await readBackup(url, file, { replace: false })
  const restored = await contents(url)
  expect(restored).toEqual(await contents(source.url))
  expect(restored['person']!.join()).toContain('李')
  expect(await constraints(url)).toEqual(await constraints(source.url))
})

it('is readable by its owner only', () => {
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

it('refuses a database that holds data, and replaces it only when told to', async () => {
  const other = await testDb()
  await firstRun(other.db, Date.UTC(2026, 1, 17))
  await other.db.$client.end()
  const before = await contents(other.url)
  await expect(readBackup(other.url, file, { replace: false })).rejects.toThrow('--replace')
  expect(await contents(other.url)).toEqual(before)
  await readBackup(other.url, file, { replace: true })
  expect(await contents(other.url)).toEqual(await contents(source.url))
})

it('refuses while somebody is connected', async () => {
  const busy = await testDb()
  await busy.db.execute(sql`select 1`)
  await expect(readBackup(busy.url, file, { replace: true })).rejects.toThrow('connected')
})

it.each([
  ['cut off', (whole: Buffer) => whole.subarray(0, whole.length - 20)],
  [
    'without its end',
    (whole: Buffer) => gzipSync(gunzipSync(whole).toString().trimEnd().split('\n').slice(0, -1).join('\n')),
  ],
  ['no gzip at all', () => Buffer.from('hello')],
])('leaves the database as it was where the file is %s', async (_how, damage) => {
  const url = await target()
  const before = await contents(url)
  const broken = join(folder, 'broken.backup')
  writeFileSync(broken, damage(readFileSync(file)))
  await expect(readBackup(url, broken, { replace: true })).rejects.toThrow('not whole')
  expect(await contents(url)).toEqual(before)
})

it('refuses a backup of a version with other migrations', async () => {
  const lines = gunzipSync(readFileSync(file)).toString().split('\n')
  const header = JSON.parse(lines[0]!) as { migrations: { hash: string }[] }
  header.migrations[0]!.hash = 'another'
  const foreign = join(folder, 'foreign.backup')
  writeFileSync(foreign, gzipSync([JSON.stringify(header), ...lines.slice(1)].join('\n')))
  await expect(readBackup(await target(), foreign, { replace: true })).rejects.toThrow('another')
})
