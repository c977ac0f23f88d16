import type { Instant } from '../instant.ts'
import { citation, isBlank, numberOf, type Terms } from '../policy/parameter.ts'
import type { CountReading } from './count.ts'
import { readingFor } from './parameters.ts'

/**
 * A ledger entry that a window calls for. `key` names it by what it rests on, whatever
 * order that arrived in; unique for one person.
 */
export interface WindowEntry {
  key: string
  kind: 'fine' | 'reward' | 'recommendation'
  /** What a recommendation asks the general manager for. */
  action?: RecommendedAction
  clause: string
  policy: string
  policyVersion: number
  amountFen: number
  occurredAt: Instant
  evidenceIds: string[]
  arithmetic: { rule: string } & Record<string, unknown>
}

export const RECOMMENDED_ACTIONS = ['downgrade', 'dismissal', 'raise'] as const
export type RecommendedAction = (typeof RECOMMENDED_ACTIONS)[number]

/** The parameters that hold at an instant. */
export type TermsAt = (at: Instant) => Terms

/** The reading of "so many within so many months"; null where a number is blank. Months of 0: for ever. */
export function countReading(terms: Terms, count: string, months: string): CountReading | null {
  if (isBlank(terms, count) || isBlank(terms, months)) return null
  const window = count.replace(/Count(I|II)?$/, '')
  return {
    count: numberOf(terms, count),
    months: numberOf(terms, months) || null,
    span: readingFor(terms, window, 'Span'),
    reuse: readingFor(terms, window, 'Reuse'),
  }
}

/** What the general manager is asked to decide because enough events came together. */
export function recommendation(
  terms: Terms,
  count: string,
  action: RecommendedAction,
  events: readonly { id: string; at: Instant }[],
  what: string,
): WindowEntry {
  const ids = events.map((event) => event.id)
  const arithmetic = { rule: 'counted', what, count: ids.length, fromAt: events[0]!.at, toAt: events.at(-1)!.at }
  return {
    key: `window:${action}:${what}:${ids.join('+')}`,
    kind: 'recommendation',
    action,
    ...citation(terms, count),
    amountFen: 0,
    occurredAt: events.at(-1)!.at,
    evidenceIds: ids,
    arithmetic,
  }
}
