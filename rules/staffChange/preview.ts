import type { LocalDate } from '../instant.ts'
import { dayType, isProvisional, isWorkingDay, type DayType } from '../time/calendar.ts'
import { addDays } from '../time/local.ts'
import { workingDayNumber, workingDaysBefore, workingDaysFrom } from '../time/working.ts'
import type { Plan, Waivable } from './change.ts'
import {
  changeOn,
  checkDates,
  handoverDays,
  lastApplicationOn,
  lastNoticeOn,
  latestOf,
  type Check,
  type Reckoning,
} from './dates.ts'
import { completed, type Planned } from './plan.ts'

/** A day as somebody who plans a change looks at it. */
export interface PreviewDay {
  on: LocalDate
  type: DayType
  /** Whether people on site work on it, under their rulebook's settings. */
  working: boolean
  /** Its year's arrangement is not published yet. */
  provisional: boolean
  /** Which working day of the planned handover it is. */
  handoverDay: number | null
  /** The promises that break if the new person takes over on it; none: it is feasible. Null: it is past. */
  breaks: (Waivable | 'start')[] | null
}

export interface Preview {
  check: Check
  /** The plan as it would be entered, with what was left out filled in. */
  plan: Plan
  /** Working days of the handover; null where the rulebook leaves the number blank. */
  handoverDays: number | null
  /** The last day of the planned handover. */
  handoverEndOn: LocalDate | null
  /** The last days on which notice, application and beginning still keep their promises with the planned change. */
  latest: { noticeOn: LocalDate; applyOn: LocalDate; handoverStartOn: LocalDate | null } | null
  days: PreviewDay[]
}

export interface Previewed {
  given: Planned
  todayOn: LocalDate
  /** The day of the client's demand; null for an ordinary change. */
  demandedOn: LocalDate | null
  /** Working days of handover that the client would be asked to consent to. */
  askedDays: number | null
}

/** How far ahead somebody can look, in days: a change in a row over two long holidays lies within it. */
const LOOKING_AHEAD = 210

/**
 * What the dates of a change come to before anybody commits to them: each day to come with the promises that would break if
 * the new person took over on it, as `startChange` would find. @throws TimeError for a calendar without working days
 */
export function preview(by: Reckoning, { given, todayOn, demandedOn, askedDays }: Previewed): Preview {
  const { terms, calendar } = by
  const demanded = demandedOn !== null
  const whole = (planned: Planned) => completed(by, planned, todayOn, demanded, askedDays)
  const checked = (plan: Plan) => checkDates(by, { plan, demandedOn, consentedDays: askedDays })
  const plan = whole(given)
  const check = checked(plan)
  const days = handoverDays(terms, demanded, askedDays)
  const { handoverStartOn, takesOverOn, noticeOn, applyOn } = plan
  const handover =
    handoverStartOn && days
      ? { startOn: handoverStartOn, endOn: workingDaysFrom(calendar, handoverStartOn, days).on }
      : null
  const change = changeOn(terms, plan)
  const breaks = (on: LocalDate) => [
    ...new Set(checked(whole({ noticeOn, applyOn, takesOverOn: on })).broken.map(({ promise }) => promise)),
  ]
  return {
    check,
    plan,
    handoverDays: days,
    handoverEndOn: handover && handover.endOn,
    latest:
      demanded || change === null
        ? null
        : {
            noticeOn: lastNoticeOn(by, change).on,
            applyOn: lastApplicationOn(by, change).on,
            handoverStartOn: takesOverOn && days ? workingDaysBefore(calendar, takesOverOn, days).on : null,
          },
    days: daysFrom(`${todayOn.slice(0, 7)}-01`, lastShown(todayOn, check, plan)).map((on) => ({
      on,
      type: dayType(calendar, on),
      working: isWorkingDay(calendar, on),
      provisional: isProvisional(calendar, on),
      handoverDay: handover && on <= handover.endOn ? workingDayNumber(calendar, handover.startOn, on).number : null,
      breaks: on > todayOn ? breaks(on) : null,
    })),
  }
}

/** The end of the month after the last date that matters, but no further than one can look ahead. */
function lastShown(todayOn: LocalDate, { earliest }: Check, { takesOverOn }: Plan): LocalDate {
  const furthest = addDays(todayOn, LOOKING_AHEAD)
  const wanted = latestOf([earliest.inARow.takesOverOn, takesOverOn ?? todayOn])
  const until = addDays([wanted, furthest].sort()[0]!, 14)
  const nextMonth = addDays(`${until.slice(0, 7)}-28`, 4)
  return addDays(`${nextMonth.slice(0, 7)}-01`, -1)
}

function daysFrom(first: LocalDate, last: LocalDate): LocalDate[] {
  const days: LocalDate[] = []
  for (let on = first; on <= last; on = addDays(on, 1)) days.push(on)
  return days
}
