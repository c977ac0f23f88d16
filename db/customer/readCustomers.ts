import { and, asc, eq, gt, inArray, type SQL } from 'drizzle-orm'
import type { Scope } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import type { Db, Tx } from '../client.ts'
import { named } from '../named.ts'
import { onSide } from '../sample/side.ts'
import { contact, customer, phoneNumber, project } from '../schema/customer.ts'

/** Customers of the regions in scope; of the whole house, which a sample is no part of, where that is everything. */
export const ofCustomers = (scope: Scope): SQL =>
  scope === 'all' ? onSide(customer.sample, 'house') : inArray(customer.regionId, [...scope])

/** Customers of the regions in scope, in the order they were entered; one more than the limit. */
export async function listCustomers(
  db: Db,
  filter: { scope: Scope; after?: string; limit: number; active?: boolean; q?: string },
) {
  const { scope, after, limit, active, q } = filter
  return db
    .select()
    .from(customer)
    .where(
      and(
        ofCustomers(scope),
        after ? gt(customer.id, after) : undefined,
        await named(db, q, [customer.name], [customer.code]),
        active === undefined ? undefined : eq(customer.active, active),
      ),
    )
    .orderBy(asc(customer.id))
    .limit(limit + 1)
}

/** A customer's file: contacts with their numbers, and projects. @throws Refusal `customer.notFound` */
export async function readCustomer(db: Db | Tx, id: string) {
  const [found] = await db.select().from(customer).where(eq(customer.id, id))
  if (!found) return refuse('customer.notFound')
  const contacts = await db.select().from(contact).where(eq(contact.customerId, id)).orderBy(asc(contact.id))
  const numbers = await db
    .select({ contactId: phoneNumber.contactId, number: phoneNumber.number })
    .from(phoneNumber)
    .innerJoin(contact, and(eq(contact.id, phoneNumber.contactId), eq(contact.customerId, id)))
    .orderBy(asc(phoneNumber.id))
  const projects = await db.select().from(project).where(eq(project.customerId, id)).orderBy(asc(project.id))
  return {
    ...found,
    contacts: contacts.map((one) => ({
      ...one,
      numbers: numbers.filter((n) => n.contactId === one.id).map((n) => n.number),
    })),
    projects,
  }
}

/** Projects of customers in scope with their customers' names, those that are over too. */
export function listProjects(db: Db, scope: Scope) {
  return db
    .select({
      id: project.id,
      name: project.name,
      customerId: project.customerId,
      customerName: customer.name,
      endedAt: project.endedAt,
    })
    .from(project)
    .innerJoin(customer, eq(customer.id, project.customerId))
    .where(ofCustomers(scope))
    .orderBy(asc(customer.code), asc(project.id))
}

/** The customer's region, for the check of scope before a write. @throws Refusal `customer.notFound`, `contact.notFound`, `project.unknown` */
export async function regionOf(
  tx: Tx | Db,
  of: { customerId: string } | { contactId: string } | { projectId: string },
): Promise<string | null> {
  if ('contactId' in of) {
    const [row] = await tx.select({ customerId: contact.customerId }).from(contact).where(eq(contact.id, of.contactId))
    return row ? regionOf(tx, row) : refuse('contact.notFound')
  }
  if ('projectId' in of) {
    const [row] = await tx.select({ customerId: project.customerId }).from(project).where(eq(project.id, of.projectId))
    return row ? regionOf(tx, row) : refuse('project.unknown')
  }
  const [row] = await tx.select({ regionId: customer.regionId }).from(customer).where(eq(customer.id, of.customerId))
  return row ? row.regionId : refuse('customer.notFound')
}
