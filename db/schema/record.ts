import { pgTable, text } from 'drizzle-orm/pg-core'
import { cases } from './case.ts'
import { person } from './person.ts'

/** Where facts about a person are kept that belong to no procedure. Its case has ended from birth: nothing runs in it. */
export const personFiles = pgTable('person_file', {
  personId: text('person_id')
    .primaryKey()
    .references(() => person.id),
  caseId: text('case_id')
    .notNull()
    .unique()
    .references(() => cases.id),
})
