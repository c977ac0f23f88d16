import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../client.ts'
import { newId } from '../id.ts'
import { phoneNumber } from '../schema/customer.ts'
import { numbersCell } from './cells.ts'
import { contactNamed, personCoded } from './found.ts'
import type { Cells } from './importFile.ts'

type Owner = { personId: string } | { contactId: string }

/** A further number of somebody, ours or a customer's. @throws Refusal */
export async function importNumber(tx: Tx, cells: Cells<'numbers'>): Promise<void> {
  const numbers = numbersCell(cells.number, 'number')
  const owner = cells.person
    ? { personId: await personCoded(tx, cells.person, 'person') }
    : { contactId: await contactNamed(tx, cells.customer, cells.contact) }
  await addNumbers(tx, owner, numbers)
}

/** Adds the numbers that somebody doesn't have yet; in E.164. */
export async function addNumbers(tx: Tx, owner: Owner, numbers: readonly string[]): Promise<void> {
  if (numbers.length === 0) return
  const own =
    'personId' in owner ? eq(phoneNumber.personId, owner.personId) : eq(phoneNumber.contactId, owner.contactId)
  const had = await tx
    .select({ number: phoneNumber.number })
    .from(phoneNumber)
    .where(and(own, inArray(phoneNumber.number, [...numbers])))
  const standing = new Set(had.map(({ number }) => number))
  const added = numbers.filter((number) => !standing.has(number))
  for (const number of added) await tx.insert(phoneNumber).values({ id: newId(), number, ...owner })
}
