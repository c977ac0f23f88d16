import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { within, type Scope } from '../../rules/permissions.ts'
import type { Tx } from '../client.ts'
import { calls } from '../schema/call.ts'
import { cases } from '../schema/case.ts'
import { contact, customer, phoneNumber } from '../schema/customer.ts'
import { person } from '../schema/person.ts'
import { callerOf } from './caller.ts'

/** How many earlier calls are shown to whoever is talking. */
const EARLIER = 5

/** Whose number it is (E.164), and what that caller rang about before; customers of the scope's regions only. */
export async function lookUp(tx: Tx, number: string, scope: Scope) {
  const contacts = await tx
    .select({
      contactId: contact.id,
      name: contact.name,
      post: contact.post,
      address: contact.address,
      customerId: customer.id,
      customerName: customer.name,
      regionId: customer.regionId,
    })
    .from(phoneNumber)
    .innerJoin(contact, and(eq(contact.id, phoneNumber.contactId), isNull(contact.endedAt)))
    .innerJoin(customer, eq(customer.id, contact.customerId))
    .where(eq(phoneNumber.number, number))
  const people = await tx
    .select({ id: person.id, name: person.name })
    .from(phoneNumber)
    .innerJoin(person, eq(person.id, phoneNumber.personId))
    .where(and(eq(phoneNumber.number, number), isNotNull(phoneNumber.personId)))
  const earlier = await tx
    .select({
      id: cases.id,
      state: cases.state,
      startedAt: cases.startedAt,
      category: calls.category,
      regionId: cases.regionId,
    })
    .from(calls)
    .innerJoin(cases, eq(cases.id, calls.caseId))
    .where(and(eq(calls.number, number), eq(cases.kind, 'call')))
    .orderBy(desc(cases.startedAt))
    .limit(EARLIER)
  const { kind } = await callerOf(tx, number)
  return {
    number,
    kind,
    contacts: contacts.filter((one) => within(scope, one.regionId)),
    people,
    earlier: earlier.filter((one) => within(scope, one.regionId)),
  }
}
