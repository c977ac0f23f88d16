import { and, asc, eq, gte, isNotNull } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { openCase } from '../case/openCase.ts'
import { proceed, settle, writeFact } from '../case/record.ts'
import { termsFor } from '../policy/terms.ts'
import { callLeg, calls } from '../schema/call.ts'
import type { line } from '../schema/person.ts'
import type { Tx } from '../client.ts'
import { answerersOf, callerOf, outageEnd } from './caller.ts'

export type LegRow = typeof callLeg.$inferSelect
export type LineRow = typeof line.$inferSelect

/** What is known of a caller who wasn't answered. */
export interface MissedCall {
  number: string | null
  line: LineRow | undefined
  /** When the caller gave up. */
  occurredAt: Instant
  byId?: string | null
  sample?: string | null
}

/** A leg that ended unanswered becomes a call to return, once. */
export async function missed(
  tx: Tx,
  procedure: Procedure,
  leg: LegRow,
  at: LineRow | undefined,
  now: Instant,
): Promise<string[]> {
  if (leg.caseId) return []
  const held = await openMissed(
    tx,
    procedure,
    { number: leg.number, line: at, occurredAt: leg.endedAt!, sample: leg.sample },
    now,
  )
  await tx.update(callLeg).set({ caseId: held.caseId }).where(eq(callLeg.id, leg.id))
  return [held.caseId]
}

/**
 * Opens the case of a missed call and what it owes. A withheld number can't be returned: released, with that reason.
 * A conversation that took place after the call but was told to us before it settles it at once.
 * The caller's lock (`lockCaller`) is held.
 */
export async function openMissed(
  tx: Tx,
  procedure: Procedure,
  call: MissedCall,
  now: Instant,
): Promise<{ caseId: string }> {
  const caller = await callerOf(tx, call.number)
  const terms = await termsFor(tx, {
    topic: 'serviceResponse',
    at: call.occurredAt,
    customerId: caller.customerId ?? undefined,
  })
  const { customerId, regionId } = caller
  const held = await openCase(tx, {
    kind: 'call',
    startedAt: call.occurredAt,
    terms,
    customerId,
    regionId,
    sample: call.sample ?? caller.sample,
  })
  await tx.insert(calls).values({
    caseId: held.id,
    lineId: call.line?.id,
    number: call.number,
    callerKind: caller.kind,
    contactId: caller.contactId,
  })
  const bearerIds = await answerersOf(tx, call.line, call.occurredAt)
  const outageEndedAt = await outageEnd(tx, call.line?.id, call.occurredAt)
  const data = { callerKind: caller.kind, onHotline: call.line?.kind !== 'direct', bearerIds, outageEndedAt }
  const factId = await writeFact(
    tx,
    held.id,
    { kind: 'missed', occurredAt: call.occurredAt, byId: call.byId, data },
    now,
  )
  const rows = await proceed(tx, procedure, held, now)
  const owed = rows.filter((row) => row.promise === 'return')
  if (call.number === null) {
    await settle(
      tx,
      held.id,
      owed.map((row) => ({
        obligationId: row.id,
        work: 'released' as const,
        occurredAt: call.occurredAt,
        factId,
        reason: 'withheldNumber',
      })),
      now,
    )
    await proceed(tx, procedure, held, now)
    return { caseId: held.id }
  }
  const [talk] = await conversationsSince(tx, call.number, call.occurredAt)
  if (talk) {
    const work = talk.caseId ? ('elsewhere' as const) : ('done' as const)
    const talkedId =
      work === 'done'
        ? await writeFact(
            tx,
            held.id,
            {
              kind: 'talked',
              occurredAt: talk.answeredAt!,
              byId: talk.answeredById,
              data: { callerKind: caller.kind },
            },
            now,
          )
        : factId
    await settle(
      tx,
      held.id,
      owed.map((row) => ({ obligationId: row.id, work, occurredAt: talk.answeredAt!, factId: talkedId })),
      now,
    )
    if (work === 'done') await tx.update(callLeg).set({ caseId: held.id }).where(eq(callLeg.id, talk.id))
    await proceed(tx, procedure, held, now)
  }
  return { caseId: held.id }
}

/** Conversations with a number that began at or after an instant, the earliest first. */
function conversationsSince(tx: Tx, number: string, since: Instant) {
  return tx
    .select()
    .from(callLeg)
    .where(and(eq(callLeg.number, number), isNotNull(callLeg.answeredAt), gte(callLeg.answeredAt, since)))
    .orderBy(asc(callLeg.answeredAt))
    .limit(1)
}
