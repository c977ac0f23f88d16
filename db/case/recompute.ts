import { and, asc, eq, inArray, or } from 'drizzle-orm'
import type { CaseView, Fact } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import type { Owed, Step } from '../../rules/obligation/obligation.ts'
import { owedBy } from '../../rules/owed.ts'
import { calendarsOf } from '../calendar/loadCalendar.ts'
import { facts, obligations } from '../schema/case.ts'
import type { Tx } from '../client.ts'
import type { Case } from './lock.ts'
import { clockOf } from './owe.ts'
import { redue, type Redue } from './redue.ts'
import { viewOf as caseView, type Obligation } from './view.ts'

/**
 * Computes the due times of locked cases anew, from their terms and the calendar as both are now, and moves those that
 * differ: one UPDATE for all cases that share their terms and calendar. Promises that still run, and fines that may turn, are looked
 * at; what was settled without cost stays as it was judged. With `stakes`, what being late costs is computed anew as well.
 * Returns the cases to poke after the commit.
 */
export async function recompute(
  tx: Tx,
  held: readonly Case[],
  now: Instant,
  { stakes = false }: { stakes?: boolean } = {},
): Promise<string[]> {
  const ids = held.map((one) => one.id)
  if (ids.length === 0) return []
  const rows = await tx
    .select()
    .from(obligations)
    .where(and(inArray(obligations.caseId, ids), or(eq(obligations.work, 'open'), eq(obligations.verdict, 'late'))))
  const happened = await tx
    .select()
    .from(facts)
    .where(inArray(facts.caseId, ids))
    .orderBy(asc(facts.occurredAt), asc(facts.id))
  const factsOf = byCase(happened)
  const rowsOf = byCase(rows)
  const groups = new Map<string, { view: CaseView; moved: Redue[] }>()
  const calendars = await calendarsOf(tx, held)
  for (const [index, one] of held.entries()) {
    const calendar = calendars[index]!
    const view = viewOf(one, factsOf.get(one.id) ?? [], calendar)
    const key = JSON.stringify([calendars.indexOf(calendar), one.terms])
    const group = groups.get(key) ?? { view, moved: [] }
    group.moved.push(...movedOf(one, rowsOf.get(one.id) ?? [], view, stakes))
    groups.set(key, group)
  }
  const poked: string[] = []
  for (const { view, moved } of groups.values()) poked.push(...(await redue(tx, moved, view, now)))
  return poked
}

/**
 * Moves the floors of a locked case (`notBefore`: so many working days from a fact) to where its facts put them now. A
 * floor says what is allowed, so it follows a corrected fact; a due time keeps its anchor.
 */
export async function moveFloors(tx: Tx, held: Case, now: Instant): Promise<void> {
  const rows = await tx
    .select()
    .from(obligations)
    .where(and(eq(obligations.caseId, held.id), eq(obligations.work, 'open'), eq(obligations.dueKind, 'notBefore')))
  if (rows.length === 0) return
  const view = await caseView(tx, held)
  await redue(tx, movedOf(held, rows, view, false), view, now)
}

function byCase<T extends { caseId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(row.caseId, [...(groups.get(row.caseId) ?? []), row])
  return groups
}

function viewOf(held: Case, happened: Fact[], calendar: CaseView['calendar']): CaseView {
  return { id: held.id, kind: held.kind, startedAt: held.startedAt, terms: held.terms, calendar, facts: happened }
}

/**
 * Those of a case's promises, of the present round, whose clock, or stake, is no longer what the rules say. One moved by a
 * decision keeps what was decided.
 */
export function movedOf(held: Case, rows: readonly Obligation[], view: CaseView, stakes: boolean): Redue[] {
  return rows
    .filter((row) => row.round === held.round && row.reason !== 'reassigned')
    .flatMap((row) => {
      const owed = owedBy[held.kind]!(row.promise, view).find((one) => isSame(row, one))
      if (!owed) return []
      const clock = clockOf(owed.due, owed.anchorAt, view)
      const isTimed =
        clock.dueAt === row.dueAt && clock.dueProvisional === row.dueProvisional && areSame(clock.steps, row.steps)
      const restake = stakes && !costsTheSame(owed.stake, row.stake)
      if (isTimed && !restake) return []
      const moved = { obligationId: row.id, due: owed.due, anchorAt: owed.anchorAt }
      return [restake ? { ...moved, stake: owed.stake ?? null } : moved]
    })
}

/** By value: the database keeps the names inside a step in an order of its own. */
const areSame = (computed: readonly Step[], kept: readonly Step[]): boolean =>
  computed.length === kept.length &&
  computed.every(({ step, at, to }, i) => step === kept[i]!.step && at === kept[i]!.at && to === kept[i]!.to)

const costsTheSame = (computed: Owed['stake'], kept: Obligation['stake']): boolean =>
  computed?.amountFen === kept?.amountFen && computed?.clause === kept?.clause

/** Whether a row is the one that the rules state by this promise: same clause, bearer and recipient. */
function isSame(row: Obligation, owed: Owed): boolean {
  const bearer = 'personId' in owed.bearer ? owed.bearer.personId : 'role' in owed.bearer ? owed.bearer.role : 'unit'
  const recipient = owed.recipient?.personId ?? owed.recipient?.role ?? null
  return (
    row.clause === owed.clause &&
    (row.bearerId ?? row.bearerRole) === bearer &&
    (row.recipientId ?? row.recipientRole) === recipient
  )
}
