import { and, asc, eq, exists, sql } from 'drizzle-orm'
import { chargeOf, repairInWarranty } from '../../rules/equipment/charge.ts'
import type { Instant } from '../../rules/instant.ts'
import { localDate } from '../../rules/time/local.ts'
import type { Db } from '../client.ts'
import { standingRepairsOf } from './judgedRepairs.ts'
import { termsFor } from '../policy/terms.ts'
import { cases } from '../schema/case.ts'
import { equipment, faultReport } from '../schema/equipment.ts'
import { serviceTasks } from '../schema/serviceTask.ts'

/** Things that one answer holds at most. */
const MOST = 20

/**
 * What the service that a case is about costs the customer, thing by thing: of a fault reported by a label that thing, on
 * the day of the report; of a service task the customer's things of its product, on the day of the appointment, or else
 * of the notice; and the repair whose warranty still runs then. Empty where the case names none.
 */
export async function chargesOf(db: Db, caseId: string, now: Instant) {
  const [found] = await db
    .select({ startedAt: cases.startedAt, task: serviceTasks })
    .from(cases)
    .leftJoin(serviceTasks, eq(serviceTasks.caseId, cases.id))
    .where(eq(cases.id, caseId))
  if (!found) return []
  const { startedAt, task } = found
  const reported = db
    .select({ one: sql`1` })
    .from(faultReport)
    .where(and(eq(faultReport.caseId, caseId), eq(faultReport.equipmentId, equipment.id)))
  const ofTask = and(
    eq(equipment.customerId, task?.customerId ?? ''),
    eq(equipment.product, task?.product ?? ''),
    eq(equipment.active, true),
  )
  const things = await db
    .select()
    .from(equipment)
    .where(task ? ofTask : exists(reported))
    .orderBy(asc(equipment.serialNumber))
    .limit(MOST)
  if (things.length === 0) return []
  const terms = await termsFor(db, { topic: 'charge', at: now })
  const serviceAt = task?.form.appointmentAt ?? startedAt
  const serviceOn = localDate(serviceAt)
  const repairs = await standingRepairsOf(
    db,
    things.map(({ id }) => id),
    now,
  )
  return things.map(({ id, product, serialNumber, place, warrantyUntilOn, commissionedOn }) => ({
    id,
    product,
    serialNumber,
    place,
    warrantyUntilOn,
    serviceOn,
    charge: chargeOf({ commissionedOn, warrantyUntilOn }, serviceOn, terms),
    repair: repairInWarranty(
      repairs.filter(({ equipmentId }) => equipmentId === id),
      { caseId, serviceAt },
    ),
  }))
}
