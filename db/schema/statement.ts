import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'
import { cases } from './case.ts'
import { consequences } from './consequence.ts'
import { person } from './person.ts'

/** A written statement that an entry of the ledger requires, once for each entry. For its writer and its readers only. */
export const statements = pgTable(
  'statement',
  {
    caseId: text('case_id')
      .primaryKey()
      .references(() => cases.id),
    consequenceId: uuid('consequence_id')
      .notNull()
      .unique('statement_entry')
      .references(() => consequences.id, { onDelete: 'cascade' }),
    personId: text('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    readerId: text('reader_id'),
    requiredAt: instant('required_at').notNull(),
    text: text(),
    attachmentIds: jsonb('attachment_ids').$type<string[]>().notNull().default([]),
    submittedAt: instant('submitted_at'),
    acceptedAt: instant('accepted_at'),
    acceptedById: text('accepted_by_id'),
    /** Why it was sent back, or a word with the acceptance. */
    note: text(),
  },
  (t) => [index('statement_person').on(t.personId, t.requiredAt)],
)
