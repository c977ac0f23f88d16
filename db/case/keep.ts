import type { Procedure } from '../../rules/case.ts'
import { isOldClaim } from '../../rules/evidence.ts'
import { SECOND, type Instant } from '../../rules/instant.ts'
import type { Work } from '../../rules/obligation/obligation.ts'
import { refuse } from '../../rules/problem.ts'
import { promiseLabel } from '../../rules/promises.ts'
import { blockerOf } from '../../rules/story.ts'
import type { Tx } from '../client.ts'
import type { Case } from './lock.ts'
import { lockCase, proceed, settle, writeFact, type NewFact } from './record.ts'
import { obligationsOf, outcomesOf, type Obligation } from './view.ts'

/** A case under lock with its promises, as a verb found them. */
export interface Found {
  held: Case
  rows: Obligation[]
}

/** Locks an open case of a kind. Refuses an unknown one, one of another kind, and one that has ended. */
export async function findOpen(tx: Tx, kind: string, caseId: string): Promise<Found> {
  const held = await lockCase(tx, caseId)
  if (!held || held.kind !== kind) refuse('case.unknown', { field: 'id' })
  if (held.state !== 'open') refuse('case.closed')
  return { held, rows: await obligationsOf(tx, caseId) }
}

/** The open rows of a promise. Refuses one not reached yet (naming what comes first), never owed, or settled. */
export async function openRows(procedure: Procedure, { held, rows }: Found, promise: string): Promise<Obligation[]> {
  const own = rows.filter((row) => row.promise === promise && row.round === held.round && row.reason !== 'reassigned')
  const openOnes = own.filter((row) => row.work === 'open')
  if (openOnes.length > 0) return openOnes
  if (own.length > 0) refuse(own.every((row) => row.reason === 'notOwed') ? 'case.notOwed' : 'case.settledAlready')
  const first = await blockerOf(procedure.story, outcomesOf(rows, held.round), promise)
  return refuse('case.notYet', { params: { first: promiseLabel(held.kind, first ?? promise) } })
}

/**
 * Checks a claimed time. Refuses the future and what lies before the case; one much older than its receipt is
 * provisional until confirmed or corroborated (a house rule). Returns whether it is.
 */
export function checkClaim(held: Pick<Case, 'startedAt' | 'terms'>, occurredAt: Instant, now: Instant): boolean {
  if (occurredAt > now) refuse('fact.future', { field: 'occurredAt' })
  // People and phones write whole seconds; a case begins within one.
  if (occurredAt < Math.floor(held.startedAt / SECOND) * SECOND) refuse('fact.beforeCase', { field: 'occurredAt' })
  return isOldClaim(held.terms, occurredAt, now)
}

/** An act that keeps a promise. */
export interface Keeping {
  promise: string
  fact: NewFact
  /** Which of the promise's open rows the act settles; all of them unless said otherwise. */
  settles?: (row: Obligation) => boolean
  work?: Exclude<Work, 'open'>
  reason?: string
}

/**
 * Records an act and settles the promise it keeps; the story then goes on. The usual verb: find, check, write, settle,
 * proceed. Returns all promises as they stand after it.
 */
export async function keep(
  tx: Tx,
  procedure: Procedure,
  found: Found,
  keeping: Keeping,
  now: Instant,
): Promise<Obligation[]> {
  const { held } = found
  const { promise, fact, settles = () => true, work = 'done', reason } = keeping
  const rows = (await openRows(procedure, found, promise)).filter(settles)
  if (rows.length === 0) refuse('case.notYours')
  const provisional = checkClaim(held, fact.occurredAt, now)
  // Nobody takes their own fine away by their own word: such a claim counts as of its receipt until it is borne out.
  const ownMoney = rows.some((row) => row.stake !== null && row.bearerId === fact.byId)
  const countsAt = provisional && ownMoney ? now : fact.occurredAt
  const factId = await writeFact(tx, held.id, { ...fact, provisional }, now)
  await settle(
    tx,
    held.id,
    rows.map((row) => ({ obligationId: row.id, work, occurredAt: countsAt, factId, reason })),
    now,
  )
  return proceed(tx, procedure, held, now)
}
