import { and, eq, ne } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { amend, correct } from '../../db/policy/amend.ts'
import { termsFor } from '../../db/policy/terms.ts'
import { consequences } from '../../db/schema/consequence.ts'
import { DAY } from '../../rules/instant.ts'
import { numberOf } from '../../rules/policy/parameter.ts'
import { periodNamed } from '../../rules/report/period.ts'
import { accidentDesk, at, COMPLAINT_I } from '../support/accidents.ts'
import { testDb } from '../support/database.ts'
import { customerOf, department } from '../support/department.ts'
import { reporting } from '../support/reports.ts'
import { scored, serviceTasks } from '../support/serviceTask.ts'

const { db } = await testDb()
const people = await department(db, {
  gm: { role: 'companyGm' },
  director: { role: 'serviceDirector', superior: 'gm' },
  engineer: { role: 'engineer', superior: 'director' },
  sales: { role: 'salesperson' },
  office: { role: 'salesBackOffice' },
})
const { engineer, director, gm } = people
const { customerId } = await customerOf(db, '+8613800000031')
const tasks = serviceTasks(db, { ...people, customerId })
const NOW = at('2026-06-15T09:00:00')
const change = (values: Record<string, unknown>) => ({ policy: 'S0A', values, reason: '印错', byId: gm })
const fix = (values: Record<string, unknown>, now = NOW) => db.transaction((tx) => correct(tx, change(values), now))

/** What a case cost somebody, entry by entry, in the order in which it was entered. */
const entered = async (caseId: string, personId = engineer) =>
  (
    await db
      .select()
      .from(consequences)
      .where(
        and(
          eq(consequences.caseId, caseId),
          eq(consequences.personId, personId),
          ne(consequences.kind, 'confirmation'),
        ),
      )
      .orderBy(consequences.id)
  ).map(({ kind, amountFen, policyVersion }) => [kind, amountFen, policyVersion])

describe('an erratum of an amount reaches what running cases cost', () => {
  it('a promise that was late: taken back and charged anew under the corrected version [S0-A-7.3b]', async () => {
    const play = reporting(db)
    const week = periodNamed('weekly', '2026-06-01')
    await play.ask(week)
    const { report } = (await play.of('engineerWeekly', week, engineer))!
    await play.look(at('2026-06-10T00:00:00'))
    expect(await entered(report.caseId)).toEqual([['fine', -2_000, 1]])
    const { version } = await fix({ 'report.engineerFine': 200 })
    const corrected = [
      ['fine', -2_000, 1],
      ['reversal', 2_000, 1],
      ['fine', -200, version],
    ]
    expect(await entered(report.caseId)).toEqual(corrected)
    await fix({ 'report.supervisorFine': 1_900 })
    expect(await entered(report.caseId)).toEqual(corrected)
  })

  it('a promise not yet late: it will cost what is right, and nothing where the amount is blank', async () => {
    const play = reporting(db)
    const week = periodNamed('weekly', '2026-06-15')
    await play.ask(week)
    const { report } = (await play.of('engineerWeekly', week, engineer))!
    await fix({ 'report.engineerFine': null }, at('2026-06-16T09:00:00'))
    await play.look(at('2026-06-22T00:00:00'))
    expect(await entered(report.caseId)).toEqual([])
    const { version } = await fix({ 'report.engineerFine': 2_000 }, at('2026-06-22T09:00:00'))
    expect(await entered(report.caseId)).toEqual([['fine', -2_000, version]])
  })

  it('an accident, and a customer’s scores [S0-A-7.5a] [S0-A-7.2b]', async () => {
    const caseId = await accidentDesk(db, director).report(engineer, COMPLAINT_I, at('2026-06-12T09:00:00'))
    const taskId = await tasks.rated(at('2026-06-13T09:00:00'), scored('good', 'poor', 'good'))
    const { version } = await fix({
      'accident.fineI': 9_000,
      'accident.supervisorFineI': 4_000,
      'serviceTask.poor': 500,
    })
    const standing = async (id: string, personId = engineer) =>
      (await entered(id, personId)).filter(([kind]) => kind === 'fine').at(-1)
    expect(await standing(caseId)).toEqual(['fine', -9_000, version])
    expect(await standing(caseId, director)).toEqual(['fine', -4_000, version])
    expect(await standing(taskId)).toEqual(['fine', -500, version])
    const sum = (await entered(taskId)).reduce((all, [, fen]) => all + Number(fen), 0)
    expect(sum).toBe(-500)
  })
})

describe('versions that are published before others take effect', () => {
  const in10 = NOW + 10 * DAY
  const in20 = NOW + 20 * DAY
  const publish = (values: Record<string, unknown>, effectiveFromAt: number) =>
    db.transaction((tx) => amend(tx, { ...change(values), effectiveFromAt }, NOW))
  const at7 = async (when: number) => {
    const terms = await termsFor(db, { topic: 'discipline', at: when })
    return ['window.examFine', 'window.examCount', 'window.clean'].map((key) => numberOf(terms, key))
  }

  it('a later one keeps what an earlier one changed after it was published, and what was corrected meanwhile', async () => {
    await publish({ 'window.examCount': 5 }, in20)
    await publish({ 'window.examFine': 6_000 }, in10)
    await fix({ 'window.clean': 12_000 })
    expect(await at7(NOW)).toEqual([5_000, 3, 12_000])
    expect(await at7(in10 - 1)).toEqual([5_000, 3, 12_000])
    expect(await at7(in10)).toEqual([6_000, 3, 12_000])
    expect(await at7(in20 - 1)).toEqual([6_000, 3, 12_000])
    expect(await at7(in20)).toEqual([6_000, 5, 12_000])
  })

  it('but not where it says something else itself', async () => {
    await fix({ 'window.examCount': 4, 'window.examFine': 5_500 })
    expect(await at7(NOW)).toEqual([5_500, 4, 12_000])
    expect(await at7(in10)).toEqual([6_000, 4, 12_000])
    expect(await at7(in20)).toEqual([6_000, 5, 12_000])
  })
})
