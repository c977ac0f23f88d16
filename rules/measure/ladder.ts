import type { Instant } from '../instant.ts'
import { isBlank, numberOf, settingOf, type Terms } from '../policy/parameter.ts'
import { refuse } from '../problem.ts'
import { addMonths, localDate } from '../time/local.ts'
import { measures, measureOf, type Measure } from './measures.ts'

/** A measure that was approved and has not been lifted. */
export interface Standing {
  measure: string
  at: Instant
}

/** The highest rung somebody stands on at an instant; -1 below the ladder. Rungs older than the memory are forgotten. */
export function rungOf(standing: readonly Standing[], terms: Terms, at: Instant): number {
  const months = isBlank(terms, 'measure.memory') ? 0 : numberOf(terms, 'measure.memory')
  const sinceOn = months === 0 ? '' : addMonths(localDate(at), -months)
  const rungs = standing
    .filter((one) => one.at <= at && localDate(one.at) >= sinceOn)
    .map((one) => measureOf(one.measure)?.rung ?? -1)
  return Math.max(-1, ...rungs)
}

/**
 * Refuses a rung whose lower one does not stand (S3-7.2: oral warning, written warning, demotion, termination). The same
 * rung again is possible, and so is a lower one; a measure that is on no ladder is not held up.
 */
export function checkRung(measure: Measure, standing: readonly Standing[], terms: Terms, at: Instant): void {
  const { rung, clause } = measure
  if (rung === undefined || settingOf(terms, 'measure.ladder') === 'free') return
  if (rung <= rungOf(standing, terms, at) + 1) return
  const first = measures.find((one) => one.rung === rung - 1)!
  refuse('measure.rungMissing', { field: 'measure', clause, params: { first: first.label } })
}
