import type { Actions } from '../permissions.ts'
import { leaders, staffRoles } from '../roles.ts'

/** Who does what with incidents. The steps are the first knower's; `actFor` is who may take them in that person's name. */
export const incidentActions = {
  'incident.read': [...staffRoles, 'admin'],
  'incident.record': [...staffRoles],
  'incident.act': [...staffRoles],
  'incident.actFor': [...leaders, 'officeDirector', 'provincialSupervisor', 'technicalSupportEngineer', 'callTaker'],
  'incident.merge': ['technicalSupportManager', 'technicalServiceManager', 'centreDeputyGm', 'centreGm'],
  'incident.downgrade': ['technicalSupportManager', 'technicalServiceManager', 'centreDeputyGm', 'centreGm'],
  'incident.track': ['technicalServiceManager', 'technicalSupportManager', 'centreDeputyGm', 'centreGm'],
} as const satisfies Actions
