import { house } from './house.ts'
import type { Policy } from './parameter.ts'
import { S2 } from './S2.ts'

/** Every rulebook with parameters, in the order they are shown. */
export const policies: readonly Policy[] = [house, S2]

/** A rulebook by id. Throws where there is none. */
export function policyOf(id: string): Policy {
  const policy = policies.find((one) => one.id === id)
  if (!policy) throw new Error(`no policy ${id}`)
  return policy
}
