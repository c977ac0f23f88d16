import { sql } from 'drizzle-orm'
import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'

/** Who did what to which record, one row per accepted write. Append-only; it holds ids and kinds, nobody's data. */
export const auditEntry = pgTable(
  'audit_entry',
  {
    id: text().primaryKey(),
    at: instant().notNull(),
    /** The person who acted; null: the system, by the name in `door`. No reference: the log outlives people. */
    personId: text('person_id'),
    /** In whose role that person acted, where it was lent to them for a time; the transaction says so, see `actFor`. */
    forPersonId: text('for_person_id').default(sql`nullif(current_setting('shouyue.acting_for', true), '')`),
    /** Which way it came: `api`, `console`, `sweep`, `webhook`, … */
    door: text().notNull(),
    /** The action of the permission table, or the verb's own name. */
    action: text().notNull(),
    noun: text(),
    subjectId: text('subject_id'),
    requestId: text('request_id'),
    detail: jsonb().$type<Record<string, unknown>>(),
  },
  (t) => [index().on(t.noun, t.subjectId, t.id), index().on(t.personId, t.id)],
)
