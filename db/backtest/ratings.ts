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
import { isWithin, ofThePeriod, type Trial, type Working } from './part.ts'

const WHAT: Text = { zh: '客户评分', en: "Customers' ratings" }

/**
 * What engineers' ratings call for, as the terms were and as they would have been for the tasks that were signed in the
 * period; a step is an engineer. All their ratings count, since a row of fair ones may have begun before it.
 */
export const ratings: Working = {
  count: async (tx, trial) => (await tasksOf(tx, trial)).size,
  async *sides(tx, trial) {
    const { policy, values } = trial
    for (const [personId, within] of await tasksOf(tx, trial)) {
      const evaluations = await evaluationsOf(tx, personId)
      const drafted = evaluations.map((one): Evaluation => {
        return isWithin(trial, one.signedAt) ? { ...one, terms: redraft(one.terms, policy, values) } : one
      })
      const side = (all: readonly Evaluation[]) =>
        ratingEntries(all)
          .filter(({ caseId }) => within.has(caseId))
          .map((entry): Called => ({ ...entry, personId, kind: 'fine', at: entry.occurredAt, what: WHAT }))
      yield ofThePeriod(trial, { before: side(evaluations), after: side(drafted), steps: 1 })
    }
  },
}

/** The rated tasks within reach, of each engineer. */
async function tasksOf(tx: Tx, { scope }: Trial): Promise<Map<string, Set<string>>> {
  const rows = await tx
    .select({ engineerId: serviceRatings.engineerId, caseId: serviceRatings.caseId })
    .from(serviceRatings)
    .innerJoin(cases, eq(cases.id, serviceRatings.caseId))
    .where(and(eq(serviceRatings.superseded, false), isNull(cases.sample), inScope(scope)))
  const found = new Map<string, Set<string>>()
  for (const { engineerId, caseId } of rows) found.set(engineerId, (found.get(engineerId) ?? new Set()).add(caseId))
  return found
}
