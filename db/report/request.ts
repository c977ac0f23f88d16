import { eq } from 'drizzle-orm'
import type { Instant, LocalDate } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import { formOf, type FormName } from '../../rules/report/forms.ts'
import { isAsked } from '../../rules/report/owed.ts'
import { periodNamed, periodOf, type Period } from '../../rules/report/period.ts'
import { localDate } from '../../rules/time/local.ts'
import { newId } from '../id.ts'
import type { Tx } from '../client.ts'
import { grantsAt } from '../person/grantsAt.ts'
import { notify } from '../notification/notify.ts'
import { person } from '../schema/person.ts'
import { openOne, type ReportProcedures } from './open.ts'
import { reportTerms } from './terms.ts'

/** Forms that somebody asks somebody for. */
export const REQUESTED = [
  'regionalData',
  'provinceData',
  'specifications',
  'formality',
] as const satisfies readonly FormName[]

export interface ReportRequest {
  form: (typeof REQUESTED)[number]
  authorId: string
  /** The month it is to be about; left out: the last one that is over. */
  month?: string
  /** The day by which it is wanted; left out: "in time", with the house's target. */
  dueOn?: LocalDate
  request: string
  byId: string
}

/**
 * Asks somebody for a report, for data or a formality (S2-T2-3.9-8, S2-T2-3.10-4, S4-J-20). Refuses one that no rulebook
 * of theirs knows, one from who doesn't hold the post, and a day that is gone.
 */
export async function requestReport(
  tx: Tx,
  procedures: ReportProcedures,
  { form, authorId, month, dueOn, request, byId }: ReportRequest,
  now: Instant,
): Promise<string> {
  if (authorId === byId) refuse('report.askedOfOneself', { field: 'authorId' })
  if (dueOn !== undefined && dueOn < localDate(now)) refuse('report.dayGone', { field: 'dueOn' })
  const period = month === undefined ? periodOf('monthly', now) : periodNamed('monthly', month)
  const caseId = await ask(tx, procedures, { form, authorId, period }, { dueOn, request, byId }, now)
  const told = { template: 'report.requested' as const, params: { form }, caseId }
  await notify(tx, [{ key: `report:${caseId}:requested`, personId: authorId, ...told }], now)
  return caseId
}

export interface Mistake {
  /** Whose mistake it was. */
  personId: string
  /** When they came to know of it. */
  knownAt: Instant
  note: string
  byId: string
}

/**
 * A mistake is to be reported to the leader in time and put right (S4-M-16). Whoever made it opens it for themselves, and
 * reports it then; one that somebody else found first says so by who opened it.
 */
export async function openMistake(
  tx: Tx,
  procedures: ReportProcedures,
  { personId, knownAt, note, byId }: Mistake,
  now: Instant,
): Promise<string> {
  if (knownAt > now) refuse('fact.future', { field: 'knownAt' })
  const period = periodOf('daily', knownAt)
  return ask(tx, procedures, { form: 'mistake', authorId: personId, period }, { request: note, byId }, now, knownAt)
}

async function ask(
  tx: Tx,
  procedures: ReportProcedures,
  { form, authorId, period }: { form: FormName; authorId: string; period: Period },
  asked: { dueOn?: LocalDate; request: string; byId: string },
  now: Instant,
  startedAt: Instant = now,
): Promise<string> {
  const [author] = await tx.select().from(person).where(eq(person.id, authorId))
  if (!author) return refuse('person.notFound', { field: 'authorId' })
  const post = (await grantsAt(tx, authorId, now)).find(({ role }) => formOf(form).by.includes(role))
  const terms = await (await reportTerms(tx, now))(authorId)
  if (!post || !isAsked(terms, form)) return refuse('report.notAsked', { field: 'form' })
  const key = `${form}:${newId()}`
  const { regionId } = post
  return openOne(tx, procedures.workReport, { form, period, authorId, regionId, terms, key, startedAt, asked }, now)
}
