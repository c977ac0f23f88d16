import { house } from './house.ts'
import { lifeCycle } from '../rulebook/parameters.ts'
import type { Policy } from './parameter.ts'
import { S0A } from './S0A.ts'
import { S1 } from './S1.ts'
import { S2 } from './S2.ts'
import { S3 } from './S3.ts'
import { S4D } from './S4D.ts'
import { S4N, S4O } from './S4N.ts'
import { S4S } from './S4S.ts'
import { staffRulebooks } from './S4staff.ts'

/** Every rulebook with parameters, in the order they are shown. */
export const policies: readonly Policy[] = [house, lifeCycle, S0A, S1, S2, S3, S4D, S4N, S4O, S4S, ...staffRulebooks]

/** A rulebook by id. Throws where there is none. */
export function policyOf(id: string): Policy {
  const policy = policies.find((one) => one.id === id)
  if (!policy) throw new Error(`no policy ${id}`)
  return policy
}
