import type { Actions } from '../permissions.ts'
import { leaders, roleIds } from '../roles.ts'

/** What belongs to no procedure: one's own account, the log of who did what. */
export const systemActions = {
  'account.read': roleIds,
  'account.create': ['admin'],
  'account.reset': ['admin'],
  'audit.read': ['admin', 'companyGm', 'centreGm'],
  'roster.read': [...leaders, 'hrSpecialist', 'callTaker', 'admin', 'officeDirector', 'provincialSupervisor'],
} as const satisfies Actions
