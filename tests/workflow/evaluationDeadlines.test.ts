import { and, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { assess } from '../../db/evaluation/assess.ts'
import { openEvaluations } from '../../db/evaluation/open.ts'
import { obligations } from '../../db/schema/case.ts'
import { evaluations } from '../../db/schema/evaluation.ts'
import { dueBy, lastPeriod } from '../../rules/evaluation/period.ts'
import { DAY, SECOND } from '../../rules/instant.ts'
import { testDb } from '../support/database.ts'
import { department } from '../support/department.ts'
import { skippingSystem } from '../support/skipping.ts'
import { eventually } from '../support/system.ts'

const { db } = await testDb()
const people = await department(db, {
  manager: { role: 'afterSalesManager' },
  engineer: { role: 'engineer', superior: 'manager' },
  taker: { role: 'callTaker', superior: 'manager' },
})
const { act, until, wholeSecond } = await skippingSystem(db)

async function verdictOf(caseId: string) {
  const own = and(eq(obligations.caseId, caseId), eq(obligations.promise, 'assess'))
  return (await db.select().from(obligations).where(own))[0]!.verdict
}

it('a quarter’s evaluation by the workflow’s own clock: kept in the next quarter’s last second, late a second after [S1-5.3.3]', async () => {
  const period = lastPeriod(3, (await wholeSecond()) + 100 * DAY)
  await until(period.untilAt)
  await openEvaluations(db, procedures.evaluation, period.untilAt, period.untilAt)
  const rows = await db.select().from(evaluations).where(eq(evaluations.fromOn, period.fromOn))
  const caseOf = (personId: string) => rows.find((row) => row.personId === personId)!.caseId
  const [kept, missed] = [caseOf(people.engineer), caseOf(people.taker)]
  for (const id of [kept, missed])
    await act(
      () => id,
      () => Promise.resolve(),
    )
  const dueAt = dueBy(period, 3)
  await until(dueAt)
  expect(await verdictOf(missed)).toBe('pending')
  const scores = Object.fromEntries(
    ['taskCompletion', 'serviceQuality', 'teamwork', 'attitude', 'skill'].map((id) => [id, { score: 70 }]),
  )
  const given = { scores, grade: 'good', reason: '稳定' }
  const manager = { byId: people.manager, roles: ['afterSalesManager'] as const, scope: 'all' as const }
  await act(
    () => kept,
    (tx) => assess(tx, procedures.evaluation, { caseId: kept, given, ...manager }, dueAt),
  )
  await until(dueAt + 2 * SECOND)
  await eventually(async () => ((await verdictOf(missed)) === 'late' ? true : undefined))
  expect(await verdictOf(kept)).toBe('onTime')
})
