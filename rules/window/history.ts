import type { Instant, LocalDate } from '../instant.ts'
import { settingOf } from '../policy/parameter.ts'
import type { Grade } from '../serviceTask/ratings.ts'
import { atTime, localDate } from '../time/local.ts'
import type { Stretch } from './clean.ts'
import type { TermsAt } from './entry.ts'
import { firstOfMonth, monthOf, monthsTouched } from './months.ts'

/** Something that happened, by the fact that holds it. */
export interface Happened {
  id: string
  at: Instant
}

export interface AccidentEvent extends Happened {
  class: 'I' | 'II'
  /** The fine of the person whose history this is was waived. */
  waived: boolean
}

/** Everything windows need to know of one person, opening balances included, in whatever order it arrived. */
export interface History {
  termsAt: TermsAt
  todayOn: LocalDate
  /** Of an engineer: their own. Of a supervisor: the department's while they held the post. */
  accidents: readonly AccidentEvent[]
  /** Working days at work while holding the post. */
  workedOn: ReadonlySet<LocalDate>
  /** Months taken over as clean, `YYYY-MM`: present, documents complete. */
  openingMonths: ReadonlySet<string>
}

export interface EngineerHistory extends History {
  /** `opening`: taken over, paid for already. */
  exams: readonly (Happened & { passed: boolean; opening: boolean; waived?: boolean })[]
  /** Of each service the worst score, and the worst of those whose fine stands; a signature missing or forged is poor. */
  ratings: readonly (Happened & { worst: Grade; worstStanding?: Grade; unsigned?: boolean })[]
  /** What was found about a month's documents (S0-A-7.3a), by `YYYY-MM`. */
  documents: ReadonlyMap<string, { id: string; complete: boolean }>
}

export interface SupervisorHistory extends History {
  /** Months in which the department did any service. */
  activeMonths: ReadonlySet<string>
}

/** Whether an event whose fine was waived, on appeal or for its cause, counts all the same. */
const waivedCounts = ({ termsAt }: Pick<History, 'termsAt'>, { at }: Happened) =>
  settingOf<string>(termsAt(at), 'window.waived') === 'counts'

/** The events that count: not those whose fine was waived, unless the reading says that they do. */
export const countingOf = <E extends Happened & { waived?: boolean }>(
  history: Pick<History, 'termsAt'>,
  events: readonly E[],
): E[] => events.filter((one) => !one.waived || waivedCounts(history, one))

/** The accidents that count. */
export const counting = (history: History): AccidentEvent[] => countingOf(history, history.accidents)

/** The services that were rated below good, by the scores that count. */
export function ratedBelowGood(history: EngineerHistory): Happened[] {
  return history.ratings.filter((one) => {
    const { worst, worstStanding = worst, unsigned = false } = one
    if (unsigned && history.termsAt(one.at)['window.unsigned']?.value === 'ignored') return false
    const counted = worst === worstStanding || waivedCounts(history, one) ? worst : worstStanding
    return counted === 'fair' || counted === 'poor'
  })
}

/** Where a person's records begin: the first day of the earliest month of which anything is known; undefined: nothing. */
export function sinceOf(months: Iterable<string>, events: readonly Happened[]): LocalDate | undefined {
  const known = [...months, ...events.map((event) => monthOf(localDate(event.at)))].sort()[0]
  return known && `${known}-01`
}

/** The last day on which any of the events fell into the month; undefined where none did. */
export function lastIn(month: Stretch, events: readonly Happened[]): LocalDate | undefined {
  const [fromAt, toAt] = [atTime(month.fromOn, '00:00'), atTime(month.toOn, '00:00')]
  const inside = events.filter((event) => fromAt <= event.at && event.at < toAt)
  return inside.length === 0 ? undefined : localDate(Math.max(...inside.map((event) => event.at)))
}

/** Whether the person was there in the month: on enough working days, or as taken over. */
export function wasThere(month: Stretch, { workedOn, openingMonths }: History, minDays: number): boolean {
  if (monthsTouched(month.fromOn, month.toOn).some((one) => openingMonths.has(one))) return true
  return [...workedOn].filter((on) => month.fromOn <= on && on < month.toOn).length >= minDays
}

/** The terms that hold on the first day of a date's month. */
export const termsOn = (termsAt: TermsAt, on: LocalDate) => termsAt(atTime(firstOfMonth(on), '00:00'))
