import type { Actions } from '../permissions.ts'
import { leaders, staffRoles } from '../roles.ts'

/** Who keeps the register: people, roles, absences, duty, customers. */
export const personActions = {
  'person.read': [...staffRoles, 'admin', 'serviceAccount'],
  'person.edit': ['admin', 'hrSpecialist'],
  'person.import': ['admin', 'hrSpecialist', 'centreGm'],
  'role.grant': ['admin', 'companyGm', 'centreGm'],
  'absence.read': [...staffRoles, 'admin'],
  'absence.declare': [...leaders, 'hrSpecialist', 'admin', 'officeDirector', 'provincialSupervisor'],
  'substitution.grant': [
    'companyGm',
    'viceGm',
    'serviceDirector',
    'serviceSupervisor',
    'centreGm',
    'centreDeputyGm',
    'admin',
  ],
  'duty.read': [...staffRoles, 'admin'],
  'duty.edit': ['centreGm', 'centreDeputyGm', 'hrSpecialist', 'admin'],
  'outage.declare': ['centreGm', 'centreDeputyGm', 'hrSpecialist', 'callTaker', 'admin'],
  'region.edit': ['admin', 'centreGm', 'hrSpecialist'],
  'customer.read': [...staffRoles, 'admin'],
  'customer.edit': [
    'admin',
    'callTaker',
    'hrSpecialist',
    'salesperson',
    'salesManager',
    'salesBackOffice',
    'technicalSupportEngineer',
    'centreGm',
    'centreDeputyGm',
  ],
} as const satisfies Actions
