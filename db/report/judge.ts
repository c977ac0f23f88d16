import { and, eq } from 'drizzle-orm'
import { latest } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { within, type Scope } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import { deliveryOf, formOf } from '../../rules/report/forms.ts'
import { dueOf, periodOfReport, REPORT_LATE } from '../../rules/report/owed.ts'
import { lockCase } from '../case/record.ts'
import { obligationsOf, viewOf, type Obligation } from '../case/view.ts'
import type { Tx } from '../client.ts'
import { enterAbout } from '../consequence/enter.ts'
import { enterJudgedLate } from '../consequence/judgedLate.ts'
import { consequences } from '../schema/consequence.ts'
import { reports } from '../schema/report.ts'

/** By form, period and author: a report is judged once. */
const keyOf = (report: { key: string }) => `reportJudged:${report.key}`

/**
 * The general manager judges that a report came too late, or not at all: it costs its author what the form's clause says
 * (S0-A-7.S1b), once. For as long as the rulebook leaves the day blank; with a day the clock judges. Never the author,
 * and not where nobody alone owed it or nobody owed it at all.
 */
export async function judgeReport(
  tx: Tx,
  { caseId, reason, byId, scope }: { caseId: string; reason: string; byId: string; scope: Scope },
  now: Instant,
): Promise<Obligation[]> {
  const held = await lockCase(tx, caseId)
  const [report] = await tx.select().from(reports).where(eq(reports.caseId, caseId))
  if (!held || !report || !within(scope, held.regionId)) return refuse('report.unknown', { field: 'id' })
  const { form, period, authorId, receivedAt } = report
  const { fine, rhythm } = formOf(form)
  if (!fine || rhythm === 'asked') return refuse('report.costsNothing')
  const clause = held.terms[fine]?.clause ?? undefined
  if (byId === authorId) refuse('report.judgeConcerned', { clause })
  if (dueOf(form, held.terms, periodOfReport(form, report)).kind !== 'unset') refuse('report.hasTime', { clause })
  const view = await viewOf(tx, held)
  if (held.state === 'withdrawn' || latest(view, 'notOwed')) refuse('report.notOwed', { clause })
  if (authorId === null) return refuse('report.nobodys', { clause })
  const evidence = ['opened', 'submitted', 'receiptRecorded'].flatMap((kind) => latest(view, kind)?.id ?? [])
  await enterJudgedLate(
    tx,
    {
      held,
      key: keyOf(report),
      promise: deliveryOf(form),
      personId: authorId,
      fine,
      fact: REPORT_LATE,
      arithmetic: { rule: 'reportJudged', form, period, receivedAt },
      evidenceIds: evidence,
      reason,
      byId,
      again: 'report.judged',
    },
    now,
  )
  return obligationsOf(tx, caseId)
}

/** Takes back what was judged of a report that turned out not to be owed. The case must be locked. */
export async function liftJudgement(tx: Tx, caseId: string, factId: string, now: Instant): Promise<void> {
  const [report] = await tx.select().from(reports).where(eq(reports.caseId, caseId))
  const [entry] = await tx
    .select()
    .from(consequences)
    .where(and(eq(consequences.caseId, caseId), eq(consequences.key, keyOf(report!))))
  if (!entry) return
  await enterAbout(tx, entry, { kind: 'reversal', arithmetic: { rule: 'void' }, evidenceIds: [factId] }, now)
}
