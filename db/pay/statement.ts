import type { Instant, LocalDate } from '../../rules/instant.ts'
import { payLines, type PayLine } from '../../rules/pay/statement.ts'
import { addDays, atTime, endOfDay } from '../../rules/time/local.ts'
import type { Span } from '../../rules/report/exposure.ts'
import type { Period } from '../../rules/report/period.ts'
import { gradeAt, LOWEST_GRADE } from '../../rules/window/payGrade.ts'
import type { PayFacts } from './facts.ts'

/**
 * The pay of people for a month (S0-A-8.1a) by facts that reach over it: of who was an engineer in it, all of it; of
 * others what their bonus brings. People with nothing are left out.
 */
export function payIn(facts: PayFacts, personIds: readonly string[], month: Period): Map<string, PayLine[]> {
  const within = <T extends { at: Instant }>(rows: readonly T[]) =>
    rows.filter(({ at }) => month.fromAt <= at && at < month.untilAt)
  const pay = new Map<string, PayLine[]>()
  for (const personId of personIds) {
    const termsOn = (on: LocalDate) => facts.termsOf(personId)(endOfDay(on))
    // No rulebook in force speaks of pay.
    if (!termsOn(month.toOn)['pay.gradeOne']) continue
    const grades = facts.grades.get(personId) ?? []
    const days = daysIn(facts.posts.get(personId) ?? [], month).map((on) => ({
      on,
      grade: gradeAt(grades, endOfDay(on)) ?? LOWEST_GRADE,
      terms: termsOn(on),
    }))
    const lines = payLines({
      month,
      days,
      bonuses: within(facts.bonuses).flatMap(({ half, lines: all }) =>
        all.filter((line) => line.personId === personId).map((line) => ({ half, line })),
      ),
      changes: within(facts.changes).filter(({ change }) => change.personId === personId),
      travel: facts.travel.get(personId) ?? [],
      rates: facts.rates,
      termsOn,
      calendar: facts.calendar,
    })
    if (lines.length > 0) pay.set(personId, lines)
  }
  return pay
}

/** The days of a month on which somebody held the post at any moment. */
function daysIn(held: readonly Span[], { fromOn, toOn }: Period): LocalDate[] {
  const days: LocalDate[] = []
  for (let on = fromOn; on <= toOn; on = addDays(on, 1)) {
    const [first, next] = [atTime(on, '00:00'), atTime(on, '24:00')]
    if (held.some(({ fromAt, toAt }) => fromAt < next && (toAt === null || toAt > first))) days.push(on)
  }
  return days
}
