import { and, desc, eq, gt, inArray, lte, or } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { isOldClaim } from '../../rules/evidence.ts'
import { lockCases, type Case } from '../case/lock.ts'
import { openCase } from '../case/openCase.ts'
import { proceed, settle, writeFact } from '../case/record.ts'
import { obligationsOf } from '../case/view.ts'
import { termsFor } from '../policy/terms.ts'
import { callLeg, calls } from '../schema/call.ts'
import { cases, obligations } from '../schema/case.ts'
import type { Tx } from '../client.ts'
import { callerOf } from './caller.ts'
import type { LegRow, LineRow } from './miss.ts'
import type { CallProcedures } from './procedures.ts'

/** Calls that no telephone system tells of are entered under this source. */
export const BY_HAND = 'byHand'

/** The promises that a conversation answers, by the kind of their case. */
const ANSWERED_BY_TALK = { call: 'return', reach: 'speak' } as const

/**
 * One conversation settles all missed calls of that caller that came before it, also those that a later conversation
 * settled first in our knowledge. Our own call back belongs to the latest of them; the others end elsewhere, as they
 * all do when the customer got through by himself. Returns the cases touched.
 */
export async function conversationSettles(
  tx: Tx,
  procedures: CallProcedures,
  leg: LegRow,
  now: Instant,
): Promise<string[]> {
  if (leg.number === null || leg.answeredAt === null) return []
  const waiting = await tx
    .selectDistinct({ id: cases.id, kind: cases.kind, startedAt: cases.startedAt })
    .from(obligations)
    .innerJoin(cases, eq(cases.id, obligations.caseId))
    .innerJoin(calls, eq(calls.caseId, cases.id))
    .where(
      and(
        eq(calls.number, leg.number),
        inArray(obligations.promise, Object.values(ANSWERED_BY_TALK)),
        lte(obligations.anchorAt, leg.answeredAt),
        or(
          eq(obligations.work, 'open'),
          and(inArray(obligations.work, ['done', 'elsewhere']), gt(obligations.settledAt, leg.answeredAt)),
        ),
      ),
    )
    .orderBy(desc(cases.startedAt), desc(cases.id))
  const ownId = leg.direction === 'out' ? (leg.caseId ?? waiting.find((row) => row.kind === 'call')?.id) : undefined
  for (const held of await lockCases(
    tx,
    waiting.map((row) => row.id),
  ))
    await settleByTalk(
      tx,
      procedures[held.kind as keyof CallProcedures],
      held,
      leg,
      held.id === ownId || held.kind === 'reach',
      now,
    )
  if (ownId && !leg.caseId) await tx.update(callLeg).set({ caseId: ownId }).where(eq(callLeg.id, leg.id))
  return waiting.map((row) => row.id)
}

async function settleByTalk(
  tx: Tx,
  procedure: Procedure,
  held: Case,
  leg: LegRow,
  own: boolean,
  now: Instant,
): Promise<void> {
  const [about] = await tx.select().from(calls).where(eq(calls.caseId, held.id))
  const data = { callerKind: about!.callerKind, own }
  const kind = own ? 'talked' : 'talkedElsewhere'
  // What a telephone system tells needs no other witness, however late it comes.
  const provisional = leg.sourceId === BY_HAND && isOldClaim(held.terms, leg.answeredAt!, now)
  const key = `talk:${leg.id}:${held.id}`
  const fact = { kind, occurredAt: leg.answeredAt!, byId: leg.answeredById, data, key, provisional }
  const factId = await writeFact(tx, held.id, fact, now)
  if (!factId) return
  const promise = ANSWERED_BY_TALK[held.kind as keyof typeof ANSWERED_BY_TALK]
  const rows = (await obligationsOf(tx, held.id)).filter(
    (row) => row.promise === promise && row.reason !== 'reassigned',
  )
  await settle(
    tx,
    held.id,
    rows
      .filter((row) => row.work === 'open' || ((row.settledAt ?? 0) > leg.answeredAt! && row.verdict !== 'void'))
      .map((row) => ({
        obligationId: row.id,
        work:
          row.work === 'open' ? (own ? ('done' as const) : ('elsewhere' as const)) : (row.work as 'done' | 'elsewhere'),
        occurredAt: leg.answeredAt!,
        factId,
      })),
    now,
  )
  await proceed(tx, procedure, held, now)
}

/**
 * An incoming call that somebody answered: its record is owed from here. If the end of the call was told to us first, it
 * had been taken for a missed one: what that owed is void.
 */
export async function answered(
  tx: Tx,
  procedure: Procedure,
  leg: LegRow,
  line: LineRow | undefined,
  now: Instant,
): Promise<string[]> {
  const [before] = leg.caseId ? await lockCases(tx, [leg.caseId]) : []
  const caller = await callerOf(tx, leg.number)
  const held = before ?? (await openAnswered(tx, leg, line))
  const occurredAt = leg.answeredAt!
  const data = { callerKind: caller.kind }
  const fact = { kind: 'answered', occurredAt, byId: leg.answeredById, data, key: `answered:${leg.id}` }
  const factId = await writeFact(tx, held.id, fact, now)
  if (!factId) return []
  if (before) {
    const rows = (await obligationsOf(tx, held.id)).filter((row) => row.promise === 'return')
    await settle(
      tx,
      held.id,
      rows.map((row) => ({
        obligationId: row.id,
        work: 'released' as const,
        verdict: 'void' as const,
        occurredAt,
        factId,
        reason: 'notOwed',
      })),
      now,
    )
  }
  await tx.update(calls).set({ takerId: leg.answeredById }).where(eq(calls.caseId, held.id))
  await proceed(tx, procedure, held, now)
  return [held.id]
}

async function openAnswered(tx: Tx, leg: LegRow, line: LineRow | undefined): Promise<Case> {
  const caller = await callerOf(tx, leg.number)
  const { customerId, regionId } = caller
  const terms = await termsFor(tx, {
    topic: 'serviceResponse',
    at: leg.answeredAt!,
    customerId: customerId ?? undefined,
  })
  const sample = leg.sample ?? caller.sample
  const held = await openCase(tx, { kind: 'call', startedAt: leg.answeredAt!, terms, customerId, regionId, sample })
  await tx.insert(calls).values({
    caseId: held.id,
    lineId: line?.id,
    number: leg.number,
    callerKind: caller.kind,
    contactId: caller.contactId,
    takerId: leg.answeredById,
  })
  await tx.update(callLeg).set({ caseId: held.id }).where(eq(callLeg.id, leg.id))
  return held
}
