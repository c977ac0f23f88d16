import { eq } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import { CORRECTED_APART } from '../../rules/evidence.ts'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import { facts } from '../schema/case.ts'
import type { Tx } from '../client.ts'
import { checkClaim } from './keep.ts'
import { lockCase, proceed, settle, withdraw, writeFact } from './record.ts'
import { obligationsOf, type Obligation } from './view.ts'

/** Takes an open case back: every promise still open is released with the reason, and no clock of it ticks on. */
export async function withdrawCase(
  tx: Tx,
  { caseId, reason, byId }: { caseId: string; reason: string; byId: string },
  now: Instant,
): Promise<Obligation[]> {
  const held = await lockCase(tx, caseId)
  if (!held) refuse('case.unknown', { field: 'id' })
  if (held.state !== 'open') refuse('case.closed')
  const factId = await writeFact(tx, caseId, { kind: 'withdrawn', occurredAt: now, byId, data: { reason } }, now)
  await withdraw(tx, held, factId!, 'withdrawn', now)
  return obligationsOf(tx, caseId)
}

/**
 * Corrects when something happened. The old record stays; the promises it settled are judged anew by the new time, and
 * where a verdict turns, the ledger gets a reversal or an entry. What it anchored keeps its anchor: that takes a decision.
 */
export async function correctFact(
  tx: Tx,
  procedureOf: (kind: string) => Procedure,
  given: { factId: string; occurredAt: Instant; reason: string; byId: string },
  now: Instant,
): Promise<Obligation[]> {
  const [before] = await tx.select().from(facts).where(eq(facts.id, given.factId))
  if (!before) refuse('fact.unknown', { field: 'id' })
  if (CORRECTED_APART.has(before.kind)) refuse('fact.correctedApart', { field: 'id' })
  const held = (await lockCase(tx, before.caseId))!
  checkClaim(held, given.occurredAt, now)
  const correction = {
    kind: before.kind,
    occurredAt: given.occurredAt,
    knownAt: before.knownAt ?? undefined,
    byId: before.byId,
    data: { ...before.data, correctedBy: given.byId, reason: given.reason },
    correctsId: before.id,
    key: `correction:${before.id}:${given.occurredAt}`,
  }
  const factId = await writeFact(tx, before.caseId, correction, now)
  if (!factId) return obligationsOf(tx, before.caseId)
  const settled = (await obligationsOf(tx, before.caseId)).filter(
    (row) => row.evidenceId === before.id && row.work !== 'open',
  )
  await settle(
    tx,
    before.caseId,
    settled.map((row) => ({
      obligationId: row.id,
      work: row.work as 'done',
      occurredAt: given.occurredAt,
      factId,
    })),
    now,
  )
  return proceed(tx, procedureOf(held.kind), held, now)
}
