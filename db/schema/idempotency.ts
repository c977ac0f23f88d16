import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'

/** A request that was carried out once under its Idempotency-Key, and the answer it got. Written with the effect. */
export const idempotencyKey = pgTable(
  'idempotency_key',
  {
    personId: text('person_id').notNull(),
    key: text().notNull(),
    /** SHA-256 of method, path, query and body. */
    requestHash: text('request_hash').notNull(),
    status: integer().notNull(),
    response: jsonb(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.key] }), index().on(t.createdAt)],
)
