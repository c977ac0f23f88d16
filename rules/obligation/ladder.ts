import { HOUR, type Instant } from '../instant.ts'
import type { Audience, Due, Step } from './obligation.ts'

/** A rung comes `afterMs` of elapsed time, or `afterWorkingDays` (same clock time), behind the moment of lateness. */
export type Rung = { step: string; to: Audience } & ({ afterMs: number } | { afterWorkingDays: number })

/** A ladder as data: shares of the time before due, and rungs after it. */
export interface Ladder {
  reminders: number[]
  rungs: Rung[]
}

/** Moves an instant by whole working days at the same clock time. */
export type PlusWorkingDays = (at: Instant, days: number) => Instant

/** Clocks up to this long climb the short ladder (minutes); longer ones the long ladder (working days). House rule. */
export const SHORT_CLOCK_MS = 2 * HOUR

/** The end a promise's alarms are laid around: its due time, or the target of a `prompt` one; null where it has none. */
export function alarmEnd(due: Due): Instant | null {
  return due.kind === 'by' ? due.at : due.kind === 'prompt' ? due.targetAt : null
}

/**
 * The alarms of a promise: reminders at shares of the time from `anchorAt` to its end, then the rungs of the ladder
 * counted from the moment it becomes late. A house rule, no clause. `notBefore`, `unset` and `none` have no alarms.
 */
export function steps(ladder: Ladder, due: Due, anchorAt: Instant, lateFromAt: Instant, plus: PlusWorkingDays): Step[] {
  const end = alarmEnd(due)
  if (end === null) return []
  const reminders = ladder.reminders.map((share): Step => ({
    step: `remind${Math.round(share * 100)}`,
    at: Math.round(anchorAt + (end - anchorAt) * share),
    to: 'bearer',
  }))
  const rungs = ladder.rungs.map((rung): Step => ({
    step: rung.step,
    to: rung.to,
    at: 'afterMs' in rung ? lateFromAt + rung.afterMs : plus(lateFromAt, rung.afterWorkingDays),
  }))
  return [...reminders, ...rungs]
}
