import { sql } from 'drizzle-orm'
import { boolean, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { RecommendedAction } from '../../rules/window/entry.ts'
import { instant } from '../columns.ts'
import { cases } from './case.ts'
import { consequences } from './consequence.ts'
import { person } from './person.ts'

/** Whose windows are to be computed anew: because the past changed, or because a day has passed. */
export const windowLooks = pgTable(
  'window_look',
  {
    personId: text('person_id')
      .primaryKey()
      .references(() => person.id, { onDelete: 'cascade' }),
    due: boolean().notNull().default(true),
    /** When they were computed last. */
    lookedAt: instant('looked_at'),
  },
  (t) => [
    index('window_look_due')
      .on(t.personId)
      .where(sql`due`),
  ],
)

/** A recommendation that waits for the general manager, or what became of it. */
export const recommendations = pgTable(
  'recommendation',
  {
    caseId: text('case_id')
      .primaryKey()
      .references(() => cases.id),
    consequenceId: uuid('consequence_id')
      .notNull()
      .unique()
      .references(() => consequences.id),
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    action: text().$type<RecommendedAction>().notNull(),
    /** Whether what it rests on still holds. */
    grounded: boolean().notNull().default(true),
    decision: text().$type<RecommendationDecision>(),
  },
  (t) => [index('recommendation_person').on(t.personId)],
)

/** `upheld` and `revoked`: decided again, after the ground of an approved one fell away. */
export type RecommendationDecision = 'approved' | 'declined' | 'upheld' | 'revoked'
