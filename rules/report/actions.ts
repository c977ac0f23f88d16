import type { Actions } from '../permissions.ts'
import { leaders, staffRoles } from '../roles.ts'

/** Reports: everybody sees those they owe; who leads sees their regions'. Only who owes one hands it in. */
export const reportActions = {
  'report.own': [...staffRoles],
  'report.oversee': [...leaders],
  'report.submit': ['engineer', 'serviceSupervisor'],
  'report.receive': ['serviceSupervisor', 'companyGm'],
} as const satisfies Actions
