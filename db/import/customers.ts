import { and, eq } from 'drizzle-orm'
import type { Tx } from '../client.ts'
import { createContact, createCustomer, editContact, editCustomer } from '../customer/saveCustomer.ts'
import { contact, customer } from '../schema/customer.ts'
import { numbersCell, together } from './cells.ts'
import { regionNamed } from './found.ts'
import type { Cells } from './importFile.ts'
import { addNumbers } from './numbers.ts'

/**
 * A customer, with one person there if the row names one: entered, or brought up to date by what the row says; an empty
 * cell leaves what stands, and numbers are added, never taken away. @throws Refusal
 */
export async function importCustomer(tx: Tx, cells: Cells<'customers'>): Promise<void> {
  const said = await together(async (cell) => ({
    regionId: await cell(() => (cells.region ? regionNamed(tx, cells.region, 'region') : undefined)),
    numbers: await cell(() => numbersCell(cells.numbers, 'numbers')),
  }))
  const fields = { name: cells.name, ...(said.regionId && { regionId: said.regionId }) }
  const [known] = await tx.select({ id: customer.id }).from(customer).where(eq(customer.code, cells.code))
  const id = known?.id ?? (await createCustomer(tx, { code: cells.code, ...fields })).id
  if (known) await editCustomer(tx, id, fields)
  if (!cells.contact) return
  const [met] = await tx
    .select({ id: contact.id })
    .from(contact)
    .where(and(eq(contact.customerId, id), eq(contact.name, cells.contact)))
    .limit(1)
  const about = { ...(cells.post && { post: cells.post }), ...(cells.address && { address: cells.address }) }
  if (met) await editContact(tx, met.id, about)
  const contactId = met?.id ?? (await createContact(tx, id, { name: cells.contact, ...about })).id
  await addNumbers(tx, { contactId }, said.numbers)
}
