import { and, asc, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { enterMissed } from '../../db/call/enter.ts'
import { notifications } from '../../db/schema/notification.ts'
import { HOUR, SECOND } from '../../rules/instant.ts'
import { parseInstant } from '../../rules/time/local.ts'
import { testDb } from '../support/database.ts'
import { customerOf, department, hotline } from '../support/department.ts'
import { serviceTasks } from '../support/serviceTask.ts'

const { db } = await testDb()
const people = await department(db, {
  gm: { role: 'companyGm' },
  director: { role: 'serviceDirector', superior: 'gm' },
  engineer: { role: 'engineer', superior: 'director' },
  sales: { role: 'salesperson' },
  office: { role: 'salesBackOffice' },
  taker: { role: 'callTaker', superior: 'director' },
  night: { role: 'callTaker', superior: 'director' },
})
const lineId = await hotline(db, '+864008001234', [people.taker, people.night])
const { customerId } = await customerOf(db, '+8613800000001')
const tasks = serviceTasks(db, { ...people, customerId })
const START = parseInstant('2026-04-03T09:00:00+08:00')

/** Who was told in the product that it is their turn, with what to do, in the order they were told. */
async function told(caseId: string) {
  const names = Object.fromEntries(Object.entries(people).map(([name, id]) => [id, name]))
  const rows = await db
    .select()
    .from(notifications)
    .where(
      and(
        eq(notifications.caseId, caseId),
        eq(notifications.channel, 'inApp'),
        eq(notifications.template, 'obligation.opened'),
      ),
    )
    .orderBy(asc(notifications.createdAt), asc(notifications.key))
  return rows.map((row) => `${names[row.personId]}: ${String(row.params.promise)}`)
}

describe('whose turn it is', () => {
  it('is told when a promise opens: bearers, and whoever holds the role; not whose act opened it', async () => {
    const caseId = await tasks.onSite(START, START + 9 * HOUR)
    const turns = await told(caseId)
    expect(turns).toEqual(
      expect.arrayContaining(['gm: sign', 'director: assign', 'engineer: accept', 'director: approvePlan']),
    )
    // The engineer goes on from step to step and needs nobody to say so.
    expect(turns.filter((turn) => turn.startsWith('engineer'))).toEqual(['engineer: accept', 'engineer: complete'])
  })

  it.each([
    ['and of a call that came through with its last second', HOUR, ['night: return', 'taker: return']],
    ['and not of one that was late by then, for the alert says so', HOUR + SECOND, []],
  ])('%s', async (_, age, expected) => {
    const number = '+8613800000001'
    const now = START + age
    const caseId = await db.transaction((tx) =>
      enterMissed(tx, procedures, { number, lineId, occurredAt: START, byId: people.gm }, now),
    )
    expect((await told(caseId)).sort()).toEqual(expected)
  })
})
