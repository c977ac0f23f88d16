import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { chartsInUse, doubledSupervisor, misfitsOf, type Held, type Misfit } from '../../rules/organisation/misfit.ts'
import type { Role } from '../../rules/roles.ts'
import type { Side } from '../../rules/sample/sample.ts'
import type { Db, Tx } from '../client.ts'
import { roleHoldsAt } from '../person/grantsAt.ts'
import { onSide } from '../sample/side.ts'
import { person, personRole } from '../schema/person.ts'

/** Somebody's place in the line, with what the rulebooks would have otherwise. */
export interface Placed {
  id: string
  name: string
  superiorId: string | null
  roles: Held[]
  misfits: Misfit[]
}

/** Everybody of one side who is active, in their places at an instant. */
export async function readOrganisation(db: Db | Tx, at: Instant, side: Side): Promise<Placed[]> {
  const people = await db
    .select({ id: person.id, name: person.name, superiorId: person.superiorId, sample: person.sample })
    .from(person)
    .where(and(eq(person.kind, 'staff'), eq(person.active, true), onSide(person.sample, side)))
    .orderBy(asc(person.code))
  const held = await rolesOf(
    db,
    people.map((one) => one.id),
    at,
  )
  const named = (ids: readonly string[]) => ids.flatMap((id) => held.get(id) ?? [])
  return people.map(({ sample, ...one }) => {
    const fellows = people.filter((other) => other.id !== one.id && other.sample === sample).map(({ id }) => id)
    const superior = one.superiorId === null ? null : (held.get(one.superiorId) ?? [])
    const roles = held.get(one.id) ?? []
    return { ...one, roles, misfits: weigh(roles, superior, named(fellows)) }
  })
}

/** What the rulebooks would have otherwise about one person's place at an instant. */
export async function misfitsOfPerson(tx: Db | Tx, personId: string, at: Instant): Promise<Misfit[]> {
  const [one] = await tx
    .select({ superiorId: person.superiorId, kind: person.kind, active: person.active, sample: person.sample })
    .from(person)
    .where(eq(person.id, personId))
  if (!one?.active || one.kind !== 'staff') return []
  const { superiorId } = one
  const held = await rolesOf(tx, superiorId === null ? [personId] : [personId, superiorId], at)
  const rivals = await tx
    .select({ role: personRole.role, regionId: personRole.regionId, sample: person.sample })
    .from(personRole)
    .innerJoin(person, and(eq(person.id, personRole.personId), eq(person.active, true)))
    .where(
      and(
        // Whose post there is one of, and whose department there may be none of.
        inArray(personRole.role, ['provincialSupervisor', 'afterSalesManager']),
        ne(personRole.personId, personId),
        roleHoldsAt(at, personRole),
      ),
    )
  const others = rivals.filter((rival) => rival.sample === one.sample)
  return weigh(held.get(personId) ?? [], superiorId === null ? null : (held.get(superiorId) ?? []), others)
}

/** The roles granted to these people that hold at an instant. */
export async function rolesOf(
  tx: Db | Tx,
  personIds: readonly string[],
  at: Instant,
): Promise<ReadonlyMap<string, Held[]>> {
  const found = new Map<string, Held[]>()
  if (personIds.length === 0) return found
  const rows = await tx
    .select({ personId: personRole.personId, role: personRole.role, regionId: personRole.regionId })
    .from(personRole)
    .where(and(inArray(personRole.personId, [...personIds]), roleHoldsAt(at, personRole)))
    .orderBy(asc(personRole.fromAt), asc(personRole.id))
  for (const { personId, ...held } of rows) found.set(personId, [...(found.get(personId) ?? []), held])
  return found
}

function weigh(own: readonly Held[], superior: readonly Held[] | null, others: readonly Held[]): Misfit[] {
  const names = (held: readonly Held[]): Role[] => held.map(({ role }) => role)
  const charts = chartsInUse(names([...own, ...others]))
  return [...misfitsOf(names(own), superior && names(superior), charts), ...doubledSupervisor(own, others)]
}
