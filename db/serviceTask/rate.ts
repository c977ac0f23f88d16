import { and, eq } from 'drizzle-orm'
import { latest, type Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import { signatureOf } from '../../rules/serviceTask/completion.ts'
import type { Grade } from '../../rules/serviceTask/ratings.ts'
import type { Finding, NotSigned } from '../../rules/serviceTask/signature.ts'
import { MEDIA_TYPES } from '../../rules/attachment/mediaType.ts'
import { addAttachment } from '../attachment/attach.ts'
import { checkClaim, openRows } from '../case/keep.ts'
import type { Case } from '../case/lock.ts'
import { lockCase, writeFact } from '../case/record.ts'
import { viewOf, type Obligation } from '../case/view.ts'
import type { Tx } from '../client.ts'
import { enterCoverUp } from '../consequence/coverUp.ts'
import { recomputeRatings } from '../consequence/ratings.ts'
import { serviceRatings } from '../schema/serviceTask.ts'
import { judgeCompletion } from './complete.ts'
import { checkRegion, findTask, take, taskOf, type TaskAct } from './task.ts'

export interface Scores {
  attitude: Grade
  skill: Grade
  result: Grade
}

/** A signature as it was drawn or photographed. */
export interface Drawn {
  mediaType: 'image/png' | 'image/jpeg'
  bytes: Buffer
}

async function keepSignature(
  tx: Tx,
  { id: caseId, sample }: Case,
  { signature, byId: sentById, occurredAt: takenAt }: TaskAct & { signature: Drawn },
  now: Instant,
): Promise<string> {
  const name = `signature.${MEDIA_TYPES[signature.mediaType]}`
  const file = { ...signature, name, sentById, sample, caseId, purpose: 'signature' as const, takenAt }
  return (await addAttachment(tx, file, now)).id
}

/**
 * The customer scores attitude, skill and result and signs (S0-A-3.13), at the time of the device that took the
 * signature, which is kept with the device as a file of the case. It bears out the engineer's completion, and the ledger follows the ratings (S0-A-7.2b, S0-A-7.2c).
 */
export async function rateTask(
  tx: Tx,
  procedure: Procedure,
  act: TaskAct & { scores: Scores; signature: Drawn; device?: string; occurredAt: Instant },
  now: Instant,
): Promise<Obligation[]> {
  const found = await findTask(tx, act)
  const { scores, caseId, occurredAt: signedAt } = act
  const signatureFileId = await keepSignature(tx, found.held, act, now)
  const data = { ...scores, signatureFileId, device: act.device }
  const rows = await take(tx, procedure, found, act, { promise: 'rate', kind: 'rated', data }, now)
  const { evidenceId } = rows.find(
    (row) => row.promise === 'rate' && row.work === 'done' && row.round === found.held.round,
  )!
  const engineerId = found.task.engineerId!
  await tx
    .insert(serviceRatings)
    .values({ factId: evidenceId!, caseId, engineerId, signedAt, ...scores, signatureFileId })
  await recomputeRatings(tx, engineerId, now)
  return judgeCompletion(tx, found.held, now)
}

/** The engineer reports that the customer did not sign. What that means is for the general manager (S0-A-7.3c). */
export async function reportNoSignature(
  tx: Tx,
  procedure: Procedure,
  act: TaskAct & { reason: NotSigned; note: string },
  now: Instant,
): Promise<Obligation[]> {
  const data = { reason: act.reason, note: act.note }
  const step = { promise: 'rate', kind: 'notSigned', data, released: 'notSigned' } as const
  return take(tx, procedure, await findTask(tx, act), { ...act, occurredAt: now }, step, now)
}

/**
 * The general manager decides on a signature (S0-A-7.3c), not the supervisor, who would pay for covering up. Missing
 * without excuse, or forged: ¥150 in place of any score. A forgery may come to light after the task has ended; what it
 * had borne out falls with it. A supervisor found to have covered it up pays for that (S0-A-7.S3).
 */
export async function decideSignature(
  tx: Tx,
  procedure: Procedure,
  act: TaskAct & { finding: Finding; note: string; coveredUpById?: string },
  now: Instant,
): Promise<Obligation[]> {
  const data = { finding: act.finding, note: act.note }
  if (act.finding === 'forged') return findForged(tx, act, data, now)
  const found = await findTask(tx, act)
  await openRows(procedure, found, 'decideSignature')
  const unsigned = latest(await viewOf(tx, found.held), 'notSigned')!
  const step = { promise: 'decideSignature', kind: 'signatureDecided', data } as const
  const rows = await take(tx, procedure, found, { ...act, occurredAt: now }, step, now)
  if (act.finding === 'excused') return rows
  const engineerId = found.task.engineerId!
  const signedAt = unsigned.occurredAt
  await tx.insert(serviceRatings).values({ factId: unsigned.id, caseId: act.caseId, engineerId, signedAt })
  await recomputeRatings(tx, engineerId, now)
  const decided = rows.find((row) => row.promise === 'decideSignature' && row.round === found.held.round)!
  await coverUp(tx, found.held, act, { factId: decided.evidenceId!, servedAt: signedAt }, now)
  return rows
}

async function coverUp(
  tx: Tx,
  held: Case,
  { coveredUpById: supervisorId, byId }: TaskAct & { coveredUpById?: string },
  found: { factId: string; servedAt: Instant },
  now: Instant,
) {
  if (supervisorId !== undefined) await enterCoverUp(tx, held, { supervisorId, byId, ...found }, now)
}

async function findForged(
  tx: Tx,
  act: TaskAct & { coveredUpById?: string },
  data: Record<string, unknown>,
  now: Instant,
): Promise<Obligation[]> {
  const held = await lockCase(tx, act.caseId)
  if (!held || held.kind !== 'serviceTask') refuse('case.unknown', { field: 'id' })
  const task = await taskOf(tx, act.caseId)
  checkRegion(held.regionId, task, act)
  if (act.byId === task.engineerId) refuse('serviceTask.ownMatter')
  const signed = signatureOf(await viewOf(tx, held)) ?? refuse('serviceTask.notSigned')
  const [rating] = await supersede(tx, signed.id)
  const forged = { kind: 'signatureForged', occurredAt: now, byId: act.byId, data: { ...data, ratedId: signed.id } }
  const factId = (await writeFact(tx, held.id, forged, now))!
  const { engineerId, signedAt } = rating!
  await tx.insert(serviceRatings).values({ factId, caseId: held.id, engineerId, signedAt })
  await recomputeRatings(tx, engineerId, now)
  await coverUp(tx, held, act, { factId, servedAt: signedAt }, now)
  return judgeCompletion(tx, held, now)
}

const supersede = (tx: Tx, factId: string) =>
  tx
    .update(serviceRatings)
    .set({ superseded: true })
    .where(and(eq(serviceRatings.factId, factId), eq(serviceRatings.superseded, false)))
    .returning()

/**
 * Corrects scores that were entered wrongly, or the time at which the customer signed. The old record stays; the ledger
 * follows by reversals and new entries.
 */
export async function correctRating(
  tx: Tx,
  act: TaskAct & { scores?: Scores; signedAt?: Instant; reason: string },
  now: Instant,
): Promise<Obligation[]> {
  const held = await lockCase(tx, act.caseId)
  if (!held || held.kind !== 'serviceTask') refuse('case.unknown', { field: 'id' })
  const task = await taskOf(tx, act.caseId)
  checkRegion(held.regionId, task, act)
  if (act.byId === task.engineerId) refuse('serviceTask.ownMatter')
  const before = signatureOf(await viewOf(tx, held)) ?? refuse('serviceTask.notSigned')
  const signedAt = act.signedAt ?? before.occurredAt
  checkClaim(held, signedAt, now)
  const [rating] = await supersede(tx, before.id)
  const { engineerId, attitude, skill, result, signature, signatureFileId } = rating!
  const scores = act.scores ?? { attitude, skill, result }
  const data = { ...scores, correctedBy: act.byId, reason: act.reason }
  const correction = { kind: 'rated', occurredAt: signedAt, byId: before.byId, data, correctsId: before.id }
  const factId = (await writeFact(tx, held.id, correction, now))!
  const row = { factId, caseId: held.id, engineerId, signedAt, ...scores, signature, signatureFileId }
  await tx.insert(serviceRatings).values(row)
  await recomputeRatings(tx, engineerId, now)
  return judgeCompletion(tx, held, now)
}
