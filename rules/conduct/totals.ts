import type { LocalDate } from '../instant.ts'
import { isBlank, numberOf, type Terms } from '../policy/parameter.ts'
import { addMonths } from '../time/local.ts'

/** Points of one event, as they stand in the ledger. */
export interface Pointed {
  personId: string
  clause: string
  points: number
  /** The day on which it happened. */
  on: LocalDate
  /** Waived or reversed: it counts nothing. */
  lifted: boolean
}

/** What somebody's points come to. */
export interface Total {
  personId: string
  /** In the month asked for. */
  month: number
  events: number
  /** Up to the end of that month: of all time, or since the period that is set began. */
  running: number
  /** What is left of the start score; null while that is blank. */
  score: number | null
  /** Whether so many came together that something has to follow; false while that is blank. */
  reached: boolean
  byClause: Record<string, number>
}

/** How points are read: the text states none of the three (S4-Q-p12), so each is null until somebody sets it. */
export interface ConductReading {
  startScore: number | null
  /** Months after which points begin anew, counted from January of the year 0. */
  periodMonths: number | null
  consequenceFrom: number | null
}

/** The reading that somebody's rulebook sets. */
export function readingOf(terms: Terms): ConductReading {
  const valueOf = (name: keyof ConductReading) => {
    const key = `conduct.${name}`
    return isBlank(terms, key) ? null : numberOf(terms, key)
  }
  return {
    startScore: valueOf('startScore'),
    periodMonths: valueOf('periodMonths') || null,
    consequenceFrom: valueOf('consequenceFrom'),
  }
}

/** The first month of the period that a month lies in; '' where points never begin anew. */
function periodBegins(month: string, months: number | null): string {
  if (months === null) return ''
  const [year, n] = month.split('-').map(Number) as [number, number]
  return addMonths(`${month}-01`, -((year * 12 + n - 1) % months)).slice(0, 7)
}

/**
 * The points of each person in a month (`2026-03`) and up to its end, the most first. They add up per person and event
 * (S4-Q-p4a to S4-Q-p12); what was lifted counts nothing, and what happened after the month is left out.
 */
export function totalsOf(
  entries: readonly Pointed[],
  month: string,
  readingFor: (personId: string) => ConductReading,
): Total[] {
  const totals = new Map<string, Total>()
  for (const { personId, clause, points, on, lifted } of entries) {
    if (lifted || on.slice(0, 7) > month) continue
    const { startScore, periodMonths, consequenceFrom } = readingFor(personId)
    if (on.slice(0, 7) < periodBegins(month, periodMonths)) continue
    const total = totals.get(personId) ?? {
      personId,
      month: 0,
      events: 0,
      running: 0,
      score: startScore,
      reached: false,
      byClause: {},
    }
    total.running += points
    total.score = startScore === null ? null : startScore - total.running
    total.reached = consequenceFrom !== null && total.running >= consequenceFrom
    if (on.slice(0, 7) === month) {
      total.month += points
      total.events += 1
      total.byClause[clause] = (total.byClause[clause] ?? 0) + points
    }
    totals.set(personId, total)
  }
  return [...totals.values()].sort((a, b) => b.month - a.month || b.running - a.running)
}
