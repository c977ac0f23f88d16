import { useAsk } from '../client/useAsk.ts'
import type { Answer } from '../client/ask.ts'
import type { Parameter } from './change.ts'
import { useInForce } from './useInForce.ts'

/** A parameter with the value in force: since when, and what a version that is published already has come after it. */
type InForce = Parameter & Partial<Pick<Answer<typeof VERSION>['parameters'][number], 'sinceAt' | 'next'>>
const VERSION = 'get /api/rulebooks/{id}/versions/{version}'

/** The parameters of a rulebook with the values in force; none of one that states no number. Undefined while it is read. */
export function useParameters(id: string): InForce[] | undefined {
  const policies = useAsk('get /api/policies', {})
  const inForce = useInForce(id)
  if (!policies.data) return undefined
  const own = policies.data.items.find((one) => one.id === id)?.parameters
  if (!own) return []
  if (!inForce.data || inForce.data.id !== id) return undefined
  const held = new Map(inForce.data.parameters.map((one) => [one.key, one]))
  return own.map((one) => ({ ...one, ...held.get(one.key) }))
}
