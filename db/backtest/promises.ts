import { and, asc, count, gt, gte, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import type { Called } from '../../rules/backtest/difference.ts'
import { judgeAgain, type Kept, type Outcome } from '../../rules/backtest/judge.ts'
import { redraft, runsUnder } from '../../rules/backtest/terms.ts'
import type { CaseView, Fact } from '../../rules/case.ts'
import { owedBy } from '../../rules/owed.ts'
import { promiseLabel } from '../../rules/promises.ts'
import { inScope } from '../case/read.ts'
import type { Case } from '../case/lock.ts'
import type { Obligation } from '../case/view.ts'
import type { Tx } from '../client.ts'
import { cases, facts, obligations } from '../schema/case.ts'
import type { Sides, Trial, Working } from './part.ts'

/** Few enough that reading them holds nobody else up. */
const BATCH = 100

/** How the promises of the cases that began in the period come out; a step is a case. */
export const promises: Working = {
  async count(tx, trial) {
    const [row] = await tx.select({ n: count() }).from(cases).where(inPeriod(trial))
    return row!.n
  },
  async *sides(tx, trial, calendar) {
    for (let after = ''; ;) {
      const batch = await tx
        .select()
        .from(cases)
        .where(and(inPeriod(trial), gt(cases.id, after)))
        .orderBy(asc(cases.id))
        .limit(BATCH)
      if (batch.length === 0) return
      after = batch.at(-1)!.id
      const under = batch.filter((one) => runsUnder(one.terms, trial.policy.id))
      const { rowsOf, factsOf } = await readCases(tx, under)
      yield { before: [], after: [], steps: batch.length - under.length }
      for (const one of under) yield sidesOf(one, rowsOf.get(one.id) ?? [], factsOf.get(one.id) ?? [], trial, calendar)
    }
  },
}

const inPeriod = ({ fromAt, toAt, scope }: Trial) =>
  and(
    gte(cases.startedAt, fromAt),
    lt(cases.startedAt, toAt),
    isNull(cases.sample),
    inScope(scope),
    inArray(cases.kind, Object.keys(owedBy)),
  )

async function readCases(tx: Tx, held: readonly Case[]) {
  const ids = held.map((one) => one.id)
  if (ids.length === 0) return { rowsOf: new Map<string, Obligation[]>(), factsOf: new Map<string, Fact[]>() }
  const rows = await tx
    .select()
    .from(obligations)
    .where(
      and(
        inArray(obligations.caseId, ids),
        or(isNull(obligations.reason), sql`${obligations.reason} not in ('reassigned', 'notOwed', 'superseded')`),
      ),
    )
    .orderBy(asc(obligations.id))
  const happened = await tx
    .select()
    .from(facts)
    .where(inArray(facts.caseId, ids))
    .orderBy(asc(facts.occurredAt), asc(facts.id))
  return { rowsOf: groupBy(rows), factsOf: groupBy(happened) }
}

function sidesOf(
  held: Case,
  rows: readonly Obligation[],
  happened: Fact[],
  { policy, values, now }: Trial,
  calendar: CaseView['calendar'],
): Sides {
  const { id, kind, startedAt, terms } = held
  const view: CaseView = { id, kind, startedAt, terms, calendar, facts: happened }
  const drafted = { ...view, terms: redraft(terms, policy, values) }
  const sides: Sides = { before: [], after: [], steps: 1 }
  for (const row of rows.filter((one) => one.round === held.round)) {
    const kept = row as Kept
    const was = judgeAgain(owedBy[kind]!, kept, view, now)
    // It passed to somebody else: nothing can be said of it under either terms.
    if (!was) continue
    const is = judgeAgain(owedBy[kind]!, kept, drafted, now)
    const costs = was.amountFen !== 0 || (is?.amountFen ?? 0) !== 0
    const side = (outcome: Outcome): Called => ({
      key: `promise:${row.id}`,
      personId: row.bearerId,
      caseId: id,
      clause: row.clause,
      what: promiseLabel(kind, row.promise),
      settledAt: row.work === 'open' ? null : row.settledAt,
      at: row.anchorAt,
      evidenceIds: row.evidenceId === null ? [] : [row.evidenceId],
      kind: costs ? 'fine' : 'promise',
      ...outcome,
    })
    sides.before.push(side(was))
    if (is) sides.after.push(side(is))
  }
  return sides
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
