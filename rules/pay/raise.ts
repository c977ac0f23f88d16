import type { Instant, LocalDate } from '../instant.ts'
import { citation, isBlank, numberOf } from '../policy/parameter.ts'
import { addDays, addMonths, atTime, localDate } from '../time/local.ts'
import type { TermsAt, WindowEntry } from '../window/entry.ts'
import type { Happened } from '../window/history.ts'
import { CLEAN_MONTHS, cleanSince, gradeReached, LOWEST_GRADE, type PayGrade } from '../window/payGrade.ts'

/** All that the re-evaluation of base pay rests on, for the time in one post. */
export interface RaiseHistory {
  termsAt: TermsAt
  todayOn: LocalDate
  inPostSinceOn: LocalDate
  /** The first day out of the post; null: still in it. */
  inPostUntilOn: LocalDate | null
  /** Accidents that count, and what standing fines rest on. */
  blemishedAt: readonly Instant[]
  /** Skill exams passed and major contributions, each by its fact. */
  qualified: readonly (Happened & { kind: 'examTaken' | 'contribution' })[]
  /** The grade on record at an instant; undefined where none was: everybody begins with the lowest (S0-A-8.1d). */
  gradeAt: (at: Instant) => PayGrade | undefined
}

/**
 * Base pay re-evaluated: a recommendation to the general manager for each better grade that a stretch without accident or
 * fine reached (S0-A-8.1b, S0-A-8.1c), dated to the day on which everything it takes came together. Once for a stretch
 * and grade: one that was declined is asked for again after the next blemish only. Where nobody decided before grade one
 * was reached too, that one is asked for alone.
 */
export function raiseEntries(history: RaiseHistory): WindowEntry[] {
  const { termsAt, inPostSinceOn, blemishedAt, qualified, gradeAt } = history
  const record = { inPostSinceOn, blemishedAt, ...qualifiedAt(qualified) }
  const found = new Map<string, Raise>()
  for (const on of daysToLook(history)) {
    const terms = termsAt(atTime(on, '00:00'))
    const target = gradeReached(record, on, terms)
    const grade = gradeAt(atTime(on, '00:00')) ?? LOWEST_GRADE
    const sinceOn = cleanSince(record, on)
    const key = `${target}:${sinceOn}`
    if (target < grade && !found.has(key)) found.set(key, { on, grade, target, sinceOn })
  }
  const raises = [...found.values()]
  const best = raises.filter(
    (one) =>
      !raises.some(
        ({ sinceOn, grade, target }) => sinceOn === one.sinceOn && grade === one.grade && target < one.target,
      ),
  )
  return best.map((raise) => entryOf(raise, history))
}

/** When what qualifies happened, and of that the contributions. */
export const qualifiedAt = (qualified: RaiseHistory['qualified']) => ({
  qualifiedAt: qualified.map(({ at }) => at),
  contributedAt: qualified.filter(({ kind }) => kind === 'contribution').map(({ at }) => at),
})

interface Raise {
  on: LocalDate
  grade: PayGrade
  target: PayGrade
  sinceOn: LocalDate
}

/** The days on which a grade can be reached: so many months after a stretch began, and after each qualification. */
function daysToLook({ termsAt, todayOn, inPostSinceOn, inPostUntilOn, blemishedAt, qualified }: RaiseHistory) {
  const starts = [inPostSinceOn, ...blemishedAt.map((at) => addDays(localDate(at), 1))]
  const lengths = Object.values(CLEAN_MONTHS)
  const anniversaries = starts.flatMap((on) => lengths.flatMap((length) => anniversariesOf(on, length, termsAt)))
  return [...new Set([...anniversaries, ...qualified.map(({ at }) => addDays(localDate(at), 1))])]
    .filter((on) => on <= todayOn && (inPostUntilOn === null || on < inPostUntilOn))
    .sort()
}

/**
 * When a stretch that began on a day has lasted long enough: by the number of months in force as it began, and, where that
 * has been amended by then, by the one in force on the day that it led to.
 */
function anniversariesOf(sinceOn: LocalDate, length: string, termsAt: TermsAt): LocalDate[] {
  const days: LocalDate[] = []
  for (let on = sinceOn; ;) {
    const terms = termsAt(atTime(on, '00:00'))
    if (isBlank(terms, length)) return days
    on = addMonths(sinceOn, numberOf(terms, length))
    if (days.includes(on)) return days
    days.push(on)
  }
}

function entryOf({ on, grade, target, sinceOn }: Raise, { termsAt, qualified }: RaiseHistory): WindowEntry {
  const at = atTime(on, '00:00')
  const terms = termsAt(at)
  const length = CLEAN_MONTHS[target as keyof typeof CLEAN_MONTHS]
  const months = numberOf(terms, length)
  // Before its months are over, what it rests on is the contribution that stands for them.
  const alone = addMonths(sinceOn, months) > on
  const by = qualified
    .filter((one) => !alone || (one.kind === 'contribution' && localDate(one.at) >= sinceOn))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))[0]!
  return {
    key: `window:raise:${target}:${sinceOn}`,
    kind: 'recommendation',
    action: 'raise',
    ...citation(terms, length),
    amountFen: 0,
    occurredAt: at,
    evidenceIds: [by.id],
    arithmetic: { rule: 'raise', grade, target, sinceOn, on, months, by: by.kind, ...(alone && { alone }) },
  }
}
