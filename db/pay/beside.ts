import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { arrears } from '../../rules/pay/arrears.ts'
import type { PayLine } from '../../rules/pay/statement.ts'
import { isBlank, numberOf } from '../../rules/policy/parameter.ts'
import { periodNamed, periodsFrom, type Period } from '../../rules/report/period.ts'
import { addMonths } from '../../rules/time/local.ts'
import type { Db, Tx } from '../client.ts'
import { termsFor } from '../policy/terms.ts'
import { roleHoldsWithin } from '../person/grantsAt.ts'
import { assessments } from '../schema/assessment.ts'
import { person, personRole } from '../schema/person.ts'
import { payFacts, type PayFacts } from './facts.ts'
import { payIn } from './statement.ts'

export interface PayQuestion {
  month: Period
  /** Whose; left out: of everybody who has any. */
  personId?: string
  /** The sheet that is drafted: what it held before it was sent back counts for nothing. */
  caseId: string | null
}

/**
 * The pay that goes beside a month's sheet: the month's own (S0-A-8.1a), and what months whose sheets are closed still lack
 * or had too much, as far back as the house looks (`pay.arrearsMonths`). Of everybody who has any, whichever sheet they
 * stand on; who left has theirs on the final settlement. `now` ends trips that go on.
 */
export async function payBeside(tx: Db | Tx, question: PayQuestion, now: Instant): Promise<Map<string, PayLine[]>> {
  const { month, personId } = question
  const first = await firstMonth(tx, month)
  const { held, carried, issued, open } = await sheetsSince(tx, first, question)
  const before = periodsFrom(first, month).filter(({ key }) => key !== month.key && issued.has(key))
  const since = before[0] ?? month
  const stretch = { ...month, fromOn: since.fromOn, fromAt: since.fromAt }
  const ids = personId === undefined ? await candidates(tx, stretch, [...held.keys(), ...carried.keys()]) : [personId]
  const facts = await payFacts(tx, ids, stretch, now)
  const pay = new Map(payIn(facts, personId === undefined ? withBonuses(ids, facts) : ids, month))
  for (const one of before) {
    const then = payIn(facts, ids, one)
    for (const id of ids) {
      const of = (lines: readonly Held[] | undefined) =>
        (lines ?? []).filter((line) => line.month === one.key).map(({ line }) => line)
      const listed = of(held.get(id))
      // Another sheet of that month still waits, and may be theirs.
      if (listed.length === 0 && open.has(one.key)) continue
      const missing = arrears(one.key, { now: then.get(id) ?? [], held: listed, carried: of(carried.get(id)) })
      if (missing.length > 0) pay.set(id, [...(pay.get(id) ?? []), ...missing])
    }
  }
  return pay
}

/**
 * Somebody's pay of a month: as the issued sheet holds it, for a closed month isn't reopened; before that as everything
 * stands.
 */
export async function payStatement(tx: Db | Tx, personId: string, month: Period, now: Instant): Promise<PayLine[]> {
  const issued = await tx
    .select({ sheet: assessments.sheet })
    .from(assessments)
    .where(and(eq(assessments.month, month.key), isNotNull(assessments.issuedAt)))
  const own = issued.flatMap(({ sheet }) => sheet!.people).find((one) => one.personId === personId && one.pay)
  return own?.pay ?? (await payBeside(tx, { month, personId, caseId: null }, now)).get(personId) ?? []
}

/** A bonus, or a difference in one, is its person's, engineer or not. */
const withBonuses = (ids: readonly string[], { bonuses, changes }: PayFacts) => [
  ...new Set([
    ...ids,
    ...bonuses.flatMap(({ lines }) => lines.map(({ personId }) => personId)),
    ...changes.map(({ change }) => change.personId),
  ]),
]

/** A line of pay on an issued sheet, and the month it is of. */
interface Held {
  month: string
  line: PayLine
}

async function firstMonth(tx: Db | Tx, month: Period): Promise<Period> {
  const terms = await termsFor(tx, { topic: 'discipline', at: month.untilAt - 1 })
  const back = isBlank(terms, 'pay.arrearsMonths') ? 0 : numberOf(terms, 'pay.arrearsMonths')
  return periodNamed('monthly', addMonths(month.fromOn, -Math.max(0, back)).slice(0, 7))
}

/** What issued sheets hold of pay since a month, by person; months whose staff's sheet is issued, or any other is not. */
async function sheetsSince(tx: Db | Tx, first: Period, { month, personId, caseId }: PayQuestion) {
  const rows = await tx.execute<{ month: string; scope: string; issued: boolean; people: Paid[] | null }>(sql`
    select month, scope, issued_at is not null as issued, (
      select jsonb_agg(jsonb_build_object('personId', one -> 'personId', 'pay', one -> 'pay'))
      from jsonb_array_elements(sheet -> 'people') one
      where one ? 'pay' and (${personId ?? null}::text is null or one ->> 'personId' = ${personId ?? null}::text)
    ) as people
    from ${assessments} where month >= ${first.key} and case_id is distinct from ${caseId}`)
  const [held, carried] = [new Map<string, Held[]>(), new Map<string, Held[]>()]
  const put = (into: Map<string, Held[]>, id: string, one: Held) => into.set(id, [...(into.get(id) ?? []), one])
  for (const row of rows.filter((one) => one.issued))
    for (const { personId: id, pay } of row.people ?? [])
      for (const line of pay) {
        if (line.of !== undefined) put(carried, id, { month: line.of, line })
        else if (row.month < month.key) put(held, id, { month: row.month, line })
      }
  const monthsOf = (which: (row: (typeof rows)[number]) => boolean) =>
    new Set(rows.filter(which).map((row) => row.month))
  const issued = monthsOf((row) => row.scope === 'staff' && row.issued && row.month < month.key)
  return { held, carried, issued, open: monthsOf((row) => !row.issued) }
}

interface Paid {
  personId: string
  pay: PayLine[]
}

/** Those who were engineers at any time of a stretch, and those whose pay stands on its sheets. */
async function candidates(tx: Db | Tx, { fromAt, untilAt }: Pick<Period, 'fromAt' | 'untilAt'>, known: string[]) {
  const held = await tx
    .selectDistinct({ personId: personRole.personId })
    .from(personRole)
    .innerJoin(person, eq(person.id, personRole.personId))
    .where(and(eq(personRole.role, 'engineer'), isNull(person.sample), roleHoldsWithin(fromAt, untilAt, personRole)))
  return [...new Set([...held.map(({ personId }) => personId), ...known])]
}
