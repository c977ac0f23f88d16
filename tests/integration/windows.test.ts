import { and, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { readAccident } from '../../db/accident/read.ts'
import { claimCause, waive } from '../../db/consequence/decide.ts'
import { correctRecord } from '../../db/record/record.ts'
import { correct } from '../../db/policy/amend.ts'
import { cases, obligations } from '../../db/schema/case.ts'
import { consequences } from '../../db/schema/consequence.ts'
import { notifications } from '../../db/schema/notification.ts'
import { decideRecommendation } from '../../db/window/decide.ts'
import { gradeOn } from '../../db/window/grade.ts'
import { markOutdated } from '../../db/window/mark.ts'
import { recomputeWindows } from '../../db/window/recompute.ts'
import { DAY, HOUR } from '../../rules/instant.ts'
import { accidentDesk, at, COMPLAINT_I, COMPLAINT_II, newEngineer } from '../support/accidents.ts'
import { testDb } from '../support/database.ts'
import { department } from '../support/department.ts'
import { everyEntryExplainsItself } from '../support/explained.ts'

const { db } = await testDb()
const people = await department(db, {
  gm: { role: 'companyGm' },
  director: { role: 'serviceDirector', superior: 'gm' },
  hr: { role: 'hrSpecialist' },
})
const { gm, director } = people
const desk = accidentDesk(db, people.hr)

const engineer = () => newEngineer(db, director)
const decide = (caseId: string, approved: boolean, now: number, byId = gm) =>
  db.transaction((tx) =>
    decideRecommendation(tx, procedures.recommendation, { caseId, approved, note: '研究决定', byId }, now),
  )
const waiting = async (caseId: string) =>
  (
    await db
      .select()
      .from(obligations)
      .where(and(eq(obligations.caseId, caseId), eq(obligations.work, 'open')))
  ).map((row) => [row.promise, row.bearerRole, row.dueKind])
const stateOf = async (caseId: string) => (await db.select().from(cases).where(eq(cases.id, caseId)))[0]!.state
const about = (entryId: string) =>
  db.select().from(consequences).where(eq(consequences.aboutId, entryId)).orderBy(consequences.id)
const summary = async (who: string) => (await desk.standing(who)).map((row) => [row.clause, row.kind, row.amountFen])
afterEach(() => desk.follow(at('2026-12-01T00:00:00')))

describe('failed exams', () => {
  it('cost ¥50 each; three of them ask for a downgrade, which waits for the general manager [S0-A-7.4a] [S0-A-7.4b]', async () => {
    const who = await engineer()
    const failed = { kind: 'examTaken', exam: 'training', passed: false } as const
    await desk.record(who, { kind: 'payGradeSet', grade: 2 }, at('2025-01-01T00:00:00'))
    await desk.record(who, failed, at('2026-03-03T09:00:00'))
    await desk.record(who, { ...failed, passed: true }, at('2026-03-04T09:00:00'))
    await desk.record(who, { kind: 'openingExamFailed' }, at('2022-03-03T09:00:00'))
    const now = at('2026-03-10T09:00:00')
    await desk.follow(now)
    expect(await summary(who)).toEqual([['S0-A-7.4a', 'fine', -5_000]])
    const third = await desk.record(who, failed, at('2026-02-03T09:00:00'), now)
    await desk.follow(now)
    const [asked] = await desk.asked(who)
    expect(asked).toMatchObject({ action: 'downgrade', grounded: true, decision: null })
    expect(await waiting(asked!.caseId)).toEqual([['decide', 'companyGm', 'none']])
    const [entry] = (await desk.standing(who)).filter((row) => row.kind === 'recommendation')
    expect(entry).toMatchObject({
      clause: 'S0-A-7.4b',
      amountFen: 0,
      arithmetic: { grade: 2, target: 3, count: 3 },
    })
    expect(entry!.evidenceIds).toHaveLength(3)
    const told = await db.select().from(notifications).where(eq(notifications.caseId, asked!.caseId))
    expect(new Set(told.map((row) => row.personId))).toEqual(new Set([gm, who]))
    expect(await gradeOn(db, who, now)).toBe(2)

    // The third was an error: nothing is left to decide.
    const taken = { factId: third.id, byId: people.hr, reason: '录入有误' }
    await expect(db.transaction((tx) => correctRecord(tx, { ...taken, byId: who }, now))).rejects.toMatchObject({
      code: 'record.ownMatter',
    })
    await db.transaction((tx) => correctRecord(tx, taken, now))
    await expect(db.transaction((tx) => correctRecord(tx, taken, now))).rejects.toMatchObject({
      code: 'record.correctedAlready',
    })
    await desk.follow(now)
    expect(await summary(who)).toEqual([['S0-A-7.4a', 'fine', -5_000]])
    expect(await desk.net(who)).toBe(-5_000)
    expect(await stateOf(asked!.caseId)).toBe('withdrawn')
    await expect(decide(asked!.caseId, true, now)).rejects.toMatchObject({ code: 'case.closed' })
  })
})

describe('an exam whose fine is waived', () => {
  it('no longer counts towards the downgrade [S0-A-7.4b]', async () => {
    const who = await engineer()
    for (const month of ['01', '02', '03'])
      await desk.record(who, { kind: 'examTaken', exam: 'training', passed: false }, at(`2026-${month}-10T10:00:00`))
    const now = at('2026-03-11T09:00:00')
    await desk.follow(now)
    const [asked] = await desk.asked(who)
    const [fine] = (await desk.standing(who)).filter((row) => row.clause === 'S0-A-7.4a')
    await db.transaction((tx) => waive(tx, { consequenceId: fine!.id, reason: '试卷有误', byId: gm }, now))
    await desk.follow(now)
    expect(await stateOf(asked!.caseId)).toBe('withdrawn')
    expect(await desk.net(who)).toBe(-10_000)
    // A third that stands asks for it anew.
    await desk.record(who, { kind: 'examTaken', exam: 'training', passed: false }, at('2026-04-10T10:00:00'))
    await desk.follow(at('2026-04-11T09:00:00'))
    expect((await desk.asked(who)).filter((row) => row.grounded)).toHaveLength(1)
  })
})

describe('accidents close together', () => {
  /** Two Class I accidents of somebody at the second pay grade, and the recommendation they lead to. */
  async function twice(grade: 1 | 2 | 3 = 2) {
    const who = await engineer()
    await desk.record(who, { kind: 'payGradeSet', grade }, at('2025-01-01T00:00:00'))
    const second = await desk.report(who, COMPLAINT_I, at('2026-05-15T10:00:00'))
    // The earlier one comes to light later.
    const first = await desk.report(who, COMPLAINT_I, at('2026-02-15T10:00:00'), at('2026-05-20T10:00:00'))
    const now = at('2026-05-21T09:00:00')
    await desk.follow(now)
    const [asked] = await desk.asked(who)
    const [entry] = (await desk.standing(who)).filter((row) => row.kind === 'recommendation')
    return { who, first, second, now, caseId: asked!.caseId, entry: entry! }
  }
  const groundOf = async (caseId: string) => (await readAccident(db, caseId)).grounds[0]!.id
  const asked = async (who: string) => (await desk.asked(who))[0]!

  it('approved, it sets the grade; its ground gone, it goes back to the general manager, who revokes it [S0-A-7.6]', async () => {
    const { who, first, now, caseId, entry } = await twice()
    expect(entry).toMatchObject({ clause: 'S0-A-7.6', arithmetic: { target: 3 } })
    await expect(decide(caseId, true, now, who)).rejects.toMatchObject({ code: 'recommendation.concerned' })
    await decide(caseId, true, now)
    expect(await gradeOn(db, who, now)).toBe(3)
    expect((await about(entry.id)).map((row) => row.kind)).toEqual(['confirmation'])
    expect(await stateOf(caseId)).toBe('ended')

    await desk.drop(first, await groundOf(first), gm, now + DAY)
    await desk.follow(now + DAY)
    expect(await asked(who)).toMatchObject({ decision: 'approved', grounded: false })
    expect(await waiting(caseId)).toEqual([['decide', 'companyGm', 'none']])
    expect(await gradeOn(db, who, now + DAY)).toBe(3)
    await decide(caseId, false, now + 2 * DAY)
    expect((await about(entry.id)).map((row) => row.kind)).toEqual(['confirmation', 'reversal'])
    expect(await gradeOn(db, who, now + 2 * DAY)).toBe(2)
    expect(await asked(who)).toMatchObject({ decision: 'revoked' })
    expect(await stateOf(caseId)).toBe('ended')
  })

  it('of two downgrades the first is revoked: the second leads from where the person would have stood [S0-A-7.6]', async () => {
    const who = await engineer()
    await desk.record(who, { kind: 'payGradeSet', grade: 1 }, at('2025-01-01T00:00:00'))
    const approve = async (now: number) => {
      await desk.follow(now)
      const [open] = (await desk.asked(who)).filter((row) => row.action === 'downgrade' && row.decision === null)
      await decide(open!.caseId, true, now)
      return open!.caseId
    }
    const first = await desk.report(who, COMPLAINT_I, at('2026-01-10T10:00:00'))
    await desk.report(who, COMPLAINT_I, at('2026-02-10T10:00:00'))
    const one = await approve(at('2026-02-11T00:00:00'))
    for (const on of ['2026-05-20', '2026-06-20']) await desk.report(who, COMPLAINT_I, at(`${on}T10:00:00`))
    await approve(at('2026-06-21T00:00:00'))
    expect(await gradeOn(db, who, at('2026-06-21T00:00:00'))).toBe(3)
    const now = at('2026-07-01T00:00:00')
    await desk.drop(first, await groundOf(first), gm, now)
    await desk.follow(now)
    await decide(one, false, now)
    expect(await gradeOn(db, who, now)).toBe(2)
    expect(await gradeOn(db, who, at('2026-03-01T00:00:00'))).toBe(1)
  })

  it('is not decided by a supervisor who stands in and pays for the same accidents; without a record there is no target', async () => {
    const who = await engineer()
    for (const on of ['2026-02-15', '2026-05-15']) await desk.report(who, COMPLAINT_I, at(`${on}T10:00:00`))
    const now = at('2026-05-21T09:00:00')
    await desk.follow(now)
    const { caseId } = await asked(who)
    await expect(decide(caseId, true, now, director)).rejects.toMatchObject({ code: 'recommendation.concerned' })
    const [entry] = (await desk.standing(who)).filter((row) => row.kind === 'recommendation')
    expect(entry!.arithmetic).toMatchObject({ grade: 3, target: null })
    await decide(caseId, true, now)
    expect(await gradeOn(db, who, now)).toBeUndefined()
  })

  it('upheld without its ground, it is not asked about again; the ground back in time, neither', async () => {
    const { who, second, now, caseId, entry } = await twice()
    await decide(caseId, true, now)
    const ground = await groundOf(second)
    await desk.climb(second, COMPLAINT_II, at('2026-05-16T10:00:00'), now)
    await desk.drop(second, ground, gm, now + HOUR)
    await desk.follow(now + HOUR)
    expect(await waiting(caseId)).toHaveLength(1)
    // It was Class I after all: what the general manager was asked about settles itself.
    await desk.climb(second, COMPLAINT_I, at('2026-05-17T10:00:00'), now + 2 * HOUR)
    await desk.follow(now + 2 * HOUR)
    expect(await waiting(caseId)).toEqual([])
    expect(await asked(who)).toMatchObject({ decision: 'approved', grounded: true })

    const again = (await readAccident(db, second)).grounds.find((one) => one.class === 'I' && one.stands)!
    await desk.drop(second, again.id, gm, now + 3 * HOUR)
    await desk.follow(now + 3 * HOUR)
    await decide(caseId, true, now + 4 * HOUR)
    await desk.follow(now + 5 * HOUR)
    expect(await asked(who)).toMatchObject({ decision: 'upheld', grounded: false })
    expect(await waiting(caseId)).toEqual([])
    expect((await about(entry.id)).map((row) => row.kind)).toEqual(['confirmation'])
  })

  it('declined, it stays declined; below the lowest grade there is no target [S0-A-7.6]', async () => {
    const { who, first, now, caseId, entry } = await twice(3)
    expect(entry.arithmetic).toMatchObject({ grade: 3, target: null })
    const claim = { consequenceId: entry.id, cause: 'customer' as const, note: 'x', byId: who }
    await expect(db.transaction((tx) => claimCause(tx, claim, now))).rejects.toMatchObject({
      code: 'recommendation.forGm',
    })
    await decide(caseId, false, now)
    expect((await about(entry.id)).map((row) => row.kind)).toEqual(['waiver'])
    await desk.drop(first, await groundOf(first), gm, now + DAY)
    await desk.follow(now + DAY)
    expect(await waiting(caseId)).toEqual([])
    expect((await about(entry.id)).map((row) => row.kind)).toEqual(['waiver'])
    expect(await gradeOn(db, who, now + DAY)).toBe(3)
  })

  it('an accident whose fine the general manager waives no longer counts [S0-A-7.6]', async () => {
    const { who, first, now, caseId } = await twice()
    const fine = (await desk.standing(who)).find((row) => row.caseId === first)!
    await db.transaction((tx) => waive(tx, { consequenceId: fine.id, reason: '情有可原', byId: gm }, now))
    await desk.follow(now)
    expect(await stateOf(caseId)).toBe('withdrawn')
    expect((await summary(who)).filter(([, kind]) => kind === 'recommendation')).toEqual([])
  })

  it('opening accidents count: six Class II ask for dismissal [S0-A-7.7]', async () => {
    const who = await engineer()
    for (const month of ['01', '02', '03', '04', '05'])
      await desk.record(who, { kind: 'openingAccident', class: 'II' }, at(`2026-${month}-10T10:00:00`))
    await desk.report(who, COMPLAINT_II, at('2026-06-10T10:00:00'))
    await desk.follow(at('2026-06-11T00:00:00'))
    expect(await desk.asked(who)).toMatchObject([{ action: 'dismissal', decision: null }])
    // Only the one of our own time costs anything.
    expect(await desk.net(who)).toBe(-5_000)
  })
})

describe('a rulebook corrected', () => {
  it('has windows computed anew by the corrected reading, within the minute', async () => {
    const who = await engineer()
    await desk.report(who, COMPLAINT_I, at('2026-01-10T10:00:00'))
    await desk.report(who, COMPLAINT_I, at('2026-04-20T10:00:00'))
    const now = at('2026-06-01T00:00:00')
    await desk.follow(now)
    expect(await desk.asked(who)).toEqual([])
    const slip = { policy: 'S0A', values: { 'window.downgradeMonths': 4 }, reason: '笔误', byId: gm }
    await db.transaction((tx) => correct(tx, slip, now + HOUR))
    await markOutdated(db, now + HOUR)
    await desk.follow(now + HOUR)
    const [asked] = await desk.asked(who)
    const [entry] = (await desk.standing(who)).filter((row) => row.kind === 'recommendation')
    expect([asked!.action, entry!.clause, entry!.policyVersion]).toEqual(['downgrade', 'S0-A-7.6', 2])
    const back = { ...slip, values: { 'window.downgradeMonths': 3 } }
    await db.transaction((tx) => correct(tx, back, now + 2 * HOUR))
    await markOutdated(db, now + 2 * HOUR)
    await desk.follow(now + 2 * HOUR)
    expect(await stateOf(asked!.caseId)).toBe('withdrawn')
  })
})

describe('order of arrival', () => {
  it('does not matter to what stands in the end [S0-A-7.4b] [S0-A-7.6] [S0-A-7.7]', async () => {
    const now = at('2026-11-01T00:00:00')
    const happening = fc.record({
      what: fc.constantFrom('I', 'II', 'failed', 'passed'),
      day: fc.nat({ max: 300 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 2, maxLength: 6 }), async (drawn) => {
        const [forwards, backwards] = [await engineer(), await engineer()]
        const enter = async (who: string, { what, day }: (typeof drawn)[number]) => {
          const occurredAt = at('2026-01-01T08:00:00') + day * DAY
          if (what === 'I' || what === 'II')
            await desk.report(who, what === 'I' ? COMPLAINT_I : COMPLAINT_II, occurredAt, now)
          else
            await desk.record(who, { kind: 'examTaken', exam: 'training', passed: what === 'passed' }, occurredAt, now)
          await db.transaction((tx) => recomputeWindows(tx, procedures.recommendation, who, now))
        }
        for (const one of drawn) await enter(forwards, one)
        for (const one of [...drawn].reverse()) await enter(backwards, one)
        const told = async (who: string) =>
          (await desk.standing(who)).map((row) => `${row.clause} ${row.occurredAt} ${row.amountFen}`).sort()
        expect(await told(backwards)).toEqual(await told(forwards))
        expect(await desk.net(backwards)).toBe(await desk.net(forwards))
      }),
      { numRuns: 4 },
    )
  })
})

it('each entry made here explains itself in both languages and names rows that exist', async () => {
  expect(await everyEntryExplainsItself(db)).toEqual(
    expect.arrayContaining([
      'confirmation approved',
      'fine accident',
      'fine examFailed',
      'recommendation counted',
      'reversal reclassified',
      'reversal revoked',
      'reversal window',
      'waiver declined',
    ]),
  )
})
