import { isNull, sql } from 'drizzle-orm'
import { describe, expect, it, vi } from 'vitest'
import { createTrials } from '../../api/backtest/trials.ts'
import { sweep } from '../../db/case/tick.ts'
import { beatRun, keepRun, type Run } from '../../db/backtest/kept.ts'
import { backtest } from '../../db/backtest/run.ts'
import { newId } from '../../db/id.ts'
import { recordFact } from '../../db/record/record.ts'
import { consequences } from '../../db/schema/consequence.ts'
import { completeTask } from '../../db/serviceTask/complete.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../rules/instant.ts'
import { policies } from '../../rules/policy/index.ts'
import { parseInstant } from '../../rules/time/local.ts'
import { testApi } from '../support/api.ts'
import { testDb } from '../support/database.ts'
import { customerOf, department } from '../support/department.ts'
import { scored, serviceTasks } from '../support/serviceTask.ts'

const { db } = await testDb()
const people = await department(db, {
  gm: { role: 'companyGm' },
  director: { role: 'serviceDirector', superior: 'gm' },
  engineer: { role: 'engineer', superior: 'director' },
  sales: { role: 'salesperson' },
  office: { role: 'salesBackOffice' },
})
const { customerId } = await customerOf(db, '+8613800000031')
const tasks = serviceTasks(db, { ...people, customerId })
const { engineer } = people

/** Tasks of April 2026: on time, late by an hour, open and late; then three fair scores in a row, and a poor one. */
const START = parseInstant('2026-04-10T09:00:00+08:00')
const ESTIMATE = parseInstant('2026-04-14T18:00:00+08:00')
const NOW = START + 20 * DAY
const [onTime, late] = [await tasks.onSite(START, ESTIMATE), await tasks.onSite(START + MINUTE, ESTIMATE)]
await tasks.onSite(START + 2 * MINUTE, ESTIMATE)
await tasks.does(completeTask)(onTime, engineer, ESTIMATE - HOUR, {})
await sweep(db, ESTIMATE + SECOND, 0, 500)
await tasks.does(completeTask)(late, engineer, ESTIMATE + HOUR, {})
await tasks.rated(START + DAY, scored('good', 'good', 'fair'))
await tasks.rated(START + 2 * DAY, scored('fair', 'fair', 'good'))
await tasks.rated(START + 5 * DAY, scored('good', 'poor', 'fair'))

const april = { fromOn: '2026-04-01', toOn: '2026-04-30' }
const ask = (values: Record<string, unknown>, more: object = {}) =>
  backtest(db, { policy: 'S0A', values, ...april, ...more }, 'all', NOW)
const rowsNow = async () => {
  const [row] = await db.execute<{ n: number }>(
    sql`select (select count(*) from fact) + (select count(*) from consequence) + (select count(*) from obligation) as n`,
  )
  return Number(row!.n)
}

describe('a draft tried on the past', () => {
  it('that changes nothing differs in nothing, and what is computed anew is what the ledger says', async () => {
    for (const policy of policies) {
      const values = Object.fromEntries(Object.entries(policy.parameters).map(([key, { value }]) => [key, value]))
      const same = await ask(values, { policy: policy.id })
      expect(same.differences).toEqual([])
      expect([same.beforeFen, same.lateBefore]).toEqual([same.afterFen, same.lateAfter])
    }
    const entries = await db.select().from(consequences).where(isNull(consequences.aboutId))
    const { beforeFen } = await ask({})
    expect(beforeFen).toBe(entries.reduce((sum, entry) => sum + entry.amountFen, 0))
    expect(beforeFen).toBe(-20_000)
  })

  it('tells for whom and by how much a fine would differ, in both languages [S0-A-7.1]', async () => {
    const dearer = await ask({ 'serviceTask.overrun': 8_000 })
    expect(dearer.differences).toHaveLength(2)
    expect(dearer.people).toEqual([{ personId: engineer, beforeFen: -10_000, afterFen: -16_000 }])
    const [one] = dearer.differences
    expect(one).toMatchObject({
      clause: 'S0-A-7.1',
      beforeFen: -5_000,
      afterFen: -8_000,
      before: 'late',
      after: 'late',
    })
    expect(one!.explanation.en).toContain('amount −¥50.00 → −¥80.00')
    expect(one!.explanation.zh).toContain('逾期 → 逾期')
    const blank = await ask({ 'serviceTask.overrun': null })
    expect(blank.people).toEqual([{ personId: engineer, beforeFen: -10_000, afterFen: 0 }])
  })

  it('reads a row of fair ratings the other way [S0-A-7.2c]', async () => {
    const two = await ask({ 'serviceTask.fairCount': 2 })
    expect(two.differences.map((one) => one.afterFen - one.beforeFen)).toEqual([5_000, -5_000])
    expect(two.differences[0]!.explanation.en).toMatch(/would (be new|not follow)/)
    const services = await ask({ 'serviceTask.fairUnit': 'services', 'serviceTask.fairReuse': 'again' })
    // Of ratings alone: overruns have nothing to do with it.
    expect(services.beforeFen).toBe(-10_000)
  })

  it('holds for what began in the period only', async () => {
    const values = { 'serviceTask.overrun': 8_000, 'serviceTask.poor': 1 }
    const march = await ask(values, { fromOn: '2026-03-01', toOn: '2026-03-31' })
    expect([march.differences, march.lateBefore]).toEqual([[], 0])
    const day = await ask(values, { fromOn: '2026-04-10', toOn: '2026-04-10' })
    expect(day.people).toEqual([{ personId: engineer, beforeFen: -10_000, afterFen: -16_000 }])
    await expect(ask({}, { fromOn: '2026-04-02', toOn: '2026-04-01' })).rejects.toMatchObject({ code: 'input.period' })
  })

  it('reaches nobody outside the regions of who asks', async () => {
    const none = await backtest(db, { policy: 'S0A', values: { 'serviceTask.overrun': 1 }, ...april }, ['north'], NOW)
    expect([none.compared, none.differences]).toEqual([0, []])
  })

  it('says that regional rights reach no rolling window, where the question is about one', async () => {
    const leftOut = async (values: Record<string, unknown>, scope: 'all' | string[]) =>
      (await backtest(db, { policy: 'S0A', values, ...april }, scope, NOW)).leftOut
    expect(await leftOut({ 'window.examFine': 1 }, ['north'])).toEqual(['windows'])
    expect(await leftOut({ 'serviceTask.overrun': 1 }, ['north'])).toEqual([])
    expect(await leftOut({ 'window.examFine': 1 }, 'all')).toEqual([])
  })
})

describe('a window’s reading', () => {
  it('is tried like any number: dearer exams, and a downgrade asked for earlier [S0-A-7.4a S0-A-7.4b]', async () => {
    const record = { kind: 'examTaken', exam: 'training', passed: false } as const
    for (const day of [6, 7]) {
      const given = { personId: engineer, byId: people.director, occurredAt: START + day * DAY, record }
      await db.transaction((tx) => recordFact(tx, given, NOW))
    }
    const dearer = await ask({ 'window.examFine': 9_000 })
    expect(dearer.people).toEqual([{ personId: engineer, beforeFen: -10_000, afterFen: -18_000 }])
    const evidence = dearer.differences.flatMap((one) => one.evidence.map(({ kind }) => kind))
    expect(evidence).toEqual(['examTaken', 'examTaken'])
    const earlier = await ask({ 'window.examCount': 2 })
    expect(earlier.differences).toMatchObject([{ clause: 'S0-A-7.4b', kind: 'recommendation', personId: engineer }])
    expect(earlier.differences[0]!.explanation.en).toContain('would be new')
    const before = await ask({ 'window.examCount': 2 }, { fromOn: '2026-04-01', toOn: '2026-04-15' })
    expect(before.differences).toEqual([])
  })
})

describe('a backtest asked for over HTTP', () => {
  it('says how much of how much is done, then what came of it; and writes nothing', async () => {
    const api = await testApi(db, { clock: () => NOW })
    const { token } = await api.signedIn(['companyGm'])
    const { token: stranger } = await api.signedIn(['engineer'])
    const { token: other } = await api.signedIn(['viceGm'])
    const { token: finance } = await api.signedIn(['finance'])
    const before = await rowsNow()
    const post = (body: object, as = token) =>
      api.ask('post', '/api/backtests?lang=en', { as, body: { policy: 'S0A', values: {}, ...april, ...body } })
    const look = async (id: string, as = token) => api.ask('get', `/api/backtests/${id}`, { as })
    const values = { 'serviceTask.poor': 6_000, 'window.examFine': 5_000 }
    const begun = await post({ values })
    expect(begun).toMatchObject({ status: 202, body: { state: 'running', policy: 'S0A', ...april, outcome: null } })
    const ended = await vi.waitUntil(async () => {
      const { body } = await look(begun.body.id)
      return body.state !== 'running' && body
    }, 10_000)
    expect(ended).toMatchObject({ state: 'done', outcome: { beforeFen: -20_000, afterFen: -21_000, unlisted: 0 } })
    expect(ended.of).toBeGreaterThan(0)
    expect(ended.done).toBe(ended.of)
    const file = (name: string) => api.table(`/api/exports/${name}/${begun.body.id}?lang=zh`, token)
    const [, ...people] = await file('backtest-people')
    expect(people.map((row) => row.slice(1))).toEqual(
      ended.outcome.people.map((one: { beforeFen: number; afterFen: number }) =>
        [one.beforeFen, one.afterFen, one.afterFen - one.beforeFen].map((fen) => String(fen / 100)),
      ),
    )
    expect((await file('backtest-differences')).slice(1).map((row) => row[4])).toEqual(
      ended.outcome.differences.map((one: { clause: string }) => one.clause),
    )
    expect((await look(begun.body.id, other)).body.code).toBe('backtest.unknown')
    expect((await post({}, stranger)).status).toBe(403)
    // Finance approves S4-L, and nothing else.
    expect((await post({}, finance)).status).toBe(403)
    expect((await post({ policy: 'S4-L' }, finance)).status).toBe(202)
    expect((await post({ values: { nonsense: 1 } })).body.code).toBe('policy.unknownParameter')
    expect((await post({ values: { 'serviceTask.poor': 'much' } })).body.code).toBe('policy.wrongValue')
    expect((await post({ policy: 'none' })).body.code).toBe('policy.unknown')
    const blank = await post({ policy: 'S2', values: { 'call.returnAny': null } })
    expect(blank.body).toMatchObject({ code: 'policy.cannotBeBlank', clause: 'S2-3.1.1c' })
    expect(await rowsNow()).toBe(before)
  })
})

describe('a backtest under way', () => {
  it('lets others have their turn, and stops when told to', async () => {
    const seen: [number, number][] = []
    const stop = new AbortController()
    const progress = (done: number, of: number) => {
      seen.push([done, of])
      if (done === 2) stop.abort(new Error('enough'))
    }
    const question = { policy: 'S0A', values: {}, ...april }
    await expect(backtest(db, question, 'all', NOW, { signal: stop.signal, progress })).rejects.toThrow('enough')
    expect(seen[0]![0]).toBe(0)
    expect(seen.at(-1)![0]).toBe(2)
    expect(seen.at(-1)![1]).toBeGreaterThan(2)
  })

  const question = { policy: 'S0A', values: {}, ...april }
  const { gm, director, sales } = people
  const stateOf = async (id: string, personId: string, now = NOW) =>
    (
      await createTrials(db)
        .of(id, personId, now)
        .catch(({ code }: { code: string }) => ({ state: code }))
    ).state

  /** While `run` goes on nothing that was begun comes to an end: it waits for a table. */
  const held = <T>(run: () => Promise<T>) =>
    db.transaction(async (tx) => {
      await tx.execute(sql`lock table accident in access exclusive mode`)
      return run()
    })

  it('is one for each person and two at once; stopped, it says so and holds nobody up', async () => {
    const trials = createTrials(db)
    const start = (personId: string) => trials.start(question, personId, 'all', NOW)
    const second = await held(async () => {
      const [first, again, , busy] = await Promise.allSettled([start(gm), start(gm), start(director), start(sales)])
      expect(busy).toMatchObject({ status: 'rejected', reason: { code: 'backtest.busy' } })
      const [put, kept] = [first, again].map((one) => (one as PromiseFulfilledResult<Run>).value)
      expect(await stateOf(put!.id, gm)).toBe('backtest.unknown')
      await trials.stop(kept!.id, gm, NOW)
      expect(await trials.of(kept!.id, gm, NOW)).toMatchObject({ state: 'stopped', outcome: null })
      await expect(trials.stop(kept!.id, director, NOW)).rejects.toThrow('backtest.unknown')
      return kept!
    })
    await trials.close()
    expect(await stateOf(second.id, gm)).toBe('stopped')
  })

  it('outlives the process: what came of it stays, and one that nobody works on any more says so', async () => {
    const trials = createTrials(db)
    const { id } = await trials.start(question, gm, 'all', NOW)
    await vi.waitUntil(async () => (await trials.of(id, gm, NOW)).state === 'done', 50_000)
    await trials.close()
    const after = await createTrials(db).of(id, gm, NOW + 30 * DAY)
    expect(after).toMatchObject({ state: 'done', question, outcome: { beforeFen: expect.any(Number) } })

    // Ended in order, and torn away without a word.
    const closed = createTrials(db)
    const { cut, ended } = await held(async () => {
      const begun = await closed.start(question, director, 'all', NOW)
      return { cut: begun, ended: closed.close() }
    })
    await ended
    expect(await stateOf(cut.id, director)).toBe('interrupted')
    const torn = newId()
    await keepRun(db, { id: torn, personId: sales, question }, NOW)
    const seen = [30 * SECOND, 30 * SECOND + 1].map((later) => stateOf(torn, sales, NOW + later))
    expect(await Promise.all(seen)).toEqual(['running', 'interrupted'])
    // Whoever still worked on it, though it was put aside, ends nothing.
    expect(await beatRun(db, torn, { done: 1, of: 2 }, NOW + MINUTE)).toBe(true)
    await keepRun(db, { id: newId(), personId: sales, question }, NOW + MINUTE)
    expect(await beatRun(db, torn, { done: 1, of: 2 }, NOW + MINUTE)).toBe(false)
  })
})
