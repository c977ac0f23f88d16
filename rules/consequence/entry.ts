import type { Instant, LocalDate } from '../instant.ts'
import type { Calendar } from '../time/calendar.ts'
import { endOfDay, localDate } from '../time/local.ts'
import { addWorkingDays } from '../time/working.ts'

/** What is done to something imposed or granted, as an entry of the ledger about it. */
export const ABOUT_KINDS = ['reversal', 'confirmation', 'waiver', 'reduction', 'upholding'] as const

export type EntryState = 'provisional' | 'confirmed' | 'reversed' | 'waived'

/** How an entry stands, from the entries about it. Nothing is ever changed: a reversal or waiver nets it to zero. */
export function entryState(about: readonly { kind: string }[]): EntryState {
  const kinds = about.map(({ kind }) => kind)
  if (kinds.includes('reversal')) return 'reversed'
  if (kinds.includes('waiver')) return 'waived'
  return kinds.includes('confirmation') ? 'confirmed' : 'provisional'
}

/** Why a promise was missed, as the person says. Their own cause excuses nothing. */
export const CAUSES = ['forceMajeure', 'customer', 'company', 'own'] as const
export type Cause = (typeof CAUSES)[number]

/** The clauses that know force majeure themselves. */
const FORCE_MAJEURE: readonly string[] = ['S0-A-7.1']

/**
 * What may be given as the cause of an entry under a clause: force majeure where the clause knows it; the customer, the
 * company or oneself anywhere (a house rule).
 */
export const causesOf = (clause: string): Cause[] =>
  CAUSES.filter((cause) => cause !== 'forceMajeure' || FORCE_MAJEURE.includes(clause))

/**
 * The last second of the day up to which a person may give a cause: so many working days after they saw the entry
 * (house rule `consequence.confirmAfter`). After it the entry is confirmed.
 */
export function causeUntil(calendar: Calendar, seenAt: Instant, workingDays: number): Instant {
  const on: LocalDate = addWorkingDays(calendar, localDate(seenAt), workingDays).on
  return endOfDay(on)
}
