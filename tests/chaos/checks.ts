import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { cases, escalations, facts, obligations } from '../../db/schema/case.ts'
import { consequences } from '../../db/schema/consequence.ts'
import { notifications } from '../../db/schema/notification.ts'
import { eventually } from '../support/system.ts'
import { CATCH_UP_MS, type World } from './world.ts'

/** The case has ended, its workflow too, and no poke waits: within the time a restart is given. */
export async function expectEnded({ db, client }: World, caseIds: readonly string[]): Promise<void> {
  let missing = ''
  await eventually(async () => {
    const open = await db
      .select({ id: cases.id })
      .from(cases)
      .where(and(inArray(cases.id, [...caseIds]), eq(cases.state, 'open')))
    const [waiting] = await db.execute<{ n: number }>(sql`select count(*)::int as n from poke`)
    const states = await Promise.all(
      caseIds.map(async (id) => `${id} ${(await client.workflow.getHandle(id).describe()).status.name}`),
    )
    const running = states.filter((state) => !state.endsWith('COMPLETED'))
    missing = [...open.map((row) => `${row.id} open`), ...running, `${waiting!.n} pokes wait`].join(', ')
    return open.length === 0 && running.length === 0 && waiting!.n === 0 ? true : undefined
  }, CATCH_UP_MS).catch(() => {
    throw new Error(`not caught up: ${missing}`)
  })
}

/** Each kind of fact once, each promise settled once, each verdict what its own evidence says, nobody told twice. */
export async function expectOnce({ db }: World, caseId: string, kinds: readonly string[]): Promise<void> {
  const happened = await db
    .select({ kind: facts.kind })
    .from(facts)
    .where(eq(facts.caseId, caseId))
    .orderBy(asc(facts.occurredAt))
  expect(happened.map((fact) => fact.kind).sort()).toEqual([...kinds].sort())
  const rows = await db.select().from(obligations).where(eq(obligations.caseId, caseId))
  for (const row of rows.filter((one) => one.work === 'done' && one.lateFromAt !== null))
    expect(`${row.clause} ${row.verdict}`).toBe(
      `${row.clause} ${row.settledAt! >= row.lateFromAt! ? 'late' : 'onTime'}`,
    )
  const told = await db.select().from(notifications).where(eq(notifications.caseId, caseId))
  const causes = told.map((one) => `${one.key}`)
  expect(new Set(causes).size).toBe(causes.length)
}

/** The clock alone did it: late under both clauses and the superior told once for each, soon after the last restart. */
export async function expectEscalated({ db, people }: World, caseId: string): Promise<void> {
  const steps = await eventually(async () => {
    const rows = await db
      .select()
      .from(escalations)
      .where(and(eq(escalations.caseId, caseId), eq(escalations.step, 'superior')))
    return rows.length === 2 ? rows : undefined
  }, CATCH_UP_MS)
  expect(steps.map((step) => step.recipientIds)).toEqual([[people.lead], [people.lead]])
  const rows = await db.select().from(obligations).where(eq(obligations.caseId, caseId))
  expect(rows.map((row) => `${row.work}/${row.verdict}`)).toEqual(['open/late', 'open/late'])
}

/** The task cost its engineer ¥50, once, with the fact that proves it. */
export async function expectFined({ db, people }: World, caseId: string): Promise<void> {
  const entries = await db.select().from(consequences).where(eq(consequences.caseId, caseId))
  expect(entries).toMatchObject([{ kind: 'fine', personId: people.engineer, amountFen: -5_000, clause: 'S0-A-7.1' }])
}
