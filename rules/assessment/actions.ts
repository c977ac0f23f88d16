import type { Actions } from '../permissions.ts'

/** Assessment sheets: who issues, signs and carries them out. Everybody sees their own entries in the ledger. */
export const assessmentActions = {
  'assessment.read': ['serviceDirector', 'serviceSupervisor', 'companyGm', 'finance'],
  'assessment.issue': ['serviceSupervisor', 'companyGm'],
  'assessment.sign': ['companyGm'],
  'assessment.acknowledge': ['finance'],
} as const satisfies Actions
