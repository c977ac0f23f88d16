import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { enterMissed } from '../../db/call/enter.ts'
import { sweep } from '../../db/case/tick.ts'
import { amend, correct } from '../../db/policy/amend.ts'
import { escalations, obligations } from '../../db/schema/case.ts'
import { HOUR, MINUTE } from '../../rules/instant.ts'
import type { Ladder } from '../../rules/obligation/ladder.ts'
import { house } from '../../rules/policy/house.ts'
import { testDb } from '../support/database.ts'
import { department } from '../support/department.ts'

const { db } = await testDb()
const people = await department(db, {
  gm: { role: 'centreGm' },
  deputy: { role: 'centreDeputyGm', superior: 'gm' },
  taker: { role: 'callTaker', superior: 'deputy' },
})
const T0 = Date.now() - HOUR
let serial = 13_500_000_000

/** A stranger's call, missed at `at`: the hour applies, whatever line it came on. */
const missedAt = (at: number) =>
  db.transaction((tx) =>
    enterMissed(tx, procedures, { number: `+86${(serial += 1)}`, occurredAt: at, byId: people.taker }, at),
  )
const change = (policy: string, values: Record<string, unknown>) => ({
  policy,
  values,
  reason: 'board of directors',
  byId: people.gm,
})

async function hourOf(caseId: string) {
  const rows = await db.select().from(obligations).where(eq(obligations.caseId, caseId))
  return rows.find((row) => row.clause === 'S2-3.1.1c')!
}

describe('a rulebook that changes while cases run', () => {
  it('leaves running cases their number by an amendment; new ones take it', async () => {
    const before = await missedAt(T0)
    const version = await db.transaction((tx) =>
      amend(tx, { ...change('S2', { 'call.returnAny': 45 * MINUTE }), effectiveFromAt: T0 + 1 }, T0),
    )
    const after = await missedAt(T0 + 2)
    expect(await hourOf(before)).toMatchObject({ dueAt: T0 + HOUR, policyVersion: 1 })
    expect(await hourOf(after)).toMatchObject({ dueAt: T0 + 2 + 45 * MINUTE, policyVersion: version })
  })

  it('reaches running cases of that version by an erratum, and no others', async () => {
    const running = await missedAt(T0 + 10)
    const older = await missedAt(T0)
    const { version } = await db.transaction((tx) =>
      correct(tx, change('S2', { 'call.returnAny': 50 * MINUTE }), T0 + 20),
    )
    expect(await hourOf(running)).toMatchObject({ dueAt: T0 + 10 + 50 * MINUTE, dueRev: 1, policyVersion: version })
    expect((await hourOf(older)).policyVersion).not.toBe(version)
    expect(await hourOf(older)).toMatchObject({ dueAt: T0 + HOUR, dueRev: 0 })
    expect(await hourOf(await missedAt(T0 + 30))).toMatchObject({
      dueAt: T0 + 30 + 50 * MINUTE,
      policyVersion: version,
    })
  })

  it('turns a verdict that rested on the slip', async () => {
    const held = await missedAt(T0 + 40)
    await sweep(db, T0 + 40 + 50 * MINUTE + 1_000, 0, 100)
    expect(await hourOf(held)).toMatchObject({ verdict: 'late' })
    await db.transaction((tx) => correct(tx, change('S2', { 'call.returnAny': 55 * MINUTE }), T0 + 40 + 51 * MINUTE))
    expect(await hourOf(held)).toMatchObject({ verdict: 'pending', dueAt: T0 + 40 + 55 * MINUTE })
  })

  it('keeps the ladder a case began with when the ladder is amended, and changes it by an erratum', async () => {
    const held = await missedAt(T0 + 50)
    const ladder = structuredClone(house.parameters['ladder.short']!.value) as Ladder
    ladder.rungs[0] = { step: 'superior', to: 'gm', afterMs: 2 * MINUTE }
    const stepsBefore = (await hourOf(held)).steps
    await db.transaction((tx) =>
      amend(tx, { ...change('house', { 'ladder.short': ladder }), effectiveFromAt: T0 + 60 }, T0 + 60),
    )
    expect((await hourOf(held)).steps).toEqual(stepsBefore)

    const younger = await missedAt(T0 + 70)
    ladder.rungs[0] = { step: 'superior', to: 'deputyGm', afterMs: MINUTE }
    await db.transaction((tx) => correct(tx, change('house', { 'ladder.short': ladder }), T0 + 80))
    const { id, steps, lateFromAt } = await hourOf(younger)
    expect(steps.find((step) => step.step === 'superior')).toEqual({
      step: 'superior',
      to: 'deputyGm',
      at: lateFromAt! + MINUTE,
    })
    expect((await hourOf(held)).steps).toEqual(stepsBefore)
    await sweep(db, lateFromAt! + MINUTE, 0, 100)
    const taken = await db.select().from(escalations).where(eq(escalations.obligationId, id))
    expect(taken.find((step) => step.step === 'superior')).toMatchObject({
      state: 'fired',
      recipientIds: [people.deputy],
    })
  })

  it('refuses an amendment of yesterday, a number nobody knows, and a value of the wrong unit', async () => {
    const run = (values: Record<string, unknown>, effectiveFromAt = T0 + HOUR) =>
      db.transaction((tx) => amend(tx, { ...change('S2', values), effectiveFromAt }, T0 + HOUR))
    await expect(run({}, T0 + HOUR - 1)).rejects.toMatchObject({ code: 'policy.inThePast' })
    await expect(run({ 'call.returnNobody': 1 })).rejects.toMatchObject({ code: 'policy.unknownParameter' })
    await expect(run({ 'call.returnAny': 1.5 })).rejects.toMatchObject({
      code: 'policy.wrongValue',
      details: { field: 'values.call.returnAny', clause: 'S2-3.1.1c' },
    })
    await expect(run({ 'call.quarterFrom': 'noon' })).rejects.toMatchObject({ code: 'policy.wrongValue' })
  })
})
