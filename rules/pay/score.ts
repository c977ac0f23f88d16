import { isSettled, type Counts } from '../assessment/lines.ts'
import type { Instant } from '../instant.ts'
import type { Span } from '../report/exposure.ts'

/** An entry of the ledger with what was done about it, as the half-year's assessment counts it. */
export interface ScoredEntry {
  kind: string
  amountFen: number
  occurredAt: Instant
  /** Confirmations, reversals, waivers, reductions. */
  about: readonly { kind: string; amountFen: number }[]
}

/**
 * What a half-year's assessment comes to for somebody, in fen (S0-A-8.1f): the entries of what happened in it while they
 * were in the post, with everything done about them since, whenever that was and on whichever month's sheet it stands. A
 * fine counts as sheets count it: once confirmed, or once recorded.
 */
export function scoreOf(
  entries: readonly ScoredEntry[],
  posts: readonly Span[],
  { fromAt, untilAt, counts }: { fromAt: Instant; untilAt: Instant; counts: Counts },
): number {
  const inPost = (at: Instant) => posts.some(({ fromAt: since, toAt }) => since <= at && (toAt === null || at < toAt))
  return entries
    .filter(({ occurredAt }) => fromAt <= occurredAt && occurredAt < untilAt && inPost(occurredAt))
    .filter((entry) => isSettled(entry, entry.about, counts))
    .reduce((sum, { amountFen, about }) => about.reduce((all, one) => all + one.amountFen, sum + amountFen), 0)
}
