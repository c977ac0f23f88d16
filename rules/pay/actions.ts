import type { Actions } from '../permissions.ts'
import { staffRoles } from '../roles.ts'

/** Pay: everybody sees their own; who proposes or pays sees everybody's; the general manager alone approves. */
export const payActions = {
  'pay.own': [...staffRoles],
  'pay.oversee': ['companyGm', 'serviceSupervisor', 'finance', 'hrSpecialist'],
  'pay.propose': ['serviceSupervisor'],
  'pay.proposeRate': ['serviceSupervisor', 'regionalManager', 'hrSpecialist'],
  'pay.decide': ['companyGm'],
} as const satisfies Actions
