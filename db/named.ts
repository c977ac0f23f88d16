import { ilike, or } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

/** Rows in one of whose columns these words stand, in any case. */
export const named = (q: string, ...columns: PgColumn[]) =>
  or(...columns.map((column) => ilike(column, `%${q.replace(/[\\%_]/g, '\\$&')}%`)))
