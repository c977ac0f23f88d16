import type { Instant } from '../instant.ts'
import type { Edge } from '../time/due.ts'

/** What people do about a promise. `elsewhere`: another case's act settled it. */
export type Work = 'open' | 'done' | 'released' | 'elsewhere'

/** What the clock says of it, from evidence alone. `excused`: late with an accepted cause. `void`: never owed. */
export type Verdict = 'pending' | 'onTime' | 'late' | 'excused' | 'void'

/**
 * When a promise falls due.
 * `by`: an instant. `notBefore`: a floor, nothing is ever late. `prompt`: "at once" without a number; a house target
 * escalates, nobody is fined. `unset`: the rulebook leaves a blank. `none`: a step without a clock.
 */
export type Due =
  | { kind: 'by'; at: Instant; edge: Edge; provisional?: boolean }
  | { kind: 'notBefore'; at: Instant; provisional?: boolean }
  | { kind: 'prompt'; targetAt: Instant }
  | { kind: 'unset' }
  | { kind: 'none' }

/** Who is told at a step of the ladder; `bearer` is the one who promised. */
export type Audience = 'bearer' | 'superior' | 'deputyGm' | 'gm'

/** One alarm of a promise: a reminder before it is due or a rung of the ladder after. */
export interface Step {
  /** Unique within the promise: it is part of the key that makes the step happen once. */
  step: string
  at: Instant
  to: Audience
}

/** What missing a promise costs; becomes a ledger entry that cites `clause`. */
export interface Stake {
  clause: string
  /** Signed, in fen: a fine is negative. */
  amountFen: number
  policy: string
  policyVersion: number
}

/** One promise as `owed` of a noun states it, before the roles in it are resolved to people. */
export interface Owed {
  clause: string
  policy: string
  policyVersion: number
  bearer: { personId: string } | { role: string } | { unit: true }
  /** Person or role the promise is owed to, where the clause names one. */
  recipient?: { personId?: string; role?: string }
  due: Due
  anchorAt: Instant
  /** The moment since which the bearer could have known; the anchor unless said otherwise. */
  answerableFromAt?: Instant
  stake?: Stake
}
