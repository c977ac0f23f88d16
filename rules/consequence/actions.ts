import type { Actions } from '../permissions.ts'
import { leaders, staffRoles } from '../roles.ts'

/** The ledger: everybody sees their own entries; who leads or pays sees those of their regions. */
export const consequenceActions = {
  'ledger.own': [...staffRoles],
  'ledger.oversee': [...leaders, 'finance'],
  'ledger.decide': ['serviceDirector', 'serviceSupervisor', 'centreGm', 'viceGm', 'companyGm'],
  'ledger.waive': ['companyGm'],
  'ledger.handOver': [...leaders, 'officeDirector', 'provincialSupervisor', 'hrSpecialist'],
} as const satisfies Actions
