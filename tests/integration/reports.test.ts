import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { withdrawCase } from '../../db/case/change.ts'
import { lockCase, withdraw, writeFact } from '../../db/case/record.ts'
import { newId } from '../../db/id.ts'
import { correct } from '../../db/policy/amend.ts'
import { openDueReports, openReports } from '../../db/report/open.ts'
import { recordReceipt, submitReport } from '../../db/report/submit.ts'
import { obligations } from '../../db/schema/case.ts'
import { absence, person, substitution } from '../../db/schema/person.ts'
import { reports } from '../../db/schema/report.ts'
import { DAY, HOUR, SECOND, type Instant } from '../../rules/instant.ts'
import type { FormName, Sections } from '../../rules/report/forms.ts'
import { addDays, atTime, parseInstant } from '../../rules/time/local.ts'
import { periodNamed } from '../../rules/report/period.ts'
import type { Role } from '../../rules/roles.ts'
import { testDb } from '../support/database.ts'
import { department } from '../support/department.ts'
import { reporting } from '../support/reports.ts'

const { db } = await testDb()
const { db: newHouse } = await testDb()
const people = await department(db, {
  gm: { role: 'companyGm' },
  director: { role: 'serviceDirector', superior: 'gm' },
  engineer: { role: 'engineer', superior: 'director' },
})
const play = reporting(db)
const at = (text: string) => parseInstant(`${text}+08:00`)
const full: Sections = { progress: '完成', problems: '无', plan: '继续', suggestions: '无' }

/** Each test has a week of its own, the first in January 2026. */
let next = 0
const freshWeek = () => periodNamed('weekly', addDays('2026-01-05', 7 * next++))
const clockOf = (monday: string, day: number, time = '18:00') => atTime(addDays(monday, day - 1), time)

const submit = (caseId: string, byId: string, now: Instant, sections = full, role = 'engineer' as const) =>
  db.transaction((tx) => submitReport(tx, procedures, { caseId, byId, roles: [role], sections }, now))
const receive = (caseId: string, byId: string, receivedAt: Instant, now: Instant, role: Role = 'serviceSupervisor') =>
  db.transaction((tx) =>
    recordReceipt(tx, procedures, { caseId, byId, roles: [role], scope: 'all', receivedAt, note: '邮件收到' }, now),
  )

describe('a weekly report at its boundary [S0-A-2.3] [S0-A-6.5] [S0-A-7.3b] [S0-A-7.S1a]', () => {
  it.each([
    ['engineerWeekly', 6, -SECOND, 'onTime', []],
    ['engineerWeekly', 6, 0, 'late', [[-2_000, 'S0-A-7.3b']]],
    ['engineerWeekly', 6, SECOND, 'late', [[-2_000, 'S0-A-7.3b']]],
    ['supervisorWeekly', 7, -SECOND, 'onTime', []],
    ['supervisorWeekly', 7, 0, 'late', [[-2_000, 'S0-A-7.S1a']]],
    ['supervisorWeekly', 7, SECOND, 'late', [[-2_000, 'S0-A-7.S1a']]],
  ] as const)('%s on weekday %i at 18:00 %i ms: %s', async (form, day, offset, verdict, entries) => {
    const week = freshWeek()
    await play.ask(week)
    const author = form === 'engineerWeekly' ? people.engineer : people.director
    const { report } = (await play.of(form, week, author))!
    const now = clockOf(week.fromOn, day) + offset
    await play.look(now)
    await submit(report.caseId, author, now)
    const { promise, state } = (await play.of(form, week, author))!
    expect({ verdict: promise.verdict, state }).toEqual({ verdict, state: 'ended' })
    const ledger = await play.ledger(report.caseId)
    expect(ledger.map((entry) => [entry.amountFen, entry.clause])).toEqual(entries)
    for (const entry of ledger) expect(entry.personId).toBe(author)
  })

  it('costs whoever never sends it, and once only [S0-A-7.3b]', async () => {
    const week = freshWeek()
    await play.ask(week)
    for (const days of [6, 8, 30]) await play.look(clockOf(week.fromOn, days, '18:00'))
    const { report, promise } = (await play.of('engineerWeekly', week, people.engineer))!
    expect(promise).toMatchObject({ work: 'open', verdict: 'late' })
    expect((await play.ledger(report.caseId)).map((entry) => entry.amountFen)).toEqual([-2_000])
  })

  it('reminds its author before and tells above after, by the clock alone [S0-A-2.3]', async () => {
    const week = freshWeek()
    await play.ask(week)
    const { promise } = (await play.of('engineerWeekly', week, people.engineer))!
    expect(promise.steps.map(({ step }) => step)).toEqual(['remind50', 'remind80', 'superior', 'deputyGm', 'gm'])
    expect(promise.steps.find(({ step }) => step === 'superior')!.at).toBe(clockOf(week.fromOn, 6))
  })
})

describe('the time of receipt counts [S0-A-2.3]', () => {
  it('so a report that came by mail in time is on time though it is entered on Monday', async () => {
    const week = freshWeek()
    await play.ask(week)
    const { report } = (await play.of('engineerWeekly', week, people.engineer))!
    const saturday = clockOf(week.fromOn, 6)
    await play.look(saturday + HOUR)
    await expect(receive(report.caseId, people.engineer, saturday, saturday + HOUR)).rejects.toMatchObject({
      code: 'report.own',
    })
    await receive(report.caseId, people.director, saturday - SECOND, saturday + 2 * DAY)
    expect((await play.of('engineerWeekly', week, people.engineer))!.promise.verdict).toBe('onTime')
    expect((await play.ledger(report.caseId)).map((entry) => entry.amountFen)).toEqual([-2_000, 2_000])
  })

  it('and one that came at 18:00 is late, whoever enters it when', async () => {
    const week = freshWeek()
    await play.ask(week)
    const { report } = (await play.of('engineerWeekly', week, people.engineer))!
    const saturday = clockOf(week.fromOn, 6)
    await receive(report.caseId, people.director, saturday, saturday + DAY)
    expect((await play.ledger(report.caseId)).map((entry) => entry.amountFen)).toEqual([-2_000])
  })

  it('refuses a receipt in the future, or by who doesn’t receive such reports', async () => {
    const week = freshWeek()
    await play.ask(week)
    const { report } = (await play.of('supervisorWeekly', week, people.director))!
    const now = week.fromAt + DAY
    const byGm = (receivedAt: Instant) => receive(report.caseId, people.gm, receivedAt, now, 'companyGm')
    await expect(byGm(now + 1)).rejects.toMatchObject({ code: 'fact.future' })
    await expect(receive(report.caseId, people.gm, now, now)).rejects.toMatchObject({ code: 'case.notYours' })
    await byGm(now)
    expect((await play.of('supervisorWeekly', week, people.director))!.state).toBe('ended')
  })
})

describe('who is asked', () => {
  const leave = (personId: string, fromAt: Instant, toAt: Instant, kind: 'leave' | 'trip' = 'leave') =>
    db.insert(absence).values({ id: newId(), personId, fromAt, toAt, kind })

  it('not who was on leave all week; who travelled is [S0-A-2.3]', async () => {
    const week = freshWeek()
    const [away, travelling] = [await play.member('engineer'), await play.member('engineer')]
    await leave(away, week.fromAt, week.untilAt)
    await leave(travelling, week.fromAt, week.untilAt, 'trip')
    await play.ask(week)
    expect(await play.of('engineerWeekly', week, away)).toBeUndefined()
    expect(await play.of('engineerWeekly', week, travelling)).toBeDefined()
    await db.update(person).set({ active: false }).where(eq(person.id, away))
  })

  it('leave entered afterwards takes the report away, with its fine [S0-A-7.3b]', async () => {
    const week = freshWeek()
    const sick = await play.member('engineer')
    await play.ask(week)
    const { report } = (await play.of('engineerWeekly', week, sick))!
    await play.look(week.untilAt)
    expect((await play.ledger(report.caseId)).map((entry) => entry.amountFen)).toEqual([-2_000])
    await leave(sick, week.fromAt, week.untilAt)
    await play.ask(week, week.untilAt + HOUR)
    const { promise, state } = (await play.of('engineerWeekly', week, sick))!
    expect({ state, work: promise.work, verdict: promise.verdict }).toEqual({
      state: 'ended',
      work: 'released',
      verdict: 'void',
    })
    expect((await play.ledger(report.caseId)).map((entry) => entry.amountFen)).toEqual([-2_000, 2_000])
  })

  it('a leave called off in the week has the report asked for again, once', async () => {
    const week = freshWeek()
    const back = await play.member('engineer')
    await play.ask(week)
    await leave(back, week.fromAt, week.untilAt)
    await play.ask(week, week.fromAt + HOUR)
    await db.delete(absence).where(eq(absence.personId, back))
    for (const hours of [2, 3]) await play.ask(week, week.fromAt + hours * HOUR)
    const rows = await db.select().from(reports).where(eq(reports.authorId, back))
    expect(rows.filter(({ period }) => period === week.key)).toHaveLength(2)
    await play.look(week.untilAt)
    const fines = await Promise.all(rows.map(({ caseId }) => play.ledger(caseId)))
    expect(fines.flat().map((entry) => entry.amountFen)).toEqual([-2_000])
  })

  it('one that a person withdrew stays withdrawn', async () => {
    const week = freshWeek()
    await play.ask(week)
    const { report } = (await play.of('engineerWeekly', week, people.engineer))!
    await db.transaction(async (tx) => {
      const held = (await lockCase(tx, report.caseId))!
      const fact = { kind: 'withdrawn', occurredAt: week.fromAt + HOUR, byId: people.gm }
      await withdraw(tx, held, (await writeFact(tx, held.id, fact, week.fromAt + HOUR))!, 'mistake', week.fromAt + HOUR)
    })
    expect(await play.ask(week, week.fromAt + 2 * HOUR)).toBe(0)
  })

  it('is not withdrawn by who would be fined for it, but by somebody else who leads', async () => {
    const week = freshWeek()
    await play.ask(week)
    const { report } = (await play.of('supervisorWeekly', week, people.director))!
    const by = (byId: string) =>
      db.transaction((tx) => withdrawCase(tx, { caseId: report.caseId, reason: 'mistake', byId }, week.fromAt + HOUR))
    await expect(by(people.director)).rejects.toMatchObject({ code: 'consequence.concerned' })
    await by(people.gm)
    expect((await play.of('supervisorWeekly', week, people.director))!.state).toBe('withdrawn')
  })

  it('who joins in the week is asked when the calendar is looked at again; who lost the role is not', async () => {
    const week = freshWeek()
    const leaving = await play.member('engineer', 0, week.fromAt + 3 * DAY)
    await play.ask(week)
    expect(await play.of('engineerWeekly', week, leaving)).toBeUndefined()
    const joined = await play.member('engineer', week.fromAt + 2 * DAY)
    await play.ask(week, week.fromAt + 2 * DAY)
    expect(await play.of('engineerWeekly', week, joined)).toBeDefined()
  })

  it('a supervisor on leave is stood in for by a dated grant, else the report is the unit’s [S0-A-6.5]', async () => {
    const [covered, bare] = [freshWeek(), freshWeek()]
    const deputy = await play.member('engineer')
    await leave(people.director, covered.fromAt, bare.untilAt)
    const grant = { fromPersonId: people.director, toPersonId: deputy, role: 'serviceDirector' as const, rank: 1 }
    await db.insert(substitution).values({ id: newId(), ...grant, fromAt: covered.fromAt, toAt: covered.untilAt })
    for (const week of [covered, bare]) {
      await play.ask(week)
      await play.ask(week, week.fromAt + HOUR)
    }
    expect((await play.of('supervisorWeekly', covered, deputy))!.promise.bearerId).toBe(deputy)
    const gap = (await play.of('supervisorWeekly', bare, null))!
    await play.look(bare.untilAt)
    expect((await play.of('supervisorWeekly', bare, null))!.promise).toMatchObject({
      bearerRole: 'unit',
      verdict: 'late',
    })
    expect(await play.ledger(gap.report.caseId)).toEqual([])
  })
})

describe('asking', () => {
  it('at once by many, again and again, asks once', async () => {
    const week = freshWeek()
    await Promise.all(Array.from({ length: 6 }, () => play.ask(week)))
    const rows = await db.select().from(reports).where(eq(reports.period, week.key))
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
    expect(rows.filter(({ form }) => form === 'supervisorWeekly').length).toBe(1)
    expect(await play.ask(week, week.fromAt + HOUR)).toBe(0)
  })

  it('catches up on weeks that nobody was asked for, and fines nobody for them [S0-A-7.3b]', async () => {
    const before = freshWeek()
    await play.ask(before)
    const [missed, current] = [freshWeek(), freshWeek()]
    const now = current.fromAt + HOUR
    await openDueReports(db, procedures, 'weekly', now)
    const { report, promise } = (await play.of('engineerWeekly', missed, people.engineer))!
    expect(promise.dueAt).toBe(clockOf(missed.fromOn, 6))
    expect((await play.of('engineerWeekly', current, people.engineer))!.promise.dueAt).toBe(clockOf(current.fromOn, 6))
    await play.look(now)
    expect((await play.of('engineerWeekly', missed, people.engineer))!.promise.verdict).toBe('late')
    expect(await play.ledger(report.caseId)).toEqual([])
    await play.look(clockOf(current.fromOn, 6))
    const running = (await play.of('engineerWeekly', current, people.engineer))!
    expect((await play.ledger(running.report.caseId)).map((entry) => entry.amountFen)).toEqual([-2_000])
  })
})

describe('a house that never asked', () => {
  const week = periodNamed('weekly', '2026-01-05')
  const startsAt = (now: Instant) => openDueReports(newHouse, procedures, 'weekly', now)

  it('begins with what is not due yet: nobody hears on its first Sunday that they are late', async () => {
    await department(newHouse, { engineer: { role: 'engineer' }, director: { role: 'serviceDirector' } })
    const forms = async () => (await newHouse.select().from(reports)).map(({ form }) => form).sort()
    const sunday = clockOf(week.fromOn, 7)
    await newHouse.transaction((tx) => openReports(tx, procedures, week, sunday, 'leave'))
    expect(await forms()).toEqual(['departmentWeekly'])
    await startsAt(week.untilAt)
    expect((await forms()).filter((form) => form === 'engineerWeekly')).toHaveLength(1)
  })
})

describe('the monthly report and the department’s', () => {
  const month = periodNamed('monthly', '2025-12')

  it('has no day until the blank is filled in; then the running one has, and being late costs [S0-A-6.6] [S0-A-7.S1b]', async () => {
    await play.ask(month)
    const form: FormName = 'monthlyReport'
    const { report, promise } = (await play.of(form, month, people.director))!
    expect(promise).toMatchObject({ dueKind: 'unset', clause: 'S0-A-6.6', recipientRole: 'companyGm' })
    const change = { policy: 'S0A', values: { 'report.monthlyDay': 10 }, reason: '每月十日', byId: people.gm }
    await db.transaction((tx) => correct(tx, change, at('2026-01-02T09:00:00')))
    expect((await play.of(form, month, people.director))!.promise.dueAt).toBe(at('2026-01-10T23:59:59'))
    await play.look(at('2026-01-10T23:59:59'))
    expect(await play.ledger(report.caseId)).toEqual([])
    await play.look(at('2026-01-11T00:00:00'))
    expect((await play.ledger(report.caseId)).map((entry) => [entry.amountFen, entry.clause])).toEqual([
      [-2_000, 'S0-A-7.S1b'],
    ])
    await submit(report.caseId, people.director, at('2026-01-11T08:00:00'), { progress: '见统计' })
    const [sent] = await db.select().from(reports).where(eq(reports.caseId, report.caseId))
    expect(Object.keys(sent!.figures!)).toEqual(
      expect.arrayContaining(['timeliness', 'ratings', 'completeness', 'accidents']),
    )
  })

  it('in four parts, with data; without a fine and, as yet, without a weekday [S3-4.2(1)] [S3-4.2(2)]', async () => {
    const week = freshWeek()
    await play.ask(week)
    const { report, promise } = (await play.of('departmentWeekly', week, people.director))!
    expect(promise).toMatchObject({ clause: 'S3-4.2(1)', dueKind: 'unset', stake: null })
    const now = week.fromAt + DAY
    const lacking = submit(report.caseId, people.director, now, { progress: '完成', plan: '继续' })
    await expect(lacking).rejects.toMatchObject({
      code: 'report.incomplete',
      details: { clause: 'S3-4.2(1)', params: { missing: { zh: '存在的问题和解决方案、建议' } } },
    })
    await submit(report.caseId, people.director, now)
    const [sent] = await db.select().from(reports).where(eq(reports.caseId, report.caseId))
    expect(sent).toMatchObject({ sections: full, receivedAt: now })
    expect(sent!.figures!.documents.expected).toBeGreaterThan(0)
    const rows = await db.select().from(obligations).where(eq(obligations.caseId, report.caseId))
    expect(rows.filter((row) => row.reason !== 'notOwed').map((row) => row.promise)).toEqual(['departmentWeekly'])
  })
})
