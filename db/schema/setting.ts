import { jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'

/** What the house says of itself, by name: what the company is called, which steps of the first morning are done. */
export const settings = pgTable('setting', {
  key: text().primaryKey(),
  value: jsonb().$type<unknown>().notNull(),
  changedAt: instant('changed_at').notNull(),
  changedById: text('changed_by_id'),
})
