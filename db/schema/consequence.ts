import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { SeenBy } from '../../rules/consequence/delivery.ts'
import { instant } from '../columns.ts'

/** The ledger: append-only. What a missed promise cost whom, under which clause and version, on what evidence. */
export const consequences = pgTable(
  'consequence',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    /** Business key: each effect stands once. */
    key: text().notNull().unique('consequence_key'),
    /** fine | reward | points | recommendation | statement | block, or what is done to one: reversal | confirmation | waiver */
    kind: text().notNull(),
    personId: text('person_id'),
    caseId: text('case_id').notNull(),
    obligationId: uuid('obligation_id'),
    /** The entry that a reversal, confirmation or waiver is about. */
    aboutId: uuid('about_id'),
    amountFen: integer('amount_fen').notNull().default(0),
    clause: text().notNull(),
    policy: text().notNull(),
    policyVersion: integer('policy_version').notNull(),
    occurredAt: instant('occurred_at').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    byId: text('by_id'),
    /** How the amount came about: due, settled and the numbers used, so that the entry can explain itself. */
    arithmetic: jsonb().$type<Record<string, unknown>>().notNull(),
    evidenceIds: jsonb('evidence_ids').$type<string[]>().notNull().default([]),
    sample: text(),
  },
  (t) => [
    index('consequence_person').on(t.personId, t.occurredAt),
    index('consequence_case').on(t.caseId),
    index('consequence_obligation').on(t.obligationId),
    index('consequence_about').on(t.aboutId),
    // What may stand on a sheet: merged with the lines of all sheets, it says what none of them holds yet.
    index('consequence_placeable')
      .on(t.id)
      .where(sql`${t.kind} <> 'confirmation' and ${t.sample} is null and ${t.personId} is not null`),
  ],
)

/** When somebody came to know of an entry of their own, and how: the time to give a cause runs from here. */
export const consequenceSeen = pgTable(
  'consequence_seen',
  {
    consequenceId: uuid('consequence_id')
      .notNull()
      .references(() => consequences.id, { onDelete: 'cascade' }),
    personId: text('person_id').notNull(),
    seenAt: instant('seen_at').notNull(),
    by: text().$type<SeenBy>().notNull().default('opened'),
  },
  (t) => [primaryKey({ columns: [t.consequenceId, t.personId] })],
)
