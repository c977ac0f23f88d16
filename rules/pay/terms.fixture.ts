import type { Term, Terms } from '../policy/parameter.ts'
import { S0A } from '../policy/S0A.ts'

/** The terms of S0-A with some of them changed. */
export const payTermsWith = (changed: Record<string, unknown> = {}): Terms =>
  Object.fromEntries(
    Object.entries(S0A.parameters).map(([key, { clause, value }]): [string, Term] => [
      key,
      { value: key in changed ? changed[key] : value, clause, policy: 'S0A', variant: '', version: 1 },
    ]),
  )
