import { asc, eq } from 'drizzle-orm'
import { legOf, type CtiEvent, type Leg } from '../../rules/call/telephony.ts'
import type { Instant } from '../../rules/instant.ts'
import { callLeg, ctiEvent } from '../schema/call.ts'
import type { Tx } from '../client.ts'
import { answeringLine } from './line.ts'
import { lockCaller, personOfPbx } from './caller.ts'
import { answered, conversationSettles } from './converse.ts'
import { missed } from './miss.ts'
import type { CallProcedures } from './procedures.ts'
import { unanswered } from './reach.ts'

/** One message as it came in: `occurredAt` is null where the sender gave no time, so that the time of receipt counts. */
export interface Received {
  sourceId: string
  callId: string
  event: Omit<CtiEvent, 'occurredAt'> & { occurredAt: Instant | null }
  sample?: string | null
}

/**
 * Takes one event of a telephone system. Repeated, out of order or hours late makes no difference: the leg is summed up
 * anew from all its events, and what follows from its state has business keys. Returns the cases it touched.
 */
export async function receive(tx: Tx, procedures: CallProcedures, message: Received, now: Instant): Promise<string[]> {
  const { sourceId, callId } = message
  const other = message.event.direction === 'in' ? message.event.from : message.event.to
  if (other) await lockCaller(tx, other)
  const event = { ...message.event, occurredAt: message.event.occurredAt ?? now }
  const legId = await legFor(tx, message, event)
  const [fresh] = await tx
    .insert(ctiEvent)
    .values({
      key: `evidence:${sourceId}:${callId}:${event.event}`,
      legId,
      event,
      receivedAt: now,
      timedByReceipt: message.event.occurredAt === null,
    })
    .onConflictDoNothing()
    .returning({ key: ctiEvent.key })
  if (!fresh) return []
  return sumUp(tx, procedures, legId, now)
}

/** The leg's row, made by whichever of its events comes first, and locked. */
async function legFor(tx: Tx, { sourceId, callId, sample }: Received, event: CtiEvent): Promise<string> {
  const leg = legOf([event])
  const [row] = await tx
    .insert(callLeg)
    .values({ sourceId, callId, sample, direction: leg.direction, startedAt: leg.startedAt, state: leg.state })
    // Nothing changes: an update is what locks the row that stands already, and returns it.
    .onConflictDoUpdate({ target: [callLeg.sourceId, callLeg.callId], set: { callId } })
    .returning({ id: callLeg.id })
  return row!.id
}

async function sumUp(tx: Tx, procedures: CallProcedures, legId: string, now: Instant): Promise<string[]> {
  const events = await tx.select().from(ctiEvent).where(eq(ctiEvent.legId, legId)).orderBy(asc(ctiEvent.key))
  const leg = legOf(events.map((row) => row.event))
  const line = await answeringLine(tx, leg)
  const [row] = await tx
    .update(callLeg)
    .set({
      direction: leg.direction,
      lineId: line?.id ?? null,
      number: leg.direction === 'in' ? leg.from : leg.to,
      startedAt: leg.startedAt,
      answeredAt: leg.answeredAt,
      endedAt: leg.endedAt,
      answeredById: leg.answeredAt === null ? null : await answererOf(tx, leg, line?.personId ?? null),
      state: leg.state,
    })
    .where(eq(callLeg.id, legId))
    .returning()
  const summed = row!
  if (summed.state === 'missed') return missed(tx, procedures.call, summed, line, now)
  if (summed.state === 'unanswered') return unanswered(tx, procedures.reach, summed, now)
  if (summed.answeredAt === null) return []
  const settled = await conversationSettles(tx, procedures, summed, now)
  return summed.direction === 'in' ? [...settled, ...(await answered(tx, procedures.call, summed, line, now))] : settled
}

/** Who of ours spoke: an outgoing call is ours by its own number, an incoming one by who answered. */
async function answererOf(tx: Tx, leg: Leg, lineOwnerId: string | null): Promise<string | null> {
  const number = leg.direction === 'out' ? leg.from : leg.answeringNumber
  return (await personOfPbx(tx, leg.answeredUser, number)) ?? lineOwnerId
}
