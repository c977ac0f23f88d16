import { and, asc, eq, gt, lte } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import type { Role } from '../../rules/roles.ts'
import type { Side } from '../../rules/sample/sample.ts'
import type { Db, Tx } from '../client.ts'
import { newId } from '../id.ts'
import { ofSide } from '../sample/side.ts'
import { keepAdmin } from './keepAdmin.ts'
import { heldRole, person, personRole, substitution } from '../schema/person.ts'

export interface RoleInput {
  personId: string
  role: Role
  regionId?: string | null
  fromAt: Instant
  toAt?: Instant | null
}

/** Gives a person a role from an instant until (not including) another. @throws Refusal */
export async function grantRole(tx: Tx, input: RoleInput) {
  const [found] = await tx.select({ active: person.active }).from(person).where(eq(person.id, input.personId))
  if (!found) return refuse('person.notFound')
  if (!found.active) return refuse('person.inactive')
  const [row] = await tx
    .insert(personRole)
    .values({ id: newId(), ...input })
    .returning()
  return row!
}

/** One role segment. @throws Refusal `role.notFound` */
export async function readRole(tx: Tx, id: string) {
  const [row] = await tx.select().from(personRole).where(eq(personRole.id, id)).for('update')
  return row ?? refuse('role.notFound')
}

/** Ends a role at an instant (null: open again). The segment stays, so that the past keeps its holders. @throws Refusal */
export async function endRole(tx: Tx, id: string, toAt: Instant | null) {
  const [row] = await tx.update(personRole).set({ toAt }).where(eq(personRole.id, id)).returning()
  if (!row) return refuse('role.notFound')
  if (row.role === 'admin' && toAt !== null) await keepAdmin(tx)
  return row
}

export interface SubstitutionInput {
  fromPersonId: string
  toPersonId: string
  role: Role
  rank?: number
  fromAt: Instant
  toAt: Instant
}

/** Lets one person act in another's role for a time, provided that one holds it when the grant begins. @throws Refusal */
export async function grantSubstitution(tx: Tx, input: SubstitutionInput) {
  const { fromPersonId, toPersonId, role, fromAt } = input
  if (fromPersonId === toPersonId) refuse('substitution.self', { field: 'toPersonId' })
  const held = await tx
    .select({ toAt: heldRole.toAt })
    .from(heldRole)
    .where(and(eq(heldRole.personId, fromPersonId), eq(heldRole.role, role), lte(heldRole.fromAt, fromAt)))
  if (!held.some((segment) => segment.toAt === null || segment.toAt >= input.toAt))
    refuse('substitution.notHeld', { field: 'role' })
  const [row] = await tx
    .insert(substitution)
    .values({ id: newId(), ...input })
    .returning()
  return row!
}

/** Ends a grant at an instant. @throws Refusal */
export async function endSubstitution(tx: Tx, id: string, toAt: Instant) {
  const [row] = await tx.update(substitution).set({ toAt }).where(eq(substitution.id, id)).returning()
  return row ?? refuse('substitution.notFound')
}

/** Substitutions that haven't ended by `since`, in the order they were granted; one more than the limit. */
export async function listSubstitutions(
  db: Db,
  filter: { since?: Instant; after?: string; limit: number; side: Side },
) {
  const { since, after, limit, side } = filter
  return db
    .select()
    .from(substitution)
    .where(
      and(
        ofSide(substitution.fromPersonId, side),
        after ? gt(substitution.id, after) : undefined,
        since === undefined ? undefined : gt(substitution.toAt, since),
      ),
    )
    .orderBy(asc(substitution.id))
    .limit(limit + 1)
}
