import type { Actions } from '../permissions.ts'

/** Who sets the house up: those who may load lists; what the company is called is for everybody to read. */
export const firstMorningActions = {
  'firstMorning.lead': ['admin', 'hrSpecialist', 'centreGm'],
} as const satisfies Actions
