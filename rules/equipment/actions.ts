import type { Actions } from '../permissions.ts'
import { staffRoles } from '../roles.ts'

/** Who keeps the list of what stands at customers, and prints its labels. */
export const equipmentActions = {
  'equipment.read': [...staffRoles, 'admin'],
  'equipment.label': [...staffRoles, 'admin'],
  'equipment.edit': [
    'admin',
    'callTaker',
    'hrSpecialist',
    'salesperson',
    'salesManager',
    'salesBackOffice',
    'engineer',
    'technicalSupportEngineer',
    'technicalSupportManager',
    'technicalServiceManager',
    'centreGm',
    'centreDeputyGm',
  ],
} as const satisfies Actions
