import { and, eq, gte, isNull, lt, ne } from 'drizzle-orm'
import { accidentFines } from '../../rules/accident/entries.ts'
import type { Called } from '../../rules/backtest/difference.ts'
import { redraft } from '../../rules/backtest/terms.ts'
import type { Text } from '../../rules/text.ts'
import { inScope } from '../case/read.ts'
import type { Tx } from '../client.ts'
import { accidents } from '../schema/accident.ts'
import { cases } from '../schema/case.ts'
import type { Sides } from './promises.ts'
import type { Trial } from './run.ts'

const WHAT: Text = { zh: '服务事故', en: 'Service accident' }

/** What the accidents of the period cost, by the class that each has now, under both terms. */
export async function accidentSides(tx: Tx, { policy, values, fromAt, toAt, scope }: Trial): Promise<Sides> {
  const rows = await tx
    .select({ accident: accidents, terms: cases.terms })
    .from(accidents)
    .innerJoin(cases, and(eq(cases.id, accidents.caseId), ne(cases.state, 'withdrawn')))
    .where(and(gte(accidents.occurredAt, fromAt), lt(accidents.occurredAt, toAt), isNull(cases.sample), inScope(scope)))
  const side = (drafted: boolean): Called[] =>
    rows.flatMap(({ accident, terms }) =>
      accidentFines({
        ...accident,
        groundIds: [],
        terms: drafted ? redraft(terms, policy, values) : terms,
      }).map((fine) => ({ ...fine, what: WHAT })),
    )
  return { before: side(false), after: side(true) }
}
