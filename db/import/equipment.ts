import { and, eq } from 'drizzle-orm'
import { refuse } from '../../rules/problem.ts'
import type { Tx } from '../client.ts'
import { createEquipment, editEquipment } from '../equipment/save.ts'
import { customer, project } from '../schema/customer.ts'
import { equipment } from '../schema/equipment.ts'
import { dateCell } from './cells.ts'
import type { columns } from './columns.ts'

/** One row of a list of equipment: a thing known by customer, product and serial number is brought up to date. @throws Refusal */
export async function importEquipment(
  tx: Tx,
  cells: Record<keyof (typeof columns)['equipment'], string>,
): Promise<void> {
  const [owner] = await tx.select({ id: customer.id }).from(customer).where(eq(customer.code, cells.customer))
  const customerId = owner?.id ?? refuse('customer.notFound', { field: 'customer' })
  const { product, serial: serialNumber, place } = cells
  const said = {
    ...(place && { place }),
    ...(cells.project && { projectId: await projectNamed(tx, customerId, cells.project) }),
    ...(cells.commissioned && { commissionedOn: dateCell(cells.commissioned, 'commissioned') }),
    ...(cells.warranty && { warrantyUntilOn: dateCell(cells.warranty, 'warranty') }),
  }
  const same = and(
    eq(equipment.customerId, customerId),
    eq(equipment.product, product),
    eq(equipment.serialNumber, serialNumber),
  )
  const [known] = await tx.select({ id: equipment.id }).from(equipment).where(same)
  if (!known) await createEquipment(tx, { customerId, product, serialNumber, ...said })
  else if (Object.keys(said).length > 0) await editEquipment(tx, known.id, said)
}

async function projectNamed(tx: Tx, customerId: string, name: string): Promise<string> {
  const [found] = await tx
    .select({ id: project.id })
    .from(project)
    .where(and(eq(project.customerId, customerId), eq(project.name, name)))
  return found?.id ?? refuse('input.unknownReference', { field: 'project' })
}
