import { and, asc, eq, getTableColumns, gt } from 'drizzle-orm'
import type { Scope } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import type { Db, Tx } from '../client.ts'
import { ofCustomers } from '../customer/readCustomers.ts'
import { named } from '../named.ts'
import { customer } from '../schema/customer.ts'
import { equipment } from '../schema/equipment.ts'

const all = { ...getTableColumns(equipment), customerName: customer.name, regionId: customer.regionId }
/** What a list shows: all but what stands on the label. */
const { labelToken, ...shown } = all

export interface EquipmentFilter {
  scope: Scope
  id?: string
  customerId?: string
  active?: boolean
  /** Words of the product, the serial number, the place or the customer's name. */
  q?: string
  after?: string
  limit: number
}

/** Equipment at the customers of the regions in scope, in the order in which it was entered; one more than the limit. */
export async function listEquipment(db: Db, filter: EquipmentFilter) {
  return db
    .select(shown)
    .from(equipment)
    .innerJoin(customer, eq(customer.id, equipment.customerId))
    .where(await among(db, filter))
    .orderBy(asc(equipment.id))
    .limit(filter.limit + 1)
}

/** The same equipment as far as it is in use, with what stands on each label. */
export async function listLabels(db: Db, filter: EquipmentFilter) {
  return db
    .select(all)
    .from(equipment)
    .innerJoin(customer, eq(customer.id, equipment.customerId))
    .where(await among(db, { ...filter, active: true }))
    .orderBy(asc(equipment.id))
    .limit(filter.limit + 1)
}

async function among(db: Db | Tx, { scope, id, customerId, active, q, after }: EquipmentFilter) {
  return and(
    ofCustomers(scope),
    id ? eq(equipment.id, id) : undefined,
    customerId ? eq(equipment.customerId, customerId) : undefined,
    active === undefined ? undefined : eq(equipment.active, active),
    after ? gt(equipment.id, after) : undefined,
    await named(db, q, [equipment.product, customer.name], [equipment.serialNumber, equipment.place]),
  )
}

/** One thing, with the customer it stands at. @throws Refusal `equipment.notFound` */
export async function readEquipment(db: Db | Tx, id: string) {
  const [row] = await db
    .select({ ...shown, labelToken })
    .from(equipment)
    .innerJoin(customer, eq(customer.id, equipment.customerId))
    .where(eq(equipment.id, id))
  return row ?? refuse('equipment.notFound')
}
