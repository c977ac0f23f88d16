import type { Actions } from './permissions.ts'
import { projectRoles } from './staffChange/actions.ts'
import { leaders, roleIds, staffRoles } from './roles.ts'

/** What may be done with any case, whatever its kind. */
export const caseActions = {
  'obligation.read': roleIds,
  'case.read': [...staffRoles, 'admin'],
  /** Which cases, reading each kind of them says. */
  'case.print': [...staffRoles, ...projectRoles],
  'case.withdraw': [...leaders],
  'fact.correct': [...leaders],
  'policy.read': roleIds,
  'policy.amend': ['companyGm', 'centreGm'],
} as const satisfies Actions
