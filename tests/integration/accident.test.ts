import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { judgeBulletin } from '../../db/accident/judgeBulletin.ts'
import { readAccident } from '../../db/accident/read.ts'
import { attempt, lead, reflect, sendBulletin, type LedStep } from '../../db/accident/steps.ts'
import { correctTime } from '../../db/accident/ground.ts'
import { withdrawCase } from '../../db/case/change.ts'
import { claimCause, decideCause } from '../../db/consequence/decide.ts'
import { sweep } from '../../db/case/tick.ts'
import { correct } from '../../db/policy/amend.ts'
import { cases, obligations } from '../../db/schema/case.ts'
import { consequences } from '../../db/schema/consequence.ts'
import { notifications } from '../../db/schema/notification.ts'
import { DAY, HOUR, MINUTE } from '../../rules/instant.ts'
import { accidentDesk, at, COMPLAINT_I, COMPLAINT_II } from '../support/accidents.ts'
import { barsOf } from '../support/barred.ts'
import { testDb } from '../support/database.ts'
import { department } from '../support/department.ts'
import { everyEntryExplainsItself } from '../support/explained.ts'

const { db } = await testDb()
const people = await department(db, {
  gm: { role: 'companyGm' },
  director: { role: 'serviceDirector', superior: 'gm' },
  engineer: { role: 'engineer', superior: 'director' },
  colleague: { role: 'engineer', superior: 'director' },
  sales: { role: 'salesManager' },
})
const { engineer, director, gm, colleague } = people
const desk = accidentDesk(db, people.sales)
const { accident } = procedures

const ledger = (caseId: string, personId: string) =>
  db
    .select()
    .from(consequences)
    .where(and(eq(consequences.caseId, caseId), eq(consequences.personId, personId)))
    .orderBy(consequences.id)
const amounts = async (caseId: string, personId: string) =>
  (await ledger(caseId, personId)).map((row) => [row.clause, row.kind, row.amountFen])
const open = async (caseId: string) =>
  (
    await db
      .select()
      .from(obligations)
      .where(and(eq(obligations.caseId, caseId), eq(obligations.work, 'open')))
  ).map((row) => [row.promise, row.clause, row.bearerId])
const read = (caseId: string) => readAccident(db, caseId)
const act = (caseId: string, byId: string, occurredAt: number) => ({ caseId, byId, occurredAt, note: '已办' })
const led = (step: LedStep, caseId: string, time: number, byId = director) =>
  db.transaction((tx) => lead(tx, accident, step, act(caseId, byId, time), time))
const tried = (caseId: string, solved: boolean, time: number) =>
  db.transaction((tx) => attempt(tx, accident, { ...act(caseId, director, time), solved }, time))

describe('one fact, one accident', () => {
  const first = at('2026-03-02T10:00:00')

  it('a complaint that climbs from the sales manager to the vice GM costs ¥100 in all, not ¥150 [S0-A-5.1a] [S0-A-5.2a] [S0-A-7.5a] [S0-A-7.5b] [S0-A-7.S2a] [S0-A-7.S2b]', async () => {
    const caseId = await desk.report(engineer, COMPLAINT_II, first)
    expect(await amounts(caseId, engineer)).toEqual([['S0-A-7.5b', 'fine', -5_000]])
    expect(await amounts(caseId, director)).toEqual([['S0-A-7.S2b', 'fine', -3_000]])
    expect(await open(caseId)).toEqual([['solve', 'S0-A-6.2a', director]])

    await desk.climb(caseId, COMPLAINT_I, first + DAY)
    expect(await amounts(caseId, engineer)).toEqual([
      ['S0-A-7.5b', 'fine', -5_000],
      ['S0-A-7.5b', 'reversal', 5_000],
      ['S0-A-7.5a', 'fine', -10_000],
    ])
    expect((await amounts(caseId, director)).map(([, , fen]) => fen)).toEqual([-3_000, 3_000, -5_000])
    const reversal = (await ledger(caseId, engineer))[1]!
    expect(reversal.arithmetic).toMatchObject({ rule: 'reclassified', class: 'I' })
    const { grounds, ...row } = await read(caseId)
    expect(row.class).toBe('I')
    expect(grounds.map((one) => [one.class, one.clause, one.byId, one.source, one.stands])).toEqual([
      ['II', 'S0-A-5.2a', people.sales, '客户来电记录', true],
      ['I', 'S0-A-5.1a', people.sales, '客户来电记录', true],
    ])
  })

  it('what climbed asks for resources at once, and a step already taken is not asked for again [S0-A-5.1b]', async () => {
    const caseId = await desk.report(engineer, COMPLAINT_II, first)
    await desk.climb(caseId, COMPLAINT_I, first + HOUR)
    expect((await open(caseId)).sort()).toEqual([
      ['mobilise', 'S0-A-5.1b', director],
      ['solve', 'S0-A-6.2a', director],
    ])
    await led('mobilise', caseId, first + 2 * HOUR)
    await desk.climb(caseId, { kind: 'stoppage', manner: 'wrongOperation' }, first + 3 * HOUR)
    expect(await open(caseId)).toEqual([['solve', 'S0-A-6.2a', director]])
    expect((await amounts(caseId, engineer)).map(([, , fen]) => fen)).toEqual([-5_000, 5_000, -10_000])
  })

  it('a ground that the general manager finds untrue takes its class along; none left, no accident', async () => {
    const caseId = await desk.report(engineer, COMPLAINT_II, first)
    await desk.climb(caseId, COMPLAINT_I, first + HOUR)
    const [second, climbed] = (await read(caseId)).grounds
    await expect(desk.drop(caseId, climbed!.id, director, first + DAY)).rejects.toMatchObject({
      code: 'accident.concerned',
    })
    expect(await barsOf(db, caseId, director)).toContainEqual(['accident.drop', 'accident.concerned'])
    const codes = (await barsOf(db, caseId, engineer)).map(([, code]) => code)
    expect(codes).toEqual(['accident.ownMatter', 'accident.concerned'])
    expect(await barsOf(db, caseId, gm)).toEqual([])
    await desk.drop(caseId, climbed!.id, gm, first + DAY)
    await expect(desk.drop(caseId, climbed!.id, gm, first + DAY)).rejects.toMatchObject({
      code: 'accident.groundDropped',
    })
    expect((await read(caseId)).class).toBe('II')
    expect(await open(caseId)).toEqual([['solve', 'S0-A-6.2a', director]])
    const net = async (who: string) => (await ledger(caseId, who)).reduce((sum, row) => sum + row.amountFen, 0)
    expect([await net(engineer), await net(director)]).toEqual([-5_000, -3_000])
    await desk.drop(caseId, second!.id, gm, first + 2 * DAY)
    expect([await net(engineer), await net(director)]).toEqual([0, 0])
    expect(await open(caseId)).toEqual([])
    expect(await read(caseId)).toMatchObject({ class: null, state: 'withdrawn' })
    await expect(desk.climb(caseId, COMPLAINT_I, first + 3 * DAY)).rejects.toMatchObject({ code: 'accident.withdrawn' })
  })

  it('the general manager corrects when it happened; the fines move along', async () => {
    const caseId = await desk.report(engineer, COMPLAINT_I, first)
    const given = { caseId, occurredAt: first - 5 * DAY, reason: '以工单为准', byId: gm }
    await db.transaction((tx) => correctTime(tx, given, first + DAY))
    const rows = await ledger(caseId, engineer)
    expect(rows.map((row) => [row.kind, row.amountFen, row.occurredAt])).toEqual([
      ['fine', -10_000, first],
      ['reversal', 10_000, first + DAY],
      ['fine', -10_000, first - 5 * DAY],
    ])
    await expect(
      db.transaction((tx) => correctTime(tx, { ...given, byId: director }, first + DAY)),
    ).rejects.toMatchObject({ code: 'accident.concerned' })
  })

  it('refuses what is none, people who were no engineers, and taking it back as a whole', async () => {
    const within = { kind: 'complaint', level: 'centreGm' } as const
    await expect(desk.report(engineer, within, first)).rejects.toMatchObject({ code: 'accident.noClass' })
    await expect(desk.report(gm, COMPLAINT_I, first)).rejects.toMatchObject({ code: 'accident.notAnEngineer' })
    await expect(desk.report(engineer, COMPLAINT_I, first, first - 1)).rejects.toMatchObject({ code: 'fact.future' })
    const caseId = await desk.report(engineer, COMPLAINT_I, first)
    const taken = db.transaction((tx) => withdrawCase(tx, { caseId, reason: 'x', byId: director }, first + HOUR))
    await expect(taken).rejects.toMatchObject({ code: 'case.withdrawnApart' })
  })
})

describe('after an accident', () => {
  const start = at('2026-03-09T09:00:00')

  it('it is solved, or solved otherwise; reflected on, reviewed, and made known to service staff [S0-A-5.1b] [S0-A-5.1c] [S0-A-6.2a] [S0-A-6.2b]', async () => {
    const caseId = await desk.report(engineer, COMPLAINT_I, start)
    await expect(led('mobilise', caseId, start + HOUR, engineer)).rejects.toMatchObject({ code: 'accident.ownMatter' })
    await expect(led('fallback', caseId, start + HOUR)).rejects.toMatchObject({ code: 'case.notYet' })
    await led('mobilise', caseId, start + 2 * MINUTE)
    await tried(caseId, false, start + HOUR)
    expect(await open(caseId)).toEqual([['fallback', 'S0-A-6.2a', director]])
    await led('fallback', caseId, start + HOUR + MINUTE)
    await led('resolve', caseId, start + 5 * HOUR)
    expect((await open(caseId)).sort()).toEqual([
      ['bulletin', 'S0-A-6.2b', director],
      ['reflect', 'S0-A-5.1c', engineer],
      ['review', 'S0-A-6.2b', director],
    ])
    const reflection = { caseId, byId: engineer, occurredAt: start + 6 * HOUR, text: '未核对压板' }
    const others = db.transaction((tx) => reflect(tx, accident, { ...reflection, byId: colleague }, start + 6 * HOUR))
    await expect(others).rejects.toMatchObject({ code: 'case.notYours' })
    await db.transaction((tx) => reflect(tx, accident, reflection, start + 6 * HOUR))
    await led('review', caseId, start + 7 * HOUR)
    const words = { caseId, byId: director, title: '关于母线失压', body: '操作前须核对压板。' }
    await db.transaction((tx) => sendBulletin(tx, accident, words, start + 8 * HOUR))
    const told = await db
      .select({ personId: notifications.personId })
      .from(notifications)
      .where(and(eq(notifications.caseId, caseId), eq(notifications.template, 'accident.bulletin')))
    expect(new Set(told.map((row) => row.personId))).toEqual(new Set([director, engineer, colleague]))
    const { state, steps } = await read(caseId)
    expect(state).toBe('ended')
    expect(steps.map((one) => one.kind)).toContain('bulletinSent')
  })

  it('Class II: solved at the first attempt, no resources, its own clause for the reflection [S0-A-5.2b]', async () => {
    const caseId = await desk.report(engineer, COMPLAINT_II, start)
    await tried(caseId, true, start + HOUR)
    expect((await open(caseId)).map(([promise, clause]) => [promise, clause]).sort()).toEqual([
      ['bulletin', 'S0-A-6.2b'],
      ['reflect', 'S0-A-5.2b'],
      ['review', 'S0-A-6.2b'],
    ])
    await desk.climb(caseId, COMPLAINT_I, start + 2 * HOUR)
    expect((await open(caseId)).find(([promise]) => promise === 'reflect')).toEqual(['reflect', 'S0-A-5.1c', engineer])
  })

  describe('the bulletin has no time in the text', () => {
    let caseId: string
    beforeAll(async () => {
      caseId = await desk.report(colleague, COMPLAINT_II, start)
      await tried(caseId, true, start + HOUR)
    })
    const fines = async (of = caseId) => (await ledger(of, director)).filter((row) => row.clause === 'S0-A-7.S1c')

    it('so the general manager judges its lack, once, and the supervisor pays ¥20 [S0-A-7.S1c]', async () => {
      const other = await desk.report(colleague, COMPLAINT_II, start)
      const judge = (byId: string, of = other) =>
        db.transaction((tx) => judgeBulletin(tx, { caseId: of, reason: '两周未通报', byId }, start + 14 * DAY))
      await expect(judge(gm)).rejects.toMatchObject({ code: 'accident.notResolved' })
      await tried(other, true, start + HOUR)
      for (const concerned of [director, colleague])
        await expect(judge(concerned)).rejects.toMatchObject({ code: 'accident.concerned' })
      await judge(gm)
      const [fine] = await fines(other)
      expect(fine).toMatchObject({ kind: 'fine', amountFen: -2_000, byId: gm, personId: director })
      expect(fine!.evidenceIds).toHaveLength(2)
      await expect(judge(gm)).rejects.toMatchObject({ code: 'accident.bulletinJudged' })
      // Who imposed it doesn't decide on its cause.
      const claim = { consequenceId: fine!.id, cause: 'company' as const, note: '出差', byId: director }
      await db.transaction((tx) => claimCause(tx, claim, start + 15 * DAY))
      const decision = { consequenceId: fine!.id, accepted: true, note: '属实', scope: 'all' as const, byId: gm }
      const decided = db.transaction((tx) => decideCause(tx, decision, start + 15 * DAY))
      await expect(decided).rejects.toMatchObject({ code: 'consequence.concerned' })
    })

    it('so nobody is late; filled in, a late one costs the supervisor ¥20 [S0-A-7.S1c]', async () => {
      await sweep(db, start + 60 * DAY, 1_000, 500)
      expect(await fines()).toEqual([])
      const filled = { policy: 'S0A', values: { 'accident.bulletin': 3 }, reason: '补空白', byId: gm }
      await db.transaction((tx) => correct(tx, filled, start + 2 * HOUR))
      // Three working days after Monday 9 March: through Thursday 12 March.
      const last = at('2026-03-12T23:59:59')
      await sweep(db, last + 999, 0, 500)
      expect(await fines()).toEqual([])
      await sweep(db, last + 1_000, 0, 500)
      expect((await fines()).map((row) => [row.kind, row.amountFen, row.occurredAt])).toEqual([
        ['fine', -2_000, last + 1_000],
      ])
      const judged = db.transaction((tx) => judgeBulletin(tx, { caseId, reason: '迟', byId: gm }, last + DAY))
      await expect(judged).rejects.toMatchObject({ code: 'accident.bulletinHasTime' })
    })

    it('and what was judged while it was blank costs nothing once more when it is filled in [S0-A-7.S1c]', async () => {
      const correctTo = (days: number | null, now: number) =>
        db.transaction((tx) =>
          correct(tx, { policy: 'S0A', values: { 'accident.bulletin': days }, reason: '更正', byId: gm }, now),
        )
      await correctTo(null, start + 61 * DAY)
      const other = await desk.report(colleague, COMPLAINT_II, start + 62 * DAY)
      await tried(other, true, start + 62 * DAY + HOUR)
      const given = { caseId: other, reason: '两周未通报', byId: gm }
      await db.transaction((tx) => judgeBulletin(tx, given, start + 76 * DAY))
      const bulletin = async () => {
        const of = and(eq(obligations.caseId, other), eq(obligations.promise, 'bulletin'))
        return (await db.select().from(obligations).where(of))[0]
      }
      expect(await bulletin()).toMatchObject({ dueKind: 'unset', stake: null })
      await correctTo(3, start + 77 * DAY)
      await sweep(db, start + 90 * DAY, 0, 500)
      expect(await bulletin()).toMatchObject({ verdict: 'late', stake: null })
      expect((await fines(other)).map((row) => row.amountFen)).toEqual([-2_000])
      // It was no accident at all: neither was there anything to make known.
      await desk.drop(other, (await read(other)).grounds[0]!.id, gm, start + 91 * DAY)
      expect((await fines(other)).map((row) => row.amountFen)).toEqual([-2_000, 2_000])
    })

    it('nor does one of what turns out to be no accident, late by the clock as it was [S0-A-7.S1c]', async () => {
      const other = await desk.report(colleague, COMPLAINT_II, start + 100 * DAY)
      await tried(other, true, start + 100 * DAY + HOUR)
      await sweep(db, start + 120 * DAY, 0, 500)
      expect((await fines(other)).map((row) => row.amountFen)).toEqual([-2_000])
      await desk.drop(other, (await read(other)).grounds[0]!.id, gm, start + 121 * DAY)
      expect((await fines(other)).map((row) => [row.amountFen, row.arithmetic.rule])).toEqual([
        [-2_000, 'late'],
        [2_000, 'void'],
      ])
    })
  })

  it('a class that changes after the end changes the ledger and opens nothing', async () => {
    const caseId = await desk.report(engineer, COMPLAINT_II, start)
    await tried(caseId, true, start + HOUR)
    const reflection = { caseId, byId: engineer, occurredAt: start + HOUR, text: '反思' }
    await db.transaction((tx) => reflect(tx, accident, reflection, start + HOUR))
    await led('review', caseId, start + HOUR)
    const words = { caseId, byId: director, title: '通报', body: '通报' }
    await db.transaction((tx) => sendBulletin(tx, accident, words, start + HOUR))
    await desk.climb(caseId, COMPLAINT_I, start + DAY)
    expect(await open(caseId)).toEqual([])
    const [row] = await db.select().from(cases).where(eq(cases.id, caseId))
    expect(row!.state).toBe('ended')
    expect((await amounts(caseId, engineer)).map(([, , fen]) => fen)).toEqual([-5_000, 5_000, -10_000])
  })
})

describe('a cause given for an accident’s fine', () => {
  it('goes past the supervisor, who pays for the accident too, to the general manager', async () => {
    const caseId = await desk.report(engineer, COMPLAINT_I, at('2026-03-20T10:00:00'))
    const now = at('2026-03-21T10:00:00')
    const [fine] = await ledger(caseId, engineer)
    const claim = { consequenceId: fine!.id, cause: 'company' as const, note: '公司改派', byId: engineer }
    await db.transaction((tx) => claimCause(tx, claim, now))
    const told = await db
      .select({ personId: notifications.personId })
      .from(notifications)
      .where(and(eq(notifications.caseId, caseId), eq(notifications.template, 'consequence.causeGiven')))
    expect(told.map((row) => row.personId)).toEqual([gm])
    const decision = { consequenceId: fine!.id, accepted: true, note: '属实', scope: 'all' as const }
    const bySupervisor = db.transaction((tx) => decideCause(tx, { ...decision, byId: director }, now))
    await expect(bySupervisor).rejects.toMatchObject({ code: 'consequence.concerned' })
    await db.transaction((tx) => decideCause(tx, { ...decision, byId: gm }, now))
    expect((await ledger(caseId, engineer)).map((row) => row.amountFen)).toEqual([-10_000, 10_000])
  })
})

it('each entry made here explains itself in both languages and names rows that exist', async () => {
  expect(await everyEntryExplainsItself(db)).toEqual(
    expect.arrayContaining([
      'fine accident',
      'fine bulletinJudged',
      'fine late',
      'reversal reclassified',
      'waiver accepted',
    ]),
  )
})
