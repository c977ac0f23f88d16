import { and, eq, gte, isNull, like, lt } from 'drizzle-orm'
import type { Called } from '../../rules/backtest/difference.ts'
import { redraft } from '../../rules/backtest/terms.ts'
import { citation, isBlank, numberOf, type Terms } from '../../rules/policy/parameter.ts'
import type { Text } from '../../rules/text.ts'
import { inScope } from '../case/read.ts'
import type { Tx } from '../client.ts'
import { cases } from '../schema/case.ts'
import { consequences } from '../schema/consequence.ts'
import { stands, type Trial, type Working } from './part.ts'

const KEY = 'serviceTask.coverUp'
const WHAT: Text = { zh: '包庇、纵容签字缺失或伪造', en: 'Missing or forged signature covered up' }

/** What supervisors pay for signatures that they were found to have covered up (S0-A-7.S3); a step is a finding. */
export const coverUps: Working = {
  count: async (tx, trial) => (await findings(tx, trial)).length,
  async *sides(tx, trial) {
    for (const { entry, terms } of await findings(tx, trial)) {
      const side = (by: Terms): Called[] => {
        if (!by[KEY] || isBlank(by, KEY)) return []
        const { key, personId, caseId, kind, occurredAt: at, evidenceIds } = entry
        const { clause } = citation(by, KEY)
        return [{ key, personId, caseId, kind, at, evidenceIds, clause, amountFen: -numberOf(by, KEY), what: WHAT }]
      }
      yield { before: side(terms), after: side(redraft(terms, trial.policy, trial.values)), steps: 1 }
    }
  },
}

/** Entries of the period that were not taken back. */
const findings = (tx: Tx, { fromAt, toAt, scope }: Trial) =>
  tx
    .select({ entry: consequences, terms: cases.terms })
    .from(consequences)
    .innerJoin(cases, eq(cases.id, consequences.caseId))
    .where(
      and(
        like(consequences.key, 'coverUp:%'),
        isNull(consequences.aboutId),
        gte(consequences.occurredAt, fromAt),
        lt(consequences.occurredAt, toAt),
        isNull(cases.sample),
        inScope(scope),
        stands,
      ),
    )
