import type { Procedure } from '../../rules/case.ts'
import type { PhonedRole } from '../../rules/incident/incident.ts'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import type { Tx } from '../client.ts'
import type { Evidence } from '../case/judge.ts'
import { checkClaim, type Found } from '../case/keep.ts'
import type { Case } from '../case/lock.ts'
import { proceed, settle, writeFact } from '../case/record.ts'
import type { Obligation } from '../case/view.ts'
import { findIncident, type Actor } from './find.ts'
import { whoWasReached } from './posts.ts'

export interface PhoneCall {
  caseId: string
  role: PhonedRole
  /** False: tried, and nobody answered. It is kept, and it isn't telling. */
  reached: boolean
  /** Who answered; may be left out where exactly one person answers for the role. */
  reachedId?: string
  occurredAt: Instant
  byId: string
}

/** One of the four was phoned, at its own time (S2-3.3.5a). For the deputy GM it may tell of the mass fault too. */
export async function phone(
  tx: Tx,
  procedure: Procedure,
  call: PhoneCall & Actor,
  now: Instant,
): Promise<Obligation[]> {
  return phoneAll(tx, procedure, await findIncident(tx, call.caseId, call), [call], now)
}

/**
 * Enters calls of an incident that is under lock. They are judged together: none of them is held against those entered
 * with it.
 */
export async function phoneAll(
  tx: Tx,
  procedure: Procedure,
  { held, rows }: Found,
  calls: readonly Omit<PhoneCall, 'caseId'>[],
  now: Instant,
): Promise<Obligation[]> {
  const evidence = new Map<string, Evidence>()
  for (const call of calls) {
    const waiting = rows.filter((row) => row.work === 'open' && !evidence.has(row.id))
    for (const told of await enter(tx, held, { rows, waiting }, call, now)) evidence.set(told.obligationId, told)
  }
  if (evidence.size > 0) await settle(tx, held.id, [...evidence.values()], now)
  return proceed(tx, procedure, held, now)
}

/** Writes one call down. Returns what it settles: nothing, where nobody answered. */
async function enter(
  tx: Tx,
  held: Case,
  { rows, waiting }: { rows: readonly Obligation[]; waiting: readonly Obligation[] },
  { role, reached, reachedId, occurredAt, byId }: Omit<PhoneCall, 'caseId'>,
  now: Instant,
): Promise<Evidence[]> {
  const provisional = checkClaim(held, occurredAt, now)
  const concerns = (row: Obligation) => ['phone', 'massFault'].includes(row.promise) && row.recipientRole === role
  if (!rows.some(concerns)) refuse('case.notOwed', { field: 'role' })
  if (!reached) {
    await writeFact(tx, held.id, { kind: 'phoneTried', occurredAt, byId, provisional, data: { role } }, now)
    return []
  }
  // What was learnt after the call it cannot have told.
  const told = waiting.filter((row) => concerns(row) && row.anchorAt <= occurredAt)
  if (told.length === 0) refuse('case.settledAlready', { field: 'role' })
  const spoken = await whoWasReached(tx, held, role, occurredAt, reachedId)
  const fact = { kind: 'phoned', occurredAt, byId, provisional, data: { role, ...spoken } }
  const factId = await writeFact(tx, held.id, fact, now)
  return told.map((row) => ({ obligationId: row.id, work: 'done', occurredAt, factId }))
}
