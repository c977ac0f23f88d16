import { eq } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import { CORRECTED_APART, WITHDRAWN_APART } from '../../rules/evidence.ts'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import { facts } from '../schema/case.ts'
import { CLAIM_CONFIRMED } from '../../rules/evidence.ts'
import type { Scope } from '../../rules/permissions.ts'
import type { Tx } from '../client.ts'
import { barredFrom } from '../consequence/barred.ts'
import { checkWithin } from './read.ts'
import { checkClaim } from './keep.ts'
import { moveFloors } from './recompute.ts'
import { lockCase, proceed, settle, withdraw, writeFact } from './record.ts'
import { obligationsOf, type Obligation } from './view.ts'

interface Withdrawal {
  caseId: string
  reason: string
  byId: string
}

/**
 * Takes an open case back: every promise still open is released with the reason, and no clock of it ticks on. Not by somebody
 * whom it would free of a penalty, an appeal by nobody but who filed it, and not where the noun has a way of its own.
 */
export const withdrawCase = (tx: Tx, given: Withdrawal, now: Instant): Promise<Obligation[]> =>
  takeBack(tx, given, now, WITHDRAWN_APART)

/** The same by a noun's own way, which has looked who may. */
export async function takeBack(
  tx: Tx,
  { caseId, reason, byId }: Withdrawal,
  now: Instant,
  apart: ReadonlySet<string> = new Set(),
): Promise<Obligation[]> {
  const held = await lockCase(tx, caseId)
  if (!held) refuse('case.unknown', { field: 'id' })
  if (held.state !== 'open') refuse('case.closed')
  if (apart.has(held.kind)) refuse('case.withdrawnApart')
  const bar = (await barredFrom(tx, held, { byId, roles: [], now })).find(({ action }) => action === 'case.withdraw')
  if (bar) refuse(bar.code)
  const factId = await writeFact(tx, caseId, { kind: 'withdrawn', occurredAt: now, byId, data: { reason } }, now)
  await withdraw(tx, held, factId!, 'withdrawn', now)
  return obligationsOf(tx, caseId)
}

/** Somebody who leads, and how far: never a judge in their own matter. */
export interface Leader {
  byId: string
  scope: Scope
}

/** A fact somebody may decide about: within their regions, and not their own. */
async function claimOf(tx: Tx, { factId, byId, scope }: { factId: string } & Leader) {
  const [fact] = await tx.select().from(facts).where(eq(facts.id, factId))
  if (!fact) return refuse('fact.unknown', { field: 'id' })
  await checkWithin(tx, fact.caseId, scope, byId)
  if (fact.byId === byId) refuse('fact.ownClaim', { field: 'id' })
  return fact
}

/**
 * Confirms a claimed time that came in late: it is no longer provisional, and what counted as of its receipt meanwhile
 * (`keep`) is judged by the claimed time. The same confirmation twice is one.
 */
export async function confirmClaim(tx: Tx, given: { factId: string } & Leader, now: Instant): Promise<Obligation[]> {
  const claim = await claimOf(tx, given)
  await lockCase(tx, claim.caseId)
  const data = { factId: claim.id }
  const key = `${CLAIM_CONFIRMED}:${claim.id}`
  const confirmation = { kind: CLAIM_CONFIRMED, occurredAt: now, byId: given.byId, data, key }
  const factId = await writeFact(tx, claim.caseId, confirmation, now)
  const rows = await obligationsOf(tx, claim.caseId)
  const moved = rows.filter((row) => row.evidenceId === claim.id && row.settledAt !== claim.occurredAt)
  if (!factId || moved.length === 0) return rows
  await settle(
    tx,
    claim.caseId,
    moved.map((row) => ({ obligationId: row.id, work: row.work as 'done', occurredAt: claim.occurredAt, factId })),
    now,
  )
  return obligationsOf(tx, claim.caseId)
}

/**
 * Corrects when something happened. The old record stays; the promises it settled are judged anew by the new time, and
 * where a verdict turns, the ledger gets a reversal or an entry. What it anchored keeps its anchor, for that takes a decision; floors move along.
 */
export async function correctFact(
  tx: Tx,
  procedureOf: (kind: string) => Procedure,
  given: { factId: string; occurredAt: Instant; reason: string } & Leader,
  now: Instant,
): Promise<Obligation[]> {
  const before = await claimOf(tx, given)
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
  await moveFloors(tx, held, now)
  return proceed(tx, procedureOf(held.kind), held, now)
}
