import type { Actions } from '../permissions.ts'
import { roleIds } from '../roles.ts'

/** What belongs to no procedure: one's own account, the log of who did what. */
export const systemActions = {
  'account.own': roleIds,
  'account.create': ['admin'],
  'account.reset': ['admin'],
  'audit.read': ['admin', 'companyGm', 'centreGm'],
} as const satisfies Actions
