import { asc, inArray } from 'drizzle-orm'
import { errataAmong, type Erratum } from '../../rules/policy/corrected.ts'
import type { Terms } from '../../rules/policy/parameter.ts'
import type { Db, Tx } from '../client.ts'
import { policyVersions } from '../schema/policy.ts'

/** Every erratum of the versions that terms rest on, the oldest first. */
export async function errataOf(tx: Db | Tx, terms: Terms): Promise<Erratum[]> {
  const { policy, version } = policyVersions
  const rows = await tx
    .select()
    .from(policyVersions)
    .where(inArray(policy, [...new Set(Object.values(terms).map((term) => term.policy))]))
    .orderBy(asc(policy), asc(version))
  return errataAmong(terms, rows)
}
