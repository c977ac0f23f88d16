import { and, eq } from 'drizzle-orm'
import { person } from '../schema/person.ts'
import type { Db, Tx } from '../client.ts'

/** Where a person is mailed to; null where the register has no address, or the person is no longer with us. */
export async function mailboxOf(db: Db | Tx, personId: string): Promise<string | null> {
  const [row] = await db
    .select({ email: person.email })
    .from(person)
    .where(and(eq(person.id, personId), eq(person.active, true)))
  return row?.email ?? null
}
