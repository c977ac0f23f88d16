import { boolean, date, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Basis } from '../../rules/evaluation/basis.ts'
import type { Method } from '../../rules/evaluation/programme.ts'
import type { Result, Score } from '../../rules/evaluation/result.ts'
import type { MeritRecord } from '../../rules/measure/record.ts'
import { instant } from '../columns.ts'
import { cases } from './case.ts'
import { person } from './person.ts'

/** The evaluation of one person for one time; what it came to, once it was made. */
export const evaluations = pgTable(
  'evaluation',
  {
    caseId: text('case_id')
      .primaryKey()
      .references(() => cases.id),
    /** Business key: programme, method, time and person, so that a regular one opens once however often it is asked for. */
    key: text().notNull().unique('evaluation_key'),
    programme: text().notNull(),
    method: text().$type<Method>().notNull(),
    fromOn: date('from_on', { mode: 'string' }).notNull(),
    toOn: date('to_on', { mode: 'string' }).notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    assessorRole: text('assessor_role').notNull(),
    /** Why an irregular one is held. */
    occasion: text(),
    openedById: text('opened_by_id'),
    scores: jsonb().$type<Record<string, Score>>(),
    result: jsonb().$type<Result>(),
    /** Why the assessor chose the grade. */
    reason: text(),
    /** What the records said when it was made. */
    basis: jsonb().$type<Basis>(),
    assessedById: text('assessed_by_id'),
    assessedAt: instant('assessed_at'),
    /** What follows from it, in words, where nothing was proposed. */
    followUpNote: text('follow_up_note'),
  },
  (t) => [index('evaluation_person').on(t.personId, t.toOn), index('evaluation_programme').on(t.programme, t.toOn)],
)

/** A reward or a disciplinary measure, as proposed and as decided. */
export const measures = pgTable(
  'measure',
  {
    caseId: text('case_id')
      .primaryKey()
      .references(() => cases.id),
    measure: text().notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    /** In fen, positive; 0 where no money comes with it. */
    amountFen: integer('amount_fen').notNull().default(0),
    reason: text().notNull(),
    evidenceIds: jsonb('evidence_ids').$type<string[]>().notNull().default([]),
    attachmentIds: jsonb('attachment_ids').$type<string[]>().notNull().default([]),
    /** The person's rewards and penalties as they stood when it was proposed (S3-7.3). */
    record: jsonb().$type<MeritRecord>().notNull(),
    proposedById: text('proposed_by_id').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    /** The recommendation in the ledger, of a measure that nothing happens of before the approval. */
    recommendationId: uuid('recommendation_id'),
    approved: boolean(),
    explanation: text(),
    decidedAt: instant('decided_at'),
    decidedById: text('decided_by_id'),
    /** What was entered when it was approved. */
    consequenceId: uuid('consequence_id'),
    carriedOutAt: instant('carried_out_at'),
    /** How it was carried out: that the talk was held, what the re-examination came to. */
    carriedOutNote: text('carried_out_note'),
  },
  (t) => [index('measure_person').on(t.personId, t.proposedAt)],
)
