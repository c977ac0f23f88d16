import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { enterCallBack, enterMissed } from '../../db/call/enter.ts'
import { escalations, obligations } from '../../db/schema/case.ts'
import { HOUR, MINUTE, SECOND } from '../../rules/instant.ts'
import { testDb } from '../support/database.ts'
import { department } from '../support/department.ts'
import { skippingSystem } from '../support/skipping.ts'
import { eventually } from '../support/system.ts'

const { db } = await testDb()
const people = await department(db, {
  gm: { role: 'centreGm' },
  deputy: { role: 'centreDeputyGm', superior: 'gm' },
  taker: { role: 'callTaker', superior: 'deputy' },
})
const { act, until, wholeSecond } = await skippingSystem(db)

let serial = 13_300_000_000
async function missedNow() {
  const at = (await wholeSecond()) + SECOND
  await until(at)
  const number = `+86${(serial += 1)}`
  const caseId = await act(
    (id: string) => id,
    (tx) => enterMissed(tx, procedures, { number, occurredAt: at, byId: people.taker }, at),
  )
  return { caseId, at }
}

async function verdictOf(caseId: string, clause: string) {
  const [row] = await db
    .select()
    .from(obligations)
    .where(and(eq(obligations.caseId, caseId), eq(obligations.clause, clause)))
  return row!.verdict
}

describe.each([
  { clause: 'S2-1.5.6', limit: 30 * MINUTE },
  { clause: 'S2-3.1.1c', limit: HOUR },
])('the deadline of $clause, by the workflow’s own clock', ({ clause, limit }) => {
  it('passes without a call back: pending one second before and at the last second, late after [S2-1.5.6] [S2-3.1.1c]', async () => {
    const { caseId, at } = await missedNow()
    await until(at + limit - SECOND)
    expect(await verdictOf(caseId, clause)).toBe('pending')
    await until(at + limit)
    expect(await verdictOf(caseId, clause)).toBe('pending')
    await until(at + limit + SECOND)
    expect(await eventually(async () => ((await verdictOf(caseId, clause)) === 'late' ? true : undefined))).toBe(true)
    const steps = await db.select().from(escalations).where(eq(escalations.caseId, caseId))
    expect(steps.every((step) => step.by === 'timer')).toBe(true)
  })

  it.each([-SECOND, 0])(
    'is kept by a call back %i ms from it, and the clock adds nothing [S2-1.5.6] [S2-3.1.1c]',
    async (from) => {
      const { caseId, at } = await missedNow()
      await until(at + limit + from)
      const occurredAt = at + limit + from
      await act(
        () => caseId,
        (tx) => enterCallBack(tx, procedures, { caseId, occurredAt, spoke: true, byId: people.taker }, occurredAt),
      )
      await until(at + limit + HOUR)
      expect(await verdictOf(caseId, clause)).toBe('onTime')
    },
  )
})

describe('the ladder of a missed call', () => {
  it('takes each step at its own time, once', async () => {
    const { caseId, at } = await missedNow()
    await until(at + 3 * HOUR)
    const rows = await eventually(async () => {
      const steps = await db.select().from(escalations).where(eq(escalations.caseId, caseId))
      return steps.length === 10 ? steps : undefined
    })
    const plan = (end: number) => ({
      remind50: end / 2,
      remind80: end * 0.8,
      superior: end + SECOND,
      deputyGm: end + SECOND + 15 * MINUTE,
      gm: end + SECOND + HOUR,
    })
    const byPromise = await db.select().from(obligations).where(eq(obligations.caseId, caseId))
    for (const row of byPromise) {
      const own = rows.filter((step) => step.obligationId === row.id)
      expect(Object.fromEntries(own.map((step) => [step.step, step.plannedAt - at]))).toEqual(plan(row.dueAt! - at))
      expect(own.every((step) => step.state === 'fired')).toBe(true)
    }
  })
})
