import type { CaseView, Fact } from '../case.ts'
import { combine } from '../policy/combine.ts'
import { createCalendar } from '../time/calendar.ts'
import { parseInstant } from '../time/local.ts'
import { publishedYears } from '../time/published.ts'
import type { Plan, Started } from './change.ts'

/** An instant of 2026 in the company's zone, as `09-30T08:00:00`. */
export const at = (time: string) => parseInstant(`2026-${time}+08:00`)

let serial = 0
export function fact(kind: string, occurredAt: number, data: object = {}, recordedAt = occurredAt): Fact {
  const id = `fact-${(serial += 1)}`
  const times = { occurredAt, knownAt: null, recordedAt, receivedAt: recordedAt }
  return { id, kind, ...times, byId: null, data: { ...data }, correctsId: null }
}

/** The terms of one rulebook bound to a project, some of its settings changed. */
export const termsOf = (policy: string, settings: Record<string, unknown> = {}) =>
  combine([{ policy, variant: '', version: 1, scope: 'project', values: settings }])

/** What a case is made of besides its rulebook. */
interface Given {
  settings?: Record<string, unknown>
  started?: Partial<Started>
  plan?: Partial<Plan>
  /** When the case began, and when that was entered. */
  startedAt?: number
  recordedAt?: number
  facts?: readonly Fact[]
}

/**
 * A change that the contractor planned on 20 September for 20 October, entered an hour later; or, under S4-S where
 * `started.trigger` says so, a replacement demanded then.
 */
export function change(policy: string, given: Given = {}): CaseView {
  const { settings, started, plan, startedAt = at('09-20T09:00:00'), facts = [] } = given
  const recordedAt = given.recordedAt ?? startedAt + 3_600_000
  const start: Started = { trigger: 'contractor', ground: null, bearerId: 'pm', asks: [], askedDays: null, ...started }
  const dates: Plan = {
    noticeOn: '2026-09-20',
    applyOn: '2026-09-28',
    handoverStartOn: '2026-09-30',
    takesOverOn: '2026-10-20',
    ...plan,
  }
  return {
    id: 'case',
    kind: 'staffChange',
    startedAt,
    terms: termsOf(policy, settings),
    calendar: createCalendar({ years: publishedYears }),
    facts: [
      fact('started', startedAt, start, recordedAt),
      fact('staffed', startedAt, { outgoingId: 'leaver', incomingId: 'successor' }, recordedAt),
      fact('planned', startedAt, dates, recordedAt),
      ...facts,
    ],
  }
}
