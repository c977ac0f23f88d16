import { citation, isBlank, numberOf, settingOf } from '../policy/parameter.ts'
import { addDays } from '../time/local.ts'
import { cleanPeriods, type CleanQuestion, type Finding, type Stretch } from './clean.ts'
import { askedBy, type CountRule } from './counted.ts'
import type { WindowEntry } from './entry.ts'
import {
  counting,
  countingOf,
  lastIn,
  ratedBelowGood,
  sinceOf,
  termsOn,
  wasThere,
  type EngineerHistory,
} from './history.ts'
import { monthsTouched } from './months.ts'
import { cleanReading, rewardOf } from './reward.ts'

/**
 * What an engineer's windows call for: a fine for each failed exam (S0-A-7.4a), a pay downgrade for failed exams that
 * add up (S0-A-7.4b) or Class I accidents close together (S0-A-7.6), dismissal (S0-A-7.7), and a reward for clean months
 * in a row (S0-A-7.8). Downgrade and dismissal are recommendations to the general manager.
 */
export function engineerEntries(history: EngineerHistory): WindowEntry[] {
  const asked = countedOf(history).flatMap((rule) => askedBy(history, rule))
  return [...examEntries(history), ...asked, ...cleanRewards(history)]
}

function examEntries({ exams, termsAt }: EngineerHistory): WindowEntry[] {
  return exams
    .filter((exam) => !exam.passed && !exam.opening && !isBlank(termsAt(exam.at), 'window.examFine'))
    .map((exam): WindowEntry => {
      const terms = termsAt(exam.at)
      const amountFen = -numberOf(terms, 'window.examFine')
      return {
        key: `window:exam:${exam.id}`,
        kind: 'fine',
        ...citation(terms, 'window.examFine'),
        amountFen,
        occurredAt: exam.at,
        evidenceIds: [exam.id],
        arithmetic: { rule: 'examFailed', at: exam.at, amountFen },
      }
    })
}

/** What is counted of an engineer: failed exams (S0-A-7.4b), and accidents by their class (S0-A-7.6, 7.7). */
export function countedOf(history: EngineerHistory): CountRule[] {
  const accidents = counting(history)
  const of = (name: 'I' | 'II') => accidents.filter((one) => one.class === name)
  const failed = countingOf(history, history.exams).filter((exam) => !exam.passed)
  const dismissal = { months: 'window.dismissalMonths', action: 'dismissal' } as const
  return [
    {
      count: 'window.examCount',
      months: 'window.examMonths',
      action: 'downgrade',
      what: 'examFailed',
      events: failed,
    },
    {
      count: 'window.downgradeCount',
      months: 'window.downgradeMonths',
      action: 'downgrade',
      what: 'accidentI',
      events: of('I'),
    },
    { ...dismissal, count: 'window.dismissalCountI', what: 'accidentI', events: of('I') },
    { ...dismissal, count: 'window.dismissalCountII', what: 'accidentII', events: of('II') },
  ]
}

/** When the months of an engineer are clean (S0-A-7.8); undefined where nothing is known of them yet. */
export function cleanQuestion(history: EngineerHistory): CleanQuestion | undefined {
  const { ratings, documents, openingMonths, accidents, termsAt, todayOn } = history
  const sinceOn = sinceOf([...documents.keys(), ...openingMonths], [...ratings, ...accidents])
  if (sinceOn === undefined) return undefined
  const blemishes = [...counting(history), ...ratedBelowGood(history)]
  return {
    sinceOn,
    untilOn: todayOn,
    readingOf: (on) => cleanReading(termsOn(termsAt, on), 'window.clean', 'window.cleanMonths', 'window.cleanSpan'),
    find: (month) => findingOf(month, history, blemishes),
  }
}

function cleanRewards(history: EngineerHistory): WindowEntry[] {
  const question = cleanQuestion(history)
  if (!question) return []
  return cleanPeriods(question).flatMap((period) => {
    const months = new Set(period.flatMap((month) => monthsTouched(month.fromOn, month.toOn)))
    const evidence = [...months].flatMap((month) => history.documents.get(month)?.id ?? [])
    return rewardOf(history.termsAt, 'window.clean', period, evidence)
  })
}

/** A month's documents count as a blemish on its last day: they are judged by the month. */
function findingOf(
  month: Stretch,
  history: EngineerHistory,
  blemishes: readonly { id: string; at: number }[],
): Finding {
  const terms = termsOn(history.termsAt, month.fromOn)
  const lastOn = lastIn(month, blemishes)
  if (lastOn !== undefined) return { state: 'blemished', lastOn }
  if (!wasThere(month, history, numberOf(terms, 'window.minDays'))) return { state: 'idle' }
  const presumed = settingOf<string>(terms, 'window.documents') === 'presumed'
  const complete = monthsTouched(month.fromOn, month.toOn).every(
    (one) => history.documents.get(one)?.complete ?? (presumed || history.openingMonths.has(one)),
  )
  return complete ? { state: 'clean' } : { state: 'blemished', lastOn: addDays(month.toOn, -1) }
}
