import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { openAssessments } from '../../db/assessment/open.ts'
import { seedYears } from '../../db/calendar/seedYears.ts'
import { newId } from '../../db/id.ts'
import { openBonus } from '../../db/pay/bonus.ts'
import { rerankBonuses } from '../../db/pay/rerank.ts'
import { amend, correct } from '../../db/policy/amend.ts'
import { editPerson } from '../../db/person/savePerson.ts'
import { seedPolicies } from '../../db/policy/terms.ts'
import { facts } from '../../db/schema/case.ts'
import { customer } from '../../db/schema/customer.ts'
import { absence, person, personRegion, personRole, region } from '../../db/schema/person.ts'
import { bonusChanges, bonuses } from '../../db/schema/pay.ts'
import { gradeOn } from '../../db/window/grade.ts'
import type { Instant } from '../../rules/instant.ts'
import { periodNamed } from '../../rules/report/period.ts'
import { accidentDesk, at, COMPLAINT_I, COMPLAINT_II } from '../support/accidents.ts'
import { testApi } from '../support/api.ts'
import { barsOf } from '../support/barred.ts'
import { testDb } from '../support/database.ts'
import { customerOf } from '../support/department.ts'
import { serviceTasks } from '../support/serviceTask.ts'

const { db } = await testDb()
let now: Instant = Date.now()
const api = await testApi(db, { clock: () => now })
beforeAll(async () => {
  await seedPolicies(db)
  await seedYears(db, Date.now())
  for (const code of ['SD', 'XJ']) await db.insert(region).values({ id: code, code, name: code })
})
const gm = await api.signedIn(['companyGm'])
const boss = await api.signedIn(['serviceSupervisor'])
const desk = accidentDesk(db, boss.personId)

async function engineer(fromAt: Instant, regionId = 'SD') {
  const one = await api.signedIn(['engineer'])
  await db.update(personRole).set({ fromAt }).where(eq(personRole.personId, one.personId))
  await db.update(person).set({ superiorId: boss.personId }).where(eq(person.id, one.personId))
  await db.insert(personRegion).values({ personId: one.personId, regionId })
  return one
}
const set = (values: Record<string, unknown>, policy = 'S0A') =>
  db.transaction((tx) => correct(tx, { policy, values, reason: '设定', byId: gm.personId }, now))
const ask = (method: 'get' | 'post', path: string, as: { token: string }, body?: object) =>
  api.ask(method, path, { as: as.token, body })
const statement = async (who: { personId: string; token: string }, month: string) =>
  (await ask('get', `/api/pay/statement?month=${month}&personId=${who.personId}`, gm)).body

describe('base pay', () => {
  it('goes up when the general manager says so, by the day, and back when its ground fell [S0-A-8.1b] [S0-A-8.1c] [S0-A-8.1d]', async () => {
    const who = await engineer(at('2025-03-01T00:00:00'))
    await desk.record(who.personId, { kind: 'examTaken', exam: 'skill', passed: true }, at('2025-05-10T09:00:00'))
    now = at('2025-09-02T09:00:00')
    await desk.follow(now)
    const [asked] = await desk.asked(who.personId)
    expect(asked).toMatchObject({ action: 'raise', decision: null, grounded: true })
    expect(await db.transaction((tx) => gradeOn(tx, who.personId, now))).toBeUndefined()
    const { body } = await ask('get', `/api/recommendations?personId=${who.personId}`, gm)
    expect(body.items).toMatchObject([{ action: 'raise', clause: 'S0-A-8.1c', target: 2 }])
    await ask('post', `/api/recommendations/${asked!.caseId}/decision`, gm, { approved: true, note: '同意' })
    const base = async (month: string) =>
      (await statement(who, month)).lines
        .filter((line: { kind: string }) => line.kind === 'base')
        .map(({ clause, amountFen }: { clause: string; amountFen: number }) => [clause, amountFen])
    expect(await base('2025-09')).toEqual([
      ['S0-A-8.1d', 5_000],
      ['S0-A-8.1c', 174_000],
    ])
    expect(await base('2025-10')).toEqual([['S0-A-8.1c', 180_000]])
    // An accident of the spring comes to light: six clean months were not what they seemed.
    now = at('2025-10-20T09:00:00')
    await desk.report(who.personId, COMPLAINT_II, at('2025-04-20T09:00:00'), now)
    await desk.follow(now)
    const [again] = (await desk.asked(who.personId)).filter(({ caseId }) => caseId === asked!.caseId)
    expect(again).toMatchObject({ decision: 'approved', grounded: false })
    await ask('post', `/api/recommendations/${asked!.caseId}/decision`, gm, { approved: false, note: '撤销' })
    expect(await base('2025-11')).toEqual([['S0-A-8.1d', 150_000]])
  })

  it('months taken over as clean count before the post began here [S0-A-8.1b]', async () => {
    const who = await engineer(at('2026-01-01T00:00:00'))
    for (let month = 7; month <= 12; month++) {
      const key = `2025-${String(month).padStart(2, '0')}`
      await desk.record(who.personId, { kind: 'openingCleanMonth', month: key }, at('2026-01-05T09:00:00'))
    }
    await desk.record(who.personId, { kind: 'contribution', note: '攻关' }, at('2026-01-06T09:00:00'))
    await desk.follow(at('2026-01-06T18:00:00'))
    expect(await desk.asked(who.personId)).toEqual([])
    now = at('2026-01-07T00:00:00')
    await desk.record(who.personId, { kind: 'documentsChecked', month: '2025-12', complete: true }, now)
    await desk.follow(now)
    expect(await desk.asked(who.personId)).toMatchObject([{ action: 'raise' }])
  })
})

describe('the bonus of a half-year', () => {
  it('waits for its blanks, is proposed, approved and paid beside the sheet; ranked anew, its differences follow, and closed months are put right [S0-A-8.1a] [S0-A-8.1e] [S0-A-8.1f]', async () => {
    const since = at('2026-01-01T00:00:00')
    const [best, worse, outside] = [await engineer(since), await engineer(since), await engineer(since, 'XJ')]
    await set({ 'assessment.counts': 'recorded' }, 'house')
    await desk.report(worse.personId, COMPLAINT_II, at('2026-06-10T09:00:00'))
    const june = periodNamed('monthly', '2026-06')
    now = june.untilAt
    expect(await db.transaction((tx) => openBonus(tx, procedures.bonus, now))).toBe(0)
    await db.transaction((tx) => openAssessments(tx, procedures.assessment, june, now))
    const open = () => db.transaction((tx) => openBonus(tx, procedures.bonus, now))
    expect((await Promise.all([open(), open()])).sort()).toEqual([0, 1])
    const [{ caseId } = { caseId: '' }] = await db.select().from(bonuses)
    const path = `/api/pay/bonuses/${caseId}`
    const propose = (helpers: object[] = []) => ask('post', `${path}/proposal`, boss, { helpers })
    expect((await propose()).body).toMatchObject({ code: 'pay.blank' })
    expect((await ask('get', path, gm)).body.blanks).toEqual(['pay.bonusBase', 'pay.tierOne', 'pay.tierTwo'])
    await set({ 'pay.bonusBase': 100_000, 'pay.tierOne': 50, 'pay.tierTwo': 60, 'pay.helperMost': 30_000 })
    expect((await propose()).body).toMatchObject({ code: 'pay.sheetsOpen' })
    const sheets = (await ask('get', '/api/assessments?scope=staff', gm)).body.items
    await ask('post', `/api/assessments/${sheets[0].id}/issue`, boss, {})
    const helper = { personId: outside.personId, regionId: 'SD', amountFen: 30_000, note: '支援' }
    // Who moved since the half-year ended is ranked, and no helper, where it found them.
    const move = (who: { personId: string }, to: string) =>
      db.transaction((tx) => editPerson(tx, who.personId, { regionIds: [to] }, now))
    await move(best, 'XJ')
    expect((await propose([helper])).status).toBe(200)
    const proposed = (await ask('get', path, gm)).body
    const lineOf = (who: { personId: string }, kind = 'ranked') =>
      proposed.lines.find(
        (one: { personId: string; kind: string }) => one.personId === who.personId && one.kind === kind,
      )
    expect(lineOf(worse).rank).toBeGreaterThan(lineOf(best).rank)
    expect(lineOf(best).regionId).toBe('SD')
    expect(lineOf(outside, 'helper')).toMatchObject({ amountFen: 30_000 })

    for (const concerned of [boss, best, outside])
      expect(await barsOf(db, caseId, concerned.personId)).toContainEqual(['pay.decide', 'pay.ownMatter'])
    expect(await barsOf(db, caseId, gm.personId)).toEqual([])
    expect((await ask('post', `${path}/decision`, boss, { approved: true, note: 'x' })).status).toBe(403)
    // Corrected while it waits for the signature: nobody approves what is computed otherwise by now.
    await set({ 'pay.coefficientThree': 20 })
    const outdated = await ask('post', `${path}/decision`, gm, { approved: true, note: '同意' })
    expect(outdated.body).toMatchObject({ code: 'pay.rankingChanged' })
    expect((await ask('get', path, gm)).body.moved).toBeGreaterThan(0)
    await set({ 'pay.coefficientThree': 30 })
    await ask('post', `${path}/decision`, gm, { approved: false, note: '再核' })
    expect((await ask('get', path, gm)).body).toMatchObject({ state: 'open', proposedAt: null })
    await propose([helper])
    const done = await ask('post', `${path}/decision`, gm, { approved: true, note: '同意' })
    expect(done.status).toBe(200)
    const paid = await statement(best, '2026-07')
    expect(paid.lines.map((line: { kind: string }) => line.kind)).toEqual(['base', 'bonus', 'phone'])
    expect(paid.totalFen).toBe(150_000 + lineOf(best).amountFen)
    // Beside the sheet, and no part of it.
    now = at('2026-08-01T00:00:00')
    const sheetOf = async (month: string, scope: string) => {
      await db.transaction((tx) => openAssessments(tx, procedures.assessment, periodNamed('monthly', month), now))
      const [found] = (await ask('get', `/api/assessments?scope=${scope}`, gm)).body.items
      return (await ask('get', `/api/assessments/${found.id}`, gm)).body
    }
    const payOn = (sheet: { people: { personId: string }[] }, who: { personId: string }) =>
      sheet.people.find((one) => one.personId === who.personId)
    const july = await sheetOf('2026-07', 'staff')
    expect(payOn(july.sheet, best)).toMatchObject({
      totalFen: 0,
      pay: [{ kind: 'base' }, { kind: 'bonus' }, { kind: 'phone' }],
    })
    expect((await ask('post', `/api/assessments/${july.id}/issue`, boss, {})).status).toBe(200)

    // An accident of May comes to light in August: the half-year is ranked anew, the closed month stays as it was.
    now = at('2026-08-05T10:00:00')
    const accident = await desk.report(best.personId, COMPLAINT_I, at('2026-05-10T09:00:00'), now)
    expect(await rerankBonuses(db, now)).toBe(2)
    expect(await rerankBonuses(db, now)).toBe(0)
    const bonusLines = async (who: { personId: string; token: string }, month: string) =>
      (await statement(who, month)).lines.filter((line: { kind: string }) => line.kind === 'bonus')
    const [down] = await bonusLines(best, '2026-08')
    expect(down).toMatchObject({ clause: 'S0-A-8.1f', amountFen: lineOf(worse).amountFen - lineOf(best).amountFen })
    expect(down.because.zh).toContain('本人考核净额由 ¥0.00 变为 −¥100.00')
    expect(await bonusLines(best, '2026-07')).toMatchObject([{ amountFen: lineOf(best).amountFen }])
    expect((await ask('get', path, gm)).body.changes).toHaveLength(2)
    const file = async (name: string) => (await api.table(`/api/exports/${name}/${caseId}`, gm.token)).slice(1)
    expect(await file('pay-bonus-changes')).toHaveLength(2)
    expect(await file('pay-bonus-lines')).toHaveLength(proposed.lines.length)
    // Who left has the difference on the final settlement.
    await db
      .update(personRole)
      .set({ toAt: at('2026-08-01T00:00:00') })
      .where(eq(personRole.personId, worse.personId))
    // A grade that held since the middle of July is entered in August: the next sheet pays what July's lacks, once.
    const grade = { kind: 'payGradeSet', grade: 2 } as const
    await desk.record(best.personId, grade, at('2026-07-16T09:00:00'), now)
    now = at('2026-09-01T00:00:00')
    const september = await sheetOf('2026-08', 'staff')
    const arrears = { kind: 'base', of: '2026-07', amountFen: 15_484 }
    expect(payOn(september.sheet, best)).toMatchObject({
      pay: [{ kind: 'base', amountFen: 180_000 }, down, { kind: 'phone' }, arrears],
    })
    const settled = await sheetOf('2026-08', 'final')
    expect(payOn(settled.sheet, worse)).toMatchObject({ pay: [{ kind: 'bonus', amountFen: 20_000 }] })
    for (const { id } of [september, settled])
      expect((await ask('post', `/api/assessments/${id}/issue`, boss, {})).status).toBe(200)
    // The accident turns out to be none: the places come back, and so does the money; July is settled.
    now = at('2026-09-03T10:00:00')
    const grounds = and(eq(facts.caseId, accident), eq(facts.kind, 'ground'))
    const [ground] = await db.select().from(facts).where(grounds)
    await desk.drop(accident, ground!.id, gm.personId, now)
    expect(await rerankBonuses(db, now)).toBe(2)
    const back = (await statement(best, '2026-09')).lines
    expect(back).toMatchObject([{ kind: 'base' }, { kind: 'bonus', amountFen: -down.amountFen }, { kind: 'phone' }])
    await expect(db.delete(bonusChanges)).rejects.toMatchObject({ cause: { code: '23001' } })

    // A coefficient was misprinted: July's closed sheet stays, the difference goes with September's pay and says why.
    now = at('2026-09-04T10:00:00')
    const { version } = await set({ 'pay.coefficientOne': 90 })
    expect(await rerankBonuses(db, now)).toBeGreaterThan(0)
    expect(await rerankBonuses(db, now)).toBe(0)
    const [, corrected] = await bonusLines(best, '2026-09')
    expect(corrected).toMatchObject({ clause: 'S0-A-8.1f', amountFen: 10_000 })
    expect(corrected.because.zh).toContain(`》第 ${version} 版`)
    expect(corrected.because.zh).toContain('系数 0.8、¥800.00，重新记入排名 1／')
    expect(await bonusLines(best, '2026-07')).toMatchObject([{ amountFen: lineOf(best).amountFen }])
    const [latest] = (await ask('get', path, gm)).body.changes.slice(-1)
    expect(latest.because.en).toContain('an erratum')
  })
})

describe('a special region’s travel allowance', () => {
  it('is above the usual one and needs the general manager [S0-A-8.2a]', async () => {
    now = at('2026-09-01T09:00:00')
    const who = await engineer(at('2026-01-01T00:00:00'), 'XJ')
    const rate = { regionId: 'XJ', perDayFen: 12_000, fromOn: '2026-09-01', reason: '高原' }
    expect((await ask('post', '/api/pay/rates', boss, rate)).body).toMatchObject({ code: 'pay.blank' })
    await set({ 'pay.travelPerDay': 8_000 })
    expect((await ask('post', '/api/pay/rates', boss, { ...rate, perDayFen: 8_000 })).body.code).toBe('pay.notHigher')
    now = at('2026-09-02T09:00:00')
    const { body, status } = await ask('post', '/api/pay/rates', boss, rate)
    expect(status).toBe(201)
    const span = { fromAt: at('2026-09-03T08:00:00'), toAt: at('2026-09-05T20:00:00') }
    await db.insert(absence).values({ id: newId(), personId: who.personId, kind: 'trip', ...span })
    const decide = (as: { token: string }) =>
      ask('post', `/api/pay/rates/${body.caseId}/decision`, as, { approved: true, note: '同意' })
    expect((await decide(boss)).status).toBe(403)
    expect(await barsOf(db, body.caseId, boss.personId)).toEqual([['pay.decide', 'pay.ownMatter']])
    expect((await decide(gm)).status).toBe(200)
    expect((await ask('get', '/api/pay/rates', who)).body.items).toMatchObject([{ outcome: 'approved' }])
    now = at('2026-10-01T00:00:00')
    const travel = async () =>
      (await statement(who, '2026-09')).lines.filter((line: { kind: string }) => line.kind === 'travel')
    // Where the trip went is not known, so the usual rate holds.
    expect(await travel()).toMatchObject([
      { clause: 'S0-A-8.2a', amountFen: 24_000, because: { zh: '出差 3 天，每天 ¥80.00' } },
    ])
    // A service task's trip is one to its customer's region, from setting out until the month ends: nobody is back yet.
    const { customerId } = await customerOf(db, '+8613800000055')
    await db.update(customer).set({ regionId: 'XJ' }).where(eq(customer.id, customerId))
    const [director, gmId, sales, office] = [boss.personId, gm.personId, boss.personId, boss.personId]
    const team = { director, gm: gmId, sales, office, engineer: who.personId, customerId }
    await serviceTasks(db, team).onSite(at('2026-09-28T09:00:00'), at('2026-09-29T18:00:00'))
    expect((await travel()).map((line: { amountFen: number }) => line.amountFen)).toEqual([24_000, 36_000])
    expect(
      (await api.ask('get', `/api/pay/statement?month=2026-09&personId=${gm.personId}`, { as: who.token })).status,
    ).toBe(403)
  })
})

describe('a bonus whose base is blank', () => {
  it('takes it from the version that sets it, though that came later; an emptied one takes nothing back [S0-A-8.1f]', async () => {
    now = at('2027-01-02T09:00:00')
    await rerankBonuses(db, now)
    await set({ 'pay.bonusBase': null })
    expect(await rerankBonuses(db, now)).toBe(0)
    await db.transaction((tx) => openBonus(tx, procedures.bonus, now))
    const [found] = await db.select().from(bonuses).where(eq(bonuses.half, '2026-H2'))
    const path = `/api/pay/bonuses/${found!.caseId}`
    expect((await ask('get', path, gm)).body.blanks).toEqual(['pay.bonusBase'])
    expect((await ask('post', `${path}/proposal`, boss, { helpers: [] })).body.code).toBe('pay.blank')
    now += 1_000
    const filled = { policy: 'S0A', values: { 'pay.bonusBase': 120_000 }, reason: '设定', byId: gm.personId }
    await db.transaction((tx) => amend(tx, { ...filled, effectiveFromAt: now }, now))
    expect((await ask('get', path, gm)).body.lines[0]).toMatchObject({ baseFen: 120_000 })
    expect((await ask('post', `${path}/proposal`, boss, { helpers: [] })).status).toBe(200)
    expect((await ask('post', `${path}/decision`, gm, { approved: true, note: '同意' })).status).toBe(200)
    expect((await ask('get', path, gm)).body.lines[0]).toMatchObject({ baseFen: 120_000 })
    expect(await rerankBonuses(db, now)).toBe(0)
    // The slip is older than the version that filled the blank, which took it over: its erratum reaches back to it.
    const { version } = await set({ 'pay.coefficientOne': 85, 'report.engineerFine': 3_000 })
    expect(await rerankBonuses(db, now)).toBeGreaterThan(0)
    const { changes } = (await ask('get', path, gm)).body
    expect(changes.length).toBeGreaterThan(0)
    for (const { because } of changes) expect(because.zh).toContain(`》第 ${version} 版）`)
  })
})
