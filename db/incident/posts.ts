import { eq, inArray } from 'drizzle-orm'
import { PHONED_ROLES, REPORT_ROLES } from '../../rules/incident/incident.ts'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import type { Role } from '../../rules/roles.ts'
import { resolveRole } from '../person/resolve.ts'
import { cases } from '../schema/case.ts'
import { phoneNumber } from '../schema/customer.ts'
import { person } from '../schema/person.ts'
import type { Case } from '../case/lock.ts'
import type { Tx } from '../client.ts'

type Where = Pick<Case, 'regionId' | 'sample'>

/** Who answers for a role in an incident's region, of its own sample run. */
export function answerersOf(tx: Tx, held: Where, role: Role, at: Instant) {
  return resolveRole(tx, { role, at, regionId: held.regionId ?? undefined, sample: held.sample })
}

/** Which of the roles to be told somebody holds alone, and which are vacant. */
export async function postsSeenBy(tx: Tx, held: Where, personId: string, at: Instant) {
  const ownRoles: Role[] = []
  const vacantRoles: Role[] = []
  for (const role of new Set<Role>([...PHONED_ROLES, ...REPORT_ROLES])) {
    const { personIds } = await answerersOf(tx, held, role, at)
    if (personIds.length === 0) vacantRoles.push(role)
    else if (personIds.every((id) => id === personId)) ownRoles.push(role)
  }
  return { ownRoles, vacantRoles }
}

/** Somebody who answers for a post, and the numbers they can be rung by, in E.164. */
export interface Ringable {
  personId: string
  numbers: string[]
}

/** Whom to ring for each of the roles at an instant: who answers for it then, in its region. */
export async function whomToRing(
  tx: Tx,
  caseId: string,
  roles: readonly Role[],
  at: Instant,
): Promise<Map<Role, Ringable[]>> {
  const found = new Map<Role, Ringable[]>()
  if (roles.length === 0) return found
  const [held] = await tx.select().from(cases).where(eq(cases.id, caseId))
  for (const role of new Set(roles)) {
    const { personIds } = await answerersOf(tx, held!, role, at)
    found.set(
      role,
      personIds.map((personId) => ({ personId, numbers: [] })),
    )
  }
  const people = [...found.values()].flat()
  const ids = [...new Set(people.map(({ personId }) => personId))]
  for (const { personId, number } of await tx.select().from(phoneNumber).where(inArray(phoneNumber.personId, ids)))
    for (const one of people) if (one.personId === personId) one.numbers.push(number)
  return found
}

export interface Reached {
  reachedId: string
  /** `other`: the post was vacant, and this person was spoken to in its place. */
  via: 'holder' | 'substitute' | 'other'
}

/**
 * Who was spoken to for a role: the one person who answers for it, or the one named. A holder counts though declared
 * absent; a substitute while the holder is. Refuses anybody else, and silence where it isn't clear who.
 */
export async function whoWasReached(tx: Tx, held: Where, role: Role, at: Instant, named?: string): Promise<Reached> {
  const { personIds, via, skipped } = await answerersOf(tx, held, role, at)
  const [only, ...more] = personIds
  const reachedId =
    named ?? (more.length === 0 ? only : undefined) ?? refuse('incident.whichOne', { field: 'reachedId' })
  if (skipped.some((one) => one.personId === reachedId)) return { reachedId, via: 'holder' }
  if (via !== 'none') {
    if (!personIds.includes(reachedId)) refuse('incident.notThatRole', { field: 'reachedId', clause: 'S2-3.3.5a' })
    return { reachedId, via }
  }
  const [someone] = await tx.select({ id: person.id }).from(person).where(eq(person.id, reachedId))
  return someone ? { reachedId, via: 'other' } : refuse('person.notFound', { field: 'reachedId' })
}
