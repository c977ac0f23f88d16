import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judge } from '../../db/case/judge.ts'
import { lockCases } from '../../db/case/lock.ts'
import { sweep } from '../../db/case/tick.ts'
import { newId } from '../../db/id.ts'
import { testDb } from '../support/database.ts'
import { judgeByHand, type Move, type Promised } from '../support/oracle.ts'
import { barePromise, standingOf } from '../support/promise.ts'

const { db } = await testDb()
const LATE = Date.UTC(2026, 3, 7, 10)
const promised: Promised = {
  lateFromAt: LATE,
  answerableFromAt: 0,
  steps: [
    { step: 'remind50', at: LATE - 20, to: 'bearer' },
    { step: 'superior', at: LATE, to: 'superior' },
    { step: 'deputyGm', at: LATE + 10, to: 'deputyGm' },
    { step: 'gm', at: LATE + 20, to: 'gm' },
  ],
  stakeFen: -5_000,
}

async function make(caseId: string, obligationId: string, move: Move): Promise<void> {
  await db.transaction(async (tx) => {
    await lockCases(tx, [caseId])
    if ('look' in move) await judge(tx, [caseId], move.look, [], 'timer')
    else
      await judge(tx, [caseId], move.seenAt, [{ obligationId, work: move.work, occurredAt: move.evidence }], 'person')
  })
}

const near = fc.integer({ min: LATE - 30, max: LATE + 30 })
const moves = fc.array(
  fc.oneof(
    near.map((look): Move => ({ look })),
    fc
      .tuple(near, fc.integer({ min: 0, max: 20 }), fc.constantFrom('done' as const, 'elsewhere' as const))
      .map(([evidence, delay, work]): Move => ({ evidence, seenAt: evidence + delay, work })),
  ),
  { minLength: 1, maxLength: 7 },
)

describe('the judging statement', () => {
  it('says what the oracle says, for every order of looks and evidence', async () => {
    await fc.assert(
      fc.asyncProperty(moves, fc.constantFrom(0, LATE + 5), async (made, answerableFromAt) => {
        const about = { ...promised, answerableFromAt }
        const { caseId, obligationId } = await barePromise(db, about, 'somebody')
        for (const move of made) await make(caseId, obligationId, move)
        expect(await standingOf(db, obligationId)).toEqual(judgeByHand(about, made))
      }),
      { numRuns: 150 },
    )
  })

  it('compares the act with the due time, whenever the news came', async () => {
    await fc.assert(
      fc.asyncProperty(moves, near, async (made, evidence) => {
        const { caseId, obligationId } = await barePromise(db, promised, 'somebody')
        for (const move of made) if ('look' in move) await make(caseId, obligationId, move)
        await make(caseId, obligationId, { evidence, seenAt: LATE + 60, work: 'done' })
        const { verdict, entries } = await standingOf(db, obligationId)
        expect(verdict).toBe(evidence < LATE ? 'onTime' : 'late')
        expect(entries.reduce((sum, amount) => sum + amount, 0)).toBe(evidence < LATE ? 0 : -5_000)
      }),
      { numRuns: 60 },
    )
  })

  it('gives no wrong verdict when evidence and deadline meet within 5 ms, hammered from both sides', async () => {
    const rounds = Array.from({ length: 120 }, (_, i) => ({ evidence: LATE - 5 + (i % 11), key: newId() }))
    const made = await Promise.all(
      rounds.map(async (round) => ({ ...round, ...(await barePromise(db, promised, 'somebody')) })),
    )
    await Promise.all(
      made.flatMap(({ caseId, obligationId, evidence }) => [
        make(caseId, obligationId, { look: LATE }),
        make(caseId, obligationId, { evidence, seenAt: LATE + 5, work: 'done' }),
        sweep(db, LATE + 1, 0, 20),
      ]),
    )
    for (const { obligationId, evidence } of made) {
      const { work, verdict, entries, fired } = await standingOf(db, obligationId)
      expect({ work, verdict }).toEqual({ work: 'done', verdict: evidence < LATE ? 'onTime' : 'late' })
      expect(entries.reduce((sum, amount) => sum + amount, 0)).toBe(evidence < LATE ? 0 : -5_000)
      expect(entries.length).toBeLessThanOrEqual(2)
      expect(new Set(fired).size).toBe(fired.length)
    }
  })
})
