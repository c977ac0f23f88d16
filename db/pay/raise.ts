import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Instant, LocalDate } from '../../rules/instant.ts'
import { raiseEntries, type RaiseHistory } from '../../rules/pay/raise.ts'
import { addMonths, localDate } from '../../rules/time/local.ts'
import type { TermsAt, WindowEntry } from '../../rules/window/entry.ts'
import { counting, type EngineerHistory } from '../../rules/window/history.ts'
import { firstOfMonth, monthOf } from '../../rules/window/months.ts'
import { gradeAt, type GradeSet, type PayGrade } from '../../rules/window/payGrade.ts'
import type { Db, Tx } from '../client.ts'
import { standingRecords } from '../record/read.ts'
import { consequences } from '../schema/consequence.ts'
import { personRole } from '../schema/person.ts'

/** A time in the post of an engineer, without a gap; `untilOn` is the first day out of it. */
interface Post {
  sinceOn: LocalDate
  untilOn: LocalDate | null
}

/** The raises that an engineer's record calls for, of every time in the post (S0-A-8.1b, S0-A-8.1c). */
export async function raisesOf(tx: Tx, personId: string, history: EngineerHistory): Promise<WindowEntry[]> {
  const posts = await postsOf(tx, personId)
  const record = await payRecordOf(tx, personId, history)
  return posts.flatMap((post) => raiseEntries(inPost(record, post, history)))
}

/** The record of base pay in one post; months taken over as clean that lie right before it lengthen it. */
export function inPost(
  record: PayFacts,
  { sinceOn, untilOn }: Post,
  { openingMonths, termsAt, todayOn }: EngineerHistory,
) {
  let inPostSinceOn = sinceOn
  for (;;) {
    const before = addMonths(firstOfMonth(inPostSinceOn), inPostSinceOn === firstOfMonth(inPostSinceOn) ? -1 : 0)
    if (before === inPostSinceOn || !openingMonths.has(monthOf(before))) break
    inPostSinceOn = before
  }
  const whole: RaiseHistory = { ...record, termsAt: termsAt as TermsAt, todayOn, inPostSinceOn, inPostUntilOn: untilOn }
  return whole
}

type PayFacts = Pick<RaiseHistory, 'blemishedAt' | 'qualified' | 'gradeAt'>

/** What stands for and against a better grade: accidents, standing fines and those taken over; exams, contributions, grades. */
export async function payRecordOf(tx: Tx, personId: string, history: EngineerHistory): Promise<PayFacts> {
  const records = await standingRecords(tx, personId)
  const fines = await tx
    .select({ at: consequences.occurredAt })
    .from(consequences)
    .where(
      and(
        eq(consequences.personId, personId),
        eq(consequences.kind, 'fine'),
        isNull(consequences.aboutId),
        sql`not exists (
          select from consequence taken where taken.about_id = ${consequences.id} and taken.kind in ('reversal', 'waiver'))`,
      ),
    )
  // Before the ledger began, a failed exam and a poor score cost as they do now.
  const before = records.filter(
    ({ kind, data }) => kind === 'openingExamFailed' || (kind === 'openingRating' && data.worst === 'poor'),
  )
  const grades = gradeSets(records)
  return {
    blemishedAt: [
      ...[...counting(history), ...fines].map(({ at }) => at),
      ...before.map(({ occurredAt }) => occurredAt),
    ],
    qualified: records.flatMap(({ id, kind, occurredAt: at, data }) =>
      kind === 'contribution' || (kind === 'examTaken' && data.exam === 'skill' && data.passed === true)
        ? [{ id, at, kind }]
        : [],
    ),
    gradeAt: (at) => gradeAt(grades, at),
  }
}

/** The grades that standing records of a person set, in order. */
export const gradeSets = (records: Awaited<ReturnType<typeof standingRecords>>): GradeSet[] =>
  records
    .filter((fact) => fact.kind === 'payGradeSet')
    .map(({ occurredAt, data }) => ({ at: occurredAt, grade: data.grade as PayGrade, down: data.down === true }))

/** The times in which a person was an engineer, those that touch taken together. */
export async function postsOf(tx: Tx | Db, personId: string): Promise<Post[]> {
  const held = await tx
    .select({ fromAt: personRole.fromAt, toAt: personRole.toAt })
    .from(personRole)
    .where(and(eq(personRole.personId, personId), eq(personRole.role, 'engineer')))
    .orderBy(personRole.fromAt)
  const spans: { fromAt: Instant; toAt: Instant }[] = []
  for (const { fromAt, toAt } of held) {
    const last = spans.at(-1)
    const end = toAt ?? Infinity
    if (last && fromAt <= last.toAt) last.toAt = Math.max(last.toAt, end)
    else spans.push({ fromAt, toAt: end })
  }
  return spans.map(({ fromAt, toAt }) => ({
    sinceOn: localDate(fromAt),
    untilOn: Number.isFinite(toAt) ? localDate(toAt) : null,
  }))
}
