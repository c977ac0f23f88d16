import type { Actions } from '../permissions.ts'

/** Who sets the house up: those who may load lists; what the company is called is for everybody to read. */
export const firstMorningActions = {
  'firstMorning.lead': ['admin', 'hrSpecialist', 'centreGm'],
  // Its people can sign in and hold every role, so it is for the one who may hand out any.
  'sample.load': ['admin'],
} as const satisfies Actions
