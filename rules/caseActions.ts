import type { Actions } from './permissions.ts'
import { leaders, roleIds, staffRoles } from './roles.ts'

/** What may be done with any case, whatever its kind. */
export const caseActions = {
  'obligation.read': roleIds,
  'case.read': [...staffRoles, 'admin'],
  'case.withdraw': [...leaders],
  'fact.correct': [...leaders],
  'policy.read': roleIds,
  'policy.amend': ['companyGm', 'centreGm'],
} as const satisfies Actions
