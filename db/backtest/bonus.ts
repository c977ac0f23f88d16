import { eq } from 'drizzle-orm'
import type { Called } from '../../rules/backtest/difference.ts'
import { redraft } from '../../rules/backtest/terms.ts'
import { halfNamed } from '../../rules/pay/half.ts'
import { bonusBlanks } from '../../rules/pay/ranking.ts'
import { regionsIn } from '../../rules/pay/rerank.ts'
import type { Terms } from '../../rules/policy/parameter.ts'
import { endOfDay } from '../../rules/time/local.ts'
import type { Tx } from '../client.ts'
import { rankHalf } from '../pay/bonus.ts'
import { bonuses } from '../schema/pay.ts'
import { cases } from '../schema/case.ts'
import { isWithin, type Trial, type Working } from './part.ts'

/**
 * The bonuses of the half-years that ended in the period, ranked anew by what the ledger says of them (S0-A-8.1f); a step
 * is a half-year. What people judged (helpers from outside, S0-A-8.1e) is left out. Nothing while a number it takes is
 * blank. Only a trial of the whole company looks at it.
 */
export const bonus: Working = {
  count: async (tx, trial) => (await halvesOf(tx, trial)).length,
  async *sides(tx, trial) {
    for (const { half, lines, terms } of await halvesOf(tx, trial)) {
      const side = async (by: Terms): Promise<Called[]> => {
        if (!by['pay.bonusBase'] || bonusBlanks(by).length > 0) return []
        const ranked = await rankHalf(tx, halfNamed(half), by, regionsIn(lines ?? []))
        return ranked.map(({ personId, amountFen, rank, of }): Called => ({
          key: `bonus:${half}:${personId}`,
          personId,
          caseId: null,
          clause: by['pay.bonusBase']!.clause!,
          kind: 'bonus',
          amountFen,
          at: endOfDay(halfNamed(half).toOn),
          evidenceIds: [],
          what: { zh: `${half} 奖金（排名 ${rank}／${of}）`, en: `Bonus of ${half} (ranked ${rank} of ${of})` },
        }))
      }
      const drafted = redraft(terms, trial.policy, trial.values)
      yield { before: await side(terms), after: await side(drafted), steps: 1 }
    }
  },
}

async function halvesOf(tx: Tx, trial: Trial) {
  if (trial.scope !== 'all') return []
  const rows = await tx
    .select({ half: bonuses.half, lines: bonuses.lines, terms: cases.terms })
    .from(bonuses)
    .innerJoin(cases, eq(cases.id, bonuses.caseId))
    .orderBy(bonuses.half)
  return rows.filter(({ half }) => isWithin(trial, endOfDay(halfNamed(half).toOn)))
}
