import { policyOf } from './index.ts'
import type { Parameter, Terms } from './parameter.ts'

/** A policy version as bound to a case at one scope. */
export interface Bound {
  policy: string
  variant: string
  version: number
  scope: 'person' | 'project' | 'customer' | 'company'
  values: Record<string, unknown>
}

const specificity: Bound['scope'][] = ['company', 'customer', 'project', 'person']

/**
 * One value per parameter out of all policies bound. The most specific scope wins; a parameter marked `strictest` takes
 * the smallest number (a shorter time binds harder). A blank of the most specific scope is a blank: the wider scope's
 * number was written for somebody else. So a project's special rule goes before the company's (S4-D-2.6), and of two
 * rulebooks that both claim to prevail (S3-8.2, S4-E-20) the one bound closest does.
 */
export function combine(bound: readonly Bound[]): Terms {
  const terms: Terms = {}
  const ordered = [...bound].sort((a, b) => specificity.indexOf(a.scope) - specificity.indexOf(b.scope))
  for (const { policy, variant, version, values } of ordered) {
    const parameters = policyOf(policy).parameters
    for (const [key, parameter] of Object.entries(parameters)) {
      const value = key in values ? values[key] : parameter.value
      const before = terms[key]
      if (before && !displaces(parameter, value, before.value)) continue
      terms[key] = { value, clause: parameter.clause, policy, variant, version }
    }
  }
  return terms
}

function displaces(parameter: Parameter, value: unknown, before: unknown): boolean {
  if (parameter.combine !== 'strictest' || before === null) return true
  return value !== null && Number(value) < Number(before)
}
