import { citation, isBlank, numberOf, settingOf, type Terms } from '../policy/parameter.ts'
import { addDays, endOfDay } from '../time/local.ts'
import type { CleanReading, Stretch } from './clean.ts'
import type { TermsAt, WindowEntry } from './entry.ts'
import { readingFor } from './parameters.ts'

/** The reading of a clean period; null where its length or its reward is blank. */
export function cleanReading(terms: Terms, reward: string, months: string, span: string): CleanReading | null {
  if (isBlank(terms, reward) || isBlank(terms, months)) return null
  return {
    months: numberOf(terms, months),
    span: settingOf(terms, span),
    overlap: readingFor(terms, reward, 'Overlap'),
    idle: readingFor(terms, reward, 'IdleMonth'),
  }
}

/** The reward of a clean period; it falls on the period's last second. Null where the amount was blank by then. */
export function rewardOf(
  termsAt: TermsAt,
  parameter: string,
  period: readonly Stretch[],
  evidenceIds: string[],
): WindowEntry[] {
  const fromOn = period[0]!.fromOn
  const toOn = addDays(period.at(-1)!.toOn, -1)
  const occurredAt = endOfDay(toOn)
  const terms = termsAt(occurredAt)
  if (isBlank(terms, parameter)) return []
  const amountFen = numberOf(terms, parameter)
  return [
    {
      key: `${parameter.replace('.', ':')}:${fromOn}..${toOn}`,
      kind: 'reward',
      ...citation(terms, parameter),
      amountFen,
      occurredAt,
      evidenceIds,
      arithmetic: { rule: parameter, months: period.length, fromOn, toOn, amountFen },
    },
  ]
}
