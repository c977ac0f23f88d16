import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { receive } from '../../db/call/receive.ts'
import { sweep } from '../../db/case/tick.ts'
import { newId } from '../../db/id.ts'
import { escalations, obligations } from '../../db/schema/case.ts'
import { line, outage } from '../../db/schema/person.ts'
import { HOUR, MINUTE } from '../../rules/instant.ts'
import { testDb } from '../support/database.ts'
import { customerOf, department, hotline } from '../support/department.ts'

const { db } = await testDb()
const [STAFFED, EMPTY] = ['+864008001234', '+864008005678']
const people = await department(db, {
  gm: { role: 'centreGm' },
  deputy: { role: 'centreDeputyGm', superior: 'gm' },
  lead: { role: 'technicalServiceManager', superior: 'deputy' },
  taker: { role: 'callTaker', superior: 'lead' },
})
const staffed = await hotline(db, STAFFED, [people.taker])
await db.insert(line).values({ id: newId(), number: EMPTY, kind: 'hotline', department: '客服中心' })
const T0 = Date.UTC(2026, 4, 9, 2)
await db
  .insert(outage)
  .values({ id: newId(), lineId: staffed, fromAt: T0, toAt: T0 + 3 * HOUR, declaredAt: T0 + 3 * HOUR })

let serial = 13_400_000_000
/** A customer's call that ended at `at` and was told to us at `toldAt`. */
async function missed(to: string, at: number, toldAt: number) {
  const from = `+86${(serial += 1)}`
  await customerOf(db, from)
  const event = { event: 'hangup' as const, direction: 'in' as const, from, to, occurredAt: at }
  const [caseId] = await db.transaction((tx) =>
    receive(tx, procedures, { sourceId: 'pbx', callId: from, event }, toldAt),
  )
  return caseId!
}
const stepsOf = (caseId: string) => db.select().from(escalations).where(eq(escalations.caseId, caseId))

describe('a call that an outage held back', () => {
  it('is due from the event, and one alert stands for all the steps whose time has passed [S2-1.5.6] [S2-3.1.1c]', async () => {
    const caseId = await missed(STAFFED, T0 + MINUTE, T0 + 3 * HOUR)
    await sweep(db, T0 + 3 * HOUR, 0, 100)
    const rows = await db.select().from(obligations).where(eq(obligations.caseId, caseId))
    expect(rows.map((row) => row.dueAt).sort()).toEqual([T0 + 31 * MINUTE, T0 + 61 * MINUTE])
    expect(rows.map((row) => row.verdict)).toEqual(['late', 'late'])
    const steps = await stepsOf(caseId)
    for (const row of rows) {
      const own = steps.filter((step) => step.obligationId === row.id)
      expect(own.filter((step) => step.state === 'fired').map((step) => step.step)).toEqual(['gm'])
      expect(own.filter((step) => step.state === 'folded')).toHaveLength(4)
    }
  })

  it('is held against nobody before the outage was over and the news had come', async () => {
    const [during] = await db
      .select()
      .from(obligations)
      .where(eq(obligations.caseId, await missed(STAFFED, T0 + HOUR, T0 + HOUR)))
    expect(during!.answerableFromAt).toBe(T0 + 3 * HOUR)
    const [late] = await db
      .select()
      .from(obligations)
      .where(eq(obligations.caseId, await missed(STAFFED, T0 + 4 * HOUR, T0 + 5 * HOUR)))
    expect(late!.answerableFromAt).toBe(T0 + 5 * HOUR)
    const [prompt] = await db
      .select()
      .from(obligations)
      .where(eq(obligations.caseId, await missed(STAFFED, T0 + 6 * HOUR, T0 + 6 * HOUR)))
    expect(prompt!.answerableFromAt).toBe(prompt!.anchorAt)
  })

  it('is the unit’s gap where nobody was on the roster, and goes to the head of service [S2-3.1.1a]', async () => {
    const caseId = await missed(EMPTY, T0, T0)
    const rows = await db.select().from(obligations).where(eq(obligations.caseId, caseId))
    expect(rows.map(({ bearerId, bearerRole }) => ({ bearerId, bearerRole }))).toEqual([
      { bearerId: null, bearerRole: 'unit' },
      { bearerId: null, bearerRole: 'unit' },
    ])
    await sweep(db, T0 + 30 * MINUTE + 1_000, 0, 100)
    const steps = await stepsOf(caseId)
    expect(steps.find((step) => step.step === 'superior' && step.state === 'fired')!.recipientIds).toEqual([
      people.lead,
    ])
  })
})
