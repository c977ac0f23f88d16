import { leaders, type Role } from '../roles.ts'

/**
 * The posts that a rulebook's approval can be given to. Each may try a draft on the past before it signs, so nobody
 * approves what they could not look at.
 */
export const APPROVING = [
  ...leaders,
  'officeDirector',
  'afterSalesManager',
  'projectDepartmentManager',
  'qualityControl',
  'hrSpecialist',
  'salesManager',
  'finance',
] as const satisfies readonly Role[]
