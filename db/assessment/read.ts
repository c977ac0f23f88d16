import { and, desc, eq, lt } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import type { Sheet } from '../../rules/assessment/sheet.ts'
import type { SheetScope } from '../../rules/assessment/labels.ts'
import { refuse } from '../../rules/problem.ts'
import type { Db } from '../client.ts'
import { assessmentFiles, assessments, type SheetFormat } from '../schema/assessment.ts'
import { cases, obligations } from '../schema/case.ts'
import { sheetNow } from './draft.ts'

/** The sheets, the newest first; ids of cases grow with time. */
export function listSheets(db: Db, filter: { scope?: SheetScope; after?: string; limit: number }) {
  const { scope, after, limit } = filter
  return db
    .select(columns)
    .from(assessments)
    .innerJoin(cases, eq(cases.id, assessments.caseId))
    .leftJoin(obligations, issueOfRound)
    .where(and(scope && eq(assessments.scope, scope), after ? lt(assessments.caseId, after) : undefined))
    .orderBy(desc(assessments.caseId))
    .limit(limit)
}

const issueOfRound = and(
  eq(obligations.caseId, assessments.caseId),
  eq(obligations.promise, 'issue'),
  // The first issue is what the clause asks for; one that was sent back is issued anew without a clock.
  eq(obligations.round, 1),
)

const columns = {
  id: assessments.caseId,
  scope: assessments.scope,
  month: assessments.month,
  state: cases.state,
  terms: cases.terms,
  dueAt: obligations.dueAt,
  /** How the first issue stood against the third working day (S0-A-6.4). */
  issueVerdict: obligations.verdict,
  issuedAt: assessments.issuedAt,
  issuedById: assessments.issuedById,
  signedAt: assessments.signedAt,
  signedById: assessments.signedById,
  sheet: assessments.sheet,
}

/** One sheet: as it was issued, or as it would be now; with its files' names and checksums. */
export async function readSheet(db: Db, caseId: string, now: Instant) {
  const [row] = await db
    .select(columns)
    .from(assessments)
    .innerJoin(cases, eq(cases.id, assessments.caseId))
    .leftJoin(obligations, issueOfRound)
    .where(eq(assessments.caseId, caseId))
  if (!row) return refuse('assessment.unknown', { field: 'id' })
  const { format, name, mediaType, size, sha256 } = assessmentFiles
  const files = await db
    .select({ format, name, mediaType, size, sha256 })
    .from(assessmentFiles)
    .where(eq(assessmentFiles.caseId, caseId))
  const sheet: Sheet = row.sheet ?? (await sheetNow(db, { ...row, caseId }, row.terms, now))
  return { ...row, sheet, files }
}

/** A file of a signed sheet, the same bytes every time. */
export async function fileOf(db: Db, caseId: string, format: SheetFormat) {
  const [file] = await db
    .select()
    .from(assessmentFiles)
    .where(and(eq(assessmentFiles.caseId, caseId), eq(assessmentFiles.format, format)))
  if (file) return file
  const [row] = await db.select({ one: assessments.caseId }).from(assessments).where(eq(assessments.caseId, caseId))
  return refuse(row ? 'assessment.notSigned' : 'assessment.unknown', { field: 'id' })
}
