import type { Actions } from '../permissions.ts'
import { leaders, staffRoles } from '../roles.ts'

/** Evaluations: everybody reads their own once it is made; who leads or controls quality makes and reads them. */
export const evaluationActions = {
  'evaluation.own': [...staffRoles],
  'evaluation.oversee': [...leaders, 'afterSalesManager', 'qualityControl', 'hrSpecialist'],
  'evaluation.assess': [...leaders, 'afterSalesManager', 'qualityControl'],
} as const satisfies Actions
