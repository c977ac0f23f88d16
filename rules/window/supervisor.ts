import { numberOf } from '../policy/parameter.ts'
import { cleanPeriods, type Finding } from './clean.ts'
import { countHits } from './count.ts'
import { countReading, recommendation, type WindowEntry } from './entry.ts'
import { counting, lastIn, sinceOf, termsOn, wasThere, type SupervisorHistory } from './history.ts'
import { monthsTouched } from './months.ts'
import { cleanReading, rewardOf } from './reward.ts'

/**
 * What the department's accidents mean for its supervisor: a pay downgrade for Class I accidents close together
 * (S0-A-7.S4), a recommendation to the general manager; a reward for months without any (S0-A-7.S5). Those count that
 * happened while this person held the post.
 */
export function supervisorEntries(history: SupervisorHistory): WindowEntry[] {
  const { termsAt } = history
  const classI = counting(history).filter((one) => one.class === 'I')
  const hits = countHits(classI, ({ at }) =>
    countReading(termsAt(at), 'window.departmentCount', 'window.departmentMonths'),
  )
  const asked = hits.map((hit) =>
    recommendation(termsAt(hit.at(-1)!.at), 'window.departmentCount', 'downgrade', hit, 'departmentI'),
  )
  return [...asked, ...cleanRewards(history, classI)]
}

function cleanRewards(history: SupervisorHistory, classI: readonly { id: string; at: number }[]): WindowEntry[] {
  const { activeMonths, openingMonths, termsAt, todayOn, accidents } = history
  const sinceOn = sinceOf([...activeMonths, ...openingMonths], accidents)
  if (sinceOn === undefined) return []
  const periods = cleanPeriods({
    sinceOn,
    untilOn: todayOn,
    readingOf: (on) =>
      cleanReading(
        termsOn(termsAt, on),
        'window.departmentClean',
        'window.departmentCleanMonths',
        'window.departmentCleanSpan',
      ),
    find: (month): Finding => {
      const lastOn = lastIn(month, classI)
      if (lastOn !== undefined) return { state: 'blemished', lastOn }
      const minDays = numberOf(termsOn(termsAt, month.fromOn), 'window.minDays')
      const months = monthsTouched(month.fromOn, month.toOn)
      const active = months.some((one) => activeMonths.has(one) || openingMonths.has(one))
      return active && wasThere(month, history, minDays) ? { state: 'clean' } : { state: 'idle' }
    },
  })
  return periods.flatMap((period) => rewardOf(termsAt, 'window.departmentClean', period, []))
}
