import { and, asc, eq, exists, gt, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { engineerWindows, supervisorWindows, type WindowState } from '../../rules/window/state.ts'
import type { Reading } from '../case/read.ts'
import type { Db } from '../client.ts'
import { onSide } from '../sample/side.ts'
import { heldRole, person, personRegion } from '../schema/person.ts'
import { engineerHistory, supervisorHistory } from './history.ts'
import { postsEver } from './recompute.ts'
import { termsThrough } from './terms.ts'

export interface WindowFilter {
  /** Of this person; left out: of everybody whose post has windows, within the scope. */
  personId?: string
  scope: Reading
  /** Go on after this person. */
  after?: string
  limit: number
}

export interface PersonWindows {
  personId: string
  windows: WindowState[]
}

/** How the windows of people stand now, in the order of their ids: counted anew from what is known. */
export async function windowStates(db: Db, filter: WindowFilter, now: Instant): Promise<PersonWindows[]> {
  const people = await withWindows(db, filter, now)
  return db.transaction(
    async (tx) => {
      const found: PersonWindows[] = []
      for (const personId of people) {
        const termsAt = await termsThrough(tx, personId, now)
        const posts = await postsEver(tx, personId)
        const windows = [
          ...(posts.has('engineer') ? engineerWindows(await engineerHistory(tx, personId, termsAt, now), now) : []),
          ...(posts.has('serviceSupervisor')
            ? supervisorWindows(await supervisorHistory(tx, personId, termsAt, now), now)
            : []),
        ]
        found.push({ personId, windows })
      }
      return found
    },
    { accessMode: 'read only', isolationLevel: 'repeatable read' },
  )
}

async function withWindows(db: Db, { personId, scope, after, limit }: WindowFilter, now: Instant): Promise<string[]> {
  const inPost = db
    .select({ one: sql`1` })
    .from(heldRole)
    .where(
      and(
        eq(heldRole.personId, person.id),
        inArray(heldRole.role, ['engineer', 'serviceSupervisor']),
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
  const rows = await db
    .select({ id: person.id })
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
  return rows.map((row) => row.id)
}
