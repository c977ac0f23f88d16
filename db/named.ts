import { ilike, or, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Db, Tx } from './client.ts'
import { hear, isLatin, sounding } from './search/pinyin.ts'

/**
 * Rows in one of whose columns these words stand, in any case; letters also find the names that sound so (`names`), by
 * initials or whole pinyin, as the search does.
 */
export async function named(
  db: Db | Tx,
  q: string | undefined,
  names: readonly PgColumn[],
  others: readonly (PgColumn | SQL)[],
): Promise<SQL | undefined> {
  if (!q) return undefined
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const alike = isLatin(q) ? await Promise.all(names.map((column) => soundingSo(db, column, q))) : []
  return or(...[...names, ...others].map((column) => ilike(column, like)), ...alike)
}

async function soundingSo(db: Db | Tx, column: PgColumn, q: string): Promise<SQL> {
  const rows = await db.selectDistinct({ name: sql<string>`${column}` }).from(column.table)
  const all = rows.map(({ name }) => name)
  await hear(all)
  const found = all.filter((name) => sounding(name, q) !== undefined)
  return sql`${column} = any(${sql.param(found)}::text[])`
}
