import type { Actions } from '../permissions.ts'
import { leaders, staffRoles } from '../roles.ts'

/** Facts about people that count in the windows. Nobody records any about themselves. */
export const recordActions = {
  'record.own': [...staffRoles],
  'record.oversee': [...leaders, 'hrSpecialist', 'finance'],
  'record.write': ['companyGm', 'centreGm', 'serviceDirector', 'serviceSupervisor', 'hrSpecialist'],
} as const satisfies Actions
