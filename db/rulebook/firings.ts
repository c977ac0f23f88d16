import { and, count, eq, inArray, isNull, max, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { clausesOf } from '../../rules/rulebook/rulebooks.ts'
import type { Db } from '../client.ts'
import { cases, obligations } from '../schema/case.ts'
import { consequences } from '../schema/consequence.ts'
import { knownRulebook } from './known.ts'

/** How often a clause fired so far. */
export interface Firing {
  clause: string
  /** Promises that rested on it, and how many of them were judged late. */
  promises: number
  late: number
  /** Entries of the ledger under it, entries about others left out; and what they come to with those, in fen. */
  entries: number
  amountFen: number
  lastAt: Instant | null
}

/** How often each clause of a rulebook fired. Clauses that never did are left out, and so are samples. Refuses an unknown one. */
export async function firingsOf(db: Db, rulebookId: string): Promise<Firing[]> {
  const ids = clausesOf(knownRulebook(rulebookId)).map(({ id }) => id)
  if (ids.length === 0) return []
  const owed = await db
    .select({
      clause: obligations.clause,
      promises: count(),
      late: sql<number>`count(*) filter (where ${obligations.verdict} = 'late')`.mapWith(Number),
      lastAt: max(obligations.anchorAt),
    })
    .from(obligations)
    .innerJoin(cases, eq(cases.id, obligations.caseId))
    .where(and(inArray(obligations.clause, ids), isNull(cases.sample)))
    .groupBy(obligations.clause)
  const entered = await db
    .select({
      clause: consequences.clause,
      entries: sql<number>`count(*) filter (where ${consequences.aboutId} is null)`.mapWith(Number),
      amountFen: sql<number>`sum(${consequences.amountFen})`.mapWith(Number),
      lastAt: max(consequences.occurredAt),
    })
    .from(consequences)
    .where(and(inArray(consequences.clause, ids), isNull(consequences.sample)))
    .groupBy(consequences.clause)
  const none = { promises: 0, late: 0, entries: 0, amountFen: 0, lastAt: null }
  const of = new Map<string, Firing>()
  for (const row of [...owed, ...entered]) {
    const before = of.get(row.clause) ?? { clause: row.clause, ...none }
    const lastAt = Math.max(before.lastAt ?? 0, row.lastAt ?? 0) || null
    of.set(row.clause, { ...before, ...row, lastAt })
  }
  return ids.flatMap((id) => of.get(id) ?? [])
}
