import { eq } from 'drizzle-orm'
import type { Db, Tx } from '../client.ts'
import { authUser } from '../schema/auth.ts'
import { person } from '../schema/person.ts'

/** The name a user signs in with, and the person behind it. Who is inactive has no business here any more. */
export async function whoIs(tx: Tx | Db, userId: string) {
  const [row] = await tx
    .select({ username: authUser.username, personId: person.id, name: person.name, active: person.active })
    .from(authUser)
    .innerJoin(person, eq(person.id, authUser.personId))
    .where(eq(authUser.id, userId))
  return row
}
