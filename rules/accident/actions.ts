import type { Actions } from '../permissions.ts'
import { leaders, staffRoles } from '../roles.ts'

/** Who does what about accidents. The supervisor pays for each, so only the general manager finds a ground untrue. */
export const accidentActions = {
  'accident.own': [...staffRoles],
  'accident.oversee': [...leaders, 'officeDirector', 'provincialSupervisor', 'hrSpecialist'],
  'accident.report': [
    ...leaders,
    'officeDirector',
    'provincialSupervisor',
    'salesManager',
    'salesBackOffice',
    'callTaker',
    'technicalSupportEngineer',
  ],
  'accident.lead': ['serviceSupervisor', 'companyGm'],
  'accident.drop': ['companyGm'],
} as const satisfies Actions
