import { eq } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { within, type Scope } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import { missingSections } from '../../rules/report/draft.ts'
import { formOf, sectionLabels, type Sections } from '../../rules/report/forms.ts'
import { periodNamed } from '../../rules/report/period.ts'
import { listed } from '../../rules/serviceTask/form.ts'
import type { Role } from '../../rules/roles.ts'
import { checkClaim, findOpen, keep, type Found } from '../case/keep.ts'
import type { Obligation } from '../case/view.ts'
import type { Tx } from '../client.ts'
import { reports } from '../schema/report.ts'
import { countPeriod, type About } from './count.ts'

export type Report = typeof reports.$inferSelect

async function reportOf(tx: Tx, caseId: string): Promise<Report> {
  const [report] = await tx.select().from(reports).where(eq(reports.caseId, caseId))
  return report ?? refuse('report.unknown', { field: 'id' })
}

/** Whose work the report tells of: the engineer's own, wherever; a supervisor's is about the department, or their region. */
export const aboutOf = ({ form, authorId }: Report, regionId: string | null): About =>
  formOf(form).by === 'engineer' ? { personId: authorId, regionId: null } : { personId: null, regionId }

/** What somebody hands in. */
export interface Submission {
  caseId: string
  byId: string
  roles: readonly Role[]
  sections: Sections
}

/**
 * Hands in a report. It counts from now, when it is received here (S0-A-2.3), whatever a page says of when it was sent.
 * Refuses one that lacks a part its form asks for (S3-4.2(1)); the data of the period go with it (S3-4.2(2)).
 */
export async function submitReport(
  tx: Tx,
  procedure: Procedure,
  { caseId, byId, roles, sections }: Submission,
  now: Instant,
): Promise<Obligation[]> {
  const report = await reportOf(tx, caseId)
  const found = await findOpen(tx, 'report', caseId)
  const mine = report.authorId === null ? roles.includes(formOf(report.form).by) : report.authorId === byId
  if (!mine) refuse('case.notYours')
  const lacking = missingSections(formOf(report.form).required, sections)
  if (lacking.length > 0) {
    const cited = found.rows.find((row) => row.promise === report.form)!.clause
    refuse('report.incomplete', {
      field: `sections.${lacking[0]}`,
      clause: cited,
      params: { missing: listed(lacking.map((section) => sectionLabels[section])) },
    })
  }
  return receive(tx, procedure, found, report, { receivedAt: now, byId, sections, recordedById: null }, now)
}

/** That a report came by another way, as whoever received it records. */
export interface Receipt {
  caseId: string
  byId: string
  roles: readonly Role[]
  /** The regions in which they receive reports. */
  scope: Scope
  /** When it was received. */
  receivedAt: Instant
  note: string
}

/**
 * Records that a report was received by mail or on paper, and when: that instant is judged, so one that came in time is on
 * time though it is entered late, and its fine is reversed. By who receives such reports; never by its author.
 */
export async function recordReceipt(
  tx: Tx,
  procedure: Procedure,
  { caseId, byId, roles, scope, receivedAt, note }: Receipt,
  now: Instant,
): Promise<Obligation[]> {
  const report = await reportOf(tx, caseId)
  const found = await findOpen(tx, 'report', caseId)
  if (report.authorId === byId) refuse('report.own')
  if (!roles.includes(formOf(report.form).to)) refuse('case.notYours')
  if (!within(scope, found.held.regionId)) refuse('report.unknown', { field: 'id' })
  checkClaim(found.held, receivedAt, now)
  const sections = { progress: note }
  return receive(tx, procedure, found, report, { receivedAt, byId, sections, recordedById: byId }, now)
}

async function receive(
  tx: Tx,
  procedure: Procedure,
  found: Found,
  report: Report,
  given: { receivedAt: Instant; byId: string; sections: Sections; recordedById: string | null },
  now: Instant,
): Promise<Obligation[]> {
  const { receivedAt, byId, sections, recordedById } = given
  const period = periodNamed(formOf(report.form).rhythm, report.period)
  const figures = await countPeriod(tx, aboutOf(report, found.held.regionId), period)
  await tx.update(reports).set({ receivedAt, recordedById, sections, figures }).where(eq(reports.caseId, report.caseId))
  const kind = recordedById === null ? 'submitted' : 'receiptRecorded'
  const fact = { kind, occurredAt: receivedAt, byId, data: { form: report.form, period: report.period } }
  return keep(tx, procedure, found, { promise: report.form, fact }, now)
}
