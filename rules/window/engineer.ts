import { citation, isBlank, numberOf, settingOf } from '../policy/parameter.ts'
import { addDays } from '../time/local.ts'
import { cleanPeriods, type Finding, type Stretch } from './clean.ts'
import { countHits } from './count.ts'
import { countReading, recommendation, type WindowEntry } from './entry.ts'
import { counting, lastIn, sinceOf, termsOn, wasThere, type EngineerHistory } from './history.ts'
import { monthsTouched } from './months.ts'
import { cleanReading, rewardOf } from './reward.ts'

/**
 * What an engineer's windows call for: a fine for each failed exam (S0-A-7.4a), a pay downgrade for failed exams that
 * add up (S0-A-7.4b) or Class I accidents close together (S0-A-7.6), dismissal (S0-A-7.7), and a reward for clean months
 * in a row (S0-A-7.8). Downgrade and dismissal are recommendations to the general manager.
 */
export function engineerEntries(history: EngineerHistory): WindowEntry[] {
  return [...examEntries(history), ...accidentRecommendations(history), ...cleanRewards(history)]
}

function examEntries({ exams, termsAt }: EngineerHistory): WindowEntry[] {
  const failed = exams.filter((exam) => !exam.passed)
  const fines = failed
    .filter((exam) => !exam.opening && !isBlank(termsAt(exam.at), 'window.examFine'))
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
  const hits = countHits(failed, ({ at }) => countReading(termsAt(at), 'window.examCount', 'window.examMonths'))
  const asked = hits.map((hit) =>
    recommendation(termsAt(hit.at(-1)!.at), 'window.examCount', 'downgrade', hit, 'examFailed'),
  )
  return [...fines, ...asked]
}

function accidentRecommendations(history: EngineerHistory): WindowEntry[] {
  const { termsAt } = history
  const accidents = counting(history)
  const rules = [
    { of: 'I', count: 'window.downgradeCount', months: 'window.downgradeMonths', action: 'downgrade' },
    { of: 'I', count: 'window.dismissalCountI', months: 'window.dismissalMonths', action: 'dismissal' },
    { of: 'II', count: 'window.dismissalCountII', months: 'window.dismissalMonths', action: 'dismissal' },
  ] as const
  return rules.flatMap(({ of, count, months, action }) => {
    const counted = accidents.filter((one) => one.class === of)
    const hits = countHits(counted, ({ at }) => countReading(termsAt(at), count, months))
    return hits.map((hit) => recommendation(termsAt(hit.at(-1)!.at), count, action, hit, `accident${of}`))
  })
}

function cleanRewards(history: EngineerHistory): WindowEntry[] {
  const { ratings, documents, openingMonths, accidents, termsAt, todayOn } = history
  const sinceOn = sinceOf([...documents.keys(), ...openingMonths], [...ratings, ...accidents])
  if (sinceOn === undefined) return []
  const blemishes = [
    ...counting(history),
    ...ratings.filter((rating) => rating.worst === 'fair' || rating.worst === 'poor'),
  ]
  const periods = cleanPeriods({
    sinceOn,
    untilOn: todayOn,
    readingOf: (on) => cleanReading(termsOn(termsAt, on), 'window.clean', 'window.cleanMonths', 'window.cleanSpan'),
    find: (month) => findingOf(month, history, blemishes),
  })
  return periods.flatMap((period) => {
    const months = new Set(period.flatMap((month) => monthsTouched(month.fromOn, month.toOn)))
    const evidence = [...months].flatMap((month) => documents.get(month)?.id ?? [])
    return rewardOf(termsAt, 'window.clean', period, evidence)
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
