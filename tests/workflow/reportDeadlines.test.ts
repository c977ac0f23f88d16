import { expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { openReports } from '../../db/report/open.ts'
import { submitReport } from '../../db/report/submit.ts'
import type { FormName } from '../../rules/report/forms.ts'
import { DAY, SECOND } from '../../rules/instant.ts'
import { addDays, atTime } from '../../rules/time/local.ts'
import { periodOf, type Period } from '../../rules/report/period.ts'
import { testDb } from '../support/database.ts'
import { department } from '../support/department.ts'
import { reporting } from '../support/reports.ts'
import { skippingSystem } from '../support/skipping.ts'
import { eventually } from '../support/system.ts'

const { db } = await testDb()
const people = await department(db, {
  director: { role: 'serviceDirector' },
  engineer: { role: 'engineer', superior: 'director' },
})
const play = reporting(db)
const { act, until, wholeSecond } = await skippingSystem(db)

/** The next week by the server's clock, asked for as it begins; the case of one report in it. */
async function freshWeek(form: FormName, author: string): Promise<{ week: Period; caseId: string }> {
  const week = periodOf('weekly', (await wholeSecond()) + 7 * DAY)
  await until(week.fromAt)
  await db.transaction((tx) => openReports(tx, procedures, week, week.fromAt))
  const { report } = (await play.of(form, week, author))!
  await act(
    () => report.caseId,
    () => Promise.resolve(),
  )
  return { week, caseId: report.caseId }
}

it.each([
  ['engineerWeekly', 'engineer', 'engineer', 6],
  ['supervisorWeekly', 'director', 'serviceDirector', 7],
] as const)(
  '%s by the workflow’s own clock: a second before 18:00 it can still be kept, at 18:00 it is late and costs ¥20 [S0-A-2.3] [S0-A-6.5] [S0-A-7.3b] [S0-A-7.S1a]',
  async (form, who, role, day) => {
    const kept = await freshWeek(form, people[who])
    const dueOf = (week: Period) => atTime(addDays(week.fromOn, day - 1), '18:00')
    const justBefore = dueOf(kept.week) - SECOND
    await until(justBefore)
    await act(
      () => kept.caseId,
      (tx) =>
        submitReport(
          tx,
          procedures,
          { caseId: kept.caseId, byId: people[who], roles: [role], sections: { progress: '完成', plan: '继续' } },
          justBefore,
        ),
    )
    const missed = await freshWeek(form, people[who])
    await until(dueOf(missed.week) - SECOND)
    expect((await play.of(form, missed.week, people[who]))!.promise.verdict).toBe('pending')
    await until(dueOf(missed.week) + SECOND)
    const entry = await eventually(async () => (await play.ledger(missed.caseId))[0])
    expect(entry).toMatchObject({ personId: people[who], amountFen: -2_000, occurredAt: dueOf(missed.week) })
    expect((await play.of(form, kept.week, people[who]))!.promise.verdict).toBe('onTime')
    expect(await play.ledger(kept.caseId)).toEqual([])
  },
)
