import type { Instant, LocalDate } from '../instant.ts'
import { isBlank, numberOf, settingOf, type Terms } from '../policy/parameter.ts'
import { addDays, addMonths, atTime, localDate } from '../time/local.ts'

/** Base pay grades; three is where everybody begins (S0-A-8.1d) and the lowest. */
export const PAY_GRADES = [1, 2, 3] as const
export type PayGrade = (typeof PAY_GRADES)[number]
export const LOWEST_GRADE: PayGrade = 3

/** The grade below; null below the lowest: a downgrade then has no target. */
export const gradeBelow = (grade: PayGrade): PayGrade | null =>
  grade === LOWEST_GRADE ? null : ((grade + 1) as PayGrade)

/** A grade put on record; `down`: by an approved downgrade, which goes one below whatever stands before it. */
export interface GradeSet {
  at: Instant
  grade: PayGrade
  down: boolean
}

/**
 * The grade on record at an instant; undefined where none was put on record. `sets` in order. A downgrade is a step and no
 * place: with an earlier one revoked, a later one leads from where its person would have stood.
 */
export function gradeAt(sets: readonly GradeSet[], at: Instant): PayGrade | undefined {
  let grade: PayGrade | undefined
  for (const set of sets.filter((one) => one.at <= at))
    grade = set.down ? (gradeBelow(grade ?? LOWEST_GRADE) ?? LOWEST_GRADE) : set.grade
  return grade
}

/** What stands in the way of a grade, and what opens it. */
export interface PayRecord {
  /** Since when the person has been in the post. */
  inPostSinceOn: LocalDate
  /** When an accident happened, or what a standing fine rests on. */
  blemishedAt: readonly Instant[]
  /** A skill exam passed, or another major contribution, by then. */
  qualifiedAt: readonly Instant[]
  /** Of these the contributions. */
  contributedAt: readonly Instant[]
}

/** The first day of the stretch without accident or fine that a day lies in: after the last blemish before it, or the post's first. */
export function cleanSince({ inPostSinceOn, blemishedAt }: PayRecord, on: LocalDate): LocalDate {
  const before = blemishedAt.filter((at) => at < atTime(on, '00:00'))
  if (before.length === 0) return inPostSinceOn
  const after = addDays(localDate(Math.max(...before)), 1)
  return after > inPostSinceOn ? after : inPostSinceOn
}

/** After how many clean months each grade above the lowest is reached. */
export const CLEAN_MONTHS = { 1: 'window.gradeOneMonths', 2: 'window.gradeTwoMonths' } as const

/**
 * The best base pay grade that a person's record reaches on a day: twelve (S0-A-8.1b) or six (S0-A-8.1c) continuous months
 * without accident or fine, in the post all the time, and the skill exam passed or a major contribution; else the third
 * (S0-A-8.1d). The contribution stands in for the exam only, unless it is read to stand for every condition: then for the
 * stretch without accident or fine that it falls into.
 */
export function gradeReached(record: PayRecord, on: LocalDate, terms: Terms): PayGrade {
  if (!record.qualifiedAt.some((at) => at < atTime(on, '00:00'))) return 3
  const sinceOn = cleanSince(record, on)
  const isExcused = isAlone(record, sinceOn, on, terms)
  const cleanFor = (parameter: string) =>
    !isBlank(terms, parameter) && (isExcused || addMonths(sinceOn, numberOf(terms, parameter)) <= on)
  return cleanFor(CLEAN_MONTHS[1]) ? 1 : cleanFor(CLEAN_MONTHS[2]) ? 2 : 3
}

/** Whether a contribution before a day, in the stretch that began on `sinceOn`, stands for every condition by itself. */
export function isAlone(
  { contributedAt }: Pick<PayRecord, 'contributedAt'>,
  sinceOn: LocalDate,
  on: LocalDate,
  terms: Terms,
): boolean {
  if (settingOf(terms, 'window.gradeContribution') !== 'everything') return false
  return contributedAt.some((at) => at < atTime(on, '00:00') && localDate(at) >= sinceOn)
}
