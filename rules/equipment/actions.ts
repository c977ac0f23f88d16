import type { Actions } from '../permissions.ts'
import { leaders, staffRoles, type Role } from '../roles.ts'

/** Those who answer for how equipment is repaired, and put right what was recorded of it. */
const overRepairs = [
  'serviceDirector',
  'serviceSupervisor',
  'centreGm',
  'centreDeputyGm',
  'technicalServiceManager',
  'technicalSupportManager',
  'afterSalesManager',
] as const satisfies readonly Role[]

/** Who keeps the list of what stands at customers, prints its labels, and puts its repairs on record. */
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
  'repair.read': [
    ...new Set([
      ...leaders,
      ...overRepairs,
      'technicalServiceDeputyManager',
      'provincialSupervisor',
      'qualityControl',
      'engineer',
      'technicalSupportEngineer',
      'seatEngineer',
      'callTaker',
    ] as const),
  ],
  'repair.record': [...overRepairs, 'callTaker', 'engineer', 'technicalSupportEngineer'],
  /** A repair that somebody else did: by whoever gets the report of it, or answers for it. */
  'repair.recordFor': [...overRepairs, 'callTaker'],
  'repair.correct': [...overRepairs],
  /** How many repairs failed again, of all of them and engineer by engineer. */
  'repair.oversee': [...new Set([...leaders, ...overRepairs])],
} as const satisfies Actions
