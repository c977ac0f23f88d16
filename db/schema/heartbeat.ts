import { pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'

/** Signs of life of the worker and of the background duties of the API; each watches the other's. */
export const heartbeats = pgTable('heartbeat', {
  name: text().primaryKey(),
  beatAt: instant('beat_at').notNull(),
})
