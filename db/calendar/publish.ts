import { and, asc, eq, gt, gte, inArray, or, type SQL } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { atTime } from '../../rules/time/local.ts'
import { lockCases } from '../case/lock.ts'
import { recompute } from '../case/recompute.ts'
import type { Tx } from '../client.ts'
import { cases, obligations } from '../schema/case.ts'
import { project } from '../schema/customer.ts'
import { importYear, type YearImport } from './importYear.ts'
import { setDay, type OwnDay } from './setDay.ts'

const BATCH = 500

/**
 * Puts a year in force and computes anew what reaches into it: promises that are due from its first day on, or were
 * provisional for want of it. Returns the row, whether it is new, and the cases to poke.
 */
export async function publishYear(tx: Tx, given: YearImport) {
  const done = await importYear(tx, given)
  if (!done.imported) return { ...done, poke: [] }
  return { ...done, poke: await recomputeFrom(tx, atTime(`${given.year.year}-01-01`, '00:00'), given.importedAt) }
}

/** Gives a calendar a day of its own (type null takes it back) and computes anew what may reach it. */
export async function publishDay(tx: Tx, day: OwnDay) {
  const { id } = await setDay(tx, day)
  return { id, poke: await recomputeFrom(tx, atTime(day.on, '00:00'), day.recordedAt) }
}

/** Computes anew what runs for a customer whose calendar has changed. Returns the cases to poke. */
export function recomputeCustomer(tx: Tx, customerId: string, now: Instant): Promise<string[]> {
  const projects = tx.select({ id: project.id }).from(project).where(eq(project.customerId, customerId))
  return recomputeWhere(tx, or(eq(cases.customerId, customerId), inArray(cases.projectId, projects))!, now)
}

/** What is due at an instant or later, or waits for a year that isn't published. */
function recomputeFrom(tx: Tx, from: Instant, now: Instant): Promise<string[]> {
  const reaching = tx
    .select({ id: obligations.caseId })
    .from(obligations)
    .where(
      and(
        or(eq(obligations.work, 'open'), eq(obligations.verdict, 'late')),
        or(gte(obligations.dueAt, from), eq(obligations.dueProvisional, true)),
      ),
    )
  return recomputeWhere(tx, inArray(cases.id, reaching), now)
}

async function recomputeWhere(tx: Tx, which: SQL, now: Instant): Promise<string[]> {
  const poke: string[] = []
  for (let after = ''; ;) {
    const batch = await tx
      .select({ id: cases.id })
      .from(cases)
      .where(and(eq(cases.state, 'open'), gt(cases.id, after), which))
      .orderBy(asc(cases.id))
      .limit(BATCH)
    if (batch.length === 0) return poke
    const held = await lockCases(
      tx,
      batch.map((row) => row.id),
    )
    poke.push(...(await recompute(tx, held, now)))
    after = batch.at(-1)!.id
  }
}
