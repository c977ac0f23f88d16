import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { receive } from '../../db/call/receive.ts'
import { sweep } from '../../db/case/tick.ts'
import { cases, obligations } from '../../db/schema/case.ts'
import type { CtiEvent } from '../../rules/call/telephony.ts'
import { HOUR, SECOND } from '../../rules/instant.ts'
import { testDb } from '../support/database.ts'
import { customerOf, department, hotline } from '../support/department.ts'

const { db } = await testDb()
const HOTLINE = '+864008001234'
const POSTED = '+8613600000001'
const AT_HOME = '+8613600000002'
const CUSTOMER = '+8613600000003'
const people = await department(db, {
  taker: { role: 'callTaker' },
  posted: { role: 'engineer', posted: true, number: POSTED },
  atHome: { role: 'engineer', number: AT_HOME },
})
await hotline(db, HOTLINE, [people.taker])
await customerOf(db, CUSTOMER)
const T0 = Date.UTC(2026, 4, 9, 2)

let serial = 0
async function tell(event: Pick<CtiEvent, 'event' | 'direction'> & { other: string }, at: number) {
  const { direction, other } = event
  const ends = direction === 'out' ? { from: HOTLINE, to: other } : { from: other, to: HOTLINE }
  return db.transaction((tx) =>
    receive(
      tx,
      procedures,
      {
        sourceId: 'pbx',
        callId: `${(serial += 1)}`,
        event: { event: event.event, direction, ...ends, occurredAt: at },
      },
      at,
    ),
  )
}
async function promiseOf(caseId: string) {
  const [row] = await db.select().from(obligations).where(eq(obligations.caseId, caseId))
  return row!
}
const notReached = (other: string, at: number) => tell({ event: 'hangup', direction: 'out', other }, at)

describe('posted staff whom a call of ours did not reach', () => {
  it.each([
    [HOUR - SECOND, 'onTime'],
    [HOUR, 'onTime'],
    [HOUR + SECOND, 'late'],
  ])('and who are spoken to after %i ms are %s [S2-1.2.2c]', async (after, verdict) => {
    const at = T0 + serial * 24 * HOUR
    const [caseId] = await notReached(POSTED, at)
    expect(await promiseOf(caseId!)).toMatchObject({ clause: 'S2-1.2.2c', bearerId: people.posted, dueAt: at + HOUR })
    await sweep(db, at + after, 0, 100)
    await tell({ event: 'answer', direction: serial % 2 ? 'in' : 'out', other: POSTED }, at + after)
    expect(await promiseOf(caseId!)).toMatchObject({ verdict })
    const [held] = await db.select().from(cases).where(eq(cases.id, caseId!))
    expect(held!.state).toBe('ended')
  })

  it('are recorded as out of contact by the clock when nobody speaks with them [S2-1.2.2c]', async () => {
    const at = T0 + 100 * 24 * HOUR
    const [caseId] = await notReached(POSTED, at)
    await sweep(db, at + HOUR, 0, 100)
    expect(await promiseOf(caseId!)).toMatchObject({ verdict: 'pending' })
    await sweep(db, at + HOUR + SECOND, 0, 100)
    expect(await promiseOf(caseId!)).toMatchObject({ work: 'open', verdict: 'late' })
  })

  it('are not those at home, nor customers: there it is an attempt', async () => {
    expect(await notReached(AT_HOME, T0)).toEqual([])
    expect(await notReached(CUSTOMER, T0)).toEqual([])
  })
})
