import { and, eq, isNull } from 'drizzle-orm'
import { refuse } from '../../rules/problem.ts'
import type { Tx } from '../client.ts'
import { contact, customer, project } from '../schema/customer.ts'
import { person, region } from '../schema/person.ts'

/** The person of a code. @throws Refusal `person.notFound` */
export async function personCoded(tx: Tx, code: string, field: string): Promise<string> {
  const [row] = await tx.select({ id: person.id }).from(person).where(eq(person.code, code))
  return row?.id ?? refuse('person.notFound', { field })
}

/** The person of a code, or of a name that only one at work has: lists name superiors oftener than they number them. @throws Refusal `person.notFound` */
export async function personMeant(tx: Tx, said: string, field: string): Promise<string> {
  const [coded] = await tx.select({ id: person.id }).from(person).where(eq(person.code, said))
  if (coded) return coded.id
  const called = and(eq(person.name, said), eq(person.active, true), isNull(person.sample))
  const [one, another] = await tx.select({ id: person.id }).from(person).where(called).limit(2)
  return one && !another ? one.id : refuse('person.notFound', { field })
}

/** The region of a code, or of a name that only one has: lists of people say 山东 oftener than SD. @throws Refusal `region.notFound` */
export async function regionNamed(tx: Tx, said: string, field: string): Promise<string> {
  const [coded] = await tx.select({ id: region.id }).from(region).where(eq(region.code, said))
  if (coded) return coded.id
  const [called, another] = await tx.select({ id: region.id }).from(region).where(eq(region.name, said)).limit(2)
  return called && !another ? called.id : refuse('region.notFound', { field })
}

/** The customer of a code. @throws Refusal `customer.notFound` */
export async function customerCoded(tx: Tx, code: string): Promise<string> {
  const [row] = await tx.select({ id: customer.id }).from(customer).where(eq(customer.code, code))
  return row?.id ?? refuse('customer.notFound', { field: 'customer' })
}

/** A customer's project by its name. @throws Refusal `project.unknown` */
export async function projectNamed(tx: Tx, customerId: string, name: string): Promise<string> {
  return (await knownProject(tx, customerId, name)) ?? refuse('project.unknown', { field: 'project' })
}

/** The same, or undefined where there is none yet. */
export async function knownProject(tx: Tx, customerId: string, name: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: project.id })
    .from(project)
    .where(and(eq(project.customerId, customerId), eq(project.name, name)))
  return row?.id
}

/** Somebody at a customer by their name. @throws Refusal `contact.notFound` */
export async function contactNamed(tx: Tx, customerCode: string, name: string): Promise<string> {
  const [row] = await tx
    .select({ id: contact.id })
    .from(contact)
    .innerJoin(customer, eq(customer.id, contact.customerId))
    .where(and(eq(customer.code, customerCode), eq(contact.name, name)))
  return row?.id ?? refuse('contact.notFound', { field: name ? 'contact' : 'person' })
}
