import type { Actions } from '../permissions.ts'
import { staffRoles } from '../roles.ts'

/** Posts at a customer's site: everybody of the house sees what they may do there; those who staff projects set them up. */
export const organisationActions = {
  'residentPost.read': [...staffRoles, 'contractorPm', 'admin'],
  'residentPost.edit': ['companyGm', 'centreGm', 'centreDeputyGm', 'projectDepartmentManager', 'hrSpecialist', 'admin'],
} as const satisfies Actions
