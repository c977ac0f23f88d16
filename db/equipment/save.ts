import { eq } from 'drizzle-orm'
import type { LocalDate } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import type { Tx } from '../client.ts'
import { newId } from '../id.ts'
import { project } from '../schema/customer.ts'
import { equipment } from '../schema/equipment.ts'
import { newToken } from '../token.ts'

export interface EquipmentInput {
  customerId: string
  projectId?: string | null
  product: string
  serialNumber: string
  place?: string | null
  commissionedOn?: LocalDate | null
  /** The last day of the warranty. */
  warrantyUntilOn?: LocalDate | null
  active?: boolean
}

/** Enters a thing that stands at a customer. @throws Refusal `equipment.otherCustomer` */
export async function createEquipment(tx: Tx, input: EquipmentInput) {
  await checkProject(tx, input)
  const [row] = await tx
    .insert(equipment)
    .values({ id: newId(), labelToken: newToken(), ...input })
    .returning()
  return row!
}

/** Changes what is given. @throws Refusal `equipment.notFound`, `equipment.otherCustomer` */
export async function editEquipment(tx: Tx, id: string, change: Partial<EquipmentInput>) {
  const [row] = await tx.update(equipment).set(change).where(eq(equipment.id, id)).returning()
  if (!row) return refuse('equipment.notFound')
  await checkProject(tx, row)
  return row
}

/** Makes the label that hangs on a thing void; the next one printed says something else. @throws Refusal `equipment.notFound` */
export async function replaceLabel(tx: Tx, id: string) {
  const [row] = await tx.update(equipment).set({ labelToken: newToken() }).where(eq(equipment.id, id)).returning()
  return row ?? refuse('equipment.notFound')
}

async function checkProject(tx: Tx, { customerId, projectId }: Pick<EquipmentInput, 'customerId' | 'projectId'>) {
  if (!projectId) return
  const [found] = await tx.select({ customerId: project.customerId }).from(project).where(eq(project.id, projectId))
  if (found?.customerId !== customerId) refuse('equipment.otherCustomer', { field: 'projectId' })
}
