import type { Actions } from '../permissions.ts'
import { leaders, staffRoles } from '../roles.ts'

/** Rewards and disciplinary measures: who leads proposes, a general manager who did not propose them decides. */
export const measureActions = {
  'measure.own': [...staffRoles],
  'measure.oversee': [...leaders, 'afterSalesManager', 'hrSpecialist'],
  'measure.propose': [...leaders, 'afterSalesManager'],
  'measure.decide': ['companyGm', 'viceGm', 'centreGm'],
  'measure.carryOut': [...leaders, 'afterSalesManager', 'hrSpecialist'],
} as const satisfies Actions
