import { and, eq } from 'drizzle-orm'
import type { Tx } from '../client.ts'
import { createEquipment, editEquipment } from '../equipment/save.ts'
import { equipment } from '../schema/equipment.ts'
import { dateCell, together } from './cells.ts'
import { customerCoded, projectNamed } from './found.ts'
import type { Cells } from './importFile.ts'

/** One row of a list of equipment: a thing known by customer, product and serial number is brought up to date. @throws Refusal */
export async function importEquipment(tx: Tx, cells: Cells<'equipment'>): Promise<void> {
  const customerId = await customerCoded(tx, cells.customer)
  const { product, serial: serialNumber, place } = cells
  const said = await together(async (cell) => ({
    ...(place && { place }),
    ...(cells.project && { projectId: await cell(() => projectNamed(tx, customerId, cells.project)) }),
    ...(cells.commissioned && { commissionedOn: await cell(() => dateCell(cells.commissioned, 'commissioned')) }),
    ...(cells.warranty && { warrantyUntilOn: await cell(() => dateCell(cells.warranty, 'warranty')) }),
  }))
  const same = and(
    eq(equipment.customerId, customerId),
    eq(equipment.product, product),
    eq(equipment.serialNumber, serialNumber),
  )
  const [known] = await tx.select({ id: equipment.id }).from(equipment).where(same)
  if (!known) await createEquipment(tx, { customerId, product, serialNumber, ...said })
  else if (Object.keys(said).length > 0) await editEquipment(tx, known.id, said)
}
