import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { IncidentFlag } from '../../rules/incident/incident.ts'
import { instant } from '../columns.ts'
import { cases } from './case.ts'

/** What an incident case is about. Which flags were known when is in its facts; here stands what holds now. */
export const incidents = pgTable(
  'incident',
  {
    caseId: text('case_id')
      .primaryKey()
      .references(() => cases.id),
    /** The first person to know, who bears the duties. */
    knowerId: text('knower_id').notNull(),
    recorderId: text('recorder_id').notNull(),
    title: text().notNull(),
    description: text().notNull(),
    flags: jsonb().$type<IncidentFlag[]>().notNull(),
    /** The report of the same incident that is tracked in this one's place. */
    mergedIntoId: text('merged_into_id').references(() => cases.id),
  },
  (t) => [
    index('incident_merged')
      .on(t.mergedIntoId)
      .where(sql`merged_into_id is not null`),
  ],
)

/** A written report as its author submitted it; a corrected text is the next version. */
export const incidentReports = pgTable(
  'incident_report',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    version: integer().notNull(),
    authorId: text('author_id').notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [unique('incident_report_version').on(t.caseId, t.version)],
)
