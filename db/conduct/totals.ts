import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import { readingOf, totalsOf, type ConductReading, type Total } from '../../rules/conduct/totals.ts'
import { addMonths, atTime, localDate } from '../../rules/time/local.ts'
import { inScope, type Reading } from '../case/read.ts'
import type { Db } from '../client.ts'
import { personTerms } from '../evaluation/terms.ts'
import { cases } from '../schema/case.ts'
import { consequences } from '../schema/consequence.ts'
import { person } from '../schema/person.ts'

export interface TotalsFilter {
  /** `2026-03`. */
  month: string
  personId?: string
  scope: Reading
}

/** Each person's conduct points of a month and up to its end, with their names; the most first. */
export async function conductTotals(
  db: Db,
  { month, personId, scope }: TotalsFilter,
): Promise<(Total & { personName: string; stated: boolean })[]> {
  const until = atTime(addMonths(`${month}-01`, 1), '00:00')
  const rows = await db
    .select({
      personId: person.id,
      name: person.name,
      clause: consequences.clause,
      points: sql<number>`coalesce((${consequences.arithmetic}->>'points')::int, 0)`,
      occurredAt: consequences.occurredAt,
      lifted: sql<boolean>`exists (select from consequence taken where taken.about_id = ${consequences.id}
        and taken.kind in ('reversal', 'waiver'))`,
    })
    .from(consequences)
    .innerJoin(cases, eq(cases.id, consequences.caseId))
    .innerJoin(person, eq(person.id, consequences.personId))
    .where(
      and(
        eq(consequences.kind, 'points'),
        isNull(consequences.aboutId),
        lt(consequences.occurredAt, until),
        inScope(scope),
        personId === undefined ? undefined : eq(consequences.personId, personId),
      ),
    )
  const names = new Map(rows.map((row) => [row.personId, row.name]))
  const entries = rows.map((row) => ({ ...row, on: localDate(row.occurredAt) }))
  const readings = new Map<string, ConductReading>()
  for (const id of names.keys()) readings.set(id, readingOf(await personTerms(db, 'conduct', id, until - 1)))
  return totalsOf(entries, month, (id) => readings.get(id)!).map((total) => ({
    ...total,
    personName: names.get(total.personId)!,
    // Whether the rulebook was told what it leaves open.
    stated: Object.values(readings.get(total.personId)!).some((value) => value !== null),
  }))
}
