import { eq } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { seedYears } from '../../db/calendar/seedYears.ts'
import { newId } from '../../db/id.ts'
import { seedPolicies } from '../../db/policy/terms.ts'
import { contact, customer, phoneNumber } from '../../db/schema/customer.ts'
import { dutyRoster, line, person, personRole } from '../../db/schema/person.ts'
import type { Instant } from '../../rules/instant.ts'
import type { Role } from '../../rules/roles.ts'

const ALWAYS: Instant = Date.UTC(2020, 0, 1)
export const FAR: Instant = Date.UTC(2030, 0, 1)

export interface Member {
  role: Role
  superior?: string
  posted?: boolean
  email?: string
  number?: string
  kind?: 'staff' | 'client' | 'contractor'
}

/** A small department: everybody by the key they are given, their roles for ever, each number and mailbox their own. */
export async function department<K extends string>(db: Db, members: Record<K, Member>) {
  await seedPolicies(db)
  await seedYears(db, Date.now())
  const ids = Object.fromEntries(Object.keys(members).map((key) => [key, newId()])) as Record<K, string>
  for (const [key, member] of Object.entries<Member>(members)) {
    const id = ids[key as K]
    const { kind = 'staff', posted = false, email } = member
    await db.insert(person).values({ id, code: key, name: `成员${key}`, kind, posted, email })
    await db.insert(personRole).values({ id: newId(), personId: id, role: member.role, fromAt: ALWAYS })
    if (member.number) await db.insert(phoneNumber).values({ id: newId(), number: member.number, personId: id })
  }
  for (const [key, member] of Object.entries<Member>(members))
    if (member.superior)
      await db
        .update(person)
        .set({ superiorId: ids[member.superior as K] })
        .where(eq(person.id, ids[key as K]))
  return ids
}

/** A hotline with people on duty from the start of time. */
export async function hotline(db: Db, number: string, onDutyIds: readonly string[]): Promise<string> {
  const id = newId()
  await db.insert(line).values({ id, number, kind: 'hotline', department: '客服中心' })
  for (const personId of onDutyIds)
    await db.insert(dutyRoster).values({ id: newId(), lineId: id, personId, fromAt: ALWAYS, toAt: FAR })
  return id
}

/** A customer with one contact of that number. */
export async function customerOf(db: Db, number: string): Promise<{ customerId: string; contactId: string }> {
  const [customerId, contactId] = [newId(), newId()]
  await db.insert(customer).values({ id: customerId, code: customerId, name: '㴨水供电公司' })
  await db.insert(contact).values({ id: contactId, customerId, name: '𬎆先生', post: '班长' })
  await db.insert(phoneNumber).values({ id: newId(), number, contactId })
  return { customerId, contactId }
}
