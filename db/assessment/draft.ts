import { and, asc, eq, getTableColumns, gt, inArray, isNull, lt, ne, not, notExists, or, sql } from 'drizzle-orm'
import { membership, total, type Counts } from '../../rules/assessment/lines.ts'
import type { SheetScope } from '../../rules/assessment/labels.ts'
import { scopeOfPerson, type Sheet, type SheetLine, type SheetPerson } from '../../rules/assessment/sheet.ts'
import { explain } from '../../rules/consequence/explain.ts'
import type { Instant } from '../../rules/instant.ts'
import { settingOf, type Terms } from '../../rules/policy/parameter.ts'
import { periodNamed, type Period } from '../../rules/report/period.ts'
import { staffRoles } from '../../rules/roles.ts'
import type { Db, Tx } from '../client.ts'
import type { Entry } from '../consequence/enter.ts'
import { payBeside } from '../pay/beside.ts'
import { assessmentLines, type assessments } from '../schema/assessment.ts'
import { consequences } from '../schema/consequence.ts'
import { person, heldRole } from '../schema/person.ts'

/** People who stand on a sheet of the month because of the role they held in it (S0-A-7.9), entries or none. */
const ASSESSED = ['engineer', 'serviceSupervisor'] as const

export interface DraftQuestion {
  month: Period
  counts: Counts
  /** The sheet itself, whose own lines count as free; null: one that isn't open yet. */
  caseId: string | null
  now: Instant
}

/** The sheet of a month and scope as the ledger stands, see `draftSheets`. */
export async function draftSheet(
  tx: Db | Tx,
  { scope, ...question }: DraftQuestion & { scope: SheetScope },
): Promise<Sheet> {
  return (await draftSheets(tx, question))[scope]
}

/** The sheet of an open case as the ledger stands, under the terms of that case. */
export function sheetNow(
  tx: Db | Tx,
  { caseId, scope, month }: Pick<typeof assessments.$inferSelect, 'caseId' | 'scope' | 'month'>,
  terms: Terms,
  now: Instant,
): Promise<Sheet> {
  const counts = settingOf<Counts>(terms, 'assessment.counts')
  return draftSheet(tx, { scope, month: periodNamed('monthly', month), counts, caseId, now })
}

/**
 * The sheets of a month as the ledger stands: every row recorded before the month's end that no other sheet holds, each on
 * the sheet of its person; beside it their pay. What all of them rest on is read once.
 */
export async function draftSheets(
  tx: Db | Tx,
  { month, counts, caseId, now }: DraftQuestion,
): Promise<Record<SheetScope, Sheet>> {
  const rows = await placeable(tx, caseId)
  const { lines, waiting } = membership(rows, { untilAt: month.untilAt, counts })
  const concerned = [...lines, ...waiting].map((row) => row.personId!)
  const assessed = await assessedIn(tx, month)
  const pay = await payBeside(tx, { month, caseId }, month.untilAt)
  const people = await peopleOf(tx, [...new Set([...concerned, ...assessed, ...pay.keys()])])
  const first = new Set(rows.filter((row) => row.aboutId === null).map((row) => row.id))
  const show = (row: Entry) => lineOf(row, row.aboutId !== null && !first.has(row.aboutId))
  const sheetOf = (scope: SheetScope): Sheet => {
    const onIt = people.filter((one) => scopeOfPerson(one, month, now) === scope)
    const standing = onIt.map(({ personId, code, name }): SheetPerson => {
      const own = lines.filter((row) => row.personId === personId)
      const open = waiting.filter((row) => row.personId === personId)
      const sums = { totalFen: total(own), lines: own.map(show), waiting: open.map(show) }
      return { personId, code, name, ...sums, pay: pay.get(personId) }
    })
    return { scope, month: month.key, totalFen: total(standing.flatMap((one) => one.lines)), people: standing }
  }
  return { staff: sheetOf('staff'), supervisor: sheetOf('supervisor'), final: sheetOf('final') }
}

/**
 * The rows of the ledger that no other sheet holds, in the order in which they were recorded: what may stand on this one,
 * found by an index of what sheets hold at all, and the confirmations of those alone. Two statements, whose answer grows
 * with what waits and not with the years.
 */
async function placeable(tx: Db | Tx, caseId: string | null): Promise<Entry[]> {
  const elsewhere = tx
    .select({ one: sql`1` })
    .from(assessmentLines)
    .where(
      and(
        eq(assessmentLines.consequenceId, consequences.id),
        caseId === null ? undefined : not(eq(assessmentLines.caseId, caseId)),
      ),
    )
  const free = await tx
    .select(getTableColumns(consequences))
    .from(consequences)
    // A client's or a contractor's people are on no payroll of ours.
    .innerJoin(person, and(eq(person.id, consequences.personId), eq(person.kind, 'staff')))
    .where(and(isNull(consequences.sample), ne(consequences.kind, 'confirmation'), notExists(elsewhere)))
  const entries = free.filter(({ aboutId }) => aboutId === null).map(({ id }) => id)
  const confirmed =
    entries.length === 0
      ? []
      : await tx
          .select()
          .from(consequences)
          .where(and(inArray(consequences.aboutId, entries), eq(consequences.kind, 'confirmation')))
  return [...free, ...confirmed].sort((a, b) => a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1))
}

function lineOf(row: Entry, correction: boolean): SheetLine {
  const { title, because } = explain(row)
  const { id: entryId, kind, clause, amountFen, occurredAt, recordedAt } = row
  return { entryId, kind, clause, title, because, amountFen, occurredAt, recordedAt, correction }
}

async function assessedIn(tx: Db | Tx, month: Period): Promise<string[]> {
  const held = await tx
    .selectDistinct({ personId: heldRole.personId })
    .from(heldRole)
    .innerJoin(person, eq(person.id, heldRole.personId))
    .where(
      and(
        inArray(heldRole.role, [...ASSESSED]),
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
