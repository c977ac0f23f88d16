import type { LocalDate } from '../instant.ts'
import { refuse, type ProblemCode } from '../problem.ts'
import { workingDaysBefore } from '../time/working.ts'
import { handoverDays, type Broken, type Reckoning } from './dates.ts'
import type { Plan, Waivable } from './change.ts'

/** The dates people enter; what is left out is taken to be as early as it can still be. */
export interface Planned {
  noticeOn?: LocalDate
  applyOn?: LocalDate
  handoverStartOn?: LocalDate
  takesOverOn?: LocalDate
}

/**
 * Completes a plan: notice and application today, the handover as late as its days fit before the new person takes over.
 * `consentedDays`: a shorter handover that the client consented to, or is asked to.
 */
export function completed(
  { terms, calendar }: Reckoning,
  given: Planned,
  todayOn: LocalDate,
  demanded: boolean,
  consentedDays: number | null = null,
): Plan {
  const { noticeOn = todayOn, applyOn = todayOn, takesOverOn = null } = given
  const days = handoverDays(terms, demanded, consentedDays)
  const fits = takesOverOn === null || days === null ? null : workingDaysBefore(calendar, takesOverOn, days).on
  return { noticeOn, applyOn, takesOverOn, handoverStartOn: given.handoverStartOn ?? fits }
}

const codes = {
  notice: 'staffChange.noticeTooLate',
  leadTime: 'staffChange.leadTimeTooShort',
  handOver: 'staffChange.handoverDoesNotFit',
  replace: 'staffChange.replacementTooLate',
  start: 'staffChange.startsTooEarly',
} as const satisfies Record<Broken['promise'], ProblemCode>

/** Refuses dates that break a promise nobody has waived, or is asked to waive; says for each what would hold. */
export function refuseBroken(broken: readonly Broken[], setAside: readonly Waivable[]): void {
  const left = broken.filter(({ promise }) => !setAside.some((one) => one === promise))
  if (left.length === 0) return
  refuse('staffChange.datesCannotHold', {
    clause: left[0]!.clause,
    each: left.map(({ promise, field, clause, plannedOn, latestOn, earliestOn }) => ({
      code: codes[promise],
      field: `plan.${field}`,
      clause,
      expected: `${promise === 'replace' ? '≤' : '≥'} ${earliestOn}`,
      params: { planned: plannedOn, latest: latestOn, earliest: earliestOn },
    })),
  })
}
