import { desc, eq, sql } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { SCOPES, type SheetScope } from '../../rules/assessment/labels.ts'
import { issueDue } from '../../rules/assessment/owed.ts'
import type { Counts } from '../../rules/assessment/lines.ts'
import { settingOf } from '../../rules/policy/parameter.ts'
import { opensAt, periodNamed, periodOf, periodsFrom, type Period } from '../../rules/report/period.ts'
import { loadCalendar } from '../calendar/loadCalendar.ts'
import { openCase } from '../case/openCase.ts'
import { proceed, writeFact } from '../case/record.ts'
import type { Db, Tx } from '../client.ts'
import { termsFor } from '../policy/terms.ts'
import { assessments } from '../schema/assessment.ts'
import { draftSheets } from './draft.ts'

/**
 * Opens a month's sheets (S0-A-6.4, S0-A-7.9): the staff's, the supervisor's own, and a final settlement where somebody
 * who left has entries. Nothing for a scope with nobody on it. What stands is left. Returns how many it opened.
 */
export async function openAssessments(tx: Tx, procedure: Procedure, month: Period, now: Instant): Promise<number> {
  await lockSheets(tx)
  const startedAt = opensAt(month)
  const terms = await termsFor(tx, { topic: 'assessment', at: startedAt })
  // No rulebook in force asks for a sheet.
  if (!terms['assessment.within']) return 0
  const standing = await tx
    .select({ scope: assessments.scope })
    .from(assessments)
    .where(eq(assessments.month, month.key))
  const missing = SCOPES.filter((scope) => !standing.some((one) => one.scope === scope))
  if (missing.length === 0) return 0
  const counts = settingOf<Counts>(terms, 'assessment.counts')
  const drafts = await draftSheets(tx, { month, counts, caseId: null, now })
  let opened = 0
  for (const scope of missing) {
    if (drafts[scope].people.length === 0) continue
    const held = await openCase(tx, { kind: 'assessment', startedAt, terms })
    await tx.insert(assessments).values({ caseId: held.id, scope, month: month.key })
    await writeFact(tx, held.id, { kind: 'opened', occurredAt: startedAt, data: opening(scope, month) }, now)
    await proceed(tx, procedure, held, now)
    opened += 1
  }
  return opened
}

const opening = (scope: SheetScope, { key }: Period) => ({ scope, month: key })

/** Sheets are opened, issued and sent back one after the other, so that an entry never meets two of them. */
export async function lockSheets(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('assessment', 0))`)
}

/**
 * Beside the Schedule: every month since the last one with a sheet. A house that has none begins with the month just over
 * while its sheet can still be issued in time; what lies before it was assessed on paper.
 */
export async function openDueAssessments(db: Db, procedure: Procedure, now: Instant): Promise<number> {
  const current = periodOf('monthly', now)
  const [last] = await db
    .select({ month: assessments.month })
    .from(assessments)
    .orderBy(desc(assessments.month))
    .limit(1)
  if (!last && now > (await issueBy(db, current))) return 0
  let opened = 0
  for (const month of periodsFrom(last ? periodNamed('monthly', last.month) : current, current))
    opened += await db.transaction((tx) => openAssessments(tx, procedure, month, now))
  return opened
}

/** The last second in which a month's sheet is issued in time; never past where the rulebook leaves it blank. */
async function issueBy(db: Db, month: Period): Promise<Instant> {
  const startedAt = opensAt(month)
  const terms = await termsFor(db, { topic: 'assessment', at: startedAt })
  const due = issueDue({ terms, startedAt, calendar: await loadCalendar(db) })
  return due.kind === 'by' ? due.at : Infinity
}
