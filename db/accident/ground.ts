import { eq } from 'drizzle-orm'
import { classNow, groundsOf } from '../../rules/accident/owed.ts'
import { latest, type Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import { goBack } from '../case/goBack.ts'
import { checkClaim } from '../case/keep.ts'
import type { Case } from '../case/lock.ts'
import { proceed, settle, withdraw, writeFact } from '../case/record.ts'
import { obligationsOf, viewOf, type Obligation } from '../case/view.ts'
import type { Tx } from '../client.ts'
import { accidents } from '../schema/accident.ts'
import { concerns } from './barred.ts'
import { findAny } from './find.ts'
import { enterFines } from './ledger.ts'
import { supervisorAt } from './people.ts'
import { groundFact, type StatedGround } from './report.ts'

/**
 * Another ground of the same accident, as when a complaint climbs from the sales manager to the vice general manager. It
 * stays one accident: a graver class takes the place of the lesser, in the ledger and in what is owed.
 */
export async function addGround(
  tx: Tx,
  procedure: Procedure,
  { caseId, byId, ...stated }: StatedGround & { caseId: string; byId: string },
  now: Instant,
): Promise<Obligation[]> {
  const { held } = await findAny(tx, caseId)
  const provisional = checkClaim(held, stated.occurredAt, now)
  const factId = (await writeFact(tx, caseId, groundFact(stated, byId, provisional, now), now))!
  return reclassified(tx, procedure, held, factId, now)
}

/**
 * The general manager finds a ground to be untrue; the class follows from those left, and where none is left it was no
 * accident. Not for the engineer, nor for the supervisor who pays for it.
 */
export async function dropGround(
  tx: Tx,
  procedure: Procedure,
  { caseId, groundId, reason, byId }: { caseId: string; groundId: string; reason: string; byId: string },
  now: Instant,
): Promise<Obligation[]> {
  const { held, accident } = await findAny(tx, caseId)
  if (concerns(accident, byId)) refuse('accident.concerned')
  const { facts } = await viewOf(tx, held)
  if (!facts.some((fact) => fact.id === groundId && fact.kind === 'ground')) refuse('accident.groundUnknown')
  if (!groundsOf({ facts }).some((fact) => fact.id === groundId)) refuse('accident.groundDropped')
  const dropped = { kind: 'groundDropped', occurredAt: now, byId, data: { groundId, reason } }
  const factId = (await writeFact(tx, caseId, dropped, now))!
  return reclassified(tx, procedure, held, factId, now)
}

/**
 * The general manager corrects when it happened. Whose watch it fell into, its fines and the windows follow; what it
 * made people owe stays as it was.
 */
export async function correctTime(
  tx: Tx,
  { caseId, occurredAt, reason, byId }: { caseId: string; occurredAt: Instant; reason: string; byId: string },
  now: Instant,
): Promise<Obligation[]> {
  const { held, accident } = await findAny(tx, caseId)
  if (concerns(accident, byId)) refuse('accident.concerned')
  if (occurredAt > now) refuse('fact.future', { field: 'occurredAt' })
  const before = latest(await viewOf(tx, held), 'reported')!
  const supervisorId = await supervisorAt(tx, occurredAt, held.regionId, held.sample)
  const data = { ...before.data, supervisorId, correctedBy: byId, reason }
  const correction = { kind: 'reported', occurredAt, knownAt: before.knownAt!, byId: before.byId, data }
  await writeFact(tx, caseId, { ...correction, correctsId: before.id }, now)
  await tx.update(accidents).set({ occurredAt, supervisorId }).where(eq(accidents.caseId, caseId))
  await enterFines(tx, held, now, accident.supervisorId)
  return obligationsOf(tx, caseId)
}

/** Ledger, windows and what is owed after the grounds changed. */
async function reclassified(
  tx: Tx,
  procedure: Procedure,
  held: Case,
  factId: string,
  now: Instant,
): Promise<Obligation[]> {
  const found = classNow(await viewOf(tx, held))
  await enterFines(tx, held, now)
  if (found === null) await costNothing(tx, held, factId, now)
  if (held.state !== 'open') return obligationsOf(tx, held.id)
  if (found === null) {
    await withdraw(tx, held, factId, 'noAccident', now)
    return obligationsOf(tx, held.id)
  }
  const rows = (await obligationsOf(tx, held.id)).filter((row) => row.round === held.round)
  // What is done stays done; what the other class asks for otherwise, and nobody did yet, is owed anew.
  const again = ['mobilise', 'reflect'].filter((promise) =>
    rows.some((row) => row.promise === promise && row.work !== 'done'),
  )
  const next = again.length > 0 ? await goBack(tx, held, { again, factId, occurredAt: now }, now) : held
  return proceed(tx, procedure, next, now)
}

/** It was no accident: what was late about it was never owed. */
async function costNothing(tx: Tx, held: Case, factId: string, now: Instant): Promise<void> {
  const late = (await obligationsOf(tx, held.id)).filter((row) => row.verdict === 'late' && row.stake !== null)
  const never = late.map(({ id, settledAt }) => ({
    obligationId: id,
    occurredAt: settledAt ?? now,
    verdict: 'void' as const,
    factId,
    reason: 'noAccident',
  }))
  await settle(tx, held.id, never, now)
}
