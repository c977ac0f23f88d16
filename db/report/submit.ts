import { eq } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { within, type Scope } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import { missingSections } from '../../rules/report/draft.ts'
import { deliveryOf, formOf, kindOfForm, partsOf, type Sections } from '../../rules/report/forms.ts'
import { periodOfReport } from '../../rules/report/owed.ts'
import { listed } from '../../rules/serviceTask/form.ts'
import type { Role } from '../../rules/roles.ts'
import { checkClaim, findOpen, keep, type Found } from '../case/keep.ts'
import type { Obligation } from '../case/view.ts'
import type { Tx } from '../client.ts'
import { reports } from '../schema/report.ts'
import { countPeriod, type About } from './count.ts'
import type { ReportProcedures } from './open.ts'

export type Report = typeof reports.$inferSelect

async function reportOf(tx: Tx, caseId: string): Promise<Report> {
  const [report] = await tx.select().from(reports).where(eq(reports.caseId, caseId))
  return report ?? refuse('report.unknown', { field: 'id' })
}

/** Whose work the report tells of: the engineer's own, wherever; a supervisor's is about the department, or their region. */
export const aboutOf = ({ form, authorId }: Report, regionId: string | null): About =>
  formOf(form).about === 'own' ? { personId: authorId, regionId: null } : { personId: null, regionId }

/** Whether the report is a person's to hand in: its author's, or, where the unit owes it, that of who holds the role. */
const isTheirs = ({ form, authorId }: Report, byId: string, roles: readonly Role[]) =>
  authorId === null ? formOf(form).by.some((role) => roles.includes(role)) : authorId === byId

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
  procedures: ReportProcedures,
  { caseId, byId, roles, sections }: Submission,
  now: Instant,
): Promise<Obligation[]> {
  const report = await reportOf(tx, caseId)
  const found = await findOpen(tx, kindOfForm(report.form), caseId)
  if (!isTheirs(report, byId, roles)) refuse('case.notYours')
  const lacking = missingSections(formOf(report.form).required, sections)
  if (lacking.length > 0) {
    const cited = found.rows.find((row) => row.promise === deliveryOf(report.form))!.clause
    refuse('report.incomplete', {
      field: `sections.${lacking[0]}`,
      clause: cited,
      params: { missing: listed(lacking.map((section) => partsOf(report.form)[section])) },
    })
  }
  return receive(tx, procedures, found, report, { receivedAt: now, byId, sections, recordedById: null }, now)
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
  procedures: ReportProcedures,
  { caseId, byId, roles, scope, receivedAt, note }: Receipt,
  now: Instant,
): Promise<Obligation[]> {
  const report = await reportOf(tx, caseId)
  const found = await findOpen(tx, kindOfForm(report.form), caseId)
  if (report.authorId === byId) refuse('report.own')
  const { to } = formOf(report.form)
  const recipient = found.rows.find((row) => row.promise === deliveryOf(report.form))?.recipientId
  if (to === 'superior' ? recipient !== byId : !roles.includes(to)) refuse('case.notYours')
  if (to !== 'superior' && !within(scope, found.held.regionId)) refuse('report.unknown', { field: 'id' })
  checkClaim(found.held, receivedAt, now)
  const sections = { progress: note }
  return receive(tx, procedures, found, report, { receivedAt, byId, sections, recordedById: byId }, now)
}

async function receive(
  tx: Tx,
  procedures: ReportProcedures,
  found: Found,
  report: Report,
  given: { receivedAt: Instant; byId: string; sections: Sections; recordedById: string | null },
  now: Instant,
): Promise<Obligation[]> {
  const { receivedAt, byId, sections, recordedById } = given
  const period = periodOfReport(report.form, report)
  const figures = await countPeriod(tx, aboutOf(report, found.held.regionId), period)
  await tx.update(reports).set({ receivedAt, recordedById, sections, figures }).where(eq(reports.caseId, report.caseId))
  const kind = recordedById === null ? 'submitted' : 'receiptRecorded'
  const fact = { kind, occurredAt: receivedAt, byId, data: { form: report.form, period: report.period } }
  return keep(tx, procedures[kindOfForm(report.form)], found, { promise: deliveryOf(report.form), fact }, now)
}

/** What was done beside a report, and when. */
export interface Following {
  caseId: string
  byId: string
  occurredAt: Instant
  note: string
}

/**
 * The author did what is owed beside the report: told the customer cause, handling and result and asked about further
 * needs (S2-1.2.12.5), or put a mistake right (S4-M-16).
 */
export async function recordFollowing(
  tx: Tx,
  procedures: ReportProcedures,
  { caseId, byId, occurredAt, note }: Following,
  now: Instant,
): Promise<Obligation[]> {
  const report = await reportOf(tx, caseId)
  const found = await findOpen(tx, kindOfForm(report.form), caseId)
  if (report.authorId !== byId) refuse('case.notYours')
  const fact = { kind: 'followed', occurredAt, byId, data: { note } }
  return keep(tx, procedures[kindOfForm(report.form)], found, { promise: 'follow', fact }, now)
}
