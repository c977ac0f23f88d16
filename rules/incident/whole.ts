import type { Instant } from '../instant.ts'
import type { Verdict } from '../obligation/obligation.ts'

/** A promise to one recipient, as far as the whole is concerned. */
export interface Part {
  /** One of `Work`, as the row has it. */
  work: string
  /** One of `Verdict`. */
  verdict: string
  dueAt: Instant | null
  settledAt: Instant | null
}

export interface Whole {
  done: number
  of: number
  /** On time only if every part is. */
  verdict: Verdict
  /** Milliseconds past due of the part that came last; null while a late part is open, or where none is late. */
  lateByMs: number | null
}

/** How a duty to several recipients stands as a whole. Parts that are void were never owed and don't count. */
export function wholeOf(parts: readonly Part[]): Whole {
  const owed = parts.filter((part) => part.verdict !== 'void')
  const late = owed.filter((part) => part.verdict === 'late')
  const verdict = (['late', 'pending', 'excused', 'onTime'] as const).find((one) =>
    owed.some((part) => part.verdict === one),
  )
  const waits = late.some((part) => part.settledAt === null || part.dueAt === null)
  return {
    done: owed.filter((part) => part.work !== 'open').length,
    of: owed.length,
    verdict: verdict ?? 'void',
    lateByMs: late.length === 0 || waits ? null : Math.max(...late.map((part) => part.settledAt! - part.dueAt!)),
  }
}
