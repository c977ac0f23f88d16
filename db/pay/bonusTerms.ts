import type { Instant } from '../../rules/instant.ts'
import type { Half } from '../../rules/pay/half.ts'
import { fillBlanks, type BonusLine } from '../../rules/pay/ranking.ts'
import { changesOf, regionsIn } from '../../rules/pay/rerank.ts'
import { withErrata } from '../../rules/policy/corrected.ts'
import type { Terms } from '../../rules/policy/parameter.ts'
import type { Db, Tx } from '../client.ts'
import { versionsBehind } from '../policy/errata.ts'
import { termsFor } from '../policy/terms.ts'
import { rankHalf } from './bonus.ts'

/** What a bonus that waits is computed with: the terms it began under without their slips, and blanks as they are set by now. */
export async function bonusTerms(tx: Db | Tx, terms: Terms, now: Instant): Promise<Terms> {
  const right = withErrata(terms, await versionsBehind(tx, terms)).terms
  return fillBlanks(right, await termsFor(tx, { topic: 'discipline', at: now }))
}

/** How many people's places in a proposal are others under these terms, by the ledger as it stands. */
export async function placesMoved(tx: Db | Tx, half: Half, lines: readonly BonusLine[], terms: Terms): Promise<number> {
  return changesOf(lines, await rankHalf(tx, half, terms, regionsIn(lines))).length
}
