import { integer, jsonb, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'
import { cases } from './case.ts'
import { consequences } from './consequence.ts'
import { person } from './person.ts'

/** An appeal against an entry of the ledger, once for each entry. Its reasons are for the parties and the deciders only. */
export const appeals = pgTable(
  'appeal',
  {
    caseId: text('case_id')
      .primaryKey()
      .references(() => cases.id),
    consequenceId: uuid('consequence_id')
      .notNull()
      .unique('appeal_entry')
      .references(() => consequences.id),
    personId: text('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    reason: text().notNull(),
    attachmentIds: jsonb('attachment_ids').$type<string[]>().notNull().default([]),
    filedAt: instant('filed_at').notNull(),
    /** upheld | reduced | lifted | moot; null while it waits. */
    outcome: text(),
    explanation: text(),
    /** What is left of the fine, in fen, where it was reduced. */
    remainingFen: integer('remaining_fen'),
    decidedAt: instant('decided_at'),
    decidedById: text('decided_by_id'),
  },
  (t) => [index('appeal_person').on(t.personId, t.filedAt)],
)

/** A penalty, reward or statement by the case, as proposed and as decided. */
export const penalties = pgTable(
  'penalty',
  {
    caseId: text('case_id')
      .primaryKey()
      .references(() => cases.id),
    personId: text('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    /** The parameter whose clause leaves it to the case. */
    ground: text().notNull(),
    /** fine | reward | statement */
    kind: text().notNull(),
    /** In fen, positive; 0 for a statement. */
    amountFen: integer('amount_fen').notNull(),
    reason: text().notNull(),
    evidenceIds: jsonb('evidence_ids').$type<string[]>().notNull().default([]),
    proposedById: text('proposed_by_id').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    /** approved | turnedDown; null while it waits. */
    outcome: text(),
    decidedFen: integer('decided_fen'),
    explanation: text(),
    decidedAt: instant('decided_at'),
    decidedById: text('decided_by_id'),
  },
  (t) => [index('penalty_person').on(t.personId, t.proposedAt)],
)
