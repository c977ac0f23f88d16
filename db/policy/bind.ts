import { and, asc, eq, gt, isNull, lt, lte, or } from 'drizzle-orm'
import type { Instant, LocalDate } from '../../rules/instant.ts'
import { policies } from '../../rules/policy/index.ts'
import { refuse } from '../../rules/problem.ts'
import { addDays, atTime } from '../../rules/time/local.ts'
import type { Db, Tx } from '../client.ts'
import { project } from '../schema/customer.ts'
import { policyBindings } from '../schema/policy.ts'
import { versionAt } from './terms.ts'

/** A rulebook for one matter of a project, from the beginning of one day to the end of another (or for good). */
export interface ProjectBinding {
  projectId: string
  policy: string
  topic: string
  fromOn: LocalDate
  toOn?: LocalDate
}

/**
 * Binds a project to a rulebook. Cases that run keep the terms they began under. Refuses a second rulebook for the same
 * matter and time: which of the two holds would be anybody's guess.
 */
export async function bindProject(tx: Tx, { projectId, policy, topic, fromOn, toOn }: ProjectBinding) {
  const found = policies.find((one) => one.id === policy && one.boundTo === null)
  if (!found) return refuse('policy.unknown', { field: 'policy' })
  if (!found.topics.includes(topic))
    refuse('policy.wrongTopic', { field: 'topic', params: { topics: found.topics.join(', ') } })
  const [site] = await tx
    .select({ sample: project.sample })
    .from(project)
    .where(eq(project.id, projectId))
    .for('update')
  if (!site) return refuse('project.unknown', { field: 'id' })
  const fromAt = atTime(fromOn, '00:00')
  const toAt = toOn === undefined ? null : atTime(addDays(toOn, 1), '00:00')
  if (toAt !== null && toAt <= fromAt) refuse('input.period', { field: 'toOn' })
  const [other] = await tx
    .select({ policy: policyBindings.policy })
    .from(policyBindings)
    .where(
      and(
        ...ofProject(projectId),
        eq(policyBindings.topic, topic),
        toAt === null ? undefined : lt(policyBindings.fromAt, toAt),
        or(isNull(policyBindings.toAt), gt(policyBindings.toAt, fromAt)),
      ),
    )
    .limit(1)
  if (other) refuse('policy.boundAlready', { field: 'policy', params: { policy: other.policy } })
  const values = { policy, topic, scope: 'project', scopeId: projectId, fromAt, toAt, sample: site.sample }
  const [row] = await tx.insert(policyBindings).values(values).returning()
  return row!
}

/** Ends a project's binding with the given day. */
export async function endBinding(tx: Tx, projectId: string, id: string, toOn: LocalDate) {
  const toAt = atTime(addDays(toOn, 1), '00:00')
  const own = and(eq(policyBindings.id, id), ...ofProject(projectId))
  const [before] = await tx.select().from(policyBindings).where(own).for('update')
  if (!before) return refuse('policy.bindingUnknown', { field: 'bindingId' })
  if (toAt <= before.fromAt) refuse('input.period', { field: 'toOn' })
  // An end can be brought forward; to go on longer takes a binding of its own, checked against the others.
  if (before.toAt !== null && toAt > before.toAt) refuse('input.period', { field: 'toOn' })
  const [row] = await tx.update(policyBindings).set({ toAt }).where(own).returning()
  return row!
}

/** A project's bindings, the oldest first. */
export function bindingsOfProject(db: Db | Tx, projectId: string) {
  return db
    .select()
    .from(policyBindings)
    .where(and(...ofProject(projectId)))
    .orderBy(asc(policyBindings.fromAt), asc(policyBindings.id))
}

const ofProject = (projectId: string) => [eq(policyBindings.scope, 'project'), eq(policyBindings.scopeId, projectId)]

/** A number or choice that a bound rulebook leaves blank, with whom it concerns. */
export interface Blank {
  policy: string
  variant: string
  key: string
  clause: string | null
  projectIds: string[]
}

/**
 * The blanks of the rulebooks that are bound at an instant. Each blocks its own rule only; somebody has to fill it in by
 * a new version. `projectIds` names the projects it concerns; empty where the whole company is bound.
 */
export async function blanks(db: Db | Tx, at: Instant): Promise<Blank[]> {
  const bound = await db
    .select()
    .from(policyBindings)
    .where(
      and(
        isNull(policyBindings.sample),
        lte(policyBindings.fromAt, at),
        or(isNull(policyBindings.toAt), gt(policyBindings.toAt, at)),
      ),
    )
    .orderBy(asc(policyBindings.policy), asc(policyBindings.variant), asc(policyBindings.id))
  const found = new Map<string, Blank>()
  for (const { policy, variant, scope, scopeId } of bound) {
    const version = await versionAt(db, policy, variant, at)
    const parameters = policies.find((one) => one.id === policy)?.parameters ?? {}
    for (const [key, parameter] of Object.entries(parameters)) {
      const value = version && key in version.values ? version.values[key] : parameter.value
      if (value !== null) continue
      const id = `${policy}/${variant}/${key}`
      const blank = found.get(id) ?? { policy, variant, key, clause: parameter.clause, projectIds: [] }
      if (scope === 'project' && scopeId && !blank.projectIds.includes(scopeId)) blank.projectIds.push(scopeId)
      found.set(id, blank)
    }
  }
  return [...found.values()]
}
