import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import type { Role } from '../../rules/roles.ts'
import type { Side } from '../../rules/sample/sample.ts'
import type { Db, Tx } from '../client.ts'
import { phoneNumber } from '../schema/customer.ts'
import { heldRole, person, personRegion, personRole, personSkill } from '../schema/person.ts'
import { named } from '../named.ts'
import { onSide } from '../sample/side.ts'
import { roleHoldsAt } from './grantsAt.ts'

export interface PeopleFilter {
  /** Ids after this one. */
  after?: string
  limit: number
  active?: boolean
  /** Holds this role at `at`. */
  role?: Role
  /** Works in this region. */
  regionId?: string
  /** Part of the name or the code. */
  q?: string
  at: Instant
  side: Side
}

/**
 * People in the order they were entered, with the posts they hold, one more than the limit so that the caller knows whether
 * there are more.
 */
export async function listPeople(db: Db | Tx, filter: PeopleFilter) {
  const { after, limit, active, role, regionId, q, at, side } = filter
  const holders = db.select({ id: heldRole.personId }).from(heldRole)
  const there = db.select({ id: personRegion.personId }).from(personRegion)
  const found = await db
    .select()
    .from(person)
    .where(
      and(
        onSide(person.sample, side),
        after ? gt(person.id, after) : undefined,
        active === undefined ? undefined : eq(person.active, active),
        role ? inArray(person.id, holders.where(and(eq(heldRole.role, role), roleHoldsAt(at)))) : undefined,
        await named(db, q, [person.name], [person.code]),
        regionId ? inArray(person.id, there.where(eq(personRegion.regionId, regionId))) : undefined,
      ),
    )
    .orderBy(asc(person.id))
    .limit(limit + 1)
  const ids = found.map(({ id }) => id)
  const held = await db
    .select({ personId: personRole.personId, role: personRole.role, regionId: personRole.regionId })
    .from(personRole)
    .where(and(inArray(personRole.personId, ids), roleHoldsAt(at, personRole)))
    .orderBy(asc(personRole.fromAt), asc(personRole.id))
  return found.map((one) => ({ ...one, posts: held.filter(({ personId }) => personId === one.id) }))
}

/** A person with numbers, regions, skills and every role segment. @throws Refusal `person.notFound`, for one of the other side too */
export async function readPerson(db: Db | Tx, id: string, side: Side) {
  const [found] = await db
    .select()
    .from(person)
    .where(and(eq(person.id, id), onSide(person.sample, side)))
  if (!found) return refuse('person.notFound')
  const numbers = await db.select({ number: phoneNumber.number }).from(phoneNumber).where(eq(phoneNumber.personId, id))
  const regions = await db.select({ id: personRegion.regionId }).from(personRegion).where(eq(personRegion.personId, id))
  const skills = await db
    .select({ product: personSkill.product, level: personSkill.level })
    .from(personSkill)
    .where(eq(personSkill.personId, id))
    .orderBy(asc(personSkill.product))
  const roles = await db
    .select()
    .from(personRole)
    .where(eq(personRole.personId, id))
    .orderBy(sql`${personRole.fromAt}, ${personRole.id}`)
  return { ...found, numbers: numbers.map((row) => row.number), regionIds: regions.map((row) => row.id), skills, roles }
}

/** Everybody ever in the register, by name, of one side or of both; those who left are named in old cases. */
export function listNames(db: Db, side?: Side) {
  return db
    .select({ id: person.id, name: person.name, active: person.active })
    .from(person)
    .where(side && onSide(person.sample, side))
    .orderBy(asc(person.name))
}
