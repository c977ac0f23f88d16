import type { Actions } from '../permissions.ts'
import { leaders } from '../roles.ts'

/** Penalties by the case: who leads proposes, a general manager who did not propose it decides (S2-T2-3.1-6). */
export const penaltyActions = {
  'penalty.propose': [...leaders, 'officeDirector', 'provincialSupervisor'],
  'penalty.read': [...leaders, 'officeDirector', 'provincialSupervisor'],
  'penalty.decide': ['centreGm', 'companyGm'],
} as const satisfies Actions
