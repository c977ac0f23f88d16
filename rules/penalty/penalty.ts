import type { Terms } from '../policy/parameter.ts'
import { citation, isBlank, numberOf } from '../policy/parameter.ts'
import { refuse } from '../problem.ts'
import { REWARDED } from './parameters.ts'

/** What may be proposed by the case; a statement is owed in writing and costs nothing. */
export const PENALTY_KINDS = ['fine', 'reward', 'statement'] as const
export type PenaltyKind = (typeof PENALTY_KINDS)[number]

/** What is proposed for a person: under which ground, and how much (fen, positive; 0 for a statement). */
export interface Proposal {
  ground: string
  kind: PenaltyKind
  amountFen: number
}

/**
 * Checks a proposal against the limits of the policy. Refuses one whose limit is blank (the rulebook names no amount, so
 * somebody has to set it first), one above it, and a reward where the clause knows none. Returns the ledger's amount.
 */
export function checkProposal(terms: Terms, { ground, kind, amountFen }: Proposal): number {
  const { clause } = citation(terms, ground)
  if (kind === 'reward' && !REWARDED.includes(ground)) refuse('penalty.noReward', { field: 'kind', clause })
  if (kind === 'statement') return amountFen === 0 ? 0 : refuse('penalty.statementIsFree', { field: 'amountFen' })
  if (isBlank(terms, ground)) refuse('penalty.noLimit', { field: 'ground', clause })
  const max = numberOf(terms, ground)
  if (amountFen <= 0 || amountFen > max)
    refuse('penalty.outOfLimits', { field: 'amountFen', clause, params: { max: (max / 100).toFixed(2) } })
  return kind === 'fine' ? -amountFen : amountFen
}
