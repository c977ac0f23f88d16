import { useAsk } from '../client/useAsk.ts'
import type { Parameter } from './change.ts'
import { useInForce } from './useInForce.ts'

/** The parameters of a rulebook with the values in force; none of one that states no number. Undefined while it is read. */
export function useParameters(id: string): Parameter[] | undefined {
  const policies = useAsk('get /api/policies', {})
  const inForce = useInForce(id)
  if (!policies.data) return undefined
  const own = policies.data.items.find((one) => one.id === id)?.parameters
  if (!own) return []
  if (!inForce.data || inForce.data.id !== id) return undefined
  const values = new Map(inForce.data.parameters.map(({ key, value }) => [key, value]))
  return own.map((one) => ({ ...one, value: values.has(one.key) ? values.get(one.key) : one.value }))
}
