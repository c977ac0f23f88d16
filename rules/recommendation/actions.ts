import type { Actions } from '../permissions.ts'
import { leaders, staffRoles } from '../roles.ts'

export const recommendationActions = {
  'recommendation.own': [...staffRoles],
  'recommendation.oversee': [...leaders, 'hrSpecialist'],
  'recommendation.decide': ['companyGm'],
} as const satisfies Actions
