import type { Instant, LocalDate } from '../instant.ts'
import { isBlank, numberOf, type Terms } from '../policy/parameter.ts'
import { addMonths, atTime } from '../time/local.ts'

/** Base pay grades; three is where everybody begins (S0-A-8.1d) and the lowest. */
export const PAY_GRADES = [1, 2, 3] as const
export type PayGrade = (typeof PAY_GRADES)[number]
export const LOWEST_GRADE: PayGrade = 3

/** The grade below; null below the lowest: a downgrade then has no target. */
export const gradeBelow = (grade: PayGrade): PayGrade | null =>
  grade === LOWEST_GRADE ? null : ((grade + 1) as PayGrade)

/** What stands in the way of a grade, and what opens it. */
export interface PayRecord {
  /** Since when the person has been in the post. */
  inPostSinceOn: LocalDate
  /** When an accident happened, or what a standing fine rests on. */
  blemishedAt: readonly Instant[]
  /** A skill exam passed, or another major contribution, by then. */
  qualifiedAt: readonly Instant[]
}

/**
 * The best base pay grade that a person's record reaches on a day: twelve (S0-A-8.1b) or six (S0-A-8.1c) continuous months
 * without accident or fine, in the post all the time, and the skill exam passed or a major contribution; else the third
 * (S0-A-8.1d). The contribution stands in for the exam only.
 */
export function gradeReached(record: PayRecord, on: LocalDate, terms: Terms): PayGrade {
  const cleanFor = (parameter: string) => {
    if (isBlank(terms, parameter)) return false
    const fromOn = addMonths(on, -numberOf(terms, parameter))
    const [fromAt, toAt] = [atTime(fromOn, '00:00'), atTime(on, '00:00')]
    return record.inPostSinceOn <= fromOn && !record.blemishedAt.some((at) => fromAt <= at && at < toAt)
  }
  if (!record.qualifiedAt.some((at) => at < atTime(on, '00:00'))) return 3
  return cleanFor('window.gradeOneMonths') ? 1 : cleanFor('window.gradeTwoMonths') ? 2 : 3
}
