import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Movement } from '../../rules/fund/fund.ts'
import { instant } from '../columns.ts'
import { person } from './person.ts'

/** The cash book of fines and rewards: append-only; a wrong movement is taken back by another. */
export const fundMovements = pgTable(
  'fund_movement',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    kind: text().$type<Movement>().notNull(),
    /** Fen; positive raises the person's account: a fine paid. */
    amountFen: integer('amount_fen').notNull(),
    /** The movement that this one takes back. */
    aboutId: uuid('about_id').unique('fund_taken_back'),
    occurredAt: instant('occurred_at').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    byId: text('by_id').notNull(),
    note: text().notNull(),
  },
  (t) => [index('fund_person').on(t.personId, t.occurredAt)],
)
