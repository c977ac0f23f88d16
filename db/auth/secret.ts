import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Db } from '../client.ts'
import { houseSecret } from '../schema/auth.ts'

/** The secret of this name: made once at random and kept in the database, the same for every process of the house. */
export async function secretOf(db: Db, name: string): Promise<string> {
  await db
    .insert(houseSecret)
    .values({ name, value: randomBytes(32).toString('base64url') })
    .onConflictDoNothing()
  const [row] = await db.select().from(houseSecret).where(eq(houseSecret.name, name))
  if (!row) throw new Error(`secret ${name} could not be kept`)
  return row.value
}
