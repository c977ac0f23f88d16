import { z } from 'zod'
import type { Received } from '../../db/call/receive.ts'
import { CTI_EVENTS } from '../../rules/call/telephony.ts'
import { MINUTE, type Instant } from '../../rules/instant.ts'
import { normaliseNumber } from '../../rules/person/phoneNumber.ts'
import { zInstant } from '../http/instant.ts'

/** A telephone system's clock may run ahead of ours by this much; its time is then taken for ours. House rule. */
const CLOCK_SKEW_MS = MINUTE

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value)
const text = (max: number) => z.preprocess(first, z.string().max(max))

/** A message in the CTI shape that PBXs send (form or JSON); `occurredAt` is our optional extension. */
export const ctiMessage = z.object({
  event: z.preprocess(first, z.enum(CTI_EVENTS)),
  callId: text(200).pipe(z.string().min(1)),
  from: text(64).default(''),
  to: text(64).default(''),
  direction: z.preprocess(first, z.enum(['in', 'out'])),
  cause: text(64).optional(),
  user: text(200).optional(),
  answeringNumber: text(64).optional(),
  occurredAt: zInstant.optional(),
})
export type CtiMessage = z.output<typeof ctiMessage>

/** The message as the verb takes it. A number that isn't one (`anonymous`, empty) was withheld. */
export function receivedOf(message: CtiMessage, sourceId: string, sample: string | null, now: Instant): Received {
  const { event, callId, direction, cause, user, answeringNumber, occurredAt } = message
  return {
    sourceId,
    callId,
    sample,
    event: {
      event,
      direction,
      from: normaliseNumber(message.from),
      to: normaliseNumber(message.to),
      cause,
      user,
      answeringNumber: (answeringNumber && normaliseNumber(answeringNumber)) || undefined,
      occurredAt: occurredAt === undefined ? null : Math.min(occurredAt, now),
    },
  }
}

/** Whether a message claims a time that no skew of clocks explains. */
export const isFuture = (message: CtiMessage, now: Instant) => (message.occurredAt ?? now) > now + CLOCK_SKEW_MS
