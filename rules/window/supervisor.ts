import { numberOf } from '../policy/parameter.ts'
import { cleanPeriods, type CleanQuestion, type Finding } from './clean.ts'
import { askedBy, type CountRule } from './counted.ts'
import type { WindowEntry } from './entry.ts'
import { counting, lastIn, sinceOf, termsOn, wasThere, type SupervisorHistory } from './history.ts'
import { monthsTouched } from './months.ts'
import { cleanReading, rewardOf } from './reward.ts'

/**
 * What the department's accidents mean for its supervisor: a pay downgrade for Class I accidents close together
 * (S0-A-7.S4), a recommendation to the general manager; a reward for months without any (S0-A-7.S5). Those count that
 * happened while this person held the post.
 */
export function supervisorEntries(history: SupervisorHistory): WindowEntry[] {
  return [...askedBy(history, departmentCounted(history)), ...cleanRewards(history)]
}

const classIOf = (history: SupervisorHistory) => counting(history).filter((one) => one.class === 'I')

/** What is counted of a department: its Class I accidents (S0-A-7.S4). */
export function departmentCounted(history: SupervisorHistory): CountRule {
  return {
    count: 'window.departmentCount',
    months: 'window.departmentMonths',
    action: 'downgrade',
    what: 'departmentI',
    events: classIOf(history),
  }
}

/** When the months of a department are clean (S0-A-7.S5); undefined where nothing is known of it yet. */
export function departmentCleanQuestion(history: SupervisorHistory): CleanQuestion | undefined {
  const { activeMonths, openingMonths, termsAt, todayOn, accidents } = history
  const sinceOn = sinceOf([...activeMonths, ...openingMonths], accidents)
  if (sinceOn === undefined) return undefined
  const classI = classIOf(history)
  return {
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
  }
}

function cleanRewards(history: SupervisorHistory): WindowEntry[] {
  const question = departmentCleanQuestion(history)
  if (!question) return []
  return cleanPeriods(question).flatMap((period) => rewardOf(history.termsAt, 'window.departmentClean', period, []))
}
