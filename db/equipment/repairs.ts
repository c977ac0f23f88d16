import { and, asc, desc, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import type { JudgedRepair } from '../../rules/equipment/repair.ts'
import type { Instant, LocalDate } from '../../rules/instant.ts'
import type { Scope } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import { addDays, atTime } from '../../rules/time/local.ts'
import type { Db, Tx } from '../client.ts'
import { ofCustomers } from '../customer/readCustomers.ts'
import { named } from '../named.ts'
import { customer } from '../schema/customer.ts'
import { equipment } from '../schema/equipment.ts'
import { person } from '../schema/person.ts'
import { equipmentRepair } from '../schema/repair.ts'
import { judgeRepairs, type StandingRepair } from './judgedRepairs.ts'

const shown = {
  id: equipmentRepair.id,
  equipmentId: equipmentRepair.equipmentId,
  engineerId: equipmentRepair.engineerId,
  repairedAt: equipmentRepair.repairedAt,
  caseId: equipmentRepair.caseId,
  work: equipmentRepair.work,
  byId: equipmentRepair.byId,
  recordedAt: equipmentRepair.recordedAt,
  product: equipment.product,
  serialNumber: equipment.serialNumber,
  customerId: customer.id,
  customerName: customer.name,
  regionId: customer.regionId,
  engineerName: person.name,
}

const selected = (db: Db | Tx) =>
  db
    .select(shown)
    .from(equipmentRepair)
    .innerJoin(equipment, eq(equipment.id, equipmentRepair.equipmentId))
    .innerJoin(customer, eq(customer.id, equipment.customerId))
    .innerJoin(person, eq(person.id, equipmentRepair.engineerId))

type Row = Awaited<ReturnType<typeof selected>>[number]

/** A repair with its thing, its customer and its engineer, and how it stands. */
export type ListedRepair = Row & StandingRepair

export interface RepairFilter {
  scope: Scope
  equipmentId?: string
  customerId?: string
  engineerId?: string
  /** The days of the repairs, both included. */
  fromOn?: LocalDate
  untilOn?: LocalDate
  state?: JudgedRepair['state']
  failed?: boolean
  /** Words of the product, the serial number or the customer's name. */
  q?: string
  after?: readonly [Instant, string]
  limit: number
}

/**
 * Repairs at the customers in scope, the latest first; one more than the limit. Whether one failed is derived, so where the
 * list is narrowed by it, it is read on until enough fit. Those taken back stand only where nothing of that is asked.
 */
export async function listRepairs(db: Db, filter: RepairFilter, now: Instant): Promise<ListedRepair[]> {
  const { state, failed, limit } = filter
  const found: ListedRepair[] = []
  let { after } = filter
  for (;;) {
    const rows = await selected(db)
      .where(await among(db, { ...filter, after }))
      .orderBy(desc(equipmentRepair.repairedAt), desc(equipmentRepair.id))
      .limit(limit + 1)
    const judged = await judgeRepairs(db, rows, now)
    for (const row of rows) {
      const one = { ...row, ...judged.get(row.id)! }
      const isNarrowed = state !== undefined || failed !== undefined
      const fits = one.state === (state ?? one.state) && one.failed === (failed ?? one.failed)
      if (fits && (one.stands || !isNarrowed)) found.push(one)
    }
    const last = rows.at(-1)
    if (rows.length <= limit || found.length > limit || !last) return found.slice(0, limit + 1)
    after = [last.repairedAt, last.id]
  }
}

async function among(db: Db, { scope, equipmentId, customerId, engineerId, fromOn, untilOn, q, after }: RepairFilter) {
  const { id, repairedAt } = equipmentRepair
  return and(
    ofCustomers(scope),
    equipmentId ? eq(equipment.id, equipmentId) : undefined,
    customerId ? eq(customer.id, customerId) : undefined,
    engineerId ? eq(equipmentRepair.engineerId, engineerId) : undefined,
    fromOn ? gte(repairedAt, atTime(fromOn, '00:00')) : undefined,
    untilOn ? lt(repairedAt, atTime(addDays(untilOn, 1), '00:00')) : undefined,
    await named(db, q, [equipment.product, customer.name], [equipment.serialNumber]),
    after && sql`(${repairedAt}, ${id}) < (${new Date(after[0]).toISOString()}::timestamptz, ${after[1]})`,
  )
}

/** One repair as it stands. @throws Refusal `repair.unknown`, also where it is out of reach */
export async function readRepair(db: Db | Tx, id: string, scope: Scope, now: Instant): Promise<ListedRepair> {
  const [row] = await selected(db).where(and(ofCustomers(scope), eq(equipmentRepair.id, id)))
  if (!row) return refuse('repair.unknown')
  return { ...row, ...(await judgeRepairs(db, [row], now)).get(row.id)! }
}

/**
 * All repairs that stand and that the failure rate is made of: at the customers in scope, or (`own`) of one engineer, with
 * what happened to the same things since; in the order of their ids.
 */
export async function standingRepairs(
  db: Db,
  { scope, engineerId }: { scope: Scope | 'own'; engineerId?: string },
  now: Instant,
) {
  const own = engineerId === undefined ? undefined : eq(equipmentRepair.engineerId, engineerId)
  const rows = await selected(db)
    .where(and(scope === 'own' ? inArray(equipmentRepair.engineerId, [engineerId ?? '']) : ofCustomers(scope), own))
    .orderBy(asc(equipmentRepair.id))
  const judged = await judgeRepairs(db, rows, now)
  return rows.map((row) => ({ ...row, ...judged.get(row.id)! })).filter(({ stands }) => stands)
}
