import type { Actions } from '../permissions.ts'
import { leaders, staffRoles } from '../roles.ts'

/** Conduct points: the resident supervisor answers for the site (S4-Q-1.2), and so do those who lead. */
export const conductActions = {
  'conduct.own': [...staffRoles],
  'conduct.oversee': [...leaders, 'afterSalesManager', 'residentSupervisor', 'hrSpecialist'],
  'conduct.record': [...leaders, 'afterSalesManager', 'residentSupervisor'],
  /** Reimbursement papers are checked by HR (S2-T2-3.8-2); who leads may note a stamp as well. */
  'reimbursement.record': [...leaders, 'hrSpecialist', 'finance'],
} as const satisfies Actions
