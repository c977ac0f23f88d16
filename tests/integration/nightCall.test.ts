import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { receive, type Received } from '../../db/call/receive.ts'
import { sweep, tick } from '../../db/case/tick.ts'
import { obligations } from '../../db/schema/case.ts'
import { consequences } from '../../db/schema/consequence.ts'
import { parseInstant } from '../../rules/time/local.ts'
import { testDb } from '../support/database.ts'
import { customerOf, department, hotline } from '../support/department.ts'

const { db } = await testDb()
const HOTLINE = '+864008001234'
const people = await department(db, {
  gm: { role: 'centreGm' },
  deputy: { role: 'centreDeputyGm', superior: 'gm' },
  lead: { role: 'technicalServiceManager', superior: 'deputy' },
  taker: { role: 'callTaker', superior: 'lead', number: HOTLINE },
})
await hotline(db, HOTLINE, [people.taker])

const at = (time: string) => parseInstant(`2026-02-${time}+08:00`)
let serial = 13_800_000_000
const nextNumber = () => `+86${(serial += 1)}`

async function send(
  message: Partial<Received['event']> & { callId: string; event: 'newCall' | 'answer' | 'hangup' },
  now: number,
) {
  const { callId, ...event } = message
  return db.transaction((tx) =>
    receive(
      tx,
      procedures,
      { sourceId: 'pbx', callId, event: { direction: 'in', from: null, to: HOTLINE, occurredAt: now, ...event } },
      now,
    ),
  )
}

/** A known customer gives up at 16 Feb 23:50:40, holiday eve. */
async function nightCall(from = nextNumber()) {
  await customerOf(db, from)
  const callId = `night-${from}`
  await send({ callId, event: 'newCall', from, occurredAt: at('16T23:50:05') }, at('16T23:50:05'))
  const [caseId] = await send(
    { callId, event: 'hangup', from, cause: 'cancel', occurredAt: at('16T23:50:40') },
    at('16T23:50:41'),
  )
  return { caseId: caseId!, from }
}

async function callBack(number: string, time: string) {
  await send(
    {
      callId: `back-${number}`,
      event: 'newCall',
      direction: 'out',
      from: HOTLINE,
      to: number,
      occurredAt: at(time) - 9_000,
    },
    at(time),
  )
  await send(
    { callId: `back-${number}`, event: 'answer', direction: 'out', from: HOTLINE, to: number, occurredAt: at(time) },
    at(time),
  )
}

async function verdicts(caseId: string) {
  const rows = await db.select().from(obligations).where(eq(obligations.caseId, caseId))
  const owed = rows.filter((row) => row.promise === 'return')
  return Object.fromEntries(owed.map((row) => [row.clause, `${row.work}/${row.verdict}`]))
}

describe('the night call', () => {
  it('owes both clauses, due 00:20:40 and 00:50:40 [S2-1.5.6] [S2-3.1.1c]', async () => {
    const { caseId } = await nightCall()
    const rows = await db.select().from(obligations).where(eq(obligations.caseId, caseId))
    expect(Object.fromEntries(rows.map((row) => [row.clause, row.dueAt]))).toEqual({
      'S2-1.5.6': at('17T00:20:40'),
      'S2-3.1.1c': at('17T00:50:40'),
    })
    expect(rows.every((row) => row.bearerId === people.taker)).toBe(true)
  })

  it.each([
    ['17T00:20:39', 'done/onTime', 'done/onTime'],
    ['17T00:20:40', 'done/onTime', 'done/onTime'],
    ['17T00:20:41', 'done/late', 'done/onTime'],
    ['17T00:50:39', 'done/late', 'done/onTime'],
    ['17T00:50:40', 'done/late', 'done/onTime'],
    ['17T00:50:41', 'done/late', 'done/late'],
  ])('spoken to at %s: %s under half an hour, %s under the hour [S2-1.5.6] [S2-3.1.1c]', async (time, half, hour) => {
    const { caseId, from } = await nightCall()
    await sweep(db, at(time), 0, 100)
    await callBack(from, time)
    expect(await verdicts(caseId)).toEqual({ 'S2-1.5.6': half, 'S2-3.1.1c': hour })
    expect(await db.select().from(consequences).where(eq(consequences.caseId, caseId))).toEqual([])
  })

  it('is judged by the clock at the first second that is late, by whichever eye looks first', async () => {
    const { caseId } = await nightCall()
    await tick(db, caseId, at('17T00:20:40'))
    expect(await verdicts(caseId)).toMatchObject({ 'S2-1.5.6': 'open/pending' })
    await tick(db, caseId, at('17T00:20:41'))
    expect(await verdicts(caseId)).toEqual({ 'S2-1.5.6': 'open/late', 'S2-3.1.1c': 'open/pending' })
  })
})
