import type { LocalDate } from '../instant.ts'
import { citation, isBlank, numberOf, settingOf, type Terms } from '../policy/parameter.ts'
import { isProvisional, type Calendar } from '../time/calendar.ts'
import { addDays, type EndOfMonth } from '../time/local.ts'
import { earliestAfterMonths, monthsBefore, type MonthSettings } from '../time/months.ts'
import {
  addWorkingDays,
  adjust,
  earliestAfterWorkingDays,
  workingDaysBefore,
  workingDaysFrom,
  type DateResult,
  type OnRestDay,
} from '../time/working.ts'
import { citationOf, RESTS_ON, type Plan, type Waivable } from './change.ts'

/** What dates are reckoned by: the terms of the case, and the calendar on site (`siteCalendar`). */
export interface Reckoning {
  terms: Terms
  calendar: Calendar
}

/** A set of dates that holds; null where a blank of the rulebook leaves it open. */
interface Dates {
  noticeOn: LocalDate | null
  applyOn: LocalDate
  handoverStartOn: LocalDate
  handoverEndOn: LocalDate | null
  takesOverOn: LocalDate
}

/** A promise that the planned dates break. */
export interface Broken {
  promise: Waivable | 'start'
  /** The date that would have to move. */
  field: 'takesOverOn' | 'handoverStartOn'
  clause: string
  /** What was planned, and the last day that would have kept the promise with the planned change. */
  plannedOn: LocalDate
  latestOn: LocalDate
  /** The earliest date of `field` that keeps it; of a limit from behind (`replace`), the latest. */
  earliestOn: LocalDate
}

export interface Check {
  broken: Broken[]
  /** All clocks run at once, or the month, the application and the handover one after the other. */
  earliest: { overlapped: Dates; inARow: Dates }
  /** The last day of a demanded replacement [S4-S-3.4b]; null for an ordinary change. */
  replaceByOn: LocalDate | null
  /** Some date lies in a year whose calendar isn't published yet. */
  provisional: boolean
}

const monthSettings = (terms: Terms): MonthSettings => ({
  endOfMonth: settingOf<EndOfMonth>(terms, 'staffChange.noticeEndOfMonth'),
  onRestDay: settingOf<OnRestDay>(terms, 'staffChange.noticeOnRestDay'),
})

/** The day that notice and application are counted back from: a setting, since the texts say only "the change". */
export function changeOn(terms: Terms, plan: Pick<Plan, 'handoverStartOn' | 'takesOverOn'>): LocalDate | null {
  return settingOf<string>(terms, 'staffChange.changeIs') === 'takesOver' ? plan.takesOverOn : plan.handoverStartOn
}

/** The last day on which a month's notice is still given [S4-N-3.1, S4-D-3.1]. */
export function lastNoticeOn({ terms, calendar }: Reckoning, change: LocalDate): DateResult {
  return monthsBefore(calendar, change, numberOf(terms, 'staffChange.notice'), monthSettings(terms))
}

/** The last day on which the application is still twelve working days ahead [S4-N-3.2, S4-D-3.2]. */
export function lastApplicationOn({ terms, calendar }: Reckoning, change: LocalDate): DateResult {
  return workingDaysBefore(calendar, change, numberOf(terms, 'staffChange.application'))
}

/** The last day of a demanded replacement: the fifteenth working day after the demand's own day [S4-S-3.4b]. */
export function replaceByOn({ terms, calendar }: Reckoning, demandedOn: LocalDate): DateResult {
  return addWorkingDays(calendar, demandedOn, numberOf(terms, 'staffChange.replaceWithin'))
}

/** The working days a handover lasts at least; null where the rulebook leaves the number blank. */
export function handoverDays(terms: Terms, demanded: boolean, consented: number | null = null): number | null {
  if (demanded) return numberOf(terms, 'staffChange.replacementHandover')
  if (isBlank(terms, 'staffChange.handover')) return null
  return consented ?? numberOf(terms, 'staffChange.handover')
}

/** The earliest dates with all clocks running at once: each is counted back from the change by itself. */
function overlapped(by: Reckoning, plan: Plan, days: number | null, demanded: boolean): Dates {
  const { terms, calendar } = by
  const { applyOn, noticeOn } = plan
  const approvedOn = addWorkingDays(calendar, applyOn, numberOf(terms, 'staffChange.approvalTakes')).on
  const startOn = adjust(calendar, addDays(approvedOn, 1), 'next').on
  if (demanded) return { noticeOn: null, applyOn, ...handoverFrom(calendar, startOn, days) }
  const limits = [
    earliestAfterMonths(calendar, noticeOn, numberOf(terms, 'staffChange.notice'), monthSettings(terms)).on,
    earliestAfterWorkingDays(calendar, applyOn, numberOf(terms, 'staffChange.application')).on,
  ]
  if (settingOf<string>(terms, 'staffChange.changeIs') === 'handoverStarts') {
    const start = adjust(calendar, latestOf([startOn, ...limits]), 'next').on
    return { noticeOn, applyOn, ...handoverFrom(calendar, start, days) }
  }
  const soonest = handoverFrom(calendar, startOn, days)
  const takesOverOn = latestOf([soonest.takesOverOn, ...limits])
  // The handover may begin as late as still fits before the day the new person takes over.
  const lastStart = days === null ? startOn : workingDaysBefore(calendar, takesOverOn, days).on
  return { noticeOn, applyOn, ...handoverFrom(calendar, lastStart, days), takesOverOn }
}

/** The earliest dates with one clock after the other: the month, then the application's days, then the handover. */
function inARow(by: Reckoning, plan: Plan, days: number | null, demanded: boolean): Dates {
  if (demanded) return overlapped(by, plan, days, true)
  const { terms, calendar } = by
  const months = numberOf(terms, 'staffChange.notice')
  const monthOver = earliestAfterMonths(calendar, plan.noticeOn, months, monthSettings(terms)).on
  const applyOn = latestOf([plan.applyOn, monthOver])
  const ahead = earliestAfterWorkingDays(calendar, applyOn, numberOf(terms, 'staffChange.application')).on
  const startOn = adjust(calendar, ahead, 'next').on
  return { noticeOn: plan.noticeOn, applyOn, ...handoverFrom(calendar, startOn, days) }
}

/** The new person takes over on the day after the last of the handover. */
function handoverFrom(calendar: Calendar, handoverStartOn: LocalDate, days: number | null) {
  if (days === null) return { handoverStartOn, handoverEndOn: null, takesOverOn: handoverStartOn }
  const handoverEndOn = workingDaysFrom(calendar, handoverStartOn, days).on
  return { handoverStartOn, handoverEndOn, takesOverOn: addDays(handoverEndOn, 1) }
}

/** What a check is about. `demandedOn`: the day of the client's demand; null for an ordinary change. */
export interface Checked {
  plan: Plan
  demandedOn: LocalDate | null
  /** Working days of handover that the client consented to, or is asked to. */
  consentedDays?: number | null
}

/** Which promises the planned dates break, and the earliest dates that keep them all. Whole days; no throw but TimeError. */
export function checkDates(by: Reckoning, { plan, demandedOn, consentedDays = null }: Checked): Check {
  const demanded = demandedOn !== null
  const days = handoverDays(by.terms, demanded, consentedDays)
  const earliest = { overlapped: overlapped(by, plan, days, demanded), inARow: inARow(by, plan, days, demanded) }
  const broken = [
    ...(demanded ? brokenReplacement(by, plan, demandedOn, days!) : brokenAhead(by, plan)),
    ...brokenStart(by, plan, earliest.overlapped, demanded),
    ...brokenHandover(by, plan, days, demanded),
  ]
  const reach = latestOf([earliest.inARow.takesOverOn, plan.takesOverOn ?? plan.applyOn])
  return {
    broken,
    earliest,
    replaceByOn: demanded ? replaceByOn(by, demandedOn).on : null,
    provisional: isProvisional(by.calendar, reach),
  }
}

function brokenAhead(by: Reckoning, plan: Plan): Broken[] {
  const change = changeOn(by.terms, plan)
  if (change === null) return []
  const { terms, calendar } = by
  const field = settingOf<string>(terms, 'staffChange.changeIs') === 'takesOver' ? 'takesOverOn' : 'handoverStartOn'
  const limits = [
    {
      promise: 'notice' as const,
      plannedOn: plan.noticeOn,
      latestOn: lastNoticeOn(by, change).on,
      earliestOn: earliestAfterMonths(
        calendar,
        plan.noticeOn,
        numberOf(terms, 'staffChange.notice'),
        monthSettings(terms),
      ).on,
    },
    {
      promise: 'leadTime' as const,
      plannedOn: plan.applyOn,
      latestOn: lastApplicationOn(by, change).on,
      earliestOn: earliestAfterWorkingDays(calendar, plan.applyOn, numberOf(terms, 'staffChange.application')).on,
    },
  ]
  return limits
    .filter((limit) => limit.plannedOn > limit.latestOn)
    .map((limit): Broken => ({ ...limit, field, clause: citation(terms, RESTS_ON[limit.promise]).clause }))
}

/** A handover begins after the application, which has to be approved first [S4-N-3.2, S4-D-3.2, S4-S-3.4c]. */
function brokenStart({ terms }: Reckoning, plan: Plan, earliest: Dates, demanded: boolean): Broken[] {
  const { handoverStartOn, applyOn } = plan
  if (handoverStartOn === null || handoverStartOn >= applyOn) return []
  const { clause } = citation(terms, demanded ? 'staffChange.replacementApproval' : 'staffChange.application')
  const start = { plannedOn: handoverStartOn, latestOn: applyOn, earliestOn: earliest.handoverStartOn }
  return [{ promise: 'start', field: 'handoverStartOn', clause, ...start }]
}

function brokenReplacement(by: Reckoning, plan: Plan, demandedOn: LocalDate, days: number): Broken[] {
  const lastOn = replaceByOn(by, demandedOn).on
  const endOn =
    plan.handoverStartOn === null
      ? plan.takesOverOn && addDays(plan.takesOverOn, -1)
      : workingDaysFrom(by.calendar, plan.handoverStartOn, days).on
  if (endOn === null || endOn <= lastOn) return []
  const earliestOn = workingDaysBefore(by.calendar, addDays(lastOn, 1), days).on
  const { clause } = citation(by.terms, RESTS_ON.replace)
  return [{ promise: 'replace', field: 'handoverStartOn', clause, plannedOn: endOn, latestOn: lastOn, earliestOn }]
}

/** The handover's days must end before the day the new person takes over. */
function brokenHandover(by: Reckoning, plan: Plan, days: number | null, demanded: boolean): Broken[] {
  const { handoverStartOn, takesOverOn } = plan
  if (handoverStartOn === null || takesOverOn === null || days === null) return []
  const earliestOn = addDays(workingDaysFrom(by.calendar, handoverStartOn, days).on, 1)
  if (earliestOn <= takesOverOn) return []
  const latestOn = workingDaysBefore(by.calendar, takesOverOn, days).on
  const { clause } = citationOf(by.terms, 'handOver', demanded)
  return [{ promise: 'handOver', field: 'takesOverOn', clause, plannedOn: handoverStartOn, latestOn, earliestOn }]
}

/** The latest of some dates. */
export const latestOf = (dates: readonly LocalDate[]): LocalDate => [...dates].sort().at(-1)!
