import { index, pgTable, text } from 'drizzle-orm/pg-core'
import type { AccidentClass } from '../../rules/accident/grounds.ts'
import { instant } from '../columns.ts'
import { cases } from './case.ts'
import { person } from './person.ts'

/** A service accident (P14) as it stands now; its grounds, and who recorded each, are its facts. */
export const accidents = pgTable(
  'accident',
  {
    caseId: text('case_id')
      .primaryKey()
      .references(() => cases.id),
    engineerId: text('engineer_id')
      .notNull()
      .references(() => person.id),
    /** Who held the post of supervisor when it happened; null: nobody, or not one person alone. */
    supervisorId: text('supervisor_id').references(() => person.id),
    occurredAt: instant('occurred_at').notNull(),
    /** By the grounds that stand; null: it turned out to be no accident. */
    class: text().$type<AccidentClass>(),
    description: text().notNull(),
    /** The task, call or incident in which it came up. */
    sourceCaseId: text('source_case_id').references(() => cases.id),
  },
  (t) => [
    index('accident_engineer').on(t.engineerId, t.occurredAt),
    index('accident_supervisor').on(t.supervisorId, t.occurredAt),
  ],
)
