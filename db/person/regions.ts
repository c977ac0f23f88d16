import { asc } from 'drizzle-orm'
import type { Db, Tx } from '../client.ts'
import { newId } from '../id.ts'
import { region } from '../schema/person.ts'

/** Enters a region. */
export async function createRegion(tx: Tx, input: { code: string; name: string }) {
  const [row] = await tx
    .insert(region)
    .values({ id: newId(), ...input })
    .returning()
  return row!
}

export const listRegions = (db: Db | Tx) => db.select().from(region).orderBy(asc(region.code))
