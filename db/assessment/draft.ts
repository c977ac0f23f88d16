import { and, asc, eq, gt, inArray, isNull, lt, not, notExists, or, sql } from 'drizzle-orm'
import { membership, total, type Counts } from '../../rules/assessment/lines.ts'
import type { SheetScope } from '../../rules/assessment/labels.ts'
import { scopeOfPerson, type Sheet, type SheetLine, type SheetPerson } from '../../rules/assessment/sheet.ts'
import { explain } from '../../rules/consequence/explain.ts'
import type { Period } from '../../rules/report/period.ts'
import { staffRoles } from '../../rules/roles.ts'
import type { Db, Tx } from '../client.ts'
import type { Entry } from '../consequence/enter.ts'
import { payOfMonth } from '../pay/statement.ts'
import { assessmentLines } from '../schema/assessment.ts'
import { consequences } from '../schema/consequence.ts'
import { person, heldRole } from '../schema/person.ts'

/** People who stand on a sheet of the month because of the role they held in it (S0-A-7.9), entries or none. */
const ASSESSED = { staff: 'engineer', supervisor: 'serviceSupervisor' } as const

/**
 * The sheet of a month as the ledger stands: every row recorded before the month's end, of people of the scope, that no
 * other sheet holds. `caseId`: the sheet itself, whose own lines count as free.
 */
export async function draftSheet(
  tx: Db | Tx,
  { scope, month, counts, caseId }: { scope: SheetScope; month: Period; counts: Counts; caseId: string | null },
): Promise<Sheet> {
  const elsewhere = tx
    .select({ one: sql`1` })
    .from(assessmentLines)
    .where(
      and(
        eq(assessmentLines.consequenceId, consequences.id),
        caseId === null ? undefined : not(eq(assessmentLines.caseId, caseId)),
      ),
    )
  const rows = await tx
    .select()
    .from(consequences)
    .where(and(sql`${consequences.personId} is not null`, isNull(consequences.sample), notExists(elsewhere)))
    .orderBy(asc(consequences.recordedAt), asc(consequences.id))
  const { lines, waiting } = membership(rows, { untilAt: month.untilAt, counts })
  const concerned = [...new Set([...lines, ...waiting].map((row) => row.personId!))]
  const assessed = scope === 'final' ? [] : await holdersOf(tx, ASSESSED[scope], month)
  const people = await peopleOf(tx, [...new Set([...concerned, ...assessed])])
  const first = new Set(rows.filter((row) => row.aboutId === null).map((row) => row.id))
  const show = (row: Entry) => lineOf(row, row.aboutId !== null && !first.has(row.aboutId))
  const onIt = people.filter((one) => scopeOfPerson(one, month) === scope)
  const pay = await payOfMonth(tx, scope === 'staff' ? onIt.map(({ personId }) => personId) : [], month, month.untilAt)
  const standing = onIt.map(({ personId, code, name }): SheetPerson => {
    const own = lines.filter((row) => row.personId === personId)
    const open = waiting.filter((row) => row.personId === personId)
    const sums = { totalFen: total(own), lines: own.map(show), waiting: open.map(show) }
    return { personId, code, name, ...sums, pay: pay.get(personId) }
  })
  return { scope, month: month.key, totalFen: total(standing.flatMap((one) => one.lines)), people: standing }
}

function lineOf(row: Entry, correction: boolean): SheetLine {
  const { title, because } = explain(row)
  const { id: entryId, kind, clause, amountFen, occurredAt, recordedAt } = row
  return { entryId, kind, clause, title, because, amountFen, occurredAt, recordedAt, correction }
}

async function holdersOf(tx: Db | Tx, role: 'engineer' | 'serviceSupervisor', month: Period): Promise<string[]> {
  const held = await tx
    .selectDistinct({ personId: heldRole.personId })
    .from(heldRole)
    .innerJoin(person, eq(person.id, heldRole.personId))
    .where(
      and(
        eq(heldRole.role, role),
        isNull(person.sample),
        lt(heldRole.fromAt, month.untilAt),
        or(isNull(heldRole.toAt), gt(heldRole.toAt, month.fromAt)),
      ),
    )
  return held.map(({ personId }) => personId)
}

/** People in the order of their numbers, with when they held the roles that say on which sheet they stand. */
async function peopleOf(tx: Db | Tx, ids: readonly string[]) {
  if (ids.length === 0) return []
  const [known, held] = [
    await tx
      .select({ personId: person.id, code: person.code, name: person.name })
      .from(person)
      .where(inArray(person.id, [...ids]))
      .orderBy(asc(person.code)),
    await tx
      .select()
      .from(heldRole)
      .where(and(inArray(heldRole.personId, [...ids]), inArray(heldRole.role, staffRoles))),
  ]
  return known.map((one) => {
    const staff = held.filter((role) => role.personId === one.personId)
    return { ...one, staff, supervisor: staff.filter(({ role }) => role === 'serviceSupervisor') }
  })
}
