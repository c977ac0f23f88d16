import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import type { Role } from '../../rules/roles.ts'
import type { Db, Tx } from '../client.ts'
import { roleHoldsAt } from '../person/grantsAt.ts'
import { person, heldRole } from '../schema/person.ts'
import { projectMember } from '../schema/staffChange.ts'

/** Makes somebody of the client or the contractor a member of a project; a second time changes nothing. */
export async function addMember(tx: Tx, given: { projectId: string; personId: string }): Promise<void> {
  const [found] = await tx.select({ kind: person.kind }).from(person).where(eq(person.id, given.personId))
  if (!found) return refuse('person.notFound', { field: 'personId' })
  if (found.kind !== 'client' && found.kind !== 'contractor') refuse('project.memberKind', { field: 'personId' })
  await tx.insert(projectMember).values(given).onConflictDoNothing()
}

/** Takes somebody off a project: its cases are out of their sight at once. */
export async function removeMember(tx: Tx, { projectId, personId }: { projectId: string; personId: string }) {
  await tx
    .delete(projectMember)
    .where(and(eq(projectMember.projectId, projectId), eq(projectMember.personId, personId)))
}

/** Who is on a project, by name. */
export function membersOf(db: Db | Tx, projectId: string) {
  return db
    .select({ personId: person.id, name: person.name, kind: person.kind })
    .from(projectMember)
    .innerJoin(person, eq(person.id, projectMember.personId))
    .where(eq(projectMember.projectId, projectId))
    .orderBy(asc(person.id))
}

/** The project's members who hold one of the roles at an instant. */
export async function membersWithRole(tx: Tx, projectId: string, wanted: readonly Role[], at: Instant) {
  const rows = await tx
    .selectDistinct({ personId: person.id })
    .from(projectMember)
    .innerJoin(person, and(eq(person.id, projectMember.personId), eq(person.active, true)))
    .innerJoin(heldRole, and(eq(heldRole.personId, person.id), inArray(heldRole.role, [...wanted]), roleHoldsAt(at)))
    .where(eq(projectMember.projectId, projectId))
    .orderBy(asc(person.id))
  return rows.map((row) => row.personId)
}
