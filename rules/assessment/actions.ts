import type { Actions } from '../permissions.ts'

/** Assessment sheets: who issues, signs and carries them out. Everybody sees their own entries in the ledger. */
export const assessmentActions = {
  'assessment.read': ['serviceDirector', 'companyGm', 'finance'],
  'assessment.issue': ['serviceDirector', 'companyGm'],
  'assessment.sign': ['companyGm'],
  'assessment.acknowledge': ['finance'],
} as const satisfies Actions
