import { asc, eq } from 'drizzle-orm'
import type { CaseView } from '../../rules/case.ts'
import type { Outcome } from '../../rules/story.ts'
import { loadCalendarOf } from '../calendar/loadCalendar.ts'
import { facts, obligations } from '../schema/case.ts'
import type { Tx } from '../client.ts'
import type { Case } from './lock.ts'

export type Obligation = typeof obligations.$inferSelect

/** The case as the rules read it. */
export async function viewOf(tx: Tx, held: Case): Promise<CaseView> {
  const happened = await tx
    .select()
    .from(facts)
    .where(eq(facts.caseId, held.id))
    .orderBy(asc(facts.occurredAt), asc(facts.id))
  return {
    id: held.id,
    kind: held.kind,
    startedAt: held.startedAt,
    terms: held.terms,
    calendar: await loadCalendarOf(tx, held),
    facts: happened,
  }
}

/** All promises of a case, superseded rounds included, in the order they were opened. */
export function obligationsOf(tx: Tx, caseId: string): Promise<Obligation[]> {
  return tx.select().from(obligations).where(eq(obligations.caseId, caseId)).orderBy(asc(obligations.id))
}

/** How each settled promise of the current round ended; one with an open row, or only reassigned rows, is not there. */
export function outcomesOf(rows: readonly Pick<Obligation, 'promise' | 'work' | 'reason' | 'round'>[], round: number) {
  const outcomes = new Map<string, Outcome>()
  const open = new Set<string>()
  const rank: Outcome[] = ['notOwed', 'released', 'elsewhere', 'done']
  for (const row of rows) {
    if (row.round !== round || row.reason === 'reassigned') continue
    if (row.work === 'open') open.add(row.promise)
    const outcome = row.reason === 'notOwed' ? 'notOwed' : (row.work as Outcome)
    const before = outcomes.get(row.promise)
    if (!before || rank.indexOf(outcome) > rank.indexOf(before)) outcomes.set(row.promise, outcome)
  }
  for (const promise of open) outcomes.delete(promise)
  return outcomes
}
