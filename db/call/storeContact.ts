import { and, eq } from 'drizzle-orm'
import { newId } from '../id.ts'
import { contact, customer, phoneNumber } from '../schema/customer.ts'
import type { Tx } from '../client.ts'

/** Whose a number is: an existing contact, somebody new at a known customer, or somebody at a new customer. */
export interface NewOwner {
  number: string
  name: string
  contactId?: string
  customerId?: string
  customerName?: string
}

/** Stores an unknown customer's number so that the next call is identified (S2-1.5.7). Undefined when no customer is named. */
export async function storeContact(tx: Tx, owner: NewOwner): Promise<{ contactId: string } | undefined> {
  const contactId = owner.contactId ?? (await newContact(tx, owner))
  if (!contactId) return undefined
  const [there] = await tx
    .select({ id: phoneNumber.id })
    .from(phoneNumber)
    .where(and(eq(phoneNumber.number, owner.number), eq(phoneNumber.contactId, contactId)))
  if (!there) await tx.insert(phoneNumber).values({ id: newId(), number: owner.number, contactId })
  return { contactId }
}

async function newContact(tx: Tx, owner: NewOwner): Promise<string | undefined> {
  const customerId = owner.customerId ?? (owner.customerName ? await newCustomer(tx, owner.customerName) : undefined)
  if (!customerId) return undefined
  const id = newId()
  await tx.insert(contact).values({ id, customerId, name: owner.name })
  return id
}

async function newCustomer(tx: Tx, name: string): Promise<string> {
  const id = newId()
  await tx.insert(customer).values({ id, code: `C-${id}`, name })
  return id
}
