import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Called } from '../../rules/backtest/difference.ts'
import { redraft } from '../../rules/backtest/terms.ts'
import type { Text } from '../../rules/text.ts'
import { engineerEntries } from '../../rules/window/engineer.ts'
import type { TermsAt, WindowEntry } from '../../rules/window/entry.ts'
import { supervisorEntries } from '../../rules/window/supervisor.ts'
import type { Tx } from '../client.ts'
import { raisesOf } from '../pay/raise.ts'
import { heldRole, person } from '../schema/person.ts'
import { engineerHistory, supervisorHistory } from '../window/history.ts'
import { postsEver } from '../window/recompute.ts'
import { termsThrough } from '../window/terms.ts'
import { isWithin, ofThePeriod, type Trial, type Working } from './part.ts'

const WHAT: Readonly<Record<WindowEntry['kind'], Text>> = {
  fine: { zh: '考试', en: 'Exam' },
  reward: { zh: '连续无事故奖励', en: 'Reward for a clean period' },
  recommendation: {
    zh: '累计达到次数，报总经理决定',
    en: 'Enough of them together: for the general manager to decide',
  },
}
const RAISE: Text = {
  zh: '达到晋级条件，报总经理决定',
  en: 'A better grade of base pay: for the general manager to decide',
}

/**
 * What the rolling windows of engineers and supervisors call for, as the terms were and as they would have been for what
 * happened in the period; a step is a person. Windows belong to the person, not to a region: only a trial of the whole
 * company looks at them.
 */
export const windows: Working = {
  count: async (tx, trial) => (await people(tx, trial)).length,
  async *sides(tx, trial) {
    const { policy, values, now } = trial
    for (const id of await people(tx, trial)) {
      const termsAt = await termsThrough(tx, id, now)
      const drafted: TermsAt = (at) => (isWithin(trial, at) ? redraft(termsAt(at), policy, values) : termsAt(at))
      const entriesBy = await entriesOf(tx, id, termsAt, trial)
      yield ofThePeriod(trial, { before: await entriesBy(termsAt), after: await entriesBy(drafted), steps: 1 })
    }
  },
}

async function people(tx: Tx, { scope }: Trial): Promise<string[]> {
  if (scope !== 'all') return []
  const rows = await tx
    .selectDistinct({ id: person.id })
    .from(person)
    .innerJoin(heldRole, eq(heldRole.personId, person.id))
    .where(and(isNull(person.sample), inArray(heldRole.role, ['engineer', 'serviceSupervisor'])))
  return rows.map(({ id }) => id)
}

/** What a person's windows and clean months call for, as a function of the terms. */
async function entriesOf(tx: Tx, personId: string, termsAt: TermsAt, { now }: Trial) {
  const posts = await postsEver(tx, personId)
  const engineer = posts.has('engineer') ? await engineerHistory(tx, personId, termsAt, now) : undefined
  const supervisor = posts.has('serviceSupervisor') ? await supervisorHistory(tx, personId, termsAt, now) : undefined
  return async (by: TermsAt): Promise<Called[]> => {
    const entries = [
      ...(engineer ? engineerEntries({ ...engineer, termsAt: by }) : []),
      ...(supervisor ? supervisorEntries({ ...supervisor, termsAt: by }) : []),
      ...(engineer ? await raisesOf(tx, personId, { ...engineer, termsAt: by }) : []),
    ]
    return entries.map(({ key, clause, kind, action, amountFen, occurredAt: at, evidenceIds }) => {
      const what = action === 'raise' ? RAISE : WHAT[kind]
      return { key: `${personId}:${key}`, personId, caseId: null, clause, kind, amountFen, at, evidenceIds, what }
    })
  }
}
