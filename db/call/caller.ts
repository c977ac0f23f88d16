import { and, eq, gt, isNotNull, isNull, lte, max, or, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { onDuty } from '../person/resolve.ts'
import { contact, customer, phoneNumber } from '../schema/customer.ts'
import { line, outage, person } from '../schema/person.ts'
import type { Tx } from '../client.ts'

/** Whom a number belongs to. A number of several people is nobody's in particular: the kind holds, the contact doesn't. */
export interface Caller {
  kind: 'customer' | 'staff' | 'unknown'
  contactId: string | null
  customerId: string | null
  regionId: string | null
  personId: string | null
  posted: boolean
  /** The demo or sample run that the customer belongs to. */
  sample: string | null
}

const NOBODY: Caller = {
  kind: 'unknown',
  contactId: null,
  customerId: null,
  regionId: null,
  personId: null,
  posted: false,
  sample: null,
}

/** Looks a number up (E.164; null: withheld). A customer's number makes a customer, whoever else shares it. */
export async function callerOf(tx: Tx, number: string | null): Promise<Caller> {
  if (number === null) return NOBODY
  const owners = await tx
    .select({
      personId: phoneNumber.personId,
      posted: person.posted,
      contactId: contact.id,
      customerId: customer.id,
      regionId: customer.regionId,
      sample: customer.sample,
    })
    .from(phoneNumber)
    .leftJoin(person, eq(person.id, phoneNumber.personId))
    .leftJoin(contact, and(eq(contact.id, phoneNumber.contactId), isNull(contact.endedAt)))
    .leftJoin(customer, eq(customer.id, contact.customerId))
    .where(and(eq(phoneNumber.number, number), or(isNotNull(phoneNumber.personId), isNotNull(contact.id))))
  const contacts = owners.filter((owner) => owner.contactId)
  const customers = new Set(contacts.map((owner) => owner.customerId))
  const [first] = contacts
  if (first)
    return {
      ...NOBODY,
      kind: 'customer',
      contactId: contacts.length === 1 ? first.contactId : null,
      customerId: customers.size === 1 ? first.customerId : null,
      regionId: first.regionId,
      sample: first.sample,
    }
  const [one] = owners
  return one ? { ...NOBODY, kind: 'staff', personId: one.personId, posted: one.posted ?? false } : NOBODY
}

/** The line of ours that was rung, if it is in the register. */
export async function lineOf(tx: Tx, number: string | null) {
  if (number === null) return undefined
  const [row] = await tx.select().from(line).where(eq(line.number, number))
  return row
}

/** Who was to answer a line at an instant: the owner of a direct line, or everybody on its roster. Empty: the unit's gap. */
export async function answerersOf(tx: Tx, at: typeof line.$inferSelect | undefined, when: Instant): Promise<string[]> {
  if (!at) return []
  if (at.kind === 'direct' && at.personId) return [at.personId]
  return onDuty(tx, at.id, when)
}

/**
 * When a declared outage of the line that covered the instant was over; null where there was none. One that goes on has
 * no end to wait for: people answer from when the news reaches them.
 */
export async function outageEnd(tx: Tx, lineId: string | undefined, at: Instant): Promise<Instant | null> {
  if (!lineId) return null
  const [row] = await tx
    .select({ endAt: max(outage.toAt) })
    .from(outage)
    .where(and(eq(outage.lineId, lineId), lte(outage.fromAt, at), gt(outage.toAt, at)))
  return row?.endAt ?? null
}

/** The person of ours that a PBX names: by the house's number, the telephone number, or the user name it was given. */
export async function personOfPbx(tx: Tx, user: string | null, number: string | null): Promise<string | null> {
  if (!user && !number) return null
  const [row] = await tx
    .select({ id: person.id })
    .from(person)
    .leftJoin(phoneNumber, eq(phoneNumber.personId, person.id))
    .where(
      and(
        eq(person.active, true),
        or(user ? eq(person.code, user) : undefined, number ? eq(phoneNumber.number, number) : undefined),
      ),
    )
    .limit(1)
  return row?.id ?? null
}

/**
 * Everything about one caller happens one after the other: an answer and the missed call it settles may arrive at the
 * same moment by two doors, and neither must overlook the other. Taken before any case is locked.
 */
export async function lockCaller(tx: Tx, number: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`caller:${number}`}, 0))`)
}
