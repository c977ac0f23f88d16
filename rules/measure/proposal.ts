import { isBlank, numberOf, type Terms } from '../policy/parameter.ts'
import { refuse } from '../problem.ts'
import type { Measure } from './measures.ts'

/**
 * Checks the amount of a measure (fen, positive; 0 where no money comes with it). Refuses money that the clause doesn't
 * know, money whose limit is blank (no rulebook names one, so somebody has to set it first), and money above it.
 */
export function checkAmount(terms: Terms, { money, clause }: Measure, amountFen: number): void {
  if (amountFen === 0) return
  if (!money) return refuse('measure.noMoney', { field: 'amountFen', clause })
  if (isBlank(terms, money)) refuse('measure.noLimit', { field: 'amountFen', clause })
  const max = numberOf(terms, money)
  if (amountFen < 0 || amountFen > max)
    refuse('measure.outOfLimits', { field: 'amountFen', clause, params: { max: (max / 100).toFixed(2) } })
}

/** Refuses a disciplinary measure that nothing bears out: a fact of a case, a file, or an evaluation. */
export function checkEvidence({ side, clause }: Measure, evidence: readonly string[]): void {
  if (side === 'sanction' && evidence.length === 0) refuse('measure.noEvidence', { field: 'evidenceIds', clause })
}
