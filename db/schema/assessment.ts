import { index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { SheetScope } from '../../rules/assessment/labels.ts'
import type { Sheet } from '../../rules/assessment/sheet.ts'
import { bytea, instant } from '../columns.ts'
import { cases } from './case.ts'
import { consequences } from './consequence.ts'

/** A month's assessment sheet of some people. */
export const assessments = pgTable(
  'assessment',
  {
    caseId: text('case_id')
      .primaryKey()
      .references(() => cases.id),
    scope: text().$type<SheetScope>().notNull(),
    /** YYYY-MM */
    month: text().notNull(),
    /** As it was issued; null while it is a draft, which is read from the ledger. */
    sheet: jsonb().$type<Sheet>(),
    issuedAt: instant('issued_at'),
    issuedById: text('issued_by_id'),
    signedAt: instant('signed_at'),
    signedById: text('signed_by_id'),
  },
  (t) => [unique('assessment_once').on(t.month, t.scope)],
)

/** Which sheet holds an entry of the ledger: one at most, whatever happens at once. */
export const assessmentLines = pgTable(
  'assessment_line',
  {
    consequenceId: uuid('consequence_id')
      .primaryKey()
      .references(() => consequences.id, { onDelete: 'cascade' }),
    caseId: text('case_id')
      .notNull()
      .references(() => assessments.caseId),
  },
  (t) => [index('assessment_line_case').on(t.caseId)],
)

/** What finance is given, made once at the signature and never again. */
export const assessmentFiles = pgTable(
  'assessment_file',
  {
    caseId: text('case_id')
      .notNull()
      .references(() => assessments.caseId),
    format: text().$type<SheetFormat>().notNull(),
    mediaType: text('media_type').notNull(),
    name: text().notNull(),
    bytes: bytea().notNull(),
    size: integer().notNull(),
    sha256: text().notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.format] })],
)
export const SHEET_FORMATS = ['xlsx', 'pdf', 'csv'] as const
export type SheetFormat = (typeof SHEET_FORMATS)[number]
