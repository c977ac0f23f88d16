import { inArray } from 'drizzle-orm'
import type { Difference, Summary } from '../../rules/backtest/difference.ts'
import type { Part } from '../../rules/backtest/reach.ts'
import type { Instant } from '../../rules/instant.ts'
import type { Tx } from '../client.ts'
import { facts } from '../schema/case.ts'

/** A fact that a difference rests on, and the case in which it can be read. */
export interface Evidence {
  id: string
  caseId: string
  kind: string
  occurredAt: Instant
}

export type Outcome = Omit<Summary, 'differences'> & {
  differences: (Omit<Difference, 'evidenceIds'> & { evidence: Evidence[] })[]
  /** Parts of the question that regional rights don't reach. */
  leftOut: Part[]
}

/** The summary with the facts that each listed difference rests on, the oldest first. */
export async function withEvidence(tx: Tx, { differences, ...sums }: Summary): Promise<Omit<Outcome, 'leftOut'>> {
  const ids = [...new Set(differences.flatMap((one) => one.evidenceIds))]
  const rows =
    ids.length === 0
      ? []
      : await tx
          .select({ id: facts.id, caseId: facts.caseId, kind: facts.kind, occurredAt: facts.occurredAt })
          .from(facts)
          .where(inArray(facts.id, ids))
  const known = new Map(rows.map((row) => [row.id, row]))
  return {
    ...sums,
    differences: differences.map(({ evidenceIds, ...one }) => ({
      ...one,
      evidence: evidenceIds
        .flatMap((id) => known.get(id) ?? [])
        .sort((a, b) => a.occurredAt - b.occurredAt || (a.id < b.id ? -1 : 1)),
    })),
  }
}
