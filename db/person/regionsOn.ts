import { and, asc, desc, eq, inArray, lte } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import type { Db, Tx } from '../client.ts'
import { newId } from '../id.ts'
import { personRegion, personRegionChange } from '../schema/person.ts'

/** The regions that people worked in at an instant, by the regions' ids in order; as they are now, where nobody changed them. */
export async function regionsOn(tx: Db | Tx, ids: readonly string[], at: Instant): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  if (ids.length === 0) return found
  const rows = await tx
    .select()
    .from(personRegion)
    .where(inArray(personRegion.personId, [...ids]))
    .orderBy(asc(personRegion.regionId))
  for (const { personId, regionId } of rows) found.set(personId, [...(found.get(personId) ?? []), regionId])
  const { personId, fromAt, id } = personRegionChange
  const changed = await tx
    .selectDistinctOn([personId])
    .from(personRegionChange)
    .where(and(inArray(personId, [...ids]), lte(fromAt, at)))
    .orderBy(asc(personId), desc(fromAt), desc(id))
  for (const row of changed) found.set(row.personId, [...row.regionIds].sort())
  return found
}

/**
 * Puts a person into other regions from now on, and keeps where they were until then: what is settled later of an earlier
 * time, as the half-year's bonus, goes by that.
 */
export async function moveTo(tx: Tx, personId: string, regionIds: readonly string[], now: Instant): Promise<void> {
  const own = eq(personRegion.personId, personId)
  const before = (await tx.select().from(personRegion).where(own)).map(({ regionId }) => regionId)
  const after = [...new Set(regionIds)]
  if (before.length === after.length && before.every((one) => after.includes(one))) return
  const [known] = await tx
    .select({ id: personRegionChange.id })
    .from(personRegionChange)
    .where(eq(personRegionChange.personId, personId))
    .limit(1)
  if (!known) await tx.insert(personRegionChange).values({ id: newId(), personId, regionIds: before, fromAt: 0 })
  await tx.insert(personRegionChange).values({ id: newId(), personId, regionIds: after, fromAt: now })
  await tx.delete(personRegion).where(own)
  if (after.length > 0) await tx.insert(personRegion).values(after.map((regionId) => ({ personId, regionId })))
}
