import { and, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import type { Terms } from '../../rules/policy/parameter.ts'
import type { Tx } from '../client.ts'
import { termsFor } from '../policy/terms.ts'
import { policyBindings } from '../schema/policy.ts'
import { residentPost, residentPostHolder } from '../schema/residentPost.ts'

/**
 * The rulebooks of reports that hold for people at an instant: those bound to them, to the project at whose site they hold
 * a resident post, to the company. Most people have none of their own, and share what is read once.
 */
export async function reportTerms(tx: Tx, at: Instant): Promise<(personId: string) => Promise<Terms>> {
  const bound = await tx
    .select({ scope: policyBindings.scope, id: policyBindings.scopeId })
    .from(policyBindings)
    .where(
      and(inArray(policyBindings.topic, ['report', 'house']), inArray(policyBindings.scope, ['person', 'project'])),
    )
  const idsOf = (scope: string) => new Set(bound.filter((one) => one.scope === scope).map(({ id }) => id))
  const [people, projects] = [idsOf('person'), idsOf('project')]
  const posts = await tx
    .select({ personId: residentPostHolder.personId, projectId: residentPost.projectId })
    .from(residentPostHolder)
    .innerJoin(residentPost, eq(residentPost.id, residentPostHolder.postId))
    .where(
      and(lte(residentPostHolder.fromAt, at), or(isNull(residentPostHolder.toAt), gt(residentPostHolder.toAt, at))),
    )
    .orderBy(residentPostHolder.fromAt)
  const projectOf = new Map(
    posts.filter(({ projectId }) => projects.has(projectId)).map((one) => [one.personId, one.projectId]),
  )
  let shared: Promise<Terms> | undefined
  return (personId) => {
    const projectId = projectOf.get(personId)
    if (projectId || people.has(personId)) return termsFor(tx, { topic: 'report', at, personId, projectId })
    return (shared ??= termsFor(tx, { topic: 'report', at }))
  }
}
