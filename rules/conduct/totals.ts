import type { LocalDate } from '../instant.ts'

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
  /** Of all time up to the end of that month; the text states no period in which they begin anew. */
  running: number
  byClause: Record<string, number>
}

/**
 * The points of each person in a month (`2026-03`) and up to its end, the most first. They add up per person and event
 * (S4-Q-p4a to S4-Q-p12); what was lifted counts nothing, and what happened after the month is left out.
 */
export function totalsOf(entries: readonly Pointed[], month: string): Total[] {
  const totals = new Map<string, Total>()
  for (const { personId, clause, points, on, lifted } of entries) {
    if (lifted || on.slice(0, 7) > month) continue
    const total = totals.get(personId) ?? { personId, month: 0, events: 0, running: 0, byClause: {} }
    total.running += points
    if (on.slice(0, 7) === month) {
      total.month += points
      total.events += 1
      total.byClause[clause] = (total.byClause[clause] ?? 0) + points
    }
    totals.set(personId, total)
  }
  return [...totals.values()].sort((a, b) => b.month - a.month || b.running - a.running)
}
