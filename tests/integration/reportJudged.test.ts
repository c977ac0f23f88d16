import { describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { correct } from '../../db/policy/amend.ts'
import { judgeReport } from '../../db/report/judge.ts'
import { release } from '../../db/report/open.ts'
import { DAY, HOUR, type Instant } from '../../rules/instant.ts'
import type { FormName } from '../../rules/report/forms.ts'
import { periodNamed } from '../../rules/report/period.ts'
import { parseInstant } from '../../rules/time/local.ts'
import { testDb } from '../support/database.ts'
import { department } from '../support/department.ts'
import { everyEntryExplainsItself } from '../support/explained.ts'
import { reporting } from '../support/reports.ts'

const { db } = await testDb()
const people = await department(db, {
  gm: { role: 'companyGm' },
  director: { role: 'serviceDirector', superior: 'gm' },
})
const play = reporting(db)
const at = (text: string) => parseInstant(`${text}+08:00`)

describe('a monthly report whose day is blank', () => {
  const form: FormName = 'monthlyReport'
  const judge = (caseId: string, byId: string, now: Instant) =>
    db.transaction((tx) => judgeReport(tx, { caseId, reason: '月底仍未提交', byId, scope: 'all' }, now))
  const day = (value: number | null, now: Instant) => {
    const change = { policy: 'S0A', values: { 'report.monthlyDay': value }, reason: '补空白', byId: people.gm }
    return db.transaction((tx) => correct(tx, change, now))
  }

  it('is judged by the general manager, once; filled in later, the day costs nothing more [S0-A-7.S1b]', async () => {
    const month = periodNamed('monthly', '2025-10')
    await play.ask(month)
    const { report } = (await play.of(form, month, people.director))!
    const now = at('2025-11-28T09:00:00')
    await expect(judge(report.caseId, people.director, now)).rejects.toMatchObject({ code: 'report.judgeConcerned' })
    await judge(report.caseId, people.gm, now)
    const [fine] = await play.ledger(report.caseId)
    expect(fine).toMatchObject({ kind: 'fine', amountFen: -2_000, clause: 'S0-A-7.S1b', personId: people.director })
    expect(fine).toMatchObject({ byId: people.gm, key: `reportJudged:${report.key}`, occurredAt: now })
    await expect(judge(report.caseId, people.gm, now)).rejects.toMatchObject({ code: 'report.judged' })
    await day(5, now + HOUR)
    await play.look(now + 30 * DAY)
    const { promise } = (await play.of(form, month, people.director))!
    expect(promise).toMatchObject({ verdict: 'late', dueAt: at('2025-11-05T23:59:59') })
    expect(await play.ledger(report.caseId)).toHaveLength(1)
    await day(null, now + 31 * DAY)
    expect(await play.ledger(report.caseId)).toHaveLength(1)
  })

  it('costs once where the clock judged first, and not what turned out not to be owed [S0-A-7.S1b]', async () => {
    const month = periodNamed('monthly', '2025-11')
    await play.ask(month)
    const { report } = (await play.of(form, month, people.director))!
    const now = at('2025-12-20T09:00:00')
    await day(10, now)
    await play.look(now + HOUR)
    expect((await play.ledger(report.caseId)).map(({ amountFen }) => amountFen)).toEqual([-2_000])
    await expect(judge(report.caseId, people.gm, now + HOUR)).rejects.toMatchObject({ code: 'report.hasTime' })
    // Blank again: what the clock said is taken back, and what is judged takes its place.
    await day(null, now + 2 * HOUR)
    await judge(report.caseId, people.gm, now + 3 * HOUR)
    expect((await play.ledger(report.caseId)).map(({ amountFen }) => amountFen)).toEqual([-2_000, 2_000, -2_000])
    await db.transaction((tx) => release(tx, procedures.report, report.caseId, now + 4 * HOUR))
    const ledger = await play.ledger(report.caseId)
    expect(ledger.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(0)
    await everyEntryExplainsItself(db)
    await expect(judge(report.caseId, people.gm, now + 5 * HOUR)).rejects.toMatchObject({ code: 'report.notOwed' })
  })
})
