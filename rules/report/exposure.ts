import type { Instant } from '../instant.ts'
import type { Calendar } from '../time/calendar.ts'
import { isWorkingDay } from '../time/calendar.ts'
import { addDays } from '../time/local.ts'
import { endOfWork, startOfWork } from '../time/working.ts'
import type { Period } from './period.ts'

/** A stretch of time, its end excluded; null: it goes on. */
export interface Span {
  fromAt: Instant
  toAt: Instant | null
}

/** Whether a period without a single working day asks for a report: the clauses make no exception. */
export type RestPeriod = 'owed' | 'notOwed'

/**
 * Whether somebody owes a report of a period that is due at `dueAt`: they hold the role then, and worked at least one
 * working day of the period (held the role and were not on leave, from its first hour of work to its last). Who was on
 * leave throughout owes nothing; nor does who joined after the last working day, or left before it was due.
 */
export function owesReport(
  period: Period,
  dueAt: Instant | null,
  { roles, leave }: { roles: readonly Span[]; leave: readonly Span[] },
  calendar: Calendar,
  restPeriod: RestPeriod,
): boolean {
  const decidedAt = Math.min(dueAt ?? period.untilAt, period.untilAt)
  // The role's last instant lies before its end: who left at the due time had the whole time to send it.
  if (!roles.some((role) => role.fromAt < decidedAt && (role.toAt ?? Infinity) >= decidedAt)) return false
  const days = workingHours(period, calendar)
  if (days.length === 0) return restPeriod === 'owed' && !covered(period.fromAt, period.untilAt, leave)
  return days.some(
    ({ fromAt, toAt }) => covered(fromAt, toAt, roles) && !covered(fromAt, toAt, leave) && fromAt < decidedAt,
  )
}

function workingHours({ fromOn, toOn }: Period, calendar: Calendar): { fromAt: Instant; toAt: Instant }[] {
  const days = []
  for (let on = fromOn; on <= toOn; on = addDays(on, 1))
    if (isWorkingDay(calendar, on))
      days.push({ fromAt: startOfWork(calendar, on).at, toAt: endOfWork(calendar, on).at })
  return days
}

/** Whether the spans together cover every instant of [fromAt, toAt). */
function covered(fromAt: Instant, toAt: Instant, spans: readonly Span[]): boolean {
  let reached = fromAt
  for (const span of [...spans].sort((a, b) => a.fromAt - b.fromAt)) {
    if (span.fromAt > reached) break
    reached = Math.max(reached, span.toAt ?? Infinity)
  }
  return reached >= toAt
}
