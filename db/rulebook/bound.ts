import { and, asc, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { isForAll, rulebooks } from '../../rules/rulebook/rulebooks.ts'
import type { Db, Tx } from '../client.ts'
import { person } from '../schema/person.ts'
import { policyBindings } from '../schema/policy.ts'
import { projectMember } from '../schema/staffChange.ts'

/**
 * Whom a rulebook binds at an instant, as its bindings say: the whole staff where the company is bound, the members of a
 * bound project, a bound person. A rulebook without parameters has no bindings and is read by the whole staff, and so is
 * one that says so. Demo and sample people are not bound by the company's.
 */
export async function boundPeople(tx: Tx | Db, rulebookId: string, at: Instant): Promise<string[]> {
  const bindings = await tx
    .select()
    .from(policyBindings)
    .where(and(eq(policyBindings.policy, rulebookId), holdsAt(at)))
  const scoped = (scope: string) => bindings.flatMap((one) => (one.scope === scope && one.scopeId ? [one.scopeId] : []))
  const everybody = isForAll(rulebookId) || bindings.some((one) => one.scope === 'company')
  const members = tx
    .select({ id: projectMember.personId })
    .from(projectMember)
    .where(inArray(projectMember.projectId, scoped('project')))
  const rows = await tx
    .select({ id: person.id })
    .from(person)
    .where(
      and(
        eq(person.active, true),
        isNull(person.sample),
        or(
          everybody ? eq(person.kind, 'staff') : undefined,
          inArray(person.id, members),
          inArray(person.id, scoped('person')),
        ),
      ),
    )
    .orderBy(asc(person.id))
  return rows.map((row) => row.id)
}

/** The rulebooks that bind somebody at an instant: the same, from the person's side. */
export async function rulebooksBinding(tx: Tx | Db, personId: string, at: Instant): Promise<Set<string>> {
  const [who] = await tx
    .select({ kind: person.kind })
    .from(person)
    .where(and(eq(person.id, personId), eq(person.active, true), isNull(person.sample)))
  if (!who) return new Set()
  const isStaff = who.kind === 'staff'
  const own = tx.select({ id: projectMember.projectId }).from(projectMember).where(eq(projectMember.personId, personId))
  const rows = await tx
    .selectDistinct({ id: policyBindings.policy })
    .from(policyBindings)
    .where(
      and(
        holdsAt(at),
        or(
          isStaff ? eq(policyBindings.scope, 'company') : undefined,
          and(eq(policyBindings.scope, 'project'), inArray(policyBindings.scopeId, own)),
          and(eq(policyBindings.scope, 'person'), eq(policyBindings.scopeId, personId)),
        ),
      ),
    )
  const forAll = isStaff ? rulebooks.map(({ id }) => id).filter(isForAll) : []
  return new Set([...forAll, ...rows.map(({ id }) => id)])
}

const holdsAt = (at: Instant) =>
  and(
    eq(policyBindings.variant, ''),
    isNull(policyBindings.sample),
    lte(policyBindings.fromAt, at),
    or(isNull(policyBindings.toAt), gt(policyBindings.toAt, at)),
  )
