import { describe, expect, it } from 'vitest'
import { DAY, HOUR, SECOND } from '../../rules/instant.ts'
import { assignEngineer } from '../../db/serviceTask/assign.ts'
import { completeTask } from '../../db/serviceTask/complete.ts'
import { askRevision, decideRevision } from '../../db/serviceTask/plan.ts'
import { procedures } from '../../api/procedures.ts'
import { testDb } from '../support/database.ts'
import { customerOf, department } from '../support/department.ts'
import { serviceTasks } from '../support/serviceTask.ts'
import { skippingSystem } from '../support/skipping.ts'
import { eventually } from '../support/system.ts'

const { db } = await testDb()
const people = await department(db, {
  gm: { role: 'companyGm' },
  director: { role: 'serviceDirector', superior: 'gm' },
  engineer: { role: 'engineer', superior: 'director' },
  second: { role: 'engineer', superior: 'director' },
  sales: { role: 'salesperson' },
  office: { role: 'salesBackOffice' },
})
const { customerId } = await customerOf(db, '+8613800000005')
const tasks = serviceTasks(db, { ...people, customerId })
const { act, until, wholeSecond } = await skippingSystem(db)
const { serviceTask } = procedures
const { engineer, director } = people

/** A task on site, its estimate a day ahead by the server's clock; its workflow is running. */
async function running() {
  const now = await wholeSecond()
  const estimateAt = now + DAY
  // Recorded at the server's present, its steps lie in the minutes before.
  const caseId = await act(
    (id: string) => id,
    () => tasks.onSite(now - HOUR, estimateAt),
  )
  const by = (byId: string) => ({ caseId, byId, scope: 'all' as const })
  const verdict = async () => (await tasks.promises(caseId)).of('complete').verdict
  const entries = async () => (await tasks.ledger(caseId)).map((entry) => entry.amountFen)
  const becomesLate = () => eventually(async () => ((await verdict()) === 'late' ? true : undefined))
  return { caseId, estimateAt, by, verdict, entries, becomesLate }
}

describe('the estimate, by the workflow’s own clock', () => {
  it('stands through its last second, and costs ¥50 once in the next [S0-A-7.1]', async () => {
    const { estimateAt, verdict, entries, becomesLate } = await running()
    await until(estimateAt - SECOND)
    expect(await verdict()).toBe('pending')
    await until(estimateAt)
    expect([await verdict(), await entries()]).toEqual(['pending', []])
    await until(estimateAt + SECOND)
    expect(await becomesLate()).toBe(true)
    await until(estimateAt + 10 * DAY)
    expect(await entries()).toEqual([-5_000])
  })

  it.each([-SECOND, 0])('kept %i ms from its end, it costs nothing however long one waits [S0-A-7.1]', async (from) => {
    const { estimateAt, by, caseId, verdict, entries } = await running()
    await until(estimateAt + from)
    await act(
      () => caseId,
      (tx) => completeTask(tx, serviceTask, by(engineer), estimateAt + from),
    )
    await until(estimateAt + 5 * DAY)
    expect([await verdict(), await entries()]).toEqual(['onTime', []])
  })

  it('moved by a revision, it is missed at the new time and not at the old [S0-A-7.1]', async () => {
    const { estimateAt, by, caseId, verdict, entries, becomesLate } = await running()
    await until(estimateAt - HOUR)
    await act(
      () => caseId,
      async (tx) => {
        const asked = { ...by(engineer), estimateAt: estimateAt + DAY, reason: '等备件' }
        await askRevision(tx, serviceTask, asked, estimateAt - HOUR)
        await decideRevision(tx, serviceTask, { ...by(director), approved: true }, estimateAt - HOUR)
      },
    )
    await until(estimateAt + DAY)
    expect([await verdict(), await entries()]).toEqual(['pending', []])
    await until(estimateAt + DAY + SECOND)
    expect(await becomesLate()).toBe(true)
    expect(await entries()).toEqual([-5_000])
  })

  it('handed over before it passes, it is the new engineer’s [S0-A-7.1]', async () => {
    const { estimateAt, by, caseId, becomesLate } = await running()
    await until(estimateAt - HOUR)
    const handed = { ...by(director), engineerId: people.second }
    await act(
      () => caseId,
      (tx) => assignEngineer(tx, serviceTask, handed, estimateAt - HOUR),
    )
    await until(estimateAt + SECOND)
    expect(await becomesLate()).toBe(true)
    expect((await tasks.ledger(caseId)).map((entry) => entry.personId)).toEqual([people.second])
  })
})
