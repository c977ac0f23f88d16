import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import postgres, { type TransactionSql } from 'postgres'
import { END_OF_TABLE, rowsIn, type Footer, type Header } from './format.ts'

async function headerOf(sql: TransactionSql): Promise<Header> {
  const migrations = await sql<{ hash: string; createdAt: number }[]>`
    select hash, created_at::float8 as "createdAt" from drizzle.__drizzle_migrations order by created_at`
  // Generated columns are computed anew on restore.
  const tables = await sql<Header['tables']>`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r'
    group by c.relname order by c.relname`
  return {
    format: 'shouyue-backup',
    version: 1,
    takenAt: new Date().toISOString(),
    migrations: [...migrations],
    tables: [...tables],
  }
}

async function* contentOf(sql: TransactionSql): AsyncGenerator<string | Buffer> {
  const header = await headerOf(sql)
  yield `${JSON.stringify(header)}\n`
  let rows = 0
  for (const { name, columns } of header.tables) {
    const copy = await sql`copy ${sql(name)} (${sql(columns)}) to stdout`.readable()
    for await (const chunk of copy as AsyncIterable<Buffer>) {
      rows += rowsIn(chunk)
      yield chunk
    }
    yield `${END_OF_TABLE}\n`
  }
  const given = await sql<{ name: string; value: string }[]>`
    select sequencename as name, last_value::text as value from pg_sequences where schemaname = 'public' and last_value is not null`
  const sequences = Object.fromEntries(given.map(({ name, value }) => [name, value]))
  const footer: Footer = { complete: true, rows, sequences }
  yield `${JSON.stringify(footer)}\n`
}

/**
 * Writes all rows of the database at `url` to `file` (mode 0600: customers' data and password hashes are in it), as they stood at one instant, while work goes on.
 * The file appears only when it is whole.
 */
export async function writeBackup(url: string, file: string): Promise<void> {
  const half = `${file}.${process.pid}.part`
  const client = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await client.begin('isolation level repeatable read read only', (sql) =>
      pipeline(Readable.from(contentOf(sql)), createGzip(), createWriteStream(half, { mode: 0o600, flags: 'wx' })),
    )
    await rename(half, file)
  } finally {
    await rm(half, { force: true })
    await client.end()
  }
}
