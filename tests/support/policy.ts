import { policyBindings, policyVersions } from '../../db/schema/policy.ts'
import type { Db } from '../../db/client.ts'
import { policyOf } from '../../rules/policy/index.ts'

/** Binds a variant of a rulebook, with some of its numbers changed, to one customer (or to the company for `house`). */
export async function variant(
  db: Db,
  policy: string,
  changed: Record<string, unknown>,
  customerId?: string,
): Promise<void> {
  const { parameters, topics } = policyOf(policy)
  const values = { ...Object.fromEntries(Object.entries(parameters).map(([key, one]) => [key, one.value])), ...changed }
  const name = `test-${customerId ?? 'company'}`
  await db
    .insert(policyVersions)
    .values({ policy, variant: name, version: 1, kind: 'base', effectiveFromAt: 0, values, reason: 'test' })
  for (const topic of topics)
    await db.insert(policyBindings).values({
      policy,
      variant: name,
      topic,
      scope: customerId ? 'customer' : 'company',
      scopeId: customerId,
      fromAt: 0,
    })
}
