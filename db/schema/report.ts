import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { Figures } from '../../rules/report/figures.ts'
import type { FormName, Sections } from '../../rules/report/forms.ts'
import type { Rhythm } from '../../rules/report/period.ts'
import { instant } from '../columns.ts'
import { cases } from './case.ts'
import { person } from './person.ts'

/** One report of one period that somebody owes; what it says, once it was received. */
export const reports = pgTable(
  'report',
  {
    caseId: text('case_id')
      .primaryKey()
      .references(() => cases.id),
    /** Business key: form, period and author, so that a period is asked for once however often it is opened. */
    key: text().notNull().unique('report_key'),
    form: text().$type<FormName>().notNull(),
    /** The day, the week's Monday, the month, the quarter or the year. */
    period: text().notNull(),
    periodFromAt: instant('period_from_at').notNull(),
    /** How long the period is, where the form doesn't say. */
    rhythm: text().$type<Rhythm>(),
    /** What whoever asked for it wants, and who that was. */
    request: text(),
    askedById: text('asked_by_id'),
    /** The case that called for it: the service after which somebody reports. */
    aboutCaseId: text('about_case_id'),
    /** Null: nobody holds the role. */
    authorId: text('author_id').references(() => person.id),
    /** When it was received, which is what counts. */
    receivedAt: instant('received_at'),
    /** Who entered that it came by another way; null: handed in here. */
    recordedById: text('recorded_by_id').references(() => person.id),
    sections: jsonb().$type<Sections>(),
    /** The data as they stood when it was received (S3-4.2(2)). */
    figures: jsonb().$type<Figures>(),
  },
  (t) => [index('report_period').on(t.form, t.periodFromAt), index('report_author').on(t.authorId, t.periodFromAt)],
)
