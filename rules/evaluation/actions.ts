import type { Actions } from '../permissions.ts'
import { leaders, staffRoles } from '../roles.ts'

/** Evaluations: everybody reads their own; who leads (S1-2.2.M3) or controls quality (S4-K-13) makes and reads them. */
export const evaluationActions = {
  'evaluation.own': [...staffRoles],
  'evaluation.oversee': [...leaders, 'afterSalesManager', 'qualityControl', 'hrSpecialist'],
  'evaluation.assess': [...leaders, 'afterSalesManager', 'qualityControl'],
} as const satisfies Actions
