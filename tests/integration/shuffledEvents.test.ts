import { eq, inArray } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { receive } from '../../db/call/receive.ts'
import { calls } from '../../db/schema/call.ts'
import { cases, obligations } from '../../db/schema/case.ts'
import type { CtiEvent } from '../../rules/call/telephony.ts'
import { MINUTE, SECOND } from '../../rules/instant.ts'
import { testDb } from '../support/database.ts'
import { customerOf, department, hotline } from '../support/department.ts'

const { db } = await testDb()
const HOTLINE = '+864008001234'
const people = await department(db, { taker: { role: 'callTaker', number: HOTLINE } })
await hotline(db, HOTLINE, [people.taker])
const T0 = Date.UTC(2026, 1, 16, 15)

interface Message {
  callId: string
  event: CtiEvent
}
/** Two missed calls of one customer, our attempt that nobody took, our call back, and the customer getting through later. */
function story(number: string, backAfter: number): Message[] {
  const incoming = { direction: 'in' as const, from: number, to: HOTLINE }
  const outgoing = { direction: 'out' as const, from: HOTLINE, to: number }
  const at = (ms: number) => T0 + ms
  return [
    { callId: 'missed1', event: { event: 'newCall', ...incoming, occurredAt: at(0) } },
    { callId: 'missed1', event: { event: 'hangup', ...incoming, cause: 'cancel', occurredAt: at(20 * SECOND) } },
    { callId: 'missed2', event: { event: 'newCall', ...incoming, occurredAt: at(5 * MINUTE) } },
    {
      callId: 'missed2',
      event: { event: 'hangup', ...incoming, cause: 'noAnswer', occurredAt: at(5 * MINUTE + 20 * SECOND) },
    },
    { callId: 'attempt', event: { event: 'newCall', ...outgoing, occurredAt: at(6 * MINUTE) } },
    { callId: 'attempt', event: { event: 'hangup', ...outgoing, cause: 'noAnswer', occurredAt: at(7 * MINUTE) } },
    { callId: 'back', event: { event: 'newCall', ...outgoing, occurredAt: at(backAfter - 10 * SECOND) } },
    { callId: 'back', event: { event: 'answer', ...outgoing, occurredAt: at(backAfter) } },
    {
      callId: 'back',
      event: { event: 'hangup', ...outgoing, cause: 'normalClearing', occurredAt: at(backAfter + MINUTE) },
    },
    { callId: 'through', event: { event: 'newCall', ...incoming, occurredAt: at(3 * 60 * MINUTE) } },
    {
      callId: 'through',
      event: { event: 'answer', ...incoming, answeringNumber: HOTLINE, occurredAt: at(3 * 60 * MINUTE + 5 * SECOND) },
    },
  ]
}

/** What the department can see of a caller, whatever order the news came in. */
async function outcome(number: string) {
  const held = await db
    .select({ id: cases.id, startedAt: cases.startedAt })
    .from(cases)
    .innerJoin(calls, eq(calls.caseId, cases.id))
    .where(eq(calls.number, number))
  const rows = await db
    .select()
    .from(obligations)
    .where(
      inArray(
        obligations.caseId,
        held.map((one) => one.id),
      ),
    )
  const startOf = new Map(held.map((one) => [one.id, one.startedAt - T0]))
  return rows
    .filter((row) => row.promise === 'return' && row.reason !== 'notOwed')
    .map((row) => `${startOf.get(row.caseId)} ${row.clause}: ${row.verdict} at ${row.settledAt! - T0}`)
    .sort()
}

let serial = 13_200_000_000
async function deliver(messages: readonly (Message & { delay: number })[], number: string) {
  const ordered = [...messages].sort((a, b) => a.event.occurredAt + a.delay - (b.event.occurredAt + b.delay))
  for (const { callId, event, delay } of ordered)
    await db.transaction((tx) =>
      receive(tx, procedures, { sourceId: 'pbx', callId: `${number}-${callId}`, event }, event.occurredAt + delay),
    )
}

describe('telephony events, shuffled, repeated and hours late', () => {
  it('come to the same verdicts as in their proper order [S2-1.5.6] [S2-3.1.1c]', async () => {
    const delays = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4 * 60 * MINUTE })), {
      minLength: 11,
      maxLength: 11,
    })
    const repeats = fc.subarray(Array.from({ length: 11 }, (_, i) => i))
    const backs = fc.constantFrom(
      29 * MINUTE,
      30 * MINUTE + 20 * SECOND,
      30 * MINUTE + 21 * SECOND,
      40 * MINUTE,
      66 * MINUTE,
    )
    await fc.assert(
      fc.asyncProperty(delays, repeats, backs, async (late, again, backAfter) => {
        const [proper, shuffled] = [`+86${(serial += 1)}`, `+86${(serial += 1)}`]
        for (const number of [proper, shuffled]) await customerOf(db, number)
        const inOrder = story(proper, backAfter).map((message) => ({ ...message, delay: 0 }))
        const disordered = story(shuffled, backAfter).map((message, i) => ({ ...message, delay: late[i]! }))
        const repeated = again.map((i) => ({ ...disordered[i]!, delay: disordered[i]!.delay + 1 }))
        await deliver(inOrder, proper)
        await deliver([...disordered, ...repeated], shuffled)
        expect(await outcome(proper)).toHaveLength(4)
        expect(await outcome(shuffled)).toEqual(await outcome(proper))
      }),
      { numRuns: 25 },
    )
  }, 120_000)
})
