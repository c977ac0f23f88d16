import { and, eq } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import { newId } from '../id.ts'
import { callLeg, calls } from '../schema/call.ts'
import { line, person } from '../schema/person.ts'
import type { Tx } from '../client.ts'
import { callerOf, lockCaller } from './caller.ts'
import { answered, BY_HAND, conversationSettles } from './converse.ts'
import { openMissed } from './miss.ts'
import { unanswered } from './reach.ts'
import type { CallProcedures } from './procedures.ts'

/** A missed call entered by hand. The line may be left out; a withheld number is null. */
export async function enterMissed(
  tx: Tx,
  procedures: CallProcedures,
  given: { number: string | null; lineId?: string; occurredAt: Instant; byId: string },
  now: Instant,
): Promise<string> {
  if (given.occurredAt > now) refuse('fact.future', { field: 'occurredAt' })
  const [at] = given.lineId ? await tx.select().from(line).where(eq(line.id, given.lineId)) : []
  if (given.lineId && !at) refuse('call.lineUnknown', { field: 'lineId' })
  const { number, occurredAt, byId } = given
  const sample = await sideOfCall(tx, number, byId)
  if (number) await lockCaller(tx, number)
  return (await openMissed(tx, procedures.call, { number, line: at, occurredAt, byId, sample }, now)).caseId
}

/**
 * Says that a caller was called back: spoken to, or an attempt, which is recorded and settles nothing. It is kept as a
 * call like those that telephone systems tell of, so that it settles whatever such a call would. Returns the cases touched.
 */
export async function enterCallBack(
  tx: Tx,
  procedures: CallProcedures,
  given: { caseId: string; occurredAt: Instant; spoke: boolean; byId: string },
  now: Instant,
): Promise<string[]> {
  const [call] = await tx.select({ number: calls.number }).from(calls).where(eq(calls.caseId, given.caseId))
  if (!call?.number) refuse('case.unknown', { field: 'id' })
  await lockCaller(tx, call.number)
  if (given.occurredAt > now) refuse('fact.future', { field: 'occurredAt' })
  const { occurredAt, spoke, byId } = given
  const [leg] = await tx
    .insert(callLeg)
    .values({
      sourceId: BY_HAND,
      callId: newId(),
      direction: 'out',
      number: call.number,
      startedAt: occurredAt,
      answeredAt: spoke ? occurredAt : null,
      endedAt: occurredAt,
      answeredById: spoke ? byId : null,
      state: spoke ? 'talked' : 'unanswered',
    })
    .returning()
  return spoke ? conversationSettles(tx, procedures, leg!, now) : unanswered(tx, procedures.reach, leg!, now)
}

/** The sample that whoever enters a call belongs to, if any. @throws Refusal `sample.apart` where the caller is of another */
async function sideOfCall(tx: Tx, number: string | null, byId: string): Promise<string | null> {
  const [by] = await tx.select({ sample: person.sample }).from(person).where(eq(person.id, byId))
  const caller = await callerOf(tx, number)
  const sample = by?.sample ?? null
  if (caller.kind === 'customer' && caller.sample !== sample) refuse('sample.apart', { field: 'number' })
  return sample
}

/**
 * A call that somebody answered, entered by who answered it: for departments whose telephones tell nothing. It settles
 * that caller's missed calls, and its record is owed from here. The same `callId` twice is one call. Returns the cases
 * touched, the new one last.
 */
export async function enterAnswered(
  tx: Tx,
  procedures: CallProcedures,
  given: { callId: string; number: string | null; lineId?: string; occurredAt: Instant; byId: string },
  now: Instant,
): Promise<string[]> {
  const { callId, number, lineId, occurredAt, byId } = given
  if (occurredAt > now) refuse('fact.future', { field: 'occurredAt' })
  const [at] = lineId ? await tx.select().from(line).where(eq(line.id, lineId)) : []
  if (lineId && !at) refuse('call.lineUnknown', { field: 'lineId' })
  const sample = await sideOfCall(tx, number, byId)
  if (number) await lockCaller(tx, number)
  const leg = { sourceId: BY_HAND, callId, direction: 'in', lineId, number, startedAt: occurredAt, sample } as const
  const talked = { answeredAt: occurredAt, endedAt: null, answeredById: byId, state: 'talked' } as const
  const [made] = await tx
    .insert(callLeg)
    .values({ ...leg, ...talked })
    .onConflictDoNothing()
    .returning()
  if (!made) {
    const same = and(eq(callLeg.sourceId, BY_HAND), eq(callLeg.callId, callId))
    const [before] = await tx.select({ caseId: callLeg.caseId }).from(callLeg).where(same)
    return before?.caseId ? [before.caseId] : []
  }
  const settled = await conversationSettles(tx, procedures, made, now)
  return [...settled, ...(await answered(tx, procedures.call, made, at, now))]
}
