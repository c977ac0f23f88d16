import { index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import type { Purpose } from '../../rules/attachment/purpose.ts'
import { bytea, instant } from '../columns.ts'
import { cases } from './case.ts'
import { faultReport } from './equipment.ts'
import { person } from './person.ts'

/** The content of files, each once, by its hash. */
export const attachmentContent = pgTable('attachment_content', {
  /** SHA-256 of the bytes, in hex. */
  sha256: text().primaryKey(),
  bytes: bytea().notNull(),
})

/** A file that somebody sent: what it is called, what it is, and the case it was put to. */
export const attachment = pgTable(
  'attachment',
  {
    id: text().primaryKey(),
    sha256: text()
      .notNull()
      .references(() => attachmentContent.sha256),
    name: text().notNull(),
    mediaType: text('media_type').notNull(),
    /** In bytes. */
    size: integer().notNull(),
    /** Null: by somebody at the customer, with a fault that they reported. */
    sentById: text('sent_by_id').references(() => person.id, { onDelete: 'cascade' }),
    sentAt: instant('sent_at').notNull(),
    /** Set when a step of a case first refers to it; until then only its sender sees it. */
    caseId: text('case_id').references(() => cases.id),
    /** What it is to its case; null: the step that refers to it says so. */
    purpose: text().$type<Purpose>(),
    /** By the clock of the device that took it, set right by ours; null: not taken by a device of ours. */
    takenAt: instant('taken_at'),
    /** The report of a fault that it came with. */
    faultReportId: text('fault_report_id').references(() => faultReport.id, { onDelete: 'cascade' }),
    sample: text(),
  },
  (t) => [index().on(t.caseId), index().on(t.sha256), index().on(t.faultReportId)],
)
