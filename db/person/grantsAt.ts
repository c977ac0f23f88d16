import { and, eq, gt, isNull, lte, or } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import type { Grant } from '../../rules/permissions.ts'
import type { Db, Tx } from '../client.ts'
import { person, personRole, substitution } from '../schema/person.ts'

/** Role segments that hold at the instant: from included, to excluded. */
export const roleHoldsAt = (at: Instant) =>
  and(lte(personRole.fromAt, at), or(isNull(personRole.toAt), gt(personRole.toAt, at)))

/** Substitutions that hold at the instant. */
export const substitutionHoldsAt = (at: Instant) => and(lte(substitution.fromAt, at), gt(substitution.toAt, at))

/**
 * What a person may do at the instant: the roles held, and those stood in for by a dated grant, each in the region where
 * its holder has it. Nothing for somebody inactive.
 */
export async function grantsAt(tx: Tx | Db, personId: string, at: Instant): Promise<Grant[]> {
  const columns = { role: personRole.role, regionId: personRole.regionId }
  const active = and(eq(person.id, personId), eq(person.active, true))
  const own = tx
    .select(columns)
    .from(personRole)
    .innerJoin(person, and(eq(person.id, personRole.personId), active))
    .where(roleHoldsAt(at))
  const lent = tx
    .select(columns)
    .from(substitution)
    .innerJoin(person, and(eq(person.id, substitution.toPersonId), active))
    .innerJoin(
      personRole,
      and(eq(personRole.personId, substitution.fromPersonId), eq(personRole.role, substitution.role), roleHoldsAt(at)),
    )
    .where(substitutionHoldsAt(at))
  return own.union(lent)
}
