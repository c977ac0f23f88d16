import { and, eq, isNull } from 'drizzle-orm'
import type { Called } from '../../rules/backtest/difference.ts'
import { redraft } from '../../rules/backtest/terms.ts'
import { ratingEntries, type Evaluation } from '../../rules/serviceTask/ratings.ts'
import type { Text } from '../../rules/text.ts'
import { inScope } from '../case/read.ts'
import type { Tx } from '../client.ts'
import { evaluationsOf } from '../consequence/ratings.ts'
import { cases } from '../schema/case.ts'
import { serviceRatings } from '../schema/serviceTask.ts'
import type { Sides } from './promises.ts'
import type { Trial } from './run.ts'

const WHAT: Text = { zh: '客户评分', en: "Customers' ratings" }

/**
 * What engineers' ratings call for, as the terms were and as they would have been for the tasks that were signed in the
 * period. All ratings of an engineer count, since a row of fair ones may have begun before it.
 */
export async function ratingSides(tx: Tx, { policy, values, fromAt, toAt, scope }: Trial): Promise<Sides> {
  const engineers = await tx
    .selectDistinct({ id: serviceRatings.engineerId })
    .from(serviceRatings)
    .innerJoin(cases, eq(cases.id, serviceRatings.caseId))
    .where(and(eq(serviceRatings.superseded, false), isNull(cases.sample), inScope(scope)))
  const sides: Sides = { before: [], after: [] }
  for (const { id } of engineers) {
    const evaluations = await evaluationsOf(tx, id)
    const drafted = evaluations.map((one): Evaluation => {
      const within = one.signedAt >= fromAt && one.signedAt < toAt
      return within ? { ...one, terms: redraft(one.terms, policy, values) } : one
    })
    sides.before.push(...calledBy(id, evaluations))
    sides.after.push(...calledBy(id, drafted))
  }
  return sides
}

const calledBy = (personId: string, evaluations: readonly Evaluation[]): Called[] =>
  ratingEntries(evaluations).map(({ key, clause, amountFen, caseId }) => ({
    key,
    personId,
    caseId,
    clause,
    kind: 'fine',
    amountFen,
    what: WHAT,
  }))
