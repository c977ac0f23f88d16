import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { correctTime } from '../../db/accident/ground.ts'
import { readAccident } from '../../db/accident/read.ts'
import { decideAppeal } from '../../db/appeal/decide.ts'
import { fileAppeal } from '../../db/appeal/file.ts'
import { openAssessments } from '../../db/assessment/open.ts'
import { readSheet } from '../../db/assessment/read.ts'
import { issueSheet } from '../../db/assessment/steps.ts'
import { enterAbout } from '../../db/consequence/enter.ts'
import { claimCause, decideCause, waive } from '../../db/consequence/decide.ts'
import { decideMeasure } from '../../db/measure/decide.ts'
import { proposeMeasure } from '../../db/measure/propose.ts'
import { newId } from '../../db/id.ts'
import { editPerson } from '../../db/person/savePerson.ts'
import { correctRecord } from '../../db/record/record.ts'
import { assessments } from '../../db/schema/assessment.ts'
import { notifications } from '../../db/schema/notification.ts'
import { personRole } from '../../db/schema/person.ts'
import { decideSignature, reportNoSignature } from '../../db/serviceTask/rate.ts'
import { decideRecommendation } from '../../db/window/decide.ts'
import { gradeOn } from '../../db/window/grade.ts'
import { periodNamed } from '../../rules/report/period.ts'
import { DAY, HOUR, MINUTE, type Instant } from '../../rules/instant.ts'
import { accidentDesk, at, COMPLAINT_I, COMPLAINT_II, newEngineer } from '../support/accidents.ts'
import { barsOf } from '../support/barred.ts'
import { testDb } from '../support/database.ts'
import { customerOf, department } from '../support/department.ts'
import { entriesOf } from '../support/entry.ts'
import { everyEntryExplainsItself } from '../support/explained.ts'
import { scored, serviceTasks } from '../support/serviceTask.ts'

const { db } = await testDb()
const people = await department(db, {
  gm: { role: 'companyGm' },
  vice: { role: 'viceGm' },
  director: { role: 'serviceDirector', superior: 'gm' },
  sales: { role: 'salesManager' },
  servant: { role: 'engineer', superior: 'director' },
  office: { role: 'salesBackOffice' },
  hr: { role: 'hrSpecialist' },
  province: { role: 'provincialSupervisor', superior: 'director' },
  regional: { role: 'regionalManager' },
})
const { gm, vice, director, hr, servant, sales, office, province, regional } = people
const enter = entriesOf(db)
const { customerId } = await customerOf(db, '+8613800000022')
const tasks = serviceTasks(db, { gm, director, engineer: servant, sales, office, customerId })
const desk = accidentDesk(db, sales)
const files = accidentDesk(db, hr)
const engineer = () => newEngineer(db, director)
const moved = (caseId: string, occurredAt: Instant, now: Instant) =>
  db.transaction((tx) => correctTime(tx, { caseId, occurredAt, reason: '以工单为准', byId: gm }, now))
const fineOf = async (personId: string) => (await desk.standing(personId)).filter(({ kind }) => kind === 'fine')
const first = at('2026-03-10T10:00:00')

describe('corrected twice', () => {
  it('an accident counts once in the windows, and in the ledger', async () => {
    const who = await engineer()
    const caseId = await desk.report(who, COMPLAINT_I, first)
    await moved(caseId, first - DAY, first + HOUR)
    await moved(caseId, first - 2 * DAY, first + 2 * HOUR)
    await moved(caseId, first - HOUR, first + 3 * HOUR)
    await desk.follow(first + DAY)
    expect(await desk.asked(who)).toEqual([])
    expect(await desk.net(who)).toBe(-10_000)
    expect((await fineOf(who)).map(({ occurredAt }) => occurredAt)).toContain(first - HOUR)
  })
})

describe('what somebody decided', () => {
  it('stands when only the time is corrected: waived stays waived', async () => {
    const who = await engineer()
    const caseId = await desk.report(who, COMPLAINT_I, first)
    const [fine] = await fineOf(who)
    await db.transaction((tx) => waive(tx, { consequenceId: fine!.id, reason: '客户误操作', byId: gm }, first + HOUR))
    await moved(caseId, first - DAY, first + 2 * HOUR)
    await desk.follow(first + DAY)
    expect(await desk.net(who)).toBe(0)
  })

  it('reduced on appeal stays reduced', async () => {
    const who = await engineer()
    const caseId = await desk.report(who, COMPLAINT_I, first)
    const [fine] = await fineOf(who)
    await db.transaction((tx) =>
      enterAbout(tx, fine!, { kind: 'confirmation', arithmetic: { rule: 'confirmed' }, byId: vice }, first + HOUR),
    )
    const { caseId: appealId } = await db.transaction((tx) =>
      fileAppeal(tx, procedures.appeal, { consequenceId: fine!.id, reason: '事出有因', byId: who }, first + 2 * HOUR),
    )
    await db.transaction((tx) =>
      decideAppeal(
        tx,
        procedures.appeal,
        { caseId: appealId, outcome: 'reduced', remainingFen: 6_000, explanation: '酌减', byId: gm, scope: 'all' },
        first + 3 * HOUR,
      ),
    )
    await moved(caseId, first - DAY, first + 4 * HOUR)
    expect(await desk.net(who)).toBe(-6_000)
  })

  it('an exam waived stays waived when its record is corrected', async () => {
    const who = await engineer()
    const failed = { kind: 'examTaken', exam: 'training', passed: false } as const
    const { id } = await files.record(who, failed, first)
    await desk.follow(first + HOUR)
    const [fine] = await fineOf(who)
    await db.transaction((tx) => waive(tx, { consequenceId: fine!.id, reason: '试卷有误', byId: gm }, first + 2 * HOUR))
    await db.transaction((tx) =>
      correctRecord(
        tx,
        { factId: id, byId: hr, reason: '日期录错', instead: { occurredAt: first - DAY, record: failed } },
        first + 3 * HOUR,
      ),
    )
    await desk.follow(first + DAY)
    expect(await desk.net(who)).toBe(0)
  })

  it('an approved downgrade goes on resting on accidents whose time alone was corrected', async () => {
    const who = await engineer()
    await files.record(who, { kind: 'payGradeSet', grade: 1 }, at('2025-01-01T00:00:00'))
    await desk.report(who, COMPLAINT_I, first - 20 * DAY)
    const caseId = await desk.report(who, COMPLAINT_I, first)
    await desk.follow(first + HOUR)
    const [asked] = await desk.asked(who)
    await db.transaction((tx) =>
      decideRecommendation(
        tx,
        procedures.recommendation,
        { caseId: asked!.caseId, approved: true, note: '研究决定', byId: gm },
        first + 2 * HOUR,
      ),
    )
    await moved(caseId, first - 5 * MINUTE, first + 3 * HOUR)
    await desk.follow(first + DAY)
    expect(await desk.asked(who)).toMatchObject([{ decision: 'approved', grounded: true }])
    expect(await gradeOn(db, who, first + DAY)).toBe(2)
  })
})

describe('who decides', () => {
  const why = { reason: '已核实', byId: gm }

  it('is nobody who recorded what the entry rests on; the next in line is asked', async () => {
    const who = await engineer()
    await accidentDesk(db, gm).report(who, COMPLAINT_II, first)
    const consequenceId = (await fineOf(who))[0]!.id
    const waived = db.transaction((tx) => waive(tx, { consequenceId, ...why }, first + HOUR))
    await expect(waived).rejects.toMatchObject({ code: 'consequence.concerned' })
    const claim = { consequenceId, cause: 'customer', note: '客户原因', byId: who } as const
    await db.transaction((tx) => claimCause(tx, claim, first + HOUR))
    const asked = await db.select().from(notifications).where(eq(notifications.template, 'consequence.causeGiven'))
    expect(asked.map(({ personId }) => personId)).toEqual([vice])
    const decided = { consequenceId, accepted: true, note: '属实', scope: 'all' } as const
    const by = (byId: string) => db.transaction((tx) => decideCause(tx, { ...decided, byId }, first + 2 * HOUR))
    await expect(by(gm)).rejects.toMatchObject({ code: 'consequence.concerned' })
    await by(vice)
    expect(await desk.net(who)).toBe(0)
  })

  it('is asked for who has the right to decide, past a superior who has none; a missing stamp is explained to the regional manager [S2-3.2.4.3b]', async () => {
    const who = await newEngineer(db, province)
    const told = async (more: Parameters<typeof enter>[2] = {}) => {
      const consequenceId = await enter(who, first, more)
      const claim = { consequenceId, cause: 'customer', note: '客户原因', byId: who } as const
      await db.transaction((tx) => claimCause(tx, claim, first + HOUR))
      const rows = await db.select().from(notifications).where(eq(notifications.template, 'consequence.causeGiven'))
      return rows.filter(({ params }) => params.consequenceId === consequenceId).map(({ personId }) => personId)
    }
    expect(await told()).toEqual([director])
    const block = { kind: 'block', clause: 'S2-3.2.4.3b', amountFen: 0 }
    expect((await told(block)).sort()).toEqual([director, regional].sort())
  })

  it('on a measure is nobody with an entry of their own in the case it is about [S3-7.2]', async () => {
    const who = await engineer()
    const aboutCaseId = await desk.report(who, COMPLAINT_II, first)
    await enter(vice, first, { caseId: aboutCaseId })
    const asked = { measure: 'S3.oralWarning', amountFen: 0, reason: '违规操作' }
    const facts = { aboutCaseId, evidenceIds: (await readAccident(db, aboutCaseId)).grounds.map(({ id }) => id) }
    const given = { ...asked, ...facts, personId: who, byId: director, scope: 'all' } as const
    const { caseId } = await db.transaction((tx) => proposeMeasure(tx, procedures.measure, given, first + HOUR))
    const decide = (byId: string) => {
      const decision = { caseId, approved: true, explanation: '属实', byId, roles: ['viceGm'], scope: 'all' } as const
      return db.transaction((tx) => decideMeasure(tx, procedures.measure, decision, first + DAY))
    }
    await expect(decide(vice)).rejects.toMatchObject({ code: 'consequence.concerned' })
    expect(await barsOf(db, caseId, vice)).toContainEqual(['measure.decide', 'consequence.concerned'])
    await expect(decide(director)).rejects.toMatchObject({ code: 'measure.ownMatter' })
  })

  it('on a signature is nobody who found it missing or forged [S0-A-7.3c]', async () => {
    const missing = await tasks.served(first)
    await tasks.does(reportNoSignature)(missing, servant, first, { reason: 'refused', note: '拒签' })
    const forged = await tasks.rated(first, scored('good', 'good', 'good'))
    for (const [caseId, finding] of [
      [missing, 'missing'],
      [forged, 'forged'],
    ] as const) {
      await tasks.does(decideSignature)(caseId, gm, first + DAY, { finding, note: '已核实' })
      const [entry] = await tasks.ledger(caseId)
      expect(entry).toMatchObject({ clause: 'S0-A-7.3c', amountFen: -15_000 })
      const waived = db.transaction((tx) => waive(tx, { consequenceId: entry!.id, ...why }, first + 2 * DAY))
      await expect(waived).rejects.toMatchObject({ code: 'consequence.concerned' })
    }
  })
})

describe('who became supervisor after the month', () => {
  it('issues the staff’s sheet of it, and stands on the supervisor’s [S0-A-6.4]', async () => {
    const month = periodNamed('monthly', '2026-02')
    const who = await engineer()
    await db.transaction((tx) => openAssessments(tx, procedures.assessment, month, month.untilAt))
    const post = { id: newId(), personId: who, role: 'serviceSupervisor' as const, fromAt: month.untilAt + HOUR }
    await db.insert(personRole).values(post)
    const [staff, own] = await Promise.all(
      (['staff', 'supervisor'] as const).map(async (scope) => {
        const of = and(eq(assessments.month, month.key), eq(assessments.scope, scope))
        return (await db.select().from(assessments).where(of))[0]!.caseId
      }),
    )
    const stands = async (caseId: string, now: Instant) =>
      (await readSheet(db, caseId, now)).sheet.people.some(({ personId }) => personId === who)
    const before = month.untilAt + HOUR - 1
    expect([await stands(staff!, before), await stands(own!, before)]).toEqual([true, false])
    const now = month.untilAt + HOUR
    const act = { caseId: staff!, byId: who, roles: ['serviceSupervisor' as const] }
    await db.transaction((tx) => issueSheet(tx, procedures.assessment, act, () => Promise.resolve([]), now))
    expect([await stands(staff!, now), await stands(own!, now)]).toEqual([false, true])
  })
})

describe('who has left', () => {
  const leave = (personId: string, now: Instant) =>
    db.transaction((tx) => editPerson(tx, personId, { active: false }, now))

  it('answers for the accident that comes to light afterwards [S0-A-7.5a]', async () => {
    const who = await engineer()
    await leave(who, first + DAY)
    await desk.report(who, COMPLAINT_I, first, first + 2 * DAY)
    expect(await desk.net(who)).toBe(-10_000)
    await expect(desk.report(who, COMPLAINT_I, first + DAY, first + 2 * DAY)).rejects.toMatchObject({
      code: 'accident.notAnEngineer',
    })
  })

  it('answers for the signature they covered up as the supervisor of that time [S0-A-7.S3]', async () => {
    const caseId = await tasks.rated(first, scored('good', 'good', 'good'))
    const then = await newEngineer(db, gm)
    const post = { id: newId(), personId: then, role: 'serviceSupervisor' as const, fromAt: first - DAY }
    await db.insert(personRole).values(post)
    await leave(then, first + DAY)
    const finding = { finding: 'forged', note: '知情', coveredUpById: then } as const
    await tasks.does(decideSignature)(caseId, gm, first + 9 * DAY, finding)
    expect(await desk.net(then)).toBe(-10_000)
  })
})

it('each entry made here explains itself', async () => {
  expect(await everyEntryExplainsItself(db)).toEqual(expect.arrayContaining(['fine signature', 'waiver accepted']))
})
