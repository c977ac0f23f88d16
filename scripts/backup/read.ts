import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import postgres, { type TransactionSql } from 'postgres'
import { migrate } from '../../db/migrate.ts'
import { Stop } from '../say.ts'
import { ROOT } from '../settings.ts'
import { END_OF_TABLE, linesOf, type Footer, type Header } from './format.ts'

const notWhole = () =>
  new Stop('备份文件不完整或已损坏，数据库未改动', 'The backup is damaged or not whole; the database is as it was')

/** The statements of the migrations that the backup's database had seen. @throws Stop where these sources hold others */
async function statementsOf({ migrations }: Header): Promise<string[]> {
  const folder = join(ROOT, 'db/migrations')
  const journal = JSON.parse(await readFile(join(folder, 'meta/_journal.json'), 'utf8')) as {
    entries: { tag: string; when: number }[]
  }
  const statements: string[] = []
  for (const [index, { hash, createdAt }] of migrations.entries()) {
    const entry = journal.entries[index]
    const text = entry?.when === createdAt ? await readFile(join(folder, `${entry.tag}.sql`), 'utf8') : ''
    if (createHash('sha256').update(text).digest('hex') !== hash)
      throw new Stop(
        '备份来自别的（更新的？）程序版本：请用做备份时的版本恢复',
        'The backup comes from another, perhaps newer, version of this program: restore it with that one',
      )
    statements.push(...text.split('--> statement-breakpoint'))
  }
  return statements
}

/** Empties the database and makes the tables as the backup knew them, with drizzle's own record of it. */
async function makeTables(sql: TransactionSql, header: Header): Promise<void> {
  const statements = await statementsOf(header)
  await sql.unsafe(
    'drop schema public cascade; create schema public; drop schema if exists drizzle cascade; create schema drizzle',
  )
  for (const statement of statements) await sql.unsafe(statement)
  await sql`create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`
  for (const { hash, createdAt } of header.migrations)
    await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${createdAt})`
  // Rows that a migration itself put in are in the backup as well.
  if (header.tables.length) await sql`truncate ${sql(header.tables.map(({ name }) => name))} cascade`
}

/** Takes foreign keys and triggers out of the way of rows in any order. @returns how to put them back, which checks every row */
async function liftConstraints(sql: TransactionSql, { tables }: Header): Promise<() => Promise<void>> {
  const keys = await sql<{ owner: string; name: string; definition: string }[]>`
    select conrelid::regclass::text as owner, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`
  for (const { owner, name } of keys) await sql.unsafe(`alter table ${owner} drop constraint ${name}`)
  for (const { name } of tables) await sql`alter table ${sql(name)} disable trigger user`
  return async () => {
    for (const { name } of tables) await sql`alter table ${sql(name)} enable trigger user`
    for (const { owner, name, definition } of keys)
      await sql.unsafe(`alter table ${owner} add constraint ${name} ${definition}`)
  }
}

async function load(sql: TransactionSql, file: string): Promise<Header> {
  const lines = linesOf(createReadStream(file).pipe(createGunzip()))
  const next = async () => {
    const { value, done } = await lines.next()
    if (done) throw notWhole()
    return value
  }
  const header = JSON.parse(await next()) as Header
  if (header.format !== 'shouyue-backup' || header.version !== 1)
    throw new Stop('不是守约的备份文件', 'This is no backup of ours')
  await makeTables(sql, header)
  const putBack = await liftConstraints(sql, header)
  let rows = 0
  for (const { name, columns } of header.tables) {
    const first = await next()
    if (first === END_OF_TABLE) continue
    async function* rowsOfTable() {
      for (let line = first; line !== END_OF_TABLE; line = await next()) {
        rows++
        yield `${line}\n`
      }
    }
    const copy = await sql`copy ${sql(name)} (${sql(columns)}) from stdin`.writable()
    await pipeline(Readable.from(rowsOfTable()), copy)
  }
  const footer = JSON.parse(await next()) as Footer
  if (!footer.complete || footer.rows !== rows) throw notWhole()
  for (const [name, value] of Object.entries(footer.sequences))
    await sql`select setval(${`public.${name}`}::regclass, ${value})`
  await putBack()
  return header
}

/**
 * Puts the rows of `file` into the database at `url`, in one transaction: all of it or nothing; then brings the schema to the newest.
 * @param replace whether what the database holds may go
 * @returns when the backup was taken (ISO 8601)
 * @throws Stop where rows stand there and may not go, somebody else is connected, or the file is damaged or of another version
 */
export async function readBackup(url: string, file: string, { replace }: { replace: boolean }): Promise<string> {
  if (!existsSync(file)) throw new Stop(`没有这个文件：${file}`, 'no such file')
  const client = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const header = await client.begin(async (sql) => {
      const [others] = await sql<{ n: number }[]>`
        select count(*)::int as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`
      if (others!.n > 0)
        throw new Stop(
          '还有程序连着这个数据库：先停下接口和工作进程',
          'Something is connected to this database: stop the API and the worker first',
        )
      const tables = await sql<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'public'`
      for (const { name } of tables) {
        const found = await sql`select 1 from ${sql(name)} limit 1`
        if (found.length && !replace)
          throw new Stop(
            '数据库里已有数据。确要替换，请加 --replace',
            'This database holds data. To replace it, add: -- --replace',
          )
      }
      return load(sql, file).catch((error: unknown) => {
        const code = (error as { code?: string }).code ?? ''
        throw code.startsWith('Z_') || error instanceof SyntaxError ? notWhole() : error
      })
    })
    await migrate(url)
    return header.takenAt
  } finally {
    await client.end()
  }
}
