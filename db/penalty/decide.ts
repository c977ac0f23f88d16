import { desc, and, eq, sql } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { checkProposal, type PenaltyKind } from '../../rules/penalty/penalty.ts'
import { within, type Scope } from '../../rules/permissions.ts'
import { citation } from '../../rules/policy/parameter.ts'
import { refuse } from '../../rules/problem.ts'
import { findOpen, keep } from '../case/keep.ts'
import { inScope } from '../case/read.ts'
import type { Obligation } from '../case/view.ts'
import type { Db, Tx } from '../client.ts'
import { announce } from '../consequence/announce.ts'
import { proposalBar } from '../consequence/barred.ts'
import { penalties } from '../schema/appeal.ts'
import { cases, facts } from '../schema/case.ts'
import { consequences } from '../schema/consequence.ts'

export interface PenaltyDecision {
  caseId: string
  approved: boolean
  /** Another amount within the limit, in fen; left out: as proposed. */
  amountFen?: number
  explanation: string
  byId: string
  scope: Scope
}

/**
 * Decides on a proposal: approved, it becomes a provisional entry of the ledger like any other. Decided neither by the
 * person concerned nor by who proposed it, nor by one with an entry of their own in the case it is about.
 */
export async function decidePenalty(
  tx: Tx,
  procedure: Procedure,
  { caseId, approved, amountFen, explanation, byId, scope }: PenaltyDecision,
  now: Instant,
): Promise<Obligation[]> {
  const found = await findOpen(tx, 'penalty', caseId)
  const { held } = found
  if (!within(scope, held.regionId)) refuse('penalty.unknown', { field: 'id' })
  const [row] = await tx.select().from(penalties).where(eq(penalties.caseId, caseId))
  const { personId, ground, evidenceIds } = row!
  const bar = await proposalBar(tx, held, row!, byId, 'penalty.ownMatter')
  if (bar) refuse(bar)
  const kind = row!.kind as PenaltyKind
  const decidedFen = amountFen ?? row!.amountFen
  const signedFen = approved ? checkProposal(held.terms, { ground, kind, amountFen: decidedFen }) : 0
  const data = { approved, ...(approved && { amountFen: decidedFen }) }
  const fact = { kind: 'penaltyDecided', occurredAt: now, byId, data }
  const rows = await keep(tx, procedure, found, { promise: 'decide', fact }, now)
  const outcome = approved ? 'approved' : 'turnedDown'
  await tx
    .update(penalties)
    .set({ outcome, decidedFen: approved ? decidedFen : null, explanation, decidedAt: now, decidedById: byId })
    .where(eq(penalties.caseId, caseId))
  if (!approved) return rows
  const own = await tx.select({ id: facts.id, kind: facts.kind }).from(facts).where(eq(facts.caseId, caseId))
  const key = `penalty:${caseId}`
  const maxFen = held.terms[ground]!.value
  const arithmetic =
    kind === 'statement'
      ? { rule: 'statementByTheCase' }
      : { rule: 'byTheCase', proposedFen: row!.amountFen, maxFen, amountFen: signedFen }
  await tx.insert(consequences).values({
    key,
    kind,
    personId,
    caseId,
    amountFen: signedFen,
    ...citation(held.terms, ground),
    occurredAt: row!.proposedAt,
    recordedAt: now,
    byId,
    arithmetic,
    evidenceIds: [...own.map((one) => one.id), ...evidenceIds],
    sample: held.sample,
  })
  await announce(tx, [key], now)
  return rows
}

/** Proposals within the scope, the newest first; or that one only. */
export function listPenalties(
  db: Db,
  filter: { scope: Scope; caseId?: string; after?: readonly [Instant, string]; limit: number },
) {
  const { scope, caseId, after, limit } = filter
  return db
    .select({ penalty: penalties, state: cases.state, terms: cases.terms })
    .from(penalties)
    .innerJoin(cases, eq(cases.id, penalties.caseId))
    .where(
      and(
        inScope(scope),
        caseId === undefined ? undefined : eq(penalties.caseId, caseId),
        after &&
          sql`(${penalties.proposedAt}, ${penalties.caseId}) < (${new Date(after[0]).toISOString()}::timestamptz, ${after[1]})`,
      ),
    )
    .orderBy(desc(penalties.proposedAt), desc(penalties.caseId))
    .limit(limit)
}
