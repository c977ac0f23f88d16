import { asc, eq } from 'drizzle-orm'
import { refuse } from '../../rules/problem.ts'
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

/** Changes what is given. @throws Refusal `region.notFound` */
export async function editRegion(tx: Tx, id: string, change: { code?: string; name?: string }) {
  const [row] = await tx.update(region).set(change).where(eq(region.id, id)).returning()
  return row ?? refuse('region.notFound')
}

export const listRegions = (db: Db | Tx) => db.select().from(region).orderBy(asc(region.code))
