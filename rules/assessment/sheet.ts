import type { Instant } from '../instant.ts'
import type { PayLine } from '../pay/statement.ts'
import type { Span } from '../report/exposure.ts'
import type { Period } from '../report/period.ts'
import type { Text } from '../text.ts'
import type { SheetScope } from './labels.ts'

/** One entry of the ledger on a sheet, frozen when it was issued. */
export interface SheetLine {
  entryId: string
  kind: string
  clause: string
  title: Text
  because: Text
  amountFen: number
  occurredAt: Instant
  recordedAt: Instant
  /** Takes back or waives an entry of an earlier, closed month. */
  correction: boolean
}

export interface SheetPerson {
  personId: string
  code: string
  name: string
  totalFen: number
  lines: SheetLine[]
  /** Fines nobody has confirmed yet: shown, not counted. */
  waiting: SheetLine[]
  /** An engineer's pay of the month, beside the sheet (S0-A-8.1a): never part of its totals. */
  pay?: PayLine[]
}

/** A month's assessment sheet. Everybody assessed stands on it, those without an entry too (S0-A-7.9). */
export interface Sheet {
  scope: SheetScope
  /** YYYY-MM */
  month: string
  totalFen: number
  people: SheetPerson[]
}

/**
 * On which sheet of a month somebody stands: the supervisor's own, the staff's, or, having held no role of ours in it, a
 * final settlement. Whoever became supervisor after the month, by `now`, stands on the supervisor's too: the staff's would
 * be theirs to issue.
 */
export function scopeOfPerson(
  { supervisor, staff }: { supervisor: Span[]; staff: Span[] },
  month: Period,
  now: Instant,
): SheetScope {
  const held = (spans: Span[], untilAt: Instant) =>
    spans.some(({ fromAt, toAt }) => fromAt < untilAt && (toAt === null || toAt > month.fromAt))
  if (held(supervisor, Math.max(month.untilAt, now + 1))) return 'supervisor'
  return held(staff, month.untilAt) ? 'staff' : 'final'
}
