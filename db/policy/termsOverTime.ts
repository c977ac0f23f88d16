import { and, eq, inArray, or } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import type { Terms } from '../../rules/policy/parameter.ts'
import type { Db, Tx } from '../client.ts'
import { policyBindings, policyVersions } from '../schema/policy.ts'
import { termsFor } from './terms.ts'

/**
 * What the company's rulebooks of a topic say at any of these instants, read at once: they change only where a version or a
 * binding begins or ends, so that asking for many instants costs no more than there were changes between them. Other
 * instants are not to be asked of the answer.
 */
export async function termsOverTime(
  db: Db | Tx,
  topic: string,
  instants: readonly Instant[],
): Promise<(at: Instant) => Terms> {
  const bound = await db
    .select()
    .from(policyBindings)
    .where(and(eq(policyBindings.scope, 'company'), inArray(policyBindings.topic, [topic, 'house'])))
  const ofBound = bound.map(({ policy, variant }) =>
    and(eq(policyVersions.policy, policy), eq(policyVersions.variant, variant)),
  )
  const versions = ofBound.length
    ? await db
        .select({ at: policyVersions.effectiveFromAt })
        .from(policyVersions)
        .where(or(...ofBound))
    : []
  const changes = [0, ...bound.flatMap(({ fromAt, toAt }) => [fromAt, toAt ?? fromAt]), ...versions.map(({ at }) => at)]
  const turns = [...new Set(changes)].sort((a, b) => b - a)
  const turnOf = (at: Instant) => turns.find((from) => from <= at) ?? 0
  const known = new Map<Instant, Terms>()
  for (const at of new Set(instants.map(turnOf))) known.set(at, await termsFor(db, { topic, at }))
  return (at) => known.get(turnOf(at))!
}
