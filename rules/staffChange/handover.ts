import { all, type CaseView } from '../case.ts'
import type { Instant, LocalDate } from '../instant.ts'
import { settingOf } from '../policy/parameter.ts'
import { refuse } from '../problem.ts'
import { atTime, formatInstant, localDate, localTime } from '../time/local.ts'
import { countWorkingDays, endOfWork, workingDaysFrom } from '../time/working.ts'
import { citationOf, handoverBegunAt, isDemanded, siteCalendar, waiversOf } from './change.ts'
import { handoverDays } from './dates.ts'
import { promiseLabel } from '../promises.ts'
import { dayText } from './ordinal.ts'
import type { Deliverable } from './parameters.ts'

/** How long a handover lasts at least. `unset`: the rulebook leaves the number blank, so there is no floor. */
export type Floor =
  | { kind: 'unset' }
  | { kind: 'floor'; days: number; endOn: LocalDate; at: Instant; provisional: boolean }

/** The floor of a handover that has begun: its day of beginning counts if it is a working day [S4-N-3.3, S4-S-3.4d]. */
export function handoverFloor(view: CaseView): Floor {
  const begunOn = localDate(handoverBegunAt(view))
  const consented = waiversOf(view, 'handOver').at(-1)?.workingDays ?? null
  const days = handoverDays(view.terms, isDemanded(view), consented)
  if (days === null) return { kind: 'unset' }
  const calendar = siteCalendar(view.terms, view.calendar)
  const { on: endOn, provisional } = workingDaysFrom(calendar, begunOn, days)
  const full = settingOf<string>(view.terms, 'staffChange.handoverEnds') === 'endOfWork'
  return {
    kind: 'floor',
    days,
    endOn,
    at: full ? endOfWork(calendar, endOn).at : atTime(endOn, '00:00', calendar.zone),
    provisional,
  }
}

/** The deliverables not handed over between the beginning and an instant; an earlier successor's don't count. */
function missingDeliverables(view: CaseView, by: Instant): Deliverable[] {
  const begunAt = handoverBegunAt(view)
  const since = all(view, 'delivered').filter((fact) => fact.occurredAt >= begunAt && fact.occurredAt <= by)
  const given = new Set(since.map((fact) => fact.data.deliverable))
  return settingOf<Deliverable[]>(view.terms, 'staffChange.deliverables').filter((one) => !given.has(one))
}

/**
 * Lets a handover end at an instant, or refuses: before its last working day is full, naming the day it is and the
 * earliest instant; or while deliverables are missing, naming them.
 */
export function checkCompletion(view: CaseView, occurredAt: Instant): void {
  const floor = handoverFloor(view)
  if (floor.kind === 'floor' && occurredAt < floor.at) refuseTooShort(view, floor, occurredAt)
  const missing = missingDeliverables(view, occurredAt)
  if (missing.length === 0) return
  const labels = missing.map((one) => promiseLabel('staffChange', one))
  refuse('staffChange.deliverablesMissing', {
    field: 'deliverables',
    clause: view.terms['staffChange.deliverables']!.clause ?? undefined,
    params: { missing: { zh: labels.map((one) => one.zh).join('、'), en: labels.map((one) => one.en).join(', ') } },
  })
}

function refuseTooShort(view: CaseView, floor: Floor & { kind: 'floor' }, occurredAt: Instant): never {
  const calendar = siteCalendar(view.terms, view.calendar)
  const { days } = countWorkingDays(calendar, localDate(handoverBegunAt(view)), localDate(occurredAt))
  refuse('staffChange.handoverTooShort', {
    field: 'occurredAt',
    expected: `≥ ${formatInstant(floor.at)}`,
    clause: citationOf(view.terms, 'handOver', isDemanded(view)).clause,
    params: {
      day: dayText(days),
      days: floor.days,
      earliest: `${localDate(floor.at)} ${localTime(floor.at).slice(0, 5)}`,
    },
  })
}
