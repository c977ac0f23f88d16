import { and, asc, gt, gte, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import type { Called } from '../../rules/backtest/difference.ts'
import { judgeAgain, type Kept } from '../../rules/backtest/judge.ts'
import { redraft, runsUnder } from '../../rules/backtest/terms.ts'
import type { CaseView, Fact } from '../../rules/case.ts'
import { owedBy } from '../../rules/owed.ts'
import { promiseLabel } from '../../rules/promises.ts'
import { inScope } from '../case/read.ts'
import type { Case } from '../case/lock.ts'
import type { Obligation } from '../case/view.ts'
import type { Tx } from '../client.ts'
import { cases, facts, obligations } from '../schema/case.ts'
import type { Trial } from './run.ts'

const BATCH = 500

/** The two sides of a comparison. */
export interface Sides {
  before: Called[]
  after: Called[]
}

/** How the promises of the cases that began in the period come out, as the terms were and as they would have been. */
export async function promiseSides(tx: Tx, trial: Trial, calendar: CaseView['calendar']): Promise<Sides> {
  const sides: Sides = { before: [], after: [] }
  for (let after = ''; ;) {
    const batch = await casesAfter(tx, trial, after)
    if (batch.length === 0) return sides
    after = batch.at(-1)!.id
    const under = batch.filter((one) => runsUnder(one.terms, trial.policy.id) && owedBy[one.kind] !== undefined)
    const ids = under.map((one) => one.id)
    if (ids.length === 0) continue
    const [rows, happened] = await Promise.all([
      tx
        .select()
        .from(obligations)
        .where(
          and(
            inArray(obligations.caseId, ids),
            or(isNull(obligations.reason), sql`${obligations.reason} not in ('reassigned', 'notOwed', 'superseded')`),
          ),
        )
        .orderBy(asc(obligations.id)),
      tx.select().from(facts).where(inArray(facts.caseId, ids)).orderBy(asc(facts.occurredAt), asc(facts.id)),
    ])
    const [rowsOf, factsOf] = [groupBy(rows), groupBy(happened)]
    for (const one of under) add(sides, one, rowsOf.get(one.id) ?? [], factsOf.get(one.id) ?? [], trial, calendar)
  }
}

function casesAfter(tx: Tx, { fromAt, toAt, scope }: Trial, after: string): Promise<Case[]> {
  const period = and(gte(cases.startedAt, fromAt), lt(cases.startedAt, toAt))
  return tx
    .select()
    .from(cases)
    .where(and(period, isNull(cases.sample), inScope(scope), gt(cases.id, after)))
    .orderBy(asc(cases.id))
    .limit(BATCH)
}

function add(
  sides: Sides,
  held: Case,
  rows: readonly Obligation[],
  happened: Fact[],
  { policy, values, now }: Trial,
  calendar: CaseView['calendar'],
): void {
  const { id, kind, startedAt, terms } = held
  const view: CaseView = { id, kind, startedAt, terms, calendar, facts: happened }
  const drafted = { ...view, terms: redraft(terms, policy, values) }
  for (const row of rows.filter((one) => one.round === held.round)) {
    const kept = row as Kept
    const was = judgeAgain(owedBy[kind]!, kept, view, now)
    const is = judgeAgain(owedBy[kind]!, kept, drafted, now)
    if (!was || !is) continue
    const called = {
      key: `promise:${row.id}`,
      personId: row.bearerId,
      caseId: id,
      clause: row.clause,
      what: promiseLabel(kind, row.promise),
      settledAt: row.work === 'open' ? null : row.settledAt,
    }
    const side = (outcome: typeof was): Called => ({
      ...called,
      ...outcome,
      kind: was.amountFen !== 0 || is.amountFen !== 0 ? 'fine' : 'promise',
    })
    sides.before.push(side(was))
    sides.after.push(side(is))
  }
}

function groupBy<T extends { caseId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.caseId)
    if (group) group.push(row)
    else groups.set(row.caseId, [row])
  }
  return groups
}
