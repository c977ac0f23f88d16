import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Procedure } from '../../rules/case.ts'
import { HOUR, MINUTE, SECOND } from '../../rules/instant.ts'
import { citation } from '../../rules/policy/parameter.ts'
import type { Terms } from '../../rules/policy/parameter.ts'
import type { Story } from '../../rules/story.ts'
import { parseInstant } from '../../rules/time/local.ts'
import { goBack } from '../../db/case/goBack.ts'
import { openCase } from '../../db/case/openCase.ts'
import { lockCase, proceed, settle, writeFact } from '../../db/case/record.ts'
import { redue } from '../../db/case/redue.ts'
import { sweep } from '../../db/case/tick.ts'
import { obligationsOf, viewOf } from '../../db/case/view.ts'
import { termsFor } from '../../db/policy/terms.ts'
import { cases, escalations, pokes } from '../../db/schema/case.ts'
import { consequences } from '../../db/schema/consequence.ts'
import { testDb } from '../support/database.ts'
import { department } from '../support/department.ts'

const { db } = await testDb()
const START = parseInstant('2026-04-07T09:00:00+08:00')
const people = await department(db, { bearer: { role: 'engineer' } })
let terms: Terms

const story: Story = async (p) => {
  await p.keep('first')
  const clock = p.begin('clock')
  await p.keep('second')
  await clock
}

/** One promise of a day with ¥50 on it, between two without a clock. */
const procedure: Procedure = {
  kind: 'sample',
  story,
  owed: (promise, view) => [
    {
      ...citation(view.terms, 'prompt.target'),
      bearer: { personId: people.bearer },
      anchorAt: START,
      due: promise === 'clock' ? { kind: 'by', at: START + 8 * HOUR, edge: 'within' } : { kind: 'none' },
      stake:
        promise === 'clock' ? { clause: 'S0-A-7.1', amountFen: -5000, policy: 'house', policyVersion: 1 } : undefined,
    },
  ],
}

beforeAll(async () => {
  terms = await termsFor(db, { topic: 'house', at: START })
})

async function opened() {
  return db.transaction(async (tx) => {
    const held = await openCase(tx, { kind: 'sample', startedAt: START, terms })
    await proceed(tx, procedure, held, START)
    await done(tx, held.id, 'first', START)
    return held.id
  })
}

type Tx = Parameters<Parameters<typeof db.transaction>[0]>[0]

async function done(tx: Tx, caseId: string, promise: string, at: number) {
  const held = (await lockCase(tx, caseId))!
  const rows = (await obligationsOf(tx, caseId)).filter((row) => row.promise === promise && row.work === 'open')
  const evidence = rows.map((row) => ({ obligationId: row.id, work: 'done' as const, occurredAt: at }))
  await settle(tx, caseId, evidence, at)
  await proceed(tx, procedure, held, at)
}

const clockOf = async (caseId: string) =>
  (await obligationsOf(db as never, caseId)).find((row) => row.promise === 'clock')!

async function moveTo(caseIds: string[], at: number, now: number) {
  const rows = await Promise.all(caseIds.map(clockOf))
  return db.transaction(async (tx) => {
    const held = (await lockCase(tx, caseIds[0]!))!
    const due = { kind: 'by' as const, at, edge: 'within' as const }
    const changes = rows.map((row) => ({ obligationId: row.id, due, anchorAt: START }))
    return redue(tx, changes, await viewOf(tx, held), now)
  })
}

const net = async (caseId: string) => {
  const rows = await db.select().from(consequences).where(eq(consequences.caseId, caseId))
  return { entries: rows.length, fen: rows.reduce((sum, row) => sum + row.amountFen, 0) }
}

describe('moving a due time', () => {
  it('lays reminders and ladder out anew under the next revision, and pokes only when the alarm is earlier', async () => {
    const [later, earlier] = [await opened(), await opened()]
    await db.update(cases).set({ armedAt: START + 4 * HOUR })
    await db.delete(pokes)
    expect(await moveTo([later], START + 12 * HOUR, START + HOUR)).toEqual([])
    expect(await moveTo([earlier], START + 4 * HOUR, START + HOUR)).toEqual([earlier])
    expect(await clockOf(later)).toMatchObject({ dueAt: START + 12 * HOUR, dueRev: 1, nextAlarmAt: START + 6 * HOUR })
    expect(await clockOf(earlier)).toMatchObject({ dueAt: START + 4 * HOUR, dueRev: 1, nextAlarmAt: START + 2 * HOUR })
    expect((await db.select().from(pokes)).map((row) => row.caseId)).toEqual([earlier])
  })

  it('takes a lateness back that the new time undoes, and lets the new time be missed anew', async () => {
    const caseId = await opened()
    await sweep(db, START + 8 * HOUR + SECOND, 0, 100)
    expect(await clockOf(caseId)).toMatchObject({ verdict: 'late', dueRev: 0 })
    await moveTo([caseId], START + 10 * HOUR, START + 9 * HOUR)
    expect(await clockOf(caseId)).toMatchObject({ verdict: 'pending', dueRev: 1 })
    expect(await net(caseId)).toEqual({ entries: 2, fen: 0 })
    await sweep(db, START + 10 * HOUR, 0, 100)
    expect(await clockOf(caseId)).toMatchObject({ verdict: 'pending' })
    await sweep(db, START + 10 * HOUR + SECOND, 0, 100)
    expect(await clockOf(caseId)).toMatchObject({ verdict: 'late' })
    expect(await net(caseId)).toEqual({ entries: 3, fen: -5000 })
    const steps = await db.select().from(escalations).where(eq(escalations.caseId, caseId))
    expect(
      steps
        .filter((step) => step.step === 'superior')
        .map((step) => step.key.split(':')[2])
        .sort(),
    ).toEqual(['0', '1'])
  })

  it.each([
    ['before', START + 3 * HOUR - SECOND, 'late'],
    ['at', START + 3 * HOUR, 'onTime'],
    ['after', START + 3 * HOUR + SECOND, 'onTime'],
  ])('compares what is done with a new time one second %s the act', async (_, at, verdict) => {
    const caseId = await opened()
    await db.transaction((tx) => done(tx, caseId, 'clock', START + 3 * HOUR))
    await moveTo([caseId], at, START + 4 * HOUR)
    expect(await clockOf(caseId)).toMatchObject({ work: 'done', verdict })
    expect((await net(caseId)).fen).toBe(verdict === 'late' ? -5000 : 0)
  })

  it('judges at once what the new time has made overdue, with one alert for the steps that time has passed', async () => {
    const caseId = await opened()
    await moveTo([caseId], START + HOUR, START + 3 * HOUR)
    expect(await clockOf(caseId)).toMatchObject({ verdict: 'late', dueRev: 1 })
    const steps = await db.select().from(escalations).where(eq(escalations.caseId, caseId))
    expect(steps.filter((step) => step.state === 'fired').map((step) => step.step)).toEqual(['gm'])
  })

  it('leaves an accepted cause alone', async () => {
    const caseId = await opened()
    await sweep(db, START + 8 * HOUR + SECOND, 0, 100)
    const row = await clockOf(caseId)
    await db.transaction(async (tx) => {
      await lockCase(tx, caseId)
      await settle(tx, caseId, [{ obligationId: row.id, occurredAt: START, verdict: 'excused' }], START + 9 * HOUR)
    })
    await moveTo([caseId], START + HOUR, START + 10 * HOUR)
    expect(await clockOf(caseId)).toMatchObject({ verdict: 'excused' })
    expect(await net(caseId)).toEqual({ entries: 2, fen: 0 })
  })
})

describe('going back a step', () => {
  it('supersedes what is owed once more, and carries what was kept and a running clock into the next round', async () => {
    const caseId = await opened()
    const before = await clockOf(caseId)
    await db.transaction(async (tx) => {
      const held = (await lockCase(tx, caseId))!
      const factId = (await writeFact(tx, caseId, { kind: 'back', occurredAt: START + MINUTE }, START + MINUTE))!
      const next = await goBack(tx, held, { again: ['second'], factId, occurredAt: START + MINUTE }, START + MINUTE)
      await proceed(tx, procedure, next, START + MINUTE)
    })
    const rows = await obligationsOf(db as never, caseId)
    const told = rows.map((row) => [row.promise, row.round, row.work, row.reason])
    expect(told).toEqual([
      ['first', 2, 'done', null],
      ['clock', 2, 'open', null],
      ['second', 1, 'released', 'superseded'],
      ['second', 2, 'open', null],
    ])
    expect(await clockOf(caseId)).toMatchObject({ id: before.id, nextAlarmAt: before.nextAlarmAt })
  })
})
import { everyEntryExplainsItself } from '../support/explained.ts'

it('each entry made here explains itself in both languages and names rows that exist', async () => {
  expect(await everyEntryExplainsItself(db)).toEqual(
    expect.arrayContaining(['fine late', 'reversal excused', 'reversal redue']),
  )
})
