import type { Policy, Terms } from '../policy/parameter.ts'

/** The terms as they would have been: the draft's values in place of those of the same rulebook. Others stay the same. */
export function redraft(terms: Terms, policy: Policy, values: Readonly<Record<string, unknown>>): Terms {
  const own = Object.values(terms).find((term) => term.policy === policy.id && term.variant === '')
  if (!own) return terms
  const drafted = Object.entries(values).flatMap(([key, value]) => {
    const term = terms[key]
    if (term && (term.policy !== policy.id || term.variant !== '')) return []
    const { clause } = policy.parameters[key]!
    return [[key, { clause, policy: policy.id, variant: '', version: own.version, ...term, value }] as const]
  })
  return { ...terms, ...Object.fromEntries(drafted) }
}

/** Whether a case ran under the rulebook itself (no variant of it) at all. */
export const runsUnder = (terms: Terms, policyId: string): boolean =>
  Object.values(terms).some((term) => term.policy === policyId && term.variant === '')
