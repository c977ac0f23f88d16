import { and, eq, isNull, sql } from 'drizzle-orm'
import { DECIDERS } from '../../rules/appeal/appeal.ts'
import { causesOf, entryState, type Cause } from '../../rules/consequence/entry.ts'
import type { Instant } from '../../rules/instant.ts'
import type { Scope } from '../../rules/permissions.ts'
import { scopeOf, within } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import { EXPLAINED_TO } from '../../rules/reimbursement/block.ts'
import type { Case } from '../case/lock.ts'
import { lockCase, settle, writeFact } from '../case/record.ts'
import type { Tx } from '../client.ts'
import { notify } from '../notification/notify.ts'
import { grantsAt } from '../person/grantsAt.ts'
import { resolveRole, superiorOf } from '../person/resolve.ts'
import { facts, obligations } from '../schema/case.ts'
import { consequences } from '../schema/consequence.ts'
import { enterAbout, entryById, type Entry } from './enter.ts'
import { checkImpartial, partialAmong } from './impartial.ts'

/** Locks an entry's case. Refuses one that is unknown, is itself about another, or is decided already. */
async function findProvisional(tx: Tx, id: string): Promise<{ held: Case; entry: Entry }> {
  const [known] = await tx
    .select({ caseId: consequences.caseId })
    .from(consequences)
    .where(and(eq(consequences.id, id), isNull(consequences.aboutId)))
  const held = known && (await lockCase(tx, known.caseId))
  const found = held && (await entryById(tx, id))
  if (!found) return refuse('consequence.unknown', { field: 'id' })
  if (entryState(found.about) !== 'provisional') refuse('consequence.settled')
  if (found.entry.kind === 'recommendation') refuse('recommendation.forGm')
  return { held, entry: found.entry }
}

/** Facts about an entry, of a kind, oldest first. */
const factsAbout = (tx: Tx, entry: Entry, kind: string) =>
  tx
    .select()
    .from(facts)
    .where(
      and(eq(facts.caseId, entry.caseId), eq(facts.kind, kind), sql`${facts.data}->>'consequenceId' = ${entry.id}`),
    )
    .orderBy(facts.id)

export interface ClaimedCause {
  consequenceId: string
  cause: Cause
  note: string
  byId: string
}

/**
 * The person concerned says why (S0-A-7.1: without force majeure): from now on the entry waits for a decision. Their
 * superior is told, or the next above who may decide on it. May be said anew until it is decided. Refuses force majeure
 * where the clause doesn't know it.
 */
export async function claimCause(tx: Tx, given: ClaimedCause, now: Instant): Promise<{ factId: string }> {
  const { consequenceId, cause, note, byId } = given
  const { held, entry } = await findProvisional(tx, consequenceId)
  if (entry.personId !== byId) refuse('consequence.notYours')
  if (!causesOf(entry.clause).includes(cause))
    refuse('consequence.noForceMajeure', { field: 'cause', clause: entry.clause })
  const fact = { kind: 'causeClaimed', occurredAt: now, byId, data: { consequenceId, cause, note } }
  const factId = (await writeFact(tx, held.id, fact, now))!
  const asked = await decidersOf(tx, entry, held, now)
  const told = new Set([...asked, ...(await explainedTo(tx, entry, held, now))])
  const { amountFen, clause, kind, arithmetic } = entry
  const params = { consequenceId, amountFen, clause, kind, ...(kind === 'points' && { points: arithmetic.points }) }
  await notify(
    tx,
    [...told].map((personId) => ({
      key: `consequence:${entry.key}:cause:${factId}`,
      personId,
      template: 'consequence.causeGiven',
      params,
      caseId: held.id,
    })),
    now,
  )
  return { factId }
}

/**
 * Who is asked about an entry: the superior, else the supervisor, else a general manager; the first who is impartial and
 * has the right to decide.
 */
export async function decidersOf(tx: Tx, entry: Entry, held: Case, at: Instant): Promise<string[]> {
  const { sample } = held
  const aboutPersonId = entry.personId!
  const asked = { at, aboutPersonId, sample }
  const candidates = [
    () => superiorOf(tx, aboutPersonId, at),
    () => resolveRole(tx, { ...asked, role: 'serviceSupervisor' }),
    ...DECIDERS.map((role) => () => resolveRole(tx, { ...asked, role })),
  ]
  for (const candidate of candidates) {
    const free = await freeAmong(tx, entry, held, (await candidate()).personIds, at)
    if (free.length > 0) return free
  }
  return []
}

/** The general managers who may decide on an entry: those asked last. */
export async function lastDeciders(tx: Tx, entry: Entry, held: Case, at: Instant): Promise<string[]> {
  const found: string[] = []
  for (const role of DECIDERS) {
    const { personIds } = await resolveRole(tx, { role, at, aboutPersonId: entry.personId!, sample: held.sample })
    found.push(...(await freeAmong(tx, entry, held, personIds, at)))
  }
  return [...new Set(found)]
}

/** Those who are impartial and have the right to decide. */
async function freeAmong(tx: Tx, entry: Entry, { regionId }: Case, ids: readonly string[], at: Instant) {
  const partial = await partialAmong(tx, entry, ids)
  const free: string[] = []
  for (const id of ids.filter((one) => !partial.has(one)))
    if (within(scopeOf(await grantsAt(tx, id, at), 'ledger.decide'), regionId)) free.push(id)
  return free
}

/** A special case without the stamp is explained to the regional manager; who decides, the clause leaves open (S2-3.2.4.3b). */
async function explainedTo(tx: Tx, entry: Entry, { sample, regionId }: Case, at: Instant): Promise<string[]> {
  if (entry.kind !== 'block') return []
  const question = { role: EXPLAINED_TO, at, regionId: regionId ?? undefined, aboutPersonId: entry.personId!, sample }
  return (await resolveRole(tx, question)).personIds
}

export interface Decision {
  consequenceId: string
  accepted: boolean
  note: string
  byId: string
  scope: Scope
}

/**
 * Decides on a cause. Accepted: the promise is excused and its entry reversed (one that rests on no promise is waived).
 * Not accepted: the entry is confirmed. Never decided by the person concerned, by who imposed it, or by one whose own
 * penalty in the same case hangs on it.
 */
export async function decideCause(tx: Tx, decision: Decision, now: Instant): Promise<void> {
  const { consequenceId, accepted, note, byId, scope } = decision
  const { held, entry } = await findProvisional(tx, consequenceId)
  if (!within(scope, held.regionId)) refuse('consequence.unknown', { field: 'id' })
  await checkImpartial(tx, entry, byId)
  const claim = (await factsAbout(tx, entry, 'causeClaimed')).at(-1) ?? refuse('consequence.noCause')
  if (accepted && claim.data.cause === 'own') refuse('consequence.ownCause')
  const data = { consequenceId, accepted, note }
  const factId = (await writeFact(tx, held.id, { kind: 'causeDecided', occurredAt: now, byId, data }, now))!
  const evidenceIds = [claim.id, factId]
  if (!accepted) {
    await enterAbout(tx, entry, { kind: 'confirmation', arithmetic: { rule: 'confirmed' }, byId, evidenceIds }, now)
  } else if (entry.obligationId) {
    const [row] = await tx.select().from(obligations).where(eq(obligations.id, entry.obligationId))
    // What was done late stays done when it was.
    const excused = { obligationId: row!.id, occurredAt: row!.settledAt ?? now, verdict: 'excused' as const }
    await settle(tx, held.id, [{ ...excused, factId, reason: String(claim.data.cause) }], now)
  } else {
    await enterAbout(tx, entry, { kind: 'waiver', arithmetic: { rule: 'accepted' }, byId, evidenceIds }, now)
  }
}

/** The general manager lets an entry go. Not their own, and nothing that hangs together with their own. */
export async function waive(
  tx: Tx,
  { consequenceId, reason, byId }: { consequenceId: string; reason: string; byId: string },
  now: Instant,
): Promise<void> {
  const { held, entry } = await findProvisional(tx, consequenceId)
  await checkImpartial(tx, entry, byId)
  const fact = { kind: 'waived', occurredAt: now, byId, data: { consequenceId, reason } }
  const factId = (await writeFact(tx, held.id, fact, now))!
  await enterAbout(tx, entry, { kind: 'waiver', arithmetic: { rule: 'waived' }, byId, evidenceIds: [factId] }, now)
}
