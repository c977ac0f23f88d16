import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Outcome } from '../backtest/evidence.ts'
import type { Question } from '../backtest/run.ts'
import { instant } from '../columns.ts'
import { person } from './person.ts'

export const RUN_STATES = ['running', 'done', 'stopped', 'failed', 'interrupted'] as const
export type RunState = (typeof RUN_STATES)[number]

/** A backtest: what was asked, how far it is, and what came of it. One for each person, a new one in place of the last. */
export const backtests = pgTable('backtest', {
  id: uuid().primaryKey(),
  personId: text('person_id')
    .notNull()
    .unique('backtest_person')
    .references(() => person.id, { onDelete: 'cascade' }),
  question: jsonb().$type<Question>().notNull(),
  state: text().$type<RunState>().notNull(),
  /** How much of how much; `of` is null until it is known. */
  done: integer().notNull().default(0),
  of: integer(),
  startedAt: instant('started_at').notNull(),
  /** The last sign of life of the process that works on it. */
  beatAt: instant('beat_at').notNull(),
  endedAt: instant('ended_at'),
  outcome: jsonb().$type<Outcome>(),
})
