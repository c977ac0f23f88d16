import { and, desc, eq, gte, inArray, lt, notExists, or, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import type { Scope } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import { addDays, atTime, localDate } from '../../rules/time/local.ts'
import type { Db, Tx } from '../client.ts'
import { ofCustomers } from '../customer/readCustomers.ts'
import { newId } from '../id.ts'
import { cases } from '../schema/case.ts'
import { customer } from '../schema/customer.ts'
import { equipment, faultReport } from '../schema/equipment.ts'
import { person } from '../schema/person.ts'
import { equipmentRepair, repairNote } from '../schema/repair.ts'
import { serviceTasks } from '../schema/serviceTask.ts'

/** Cases that one answer holds at most. */
const MOST = 30

export interface RepairInput {
  equipmentId: string
  engineerId: string
  repairedAt: Instant
  caseId?: string | null
  /** What was done. */
  work: string
  /** Said where the thing has a repair of the same day already: it is not the same one entered twice. */
  another?: boolean
  byId: string
}

/**
 * Puts a repair of a thing on record; what it means for earlier ones is derived from it.
 * @throws Refusal `equipment.notFound`, `person.notFound`, `fact.future`, `repair.otherCase`, `repair.sameDay`
 */
export async function recordRepair(tx: Tx, input: RepairInput, scope: Scope, now: Instant): Promise<{ id: string }> {
  const { another, caseId = null, ...given } = input
  if (given.repairedAt > now) refuse('fact.future', { field: 'repairedAt' })
  const { owner } = await thingWithin(tx, given.equipmentId, scope)
  // The same repair entered by two people at once must not become two.
  await tx.select({ id: equipment.id }).from(equipment).where(eq(equipment.id, given.equipmentId)).for('no key update')
  const [engineer] = await tx
    .select({ id: person.id })
    .from(person)
    .where(
      and(
        eq(person.id, given.engineerId),
        eq(person.kind, 'staff'),
        sql`${person.sample} is not distinct from ${owner.sample}`,
      ),
    )
  if (!engineer) refuse('person.notFound', { field: 'engineerId' })
  if (caseId !== null) {
    const known = await casesOf(tx, given.equipmentId, caseId)
    if (known.length === 0) refuse('repair.otherCase', { field: 'caseId' })
  }
  if (!another) await checkDay(tx, given)
  const id = newId()
  await tx.insert(equipmentRepair).values({ id, ...given, caseId, recordedAt: now })
  return { id }
}

/** A thing at the customers in scope. @throws Refusal `equipment.notFound` */
export async function thingWithin(db: Db | Tx, equipmentId: string, scope: Scope) {
  const [found] = await db
    .select({ thing: equipment, owner: customer })
    .from(equipment)
    .innerJoin(customer, eq(customer.id, equipment.customerId))
    .where(and(eq(equipment.id, equipmentId), ofCustomers(scope)))
  return found ?? refuse('equipment.notFound', { field: 'equipmentId' })
}

/** What a repair of a thing may come from: faults reported by its label and its customer's service tasks, the latest first. */
export function casesOf(db: Db | Tx, equipmentId: string, caseId?: string) {
  const reported = db
    .select({ caseId: faultReport.caseId })
    .from(faultReport)
    .where(eq(faultReport.equipmentId, equipmentId))
  const tasks = db
    .select({ caseId: serviceTasks.caseId })
    .from(serviceTasks)
    .innerJoin(equipment, eq(equipment.customerId, serviceTasks.customerId))
    .where(eq(equipment.id, equipmentId))
  return db
    .select({ id: cases.id, kind: cases.kind, startedAt: cases.startedAt })
    .from(cases)
    .where(
      and(
        or(inArray(cases.id, reported), inArray(cases.id, tasks)),
        caseId === undefined ? undefined : eq(cases.id, caseId),
      ),
    )
    .orderBy(desc(cases.startedAt), desc(cases.id))
    .limit(MOST)
}

/** Two entries of one repair would make a failure of the first. */
async function checkDay(tx: Tx, { equipmentId, repairedAt }: RepairInput): Promise<void> {
  const on = localDate(repairedAt)
  const takenBack = tx
    .select({ one: sql`1` })
    .from(repairNote)
    .where(and(eq(repairNote.repairId, equipmentRepair.id), eq(repairNote.kind, 'takenBack')))
  const [same] = await tx
    .select({ id: equipmentRepair.id })
    .from(equipmentRepair)
    .where(
      and(
        eq(equipmentRepair.equipmentId, equipmentId),
        gte(equipmentRepair.repairedAt, atTime(on, '00:00')),
        lt(equipmentRepair.repairedAt, atTime(addDays(on, 1), '00:00')),
        notExists(takenBack),
      ),
    )
    .limit(1)
  if (same) refuse('repair.sameDay', { field: 'repairedAt' })
}
