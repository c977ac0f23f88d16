import type { Instant } from '../instant.ts'
import type { CaseView } from '../case.ts'
import type { Due } from '../obligation/obligation.ts'
import { numberOf } from '../policy/parameter.ts'
import { refuse } from '../problem.ts'
import type { Role } from '../roles.ts'
import { endOfDay, localDate } from '../time/local.ts'
import { addWorkingDays } from '../time/working.ts'

/** How an appeal ends. `moot`: the entry had come to nothing before anybody decided. */
export const OUTCOMES = ['upheld', 'reduced', 'lifted'] as const
export type Outcome = (typeof OUTCOMES)[number] | 'moot'

/** Who is asked to decide, the first who is impartial. A house rule: no rulebook names anybody. */
export const DECIDERS: readonly Role[] = ['companyGm', 'viceGm', 'centreGm']

/** What is done to the entry: each outcome is an entry of its own. A lifted one is let go, so that no recount brings it back. */
export const ENTRY_OF = { upheld: 'upholding', reduced: 'reduction', lifted: 'waiver' } as const

/**
 * Refuses a reduction that leaves nothing, or no less than stands. Fen: `standingFen` is what the entry comes to now
 * (negative for a fine), `remainingFen` what shall be left of the fine (positive).
 */
export function checkReduction(standingFen: number, remainingFen: number | undefined): number {
  const max = -standingFen
  if (remainingFen === undefined || remainingFen <= 0 || remainingFen >= max)
    return refuse('appeal.notLess', { field: 'remainingFen', params: { max: (max / 100).toFixed(2) } })
  return max - remainingFen
}

/** The decision is due promptly: no text gives a number, so a house target of working days escalates and fines nobody. */
export function promptDecision(
  view: Pick<CaseView, 'terms' | 'calendar'>,
  from: Instant,
  target = 'appeal.decideTarget',
): Due {
  const days = numberOf(view.terms, target)
  return { kind: 'prompt', targetAt: endOfDay(addWorkingDays(view.calendar, localDate(from), days).on) }
}
