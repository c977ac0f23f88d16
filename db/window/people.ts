import { and, asc, eq, exists, gt, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import type { Role } from '../../rules/roles.ts'
import type { Reading } from '../case/read.ts'
import type { Db } from '../client.ts'
import { onSide } from '../sample/side.ts'
import { heldRole, person, personRegion } from '../schema/person.ts'

export interface PostFilter {
  /** Of this person only; left out: of everybody in such a post, within the scope. */
  personId?: string
  scope: Reading
  /** Go on after this person. */
  after?: string
  limit: number
}

/** Active people who hold one of these roles now or later, in the order of their ids. */
export function peopleInPost(
  db: Db,
  roles: readonly Role[],
  { personId, scope, after, limit }: PostFilter,
  now: Instant,
) {
  const inPost = db
    .select({ one: sql`1` })
    .from(heldRole)
    .where(
      and(
        eq(heldRole.personId, person.id),
        inArray(heldRole.role, [...roles]),
        or(isNull(heldRole.toAt), gt(heldRole.toAt, now)),
      ),
    )
  const there = (regions: readonly string[]) =>
    exists(
      db
        .select({ one: sql`1` })
        .from(personRegion)
        .where(and(eq(personRegion.personId, person.id), inArray(personRegion.regionId, [...regions]))),
    )
  return db
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(
      and(
        eq(person.active, true),
        exists(inPost),
        personId === undefined ? undefined : eq(person.id, personId),
        scope === 'own' ? undefined : scope === 'all' ? onSide(person.sample, 'house') : there(scope),
        after === undefined ? undefined : gt(person.id, after),
      ),
    )
    .orderBy(asc(person.id))
    .limit(limit)
}
