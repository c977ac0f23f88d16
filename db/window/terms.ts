import { and, eq, gt, inArray, lte, or, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import type { Terms } from '../../rules/policy/parameter.ts'
import type { TermsAt } from '../../rules/window/entry.ts'
import type { Db, Tx } from '../client.ts'
import { termsFor } from '../policy/terms.ts'
import { policyBindings, policyVersions } from '../schema/policy.ts'

/** The parameters that hold for a person at any instant up to `now`: one snapshot from each change of rulebook on. */
export async function termsThrough(tx: Db | Tx, personId: string, now: Instant): Promise<TermsAt> {
  const bindings = await tx
    .select()
    .from(policyBindings)
    .where(
      and(
        inArray(policyBindings.topic, ['discipline', 'house']),
        or(
          eq(policyBindings.scope, 'company'),
          and(eq(policyBindings.scope, 'person'), eq(policyBindings.scopeId, personId)),
        ),
      ),
    )
  const versions = await tx
    .select({ at: policyVersions.effectiveFromAt })
    .from(policyVersions)
    .where(
      and(
        gt(policyVersions.effectiveFromAt, 0),
        lte(policyVersions.effectiveFromAt, now),
        inArray(sql`${policyVersions.policy} || ' ' || ${policyVersions.variant}`, [
          ...bindings.map((one) => `${one.policy} ${one.variant}`),
          '',
        ]),
      ),
    )
  const changes = [...bindings.flatMap((one) => [one.fromAt, one.toAt]), ...versions.map((one) => one.at)]
  const turns = [...new Set([0, ...changes.filter((at) => at !== null && at > 0 && at <= now)])] as Instant[]
  const since: { at: Instant; terms: Terms }[] = []
  for (const at of turns.sort((a, b) => a - b))
    since.push({ at, terms: await termsFor(tx, { topic: 'discipline', at, personId }) })
  return (at) => (since.findLast((one) => one.at <= at) ?? since[0]!).terms
}
