import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'

/** The outbox: what a person is to be told, per channel. `attempted` and `delivered` are different things. */
export const notifications = pgTable(
  'notification',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    /** Business key with the channel and the person: nobody is told the same thing twice. */
    key: text().notNull().unique('notification_key'),
    personId: text('person_id').notNull(),
    channel: text().notNull(),
    /** Which text; rendered in the reader's language when it is sent or shown. */
    template: text().notNull(),
    params: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    caseId: text('case_id'),
    obligationId: uuid('obligation_id'),
    createdAt: instant('created_at').notNull(),
    attempts: integer().notNull().default(0),
    attemptedAt: instant('attempted_at'),
    deliveredAt: instant('delivered_at'),
    nextAttemptAt: instant('next_attempt_at'),
    /** Set when the channel refused for good. */
    failedAt: instant('failed_at'),
    error: text(),
    readAt: instant('read_at'),
  },
  (t) => [
    index('notification_due')
      .on(t.nextAttemptAt)
      .where(sql`delivered_at is null and failed_at is null and next_attempt_at is not null`),
    index('notification_person').on(t.personId, t.createdAt),
    index('notification_case').on(t.caseId),
  ],
)

/** How a way of telling people fares: when it last worked, when it last failed and how. */
export const channels = pgTable('channel', {
  name: text().primaryKey(),
  succeededAt: instant('succeeded_at'),
  failedAt: instant('failed_at'),
  /** A code, as `ECONNREFUSED` or `smtp 421`; never the server's words, which quote addresses. */
  error: text(),
})
