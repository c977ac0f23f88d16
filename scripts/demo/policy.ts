import type { Db } from '../../db/client.ts'
import { policyBindings, policyVersions } from '../../db/schema/policy.ts'
import type { Ladder } from '../../rules/obligation/ladder.ts'
import { policies } from '../../rules/policy/index.ts'
import type { Parameter } from '../../rules/policy/parameter.ts'

/** In a demo a minute lasts a second. */
export const HURRY = 60

/** The parameter's value with every duration in it a sixtieth; all else as it is. */
function hurried({ unit, value }: Parameter): unknown {
  if (unit === 'ms' && typeof value === 'number') return Math.round(value / HURRY)
  if (unit !== 'ladder') return value
  const { reminders, rungs } = value as Ladder
  return {
    reminders,
    rungs: rungs.map((rung) => ('afterMs' in rung ? { ...rung, afterMs: rung.afterMs / HURRY } : rung)),
  }
}

/** Variants of all rulebooks with minutes turned into seconds, bound to one customer and named after the demo run. */
export async function bindHurriedPolicies(db: Db, sample: string, customerId: string): Promise<void> {
  for (const { id: policy, parameters, topics, boundTo } of policies) {
    if (boundTo !== 'company') continue
    const values = Object.fromEntries(Object.entries(parameters).map(([key, one]) => [key, hurried(one)]))
    const version = { policy, variant: sample, version: 1, kind: 'base', effectiveFromAt: 0, values, sample }
    await db.insert(policyVersions).values({ ...version, reason: 'demo: minutes as seconds' })
    for (const topic of topics)
      await db
        .insert(policyBindings)
        .values({ policy, variant: sample, topic, scope: 'customer', scopeId: customerId, fromAt: 0, sample })
  }
}
