import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Called } from '../../rules/backtest/difference.ts'
import { redraft } from '../../rules/backtest/terms.ts'
import type { Text } from '../../rules/text.ts'
import { engineerEntries } from '../../rules/window/engineer.ts'
import type { TermsAt, WindowEntry } from '../../rules/window/entry.ts'
import { windowParameters } from '../../rules/window/parameters.ts'
import { supervisorEntries } from '../../rules/window/supervisor.ts'
import type { Tx } from '../client.ts'
import { person, heldRole } from '../schema/person.ts'
import { engineerHistory, supervisorHistory } from '../window/history.ts'
import { postsEver } from '../window/recompute.ts'
import { termsThrough } from '../window/terms.ts'
import type { Sides } from './promises.ts'
import type { Trial } from './run.ts'

const WHAT: Readonly<Record<WindowEntry['kind'], Text>> = {
  fine: { zh: '考试', en: 'Exam' },
  reward: { zh: '连续无事故奖励', en: 'Reward for a clean period' },
  recommendation: {
    zh: '累计达到次数，报总经理决定',
    en: 'Enough of them together: for the general manager to decide',
  },
}

/**
 * What the rolling windows of engineers and supervisors call for, as the terms were and as they would have been for what
 * happened in the period. Windows belong to the person, not to a region: only a trial of the whole company looks at them.
 */
export async function windowSides(tx: Tx, { policy, values, fromAt, toAt, scope, now }: Trial): Promise<Sides> {
  const sides: Sides = { before: [], after: [] }
  if (scope !== 'all' || !Object.keys(values).some((key) => key in windowParameters)) return sides
  const people = await tx
    .selectDistinct({ id: person.id })
    .from(person)
    .innerJoin(heldRole, eq(heldRole.personId, person.id))
    .where(and(isNull(person.sample), inArray(heldRole.role, ['engineer', 'serviceSupervisor'])))
  for (const { id } of people) {
    const termsAt = await termsThrough(tx, id, now)
    const drafted: TermsAt = (at) => (at >= fromAt && at < toAt ? redraft(termsAt(at), policy, values) : termsAt(at))
    const histories = {
      engineer: await engineerHistory(tx, id, termsAt, now),
      supervisor: await supervisorHistory(tx, id, termsAt, now),
    }
    const posts = await postsEver(tx, id)
    const called = (by: TermsAt) =>
      [
        ...(posts.has('engineer') ? engineerEntries({ ...histories.engineer, termsAt: by }) : []),
        ...(posts.has('serviceSupervisor') ? supervisorEntries({ ...histories.supervisor, termsAt: by }) : []),
      ].map((entry): Called => {
        const { key, clause, kind, amountFen } = entry
        return { key: `${id}:${key}`, personId: id, caseId: null, clause, kind, amountFen, what: WHAT[kind] }
      })
    sides.before.push(...called(termsAt))
    sides.after.push(...called(drafted))
  }
  return sides
}
