import { eq } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import type { Tx } from '../client.ts'
import { newId } from '../id.ts'
import { normalised } from '../person/savePerson.ts'
import { contact, customer, phoneNumber, project } from '../schema/customer.ts'

export interface CustomerInput {
  code: string
  name: string
  regionId?: string | null
  active?: boolean
  /** A calendar of their own; null: the national one. */
  calendar?: string | null
  sample?: string | null
}

/** Enters a customer. */
export async function createCustomer(tx: Tx, input: CustomerInput) {
  const [row] = await tx
    .insert(customer)
    .values({ id: newId(), ...input })
    .returning()
  return row!
}

/** Changes what is given. @throws Refusal `customer.notFound` */
export async function editCustomer(tx: Tx, id: string, change: Partial<CustomerInput>) {
  const [row] = await tx.update(customer).set(change).where(eq(customer.id, id)).returning()
  return row ?? refuse('customer.notFound')
}

export interface ContactInput {
  name: string
  post?: string | null
  /** How to address them, surname and title (S2-1.4.7). */
  address?: string | null
  /** Where a link for them is mailed to. */
  email?: string | null
  numbers?: readonly string[]
}

/** Enters somebody at a customer, with their numbers. @throws Refusal */
export async function createContact(tx: Tx, customerId: string, { numbers = [], ...input }: ContactInput) {
  const id = newId()
  const [row] = await tx
    .insert(contact)
    .values({ id, customerId, ...input })
    .returning()
  return { ...row!, numbers: await saveNumbers(tx, id, numbers) }
}

/** Changes what is given; numbers replace those that stood before. @throws Refusal */
export async function editContact(
  tx: Tx,
  id: string,
  { numbers, ...change }: Partial<ContactInput> & { endedAt?: Instant | null },
) {
  const [found] = await tx.select().from(contact).where(eq(contact.id, id)).for('update')
  if (!found) return refuse('contact.notFound')
  if (Object.keys(change).length > 0) await tx.update(contact).set(change).where(eq(contact.id, id))
  if (numbers) await tx.delete(phoneNumber).where(eq(phoneNumber.contactId, id))
  return { ...found, ...change, numbers: await saveNumbers(tx, id, numbers ?? []) }
}

/** Enters a project of a customer, to bind policies to. */
export async function createProject(tx: Tx, input: { customerId: string; name: string; sample?: string | null }) {
  const [row] = await tx
    .insert(project)
    .values({ id: newId(), ...input })
    .returning()
  return row!
}

/** Changes what is given; a project that is over is ended. @throws Refusal `project.unknown` */
export async function editProject(tx: Tx, id: string, change: { name?: string; endedAt?: Instant | null }) {
  const [row] = await tx.update(project).set(change).where(eq(project.id, id)).returning()
  return row ?? refuse('project.unknown')
}

/** Adds numbers and returns all the contact has. */
async function saveNumbers(tx: Tx, contactId: string, numbers: readonly string[]): Promise<string[]> {
  for (const number of normalised(numbers)) await tx.insert(phoneNumber).values({ id: newId(), contactId, number })
  const rows = await tx
    .select({ number: phoneNumber.number })
    .from(phoneNumber)
    .where(eq(phoneNumber.contactId, contactId))
  return rows.map((row) => row.number)
}
