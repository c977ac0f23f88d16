import { and, eq, gt, isNull, lt, lte, or, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import type { Grant } from '../../rules/permissions.ts'
import type { Role } from '../../rules/roles.ts'
import { SAMPLE } from '../../rules/sample/sample.ts'
import type { Db, Tx } from '../client.ts'
import { heldRole, person, personRole, substitution } from '../schema/person.ts'

/** Role segments that hold at the instant: from included, to excluded. */
export const roleHoldsAt = (at: Instant, table: typeof personRole | typeof heldRole = heldRole) =>
  and(lte(table.fromAt, at), or(isNull(table.toAt), gt(table.toAt, at)))

/** Role segments that hold at any time of a stretch: from included, until excluded. */
export const roleHoldsWithin = (
  fromAt: Instant,
  untilAt: Instant,
  table: typeof personRole | typeof heldRole = heldRole,
) => and(lt(table.fromAt, untilAt), or(isNull(table.toAt), gt(table.toAt, fromAt)))

/** Substitutions that hold at the instant. */
export const substitutionHoldsAt = (at: Instant) => and(lte(substitution.fromAt, at), gt(substitution.toAt, at))

/**
 * What a person may do at the instant: the roles held, and those stood in for by a dated grant, each in the region where
 * its holder has it. Nothing for somebody inactive.
 */
export async function grantsAt(tx: Tx | Db, personId: string, at: Instant): Promise<Grant[]> {
  const columns = { role: heldRole.role, regionId: heldRole.regionId, sample: person.sample }
  const active = and(eq(person.id, personId), eq(person.active, true))
  const own = tx
    .select({ ...columns, forPersonId: sql<string | null>`null` })
    .from(heldRole)
    .innerJoin(person, and(eq(person.id, heldRole.personId), active))
    .where(roleHoldsAt(at))
  const lent = tx
    .select({ ...columns, forPersonId: sql<string | null>`${substitution.fromPersonId}` })
    .from(substitution)
    .innerJoin(person, and(eq(person.id, substitution.toPersonId), active))
    .innerJoin(
      heldRole,
      and(
        eq(heldRole.personId, substitution.fromPersonId),
        or(eq(heldRole.role, substitution.role), eq(heldRole.granted, substitution.role)),
        roleHoldsAt(at),
      ),
    )
    .where(substitutionHoldsAt(at))
  const grants = await own.union(lent)
  return grants.map(({ forPersonId, sample, ...grant }) => ({
    ...grant,
    ...(forPersonId !== null && { forPersonId }),
    ...(sample === SAMPLE && { sample: true as const }),
  }))
}

/**
 * Whether somebody held a role at any time from an instant through another, as who has left since did too, or stands in
 * for somebody who holds it.
 */
export async function hadRole(
  tx: Tx | Db,
  personId: string,
  role: Role,
  { fromAt, throughAt }: { fromAt: Instant; throughAt: Instant },
): Promise<boolean> {
  const own = and(eq(heldRole.personId, personId), eq(heldRole.role, role), roleHoldsWithin(fromAt, throughAt + 1))
  const [held] = await tx.select({ role: heldRole.role }).from(heldRole).where(own).limit(1)
  return held !== undefined || (await grantsAt(tx, personId, throughAt)).some((grant) => grant.role === role)
}
