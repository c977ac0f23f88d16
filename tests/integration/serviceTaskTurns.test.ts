import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../rules/instant.ts'
import { serviceTaskPromises } from '../../rules/serviceTask/labels.ts'
import { parseInstant } from '../../rules/time/local.ts'
import { withdrawCase } from '../../db/case/change.ts'
import { sweep, tick } from '../../db/case/tick.ts'
import { cases } from '../../db/schema/case.ts'
import { serviceTasks as taskTable } from '../../db/schema/serviceTask.ts'
import { acceptTask, assignEngineer, decideDecline, declineTask } from '../../db/serviceTask/assign.ts'
import { approveExtra, confirmTask, openExtra, registerTask } from '../../db/serviceTask/close.ts'
import { completeTask, recordService } from '../../db/serviceTask/complete.ts'
import { askRevision, decidePlan, decideRevision, prepareTask, solveTask } from '../../db/serviceTask/plan.ts'
import { decideSignature, reportNoSignature } from '../../db/serviceTask/rate.ts'
import { signNotice } from '../../db/serviceTask/request.ts'
import { clarifySite, confirmSite, reportDifference } from '../../db/serviceTask/site.ts'
import { agreeReturn, planReturn, returnFromTrip } from '../../db/serviceTask/trip.ts'
import { testDb } from '../support/database.ts'
import { customerOf, department } from '../support/department.ts'
import { scored, serviceTasks, TOOLS } from '../support/serviceTask.ts'

const { db } = await testDb()
const people = await department(db, {
  gm: { role: 'companyGm' },
  director: { role: 'serviceDirector', superior: 'gm' },
  engineer: { role: 'engineer', superior: 'director' },
  second: { role: 'engineer', superior: 'director' },
  sales: { role: 'salesperson' },
  office: { role: 'salesBackOffice' },
})
const { customerId } = await customerOf(db, '+8613800000002')
const { does, ...tasks } = serviceTasks(db, { ...people, customerId })
const { engineer, second, director, gm, sales, office } = people

const START = parseInstant('2026-04-03T09:00:00+08:00')
const ESTIMATE = parseInstant('2026-04-07T18:00:00+08:00')
const sum = async (caseId: string) => (await tasks.ledger(caseId)).reduce((total, entry) => total + entry.amountFen, 0)
const refused = (code: string) => ({ code })

describe('a task that turns', () => {
  it('is declined, and assigned anew where the supervisor grants it', async () => {
    const caseId = await tasks.requested(START)
    await does(signNotice)(caseId, gm, START, { ground: 'gm' })
    await does(assignEngineer)(caseId, director, START, { engineerId: engineer })
    await does(declineTask)(caseId, engineer, START + MINUTE, { reason: '手头任务冲突' })
    expect((await tasks.promises(caseId)).open).toEqual(['decideDecline'])
    const early = does(assignEngineer)(caseId, director, START + MINUTE, { engineerId: second })
    await expect(early).rejects.toMatchObject(refused('case.notYet'))
    await does(decideDecline)(caseId, director, START + 2 * MINUTE, { granted: true })
    expect((await tasks.promises(caseId)).open).toEqual(['assign'])
    await does(assignEngineer)(caseId, director, START + 3 * MINUTE, { engineerId: second })
    await does(acceptTask)(caseId, second, START + 4 * MINUTE, {})
    expect((await tasks.promises(caseId)).open).toEqual(['confirmSite'])
    const [held] = await db.select().from(cases).where(eq(cases.id, caseId))
    expect(held!.round).toBe(2)
  })

  it('stays with the engineer where the supervisor does not grant the refusal', async () => {
    const caseId = await tasks.requested(START)
    await does(signNotice)(caseId, director, START, { ground: 'direct' })
    await does(assignEngineer)(caseId, director, START, { engineerId: engineer })
    await does(declineTask)(caseId, engineer, START + MINUTE, { reason: '不愿出差' })
    await does(decideDecline)(caseId, director, START + 2 * MINUTE, { granted: false })
    const { of, open } = await tasks.promises(caseId)
    expect(open).toEqual(['confirmSite'])
    expect(of('confirmSite').bearerId).toBe(engineer)
  })

  it('goes back to the issuer when the site differs, and on from there [S0-A-3.3a] [S0-A-3.3b]', async () => {
    const caseId = await tasks.accepted(START)
    await does(reportDifference)(caseId, engineer, START + HOUR, { difference: '设备型号不同' })
    const back = await tasks.promises(caseId)
    expect(back.open).toEqual(['clarify'])
    expect(back.of('clarify').bearerId).toBe(sales)
    const still = does(confirmSite)(caseId, engineer, START + HOUR, { situation: '一致' })
    await expect(still).rejects.toMatchObject(refused('case.notYet'))
    const other = does(clarifySite)(caseId, office, START + HOUR, { notice: {} })
    await expect(other).rejects.toMatchObject(refused('case.notYours'))
    await does(clarifySite)(caseId, sales, START + 2 * HOUR, { notice: { siteSituation: '型号为 DTU-3000' } })
    const [task] = await db.select().from(taskTable).where(eq(taskTable.caseId, caseId))
    expect(task!.siteSituation).toBe('型号为 DTU-3000')
    await does(confirmSite)(caseId, engineer, START + 3 * HOUR, { situation: '一致' })
    const { open, rows } = await tasks.promises(caseId)
    expect(open).toEqual(['solve', 'prepare'])
    expect(rows.filter((row) => row.reason === 'superseded').map((row) => row.promise)).toEqual(['confirmSite'])
  })

  it('returns a plan to the engineer, who makes another [S0-A-6.1]', async () => {
    const caseId = await tasks.planned(START, ESTIMATE)
    await does(decidePlan)(caseId, director, START + HOUR, { approved: false, reason: '改为远程' })
    expect((await tasks.promises(caseId)).open).toEqual(['solve', 'prepare'])
    await does(solveTask)(caseId, engineer, START + HOUR, { solution: '远程升级', mode: 'remote' })
    await does(prepareTask)(caseId, engineer, START + HOUR, { tools: TOOLS, documents: [], spares: [] })
    expect((await tasks.promises(caseId)).open).toEqual(['plan'])
  })

  it('leaves no clock ticking when it is withdrawn', async () => {
    const caseId = await tasks.approved(START, ESTIMATE)
    await db.transaction((tx) => withdrawCase(tx, { caseId, reason: '客户取消', byId: director }, START + DAY))
    await sweep(db, ESTIMATE + 30 * DAY, 0, 500)
    expect(await tasks.ledger(caseId)).toEqual([])
    const [held] = await db.select().from(cases).where(eq(cases.id, caseId))
    expect(held).toMatchObject({ state: 'withdrawn', nextAlarmAt: null })
  })
})

describe('the estimate', () => {
  it.each([
    ['a second before it passes', -SECOND, true],
    ['in its last second', 0, true],
    ['a second after', SECOND, false],
  ])('is moved by a revision approved %s [S0-A-7.1]', async (_, ms, moves) => {
    const caseId = await tasks.approved(START, ESTIMATE)
    await does(askRevision)(caseId, engineer, ESTIMATE - HOUR, { estimateAt: ESTIMATE + DAY, reason: '等备件' })
    const decision = does(decideRevision)(caseId, director, ESTIMATE + ms, { approved: true })
    if (moves) await decision
    else
      await expect(decision).rejects.toMatchObject({
        code: 'serviceTask.estimatePassed',
        details: { clause: 'S0-A-7.1' },
      })
    await sweep(db, ESTIMATE + HOUR, 0, 500)
    expect(await sum(caseId)).toBe(moves ? 0 : -5_000)
    const { of } = await tasks.promises(caseId)
    expect(of('complete')).toMatchObject({ dueAt: ESTIMATE + (moves ? DAY : 0), verdict: moves ? 'pending' : 'late' })
    await sweep(db, ESTIMATE + DAY + SECOND, 0, 500)
    expect(await sum(caseId)).toBe(-5_000)
  })

  it('is not moved by asking, by a refusal, by the engineer, or twice by one request [S0-A-7.1]', async () => {
    const caseId = await tasks.approved(START, ESTIMATE)
    const ask = () =>
      does(askRevision)(caseId, engineer, START + HOUR, { estimateAt: ESTIMATE + DAY, reason: '等备件' })
    const decide = (by: string, approved: boolean) => does(decideRevision)(caseId, by, START + 2 * HOUR, { approved })
    await expect(decide(director, true)).rejects.toMatchObject(refused('serviceTask.noRevision'))
    await ask()
    await expect(decide(engineer, true)).rejects.toMatchObject(refused('serviceTask.ownMatter'))
    await decide(director, false)
    await expect(decide(director, true)).rejects.toMatchObject(refused('serviceTask.noRevision'))
    expect((await tasks.promises(caseId)).of('complete').dueAt).toBe(ESTIMATE)
  })

  it.each([
    ['a second before', -SECOND, 'onTime', 0],
    ['at', 0, 'onTime', 0],
    ['a second after', SECOND, 'late', -5_000],
  ])('is kept by completing %s it; passing it costs ¥50 once [S0-A-7.1]', async (_, ms, verdict, fen) => {
    const caseId = await tasks.onSite(START, ESTIMATE)
    await tick(db, caseId, ESTIMATE + ms)
    await does(completeTask)(caseId, engineer, ESTIMATE + ms, {})
    expect((await tasks.promises(caseId)).of('complete')).toMatchObject({ work: 'done', verdict })
    await sweep(db, ESTIMATE + 10 * DAY, 0, 500)
    expect(await sum(caseId)).toBe(fen)
  })

  it('is held against whoever had the task when it passed, once, and not against who takes it over [S0-A-7.1]', async () => {
    const before = await tasks.onSite(START, ESTIMATE)
    await does(assignEngineer)(before, director, ESTIMATE - HOUR, { engineerId: second })
    const after = await tasks.onSite(START, ESTIMATE)
    await sweep(db, ESTIMATE + SECOND, 0, 500)
    await does(assignEngineer)(after, director, ESTIMATE + HOUR, { engineerId: second })
    await sweep(db, ESTIMATE + 5 * DAY, 0, 500)
    const fined = async (caseId: string) =>
      (await tasks.ledger(caseId)).map((entry) => [entry.personId, entry.amountFen])
    expect(await fined(before)).toEqual([[second, -5_000]])
    expect(await fined(after)).toEqual([[engineer, -5_000]])
    const handedOver = does(completeTask)(after, engineer, ESTIMATE + 6 * DAY, {})
    await expect(handedOver).rejects.toMatchObject(refused('case.notYours'))
  })
})

describe('a task added on site', () => {
  it('has a form of its own, is signed by the customer, and by the company after the return [S0-A-3.15]', async () => {
    const parentId = await tasks.onSite(START, ESTIMATE)
    const asked = { requirement: '另一台终端离线', siteSituation: '同一站' }
    const [first] = await does(openExtra)(parentId, engineer, START + HOUR, asked)
    const extraId = first!.caseId
    expect((await tasks.promises(extraId)).open).toEqual(['solve'])
    const at = START + 2 * HOUR
    await does(solveTask)(extraId, engineer, at, { solution: '重启', mode: 'onSite' })
    const service = { work: '重启', resolution: '已上线' }
    for (const caseId of [extraId, parentId]) {
      await does(completeTask)(caseId, engineer, at, {})
      await does(recordService)(caseId, engineer, at, service)
      await tasks.rate(caseId, at, scored('excellent', 'excellent', 'excellent'))
    }
    const tooEarly = does(approveExtra)(extraId, director, at, {})
    await expect(tooEarly).rejects.toMatchObject({ code: 'serviceTask.notReturned', details: { clause: 'S0-A-3.15' } })
    await does(planReturn)(parentId, engineer, at, { plan: '高铁' })
    await does(agreeReturn)(parentId, director, at, {})
    await does(returnFromTrip)(parentId, engineer, at + HOUR, {})
    await does(approveExtra)(extraId, director, at + 2 * HOUR, {})
    await does(registerTask)(extraId, office, at + 3 * HOUR, { ledgerNumber: '2' })
    const [extra] = await db.select().from(cases).where(eq(cases.id, extraId))
    expect(extra).toMatchObject({ parentId, state: 'ended' })
    await does(confirmTask)(parentId, director, at + 3 * HOUR, {})
    expect((await tasks.promises(parentId)).open).toEqual(['register'])
  })

  it('is not added before the arrival [S0-A-3.15]', async () => {
    const parentId = await tasks.approved(START, ESTIMATE)
    const early = does(openExtra)(parentId, engineer, START + HOUR, { requirement: '另一台', siteSituation: '同一站' })
    await expect(early).rejects.toMatchObject(refused('serviceTask.notOnSite'))
  })
})

describe('a customer who does not sign', () => {
  async function unsigned() {
    const caseId = await tasks.onSite(START, ESTIMATE)
    await does(completeTask)(caseId, engineer, START + DAY, {})
    await does(recordService)(caseId, engineer, START + DAY, { work: '更换', resolution: '已上线' })
    await does(reportNoSignature)(caseId, engineer, START + DAY, { reason: 'refused', note: '对价格有意见' })
    return caseId
  }

  it.each([
    ['excused', 0],
    ['missing', -15_000],
  ] as const)(
    'is for the general manager to decide, while the engineer may go home: %s [S0-A-7.3c]',
    async (finding, fen) => {
      const caseId = await unsigned()
      expect((await tasks.promises(caseId)).open).toEqual(['decideSignature', 'planReturn'])
      await does(decideSignature)(caseId, gm, START + 2 * DAY, { finding, note: '已核实' })
      expect(await sum(caseId)).toBe(fen)
      const again = does(decideSignature)(caseId, gm, START + 2 * DAY, { finding: 'excused', note: '改判' })
      await expect(again).rejects.toMatchObject(refused('case.settledAlready'))
    },
  )

  it('costs nothing before it is decided', async () => expect(await sum(await unsigned())).toBe(0))
})

it('is told by a story whose every promise has a meaning and a label', async () => {
  const { serviceTask } = procedures
  const told: string[] = []
  await serviceTask.story({
    keep: async (...names) => names.map((name) => (told.push(name), 'done' as const)),
    begin: async (name) => (told.push(name), 'done' as const),
  })
  expect(told).toEqual(Object.keys(serviceTaskPromises))
})
