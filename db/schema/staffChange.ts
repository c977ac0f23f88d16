import { date, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { Ground } from '../../rules/staffChange/parameters.ts'
import type { Started } from '../../rules/staffChange/change.ts'
import { cases } from './case.ts'
import { project } from './customer.ts'
import { person } from './person.ts'

/** The client's and the contractor's people on a project: they see its cases and no others. */
export const projectMember = pgTable(
  'project_member',
  {
    projectId: text('project_id')
      .notNull()
      .references(() => project.id, { onDelete: 'cascade' }),
    personId: text('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.personId] }), index().on(t.personId)],
)

/** What a case of staff change is about, as it stands; how it came to that, its facts say. */
export const staffChanges = pgTable(
  'staff_change',
  {
    caseId: text('case_id')
      .primaryKey()
      .references(() => cases.id),
    projectId: text('project_id').notNull(),
    outgoingId: text('outgoing_id').notNull(),
    incomingId: text('incoming_id'),
    trigger: text().$type<Started['trigger']>().notNull(),
    ground: text().$type<Ground>(),
    handoverStartOn: date('handover_start_on', { mode: 'string' }),
    takesOverOn: date('takes_over_on', { mode: 'string' }),
  },
  (t) => [index('staff_change_outgoing').on(t.outgoingId), index('staff_change_project').on(t.projectId)],
)
