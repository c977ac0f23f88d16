import { countHits } from './count.ts'
import { countReading, recommendation, type RecommendedAction, type TermsAt, type WindowEntry } from './entry.ts'
import type { Happened } from './history.ts'

/** A window whose events are counted: once enough of them come together, the general manager is asked. */
export interface CountRule {
  /** The parameters that say how many, and within which time. */
  count: string
  months: string
  action: RecommendedAction
  /** What the events are called when the entry explains itself. */
  what: string
  events: readonly Happened[]
}

/** What a counted window asks the general manager for. */
export function askedBy({ termsAt }: { termsAt: TermsAt }, rule: CountRule): WindowEntry[] {
  const { count, months, action, what, events } = rule
  const hits = countHits(events, ({ at }) => countReading(termsAt(at), count, months))
  return hits.map((hit) => recommendation(termsAt(hit.at(-1)!.at), count, action, hit, what))
}
