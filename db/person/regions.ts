import { asc, eq } from 'drizzle-orm'
import { refuse } from '../../rules/problem.ts'
import type { Side } from '../../rules/sample/sample.ts'
import type { Db, Tx } from '../client.ts'
import { newId } from '../id.ts'
import { onSide } from '../sample/side.ts'
import { region } from '../schema/person.ts'

/** Enters a region. */
export async function createRegion(tx: Tx, input: { code: string; name: string; sample?: string }) {
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

/** The regions of one side, by their codes. */
export const listRegions = (db: Db | Tx, side: Side) =>
  db.select().from(region).where(onSide(region.sample, side)).orderBy(asc(region.code))
