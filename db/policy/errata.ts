import { inArray } from 'drizzle-orm'
import type { KeptVersion } from '../../rules/policy/corrected.ts'
import type { Terms } from '../../rules/policy/parameter.ts'
import type { Db, Tx } from '../client.ts'
import { policyVersions } from '../schema/policy.ts'

/** Every version of the rulebooks that terms rest on, their variants' too, in no order. */
export function versionsBehind(tx: Db | Tx, terms: Terms): Promise<KeptVersion[]> {
  const { policy, variant, version, kind, effectiveFromAt, values } = policyVersions
  return tx
    .select({ policy, variant, version, kind, effectiveFromAt, values })
    .from(policyVersions)
    .where(inArray(policy, [...new Set(Object.values(terms).map((term) => term.policy))]))
}
