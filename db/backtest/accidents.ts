import { and, asc, count, eq, gt, gte, isNull, lt, ne } from 'drizzle-orm'
import { accidentFines } from '../../rules/accident/entries.ts'
import { classNow, groundsOf } from '../../rules/accident/owed.ts'
import type { Called } from '../../rules/backtest/difference.ts'
import { redraft } from '../../rules/backtest/terms.ts'
import type { CaseView } from '../../rules/case.ts'
import type { Text } from '../../rules/text.ts'
import { inScope } from '../case/read.ts'
import { viewOf } from '../case/view.ts'
import { accidents as rows } from '../schema/accident.ts'
import { cases } from '../schema/case.ts'
import type { Trial, Working } from './part.ts'

const BATCH = 100
const WHAT: Text = { zh: '服务事故', en: 'Service accident' }

/** What the accidents of the period cost, by the class that their standing grounds give them; a step is an accident. */
export const accidents: Working = {
  async count(tx, trial) {
    const [row] = await tx.select({ n: count() }).from(rows).innerJoin(cases, standing).where(inPeriod(trial))
    return row!.n
  },
  async *sides(tx, trial) {
    const { policy, values } = trial
    for (let after = ''; ;) {
      const batch = await tx
        .select({ accident: rows, held: cases })
        .from(rows)
        .innerJoin(cases, standing)
        .where(and(inPeriod(trial), gt(rows.caseId, after)))
        .orderBy(asc(rows.caseId))
        .limit(BATCH)
      if (batch.length === 0) return
      after = batch.at(-1)!.accident.caseId
      for (const { accident, held } of batch) {
        const view = await viewOf(tx, held)
        const groundIds = groundsOf(view).map(({ id }) => id)
        const side = (of: CaseView): Called[] =>
          accidentFines({ ...accident, class: classNow(of)?.class ?? null, groundIds, terms: of.terms }).map(
            (fine) => ({
              ...fine,
              at: fine.occurredAt,
              what: WHAT,
            }),
          )
        yield { before: side(view), after: side({ ...view, terms: redraft(held.terms, policy, values) }), steps: 1 }
      }
    }
  },
}

const standing = and(eq(cases.id, rows.caseId), ne(cases.state, 'withdrawn'))
const inPeriod = ({ fromAt, toAt, scope }: Trial) =>
  and(gte(rows.occurredAt, fromAt), lt(rows.occurredAt, toAt), isNull(cases.sample), inScope(scope))
