import type { Actions } from '../permissions.ts'
import { leaders, staffRoles } from '../roles.ts'

/** Due process: everybody may appeal for themselves; who leads reads the appeals of their regions. */
export const appealActions = {
  'appeal.own': [...staffRoles],
  'appeal.oversee': [...leaders],
  'appeal.decide': ['companyGm', 'viceGm', 'centreGm'],
} as const satisfies Actions
