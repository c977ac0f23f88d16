import { describe, expect, it } from 'vitest'
import { backtest } from '../../db/backtest/run.ts'
import { recordAttendance } from '../../db/conduct/attendance.ts'
import { recordContractReport } from '../../db/conduct/contractReport.ts'
import { recordConduct, takeConductBack } from '../../db/conduct/record.ts'
import { procedures } from '../../api/procedures.ts'
import { openAssessments } from '../../db/assessment/open.ts'
import { newId } from '../../db/id.ts'
import { openBonus } from '../../db/pay/bonus.ts'
import { bindProject } from '../../db/policy/bind.ts'
import { recordFact } from '../../db/record/record.ts'
import { absence, person, personRole } from '../../db/schema/person.ts'
import { periodNamed } from '../../rules/report/period.ts'
import { accidentDesk, at, COMPLAINT_II } from '../support/accidents.ts'
import { testDb } from '../support/database.ts'
import { department } from '../support/department.ts'
import { reporting } from '../support/reports.ts'
import { siteUnder } from '../support/site.ts'
import { stepsOn } from '../support/staffChange.ts'

const { db } = await testDb()
const people = await department(db, {
  gm: { role: 'companyGm' },
  director: { role: 'serviceDirector', superior: 'gm' },
  engineer: { role: 'engineer', superior: 'director' },
  pm: { role: 'contractorPm', kind: 'contractor' },
  information: { role: 'clientInformation', kind: 'client' },
  hr: { role: 'clientHr', kind: 'client' },
  resident: { role: 'residentSupervisor' },
  incoming: { role: 'residentSupervisor' },
})
const { engineer, director, resident, pm } = people
const site = await siteUnder(db, 'S4-N', [pm, people.information, people.hr, resident])
for (const [policy, topic] of [
  ['S4-N', 'attendance'],
  ['S4-Q', 'conduct'],
] as const)
  await db.transaction((tx) => bindProject(tx, { projectId: site.id, policy, topic, fromOn: '2025-01-01' }))

const NOW = at('2026-07-01T09:00:00')
const june = { fromOn: '2026-06-01', toOn: '2026-06-30' }
const tried = (policy: string, values: Record<string, unknown>, period = june) =>
  backtest(db, { policy, values, ...period }, 'all', NOW)
const by = { byId: director, scope: 'all' as const }
const write = <T>(verb: (tx: Parameters<Parameters<typeof db.transaction>[0]>[0]) => Promise<T>) => db.transaction(verb)

describe('every kind of rule is tried', () => {
  it('deadlines and fines of reports [S0-A-2.3] [S0-A-7.3b]', async () => {
    const play = reporting(db)
    const week = periodNamed('weekly', '2026-06-01')
    await play.ask(week)
    await play.look(at('2026-06-10T00:00:00'))
    const dearer = await tried('S0A', { 'report.engineerFine': 5_000 })
    expect(dearer.people).toEqual([{ personId: engineer, beforeFen: -2_000, afterFen: -5_000 }])
    // What nobody handed in rests on no fact; its case says so.
    expect(dearer.differences[0]).toMatchObject({ clause: 'S0-A-2.3', before: 'late', after: 'late', evidence: [] })
    const earlier = await tried('S0A', { 'report.engineerDay': 5 })
    expect(earlier.differences).toEqual([])
    expect([earlier.lateBefore, earlier.beforeFen]).toEqual([earlier.lateAfter, earlier.afterFen])
  })

  it('the notice of a staff change, later or in time by its months [S4-N-3.1]', async () => {
    const steps = stepsOn(db, site, pm)
    const who = { outgoingId: resident, incomingId: people.incoming }
    const { caseId } = await steps.start({ ...who, plan: { takesOverOn: '2026-07-20' } }, '06-10T09:00:00')
    await steps.notice(caseId, '06-18T09:00:00')
    const two = await tried('S4-N', { 'staffChange.notice': 2 })
    expect(two.differences).toMatchObject([
      { clause: 'S4-N-3.1', before: 'onTime', after: 'late', caseId },
      { clause: 'S4-N-3.1', before: 'onTime', after: 'late', caseId },
    ])
    expect(two.differences[0]!.evidence).toHaveLength(1)
    expect(two.differences[0]!.explanation.en).toMatch(/due 2026-06-20 23:59:59 → 2026-05-20 23:59:59/)
  })

  it('conduct points, each event; none for one taken back or outside the period [S4-Q-p5] [S4-Q-p12]', async () => {
    const event = (occurredAt: string, item: 'games' | 'smoking') =>
      write((tx) => recordConduct(tx, { ...by, personId: resident, item, occurredAt: at(occurredAt), note: 'x' }, NOW))
    await event('2026-05-31T23:59:59', 'smoking')
    await event('2026-06-01T00:00:00', 'smoking')
    await event('2026-06-02T10:00:00', 'games')
    const { id } = await event('2026-06-03T10:00:00', 'smoking')
    await write((tx) => takeConductBack(tx, { ...by, id, reason: 'x' }, NOW))
    const harder = await tried('S4-Q', { 'conduct.smoking': 15 })
    expect(harder.compared).toBe(2)
    expect(harder.differences).toMatchObject([{ kind: 'points', clause: 'S4-Q-p12', personId: resident }])
    expect(harder.differences[0]!.explanation.en).toContain('points 10 → 15')
    const blank = await tried('S4-Q', { 'conduct.smoking': null })
    expect(blank.differences[0]!.explanation.en).toContain('would not follow; points 10 → 0')
  })

  it('a month’s absence statement, by either reading [S4-N-2.5a]', async () => {
    for (const day of [3, 4, 5]) {
      const event = {
        personId: resident,
        kind: 'absent' as const,
        occurredAt: at(`2026-06-0${day}T09:00:00`),
        note: 'x',
      }
      await write((tx) => recordAttendance(tx, { ...by, ...event }, NOW))
    }
    const atLeast = await tried('S4-N', { 'attendance.absencesReading': 'atLeast' })
    expect(atLeast.differences).toMatchObject([{ kind: 'statement', clause: 'S4-N-2.5a', personId: resident }])
    expect(atLeast.differences[0]!.evidence).toHaveLength(3)
    expect((await tried('S4-N', { 'attendance.absences': 4 })).differences).toEqual([])
  })

  it('a trip without the customer’s stamp [S2-3.2.4.3b]', async () => {
    const report = { personId: engineer, trip: '6 月', stamped: false, occurredAt: at('2026-06-11T09:00:00') }
    await write((tx) => recordContractReport(tx, { ...by, ...report }, NOW))
    const paid = await tried('S2', { 'reimbursement.stamp': 'notRequired' })
    expect(paid.differences).toMatchObject([{ kind: 'block', clause: 'S2-3.2.4.3b', personId: engineer }])
    expect(paid.differences[0]!.explanation.en).toContain('would not follow')
  })

  it('accidents by amount, and by whose complaint counts for a class [S0-A-5.1a] [S0-A-7.5b]', async () => {
    const desk = accidentDesk(db, director)
    await desk.report(engineer, COMPLAINT_II, at('2026-06-12T09:00:00'))
    const climbed = await desk.report(engineer, COMPLAINT_II, at('2026-06-15T09:00:00'))
    await desk.climb(climbed, { kind: 'complaint', level: 'centreGm' }, at('2026-06-16T09:00:00'))
    const dearer = await tried('S0A', { 'accident.fineII': 7_000 })
    expect(dearer.people).toEqual([{ personId: engineer, beforeFen: -10_000, afterFen: -14_000 }])
    const centre = await tried('S0A', { 'accident.leaders': 'centre' })
    expect(centre.people.find((one) => one.personId === engineer)).toMatchObject({
      beforeFen: -5_000,
      afterFen: -10_000,
    })
    expect(centre.differences[0]).toMatchObject({ caseId: climbed })
    expect(centre.differences[0]!.evidence.map(({ kind }) => kind)).toEqual(['ground', 'ground'])
  })

  it('the months that a better grade of base pay takes [S0-A-8.1c]', async () => {
    const personId = newId()
    await db.insert(person).values({ id: personId, code: personId, name: '新人', kind: 'staff', superiorId: director })
    const since = at('2025-12-01T00:00:00')
    await db.insert(personRole).values({ id: newId(), personId, role: 'engineer', fromAt: since })
    const record = { kind: 'examTaken', exam: 'skill', passed: true } as const
    const passed = { personId, byId: director, occurredAt: at('2026-06-03T09:00:00'), record }
    await write((tx) => recordFact(tx, passed, NOW))
    const longer = await tried('S0A', { 'window.gradeTwoMonths': 9 })
    expect(longer.differences).toMatchObject([{ personId, kind: 'recommendation', clause: 'S0-A-8.1c' }])
    expect(longer.differences[0]!.explanation.en).toContain('would not follow')
    expect((await tried('S0A', { 'window.gradeTwoMonths': 9 }, { ...june, toOn: '2026-06-03' })).differences).toEqual(
      [],
    )
  })

  it('base pay and allowances, by the days of the period [S0-A-8.1d] [S0-A-8.2a] [S0-A-8.2b]', async () => {
    const personId = newId()
    await db.insert(person).values({ id: personId, code: personId, name: '新人', kind: 'staff', superiorId: director })
    await db
      .insert(personRole)
      .values({ id: newId(), personId, role: 'engineer', fromAt: 0, toAt: at('2026-07-01T00:00:00') })
    await db.insert(absence).values({
      id: newId(),
      personId,
      kind: 'trip',
      fromAt: at('2026-06-29T08:00:00'),
      toAt: at('2026-06-30T18:00:00'),
    })
    const of = async (values: Record<string, unknown>, period = june) =>
      (await tried('S0A', values, period)).differences
        .filter((one) => one.personId === personId)
        .map(({ kind, clause, beforeFen, afterFen }) => [kind, clause, beforeFen, afterFen])
    expect(await of({ 'pay.gradeThree': 160_000 })).toEqual([['pay', 'S0-A-8.1d', 150_000, 160_000]])
    // Half of June by the draft, half as it was.
    expect(await of({ 'pay.gradeThree': 160_000 }, { ...june, toOn: '2026-06-15' })).toEqual([
      ['pay', 'S0-A-8.1d', 150_000, 155_000],
    ])
    expect(await of({ 'pay.travelPerDay': 5_000, 'pay.phonePerMonth': 3_000 })).toEqual([
      ['pay', 'S0-A-8.2a', 0, 10_000],
      ['pay', 'S0-A-8.2b', 0, 3_000],
    ])
    expect(await of({ 'pay.gradeThree': 150_000 })).toEqual([])
    const regional = await backtest(db, { policy: 'S0A', values: { 'pay.gradeThree': 1 }, ...june }, ['n'], NOW)
    expect(regional).toMatchObject({ compared: 0, leftOut: ['pay'] })
  })

  it('bonuses of half-years that ended in the period, ranked anew [S0-A-8.1f]', async () => {
    const set = { 'pay.bonusBase': 100_000, 'pay.tierOne': 50, 'pay.tierTwo': 80 }
    const asked = { 'pay.coefficientOne': 90, ...set }
    expect((await tried('S0A', asked)).differences).toEqual([])
    for (const month of ['2026-05', '2026-06'])
      await write((tx) => openAssessments(tx, procedures.assessment, periodNamed('monthly', month), NOW))
    await write((tx) => openBonus(tx, procedures.bonus, NOW))
    // Blank as it was, so nothing; in the draft everybody ranked has a place.
    const first = await tried('S0A', asked)
    const ranked = first.differences.filter(({ kind }) => kind === 'bonus')
    expect(ranked.length).toBeGreaterThan(1)
    expect(ranked.every(({ clause, beforeFen }) => clause === 'S0-A-8.1f' && beforeFen === 0)).toBe(true)
    expect(Math.max(...ranked.map(({ afterFen }) => afterFen))).toBe(90_000)
    expect(ranked[0]!.explanation.en).toMatch(/^Bonus of 2026-H1 \(ranked \d of \d\): would be new; amount/)
    expect((await tried('S0A', asked, { ...june, toOn: '2026-06-29' })).compared).toBe(0)
  })

  it('and a draft that reaches none of them compares nothing', async () => {
    expect(await tried('S0A', { 'pay.helperMost': 1 })).toMatchObject({ compared: 0, differences: [] })
  })
})
