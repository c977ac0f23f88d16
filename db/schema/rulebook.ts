import { date, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { instant } from '../columns.ts'
import { cases } from './case.ts'
import { person } from './person.ts'

/** A draft of a rulebook: what is to change, in numbers and in words, and what became of it. */
export const rulebookDrafts = pgTable(
  'rulebook_draft',
  {
    caseId: text('case_id')
      .primaryKey()
      .references(() => cases.id),
    rulebookId: text('rulebook_id').notNull(),
    /** amendment | erratum */
    kind: text().notNull(),
    values: jsonb().$type<Record<string, unknown>>().notNull(),
    note: text().notNull(),
    /** The number under which the change was filed, where there is one. */
    reference: text(),
    authorId: text('author_id').notNull(),
    /** The version it became. */
    version: integer(),
    effectiveOn: date('effective_on'),
    publishedAt: instant('published_at'),
  },
  (t) => [index('rulebook_draft_book').on(t.rulebookId, t.version)],
)

/** When somebody looked through a rulebook, whether or not anything had to change. */
export const rulebookReviews = pgTable(
  'rulebook_review',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    rulebookId: text('rulebook_id').notNull(),
    reviewedAt: instant('reviewed_at').notNull(),
    byId: text('by_id').notNull(),
    note: text().notNull(),
  },
  (t) => [index('rulebook_review_book').on(t.rulebookId, t.reviewedAt)],
)

/** Who has read a version of a rulebook, and when they said so. */
export const rulebookAcknowledgements = pgTable(
  'rulebook_acknowledgement',
  {
    rulebookId: text('rulebook_id').notNull(),
    version: integer().notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    acknowledgedAt: instant('acknowledged_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.rulebookId, t.version, t.personId] })],
)
