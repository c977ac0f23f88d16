import { and, eq, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import type { Tx } from '../client.ts'
import { roleHoldsAt } from '../person/grantsAt.ts'
import { person, heldRole } from '../schema/person.ts'

/**
 * Who held the post of supervisor at an instant, present or away: of the region first, else everywhere. Null where nobody
 * did or several, so that it cannot be put on one.
 */
export async function supervisorAt(
  tx: Tx,
  at: Instant,
  regionId: string | null,
  sample: string | null,
): Promise<string | null> {
  const holders = await tx
    .selectDistinct({ personId: heldRole.personId, regionId: heldRole.regionId })
    .from(heldRole)
    .innerJoin(person, and(eq(person.id, heldRole.personId), sql`${person.sample} is not distinct from ${sample}`))
    .where(and(eq(heldRole.role, 'serviceSupervisor'), roleHoldsAt(at)))
  const own = holders.filter((holder) => holder.regionId !== null && holder.regionId === regionId)
  const tier = own.length > 0 ? own : holders.filter((holder) => holder.regionId === null)
  return tier.length === 1 ? tier[0]!.personId : null
}
