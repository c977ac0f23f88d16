import type { Actions } from '../permissions.ts'
import { leaders, staffRoles } from '../roles.ts'

const takers = ['callTaker', 'hrSpecialist', 'technicalSupportEngineer'] as const

/** Who does what with calls. Who bears a step is checked by the step itself; this is who may come near it at all. */
export const callActions = {
  'call.read': [...staffRoles, 'admin'],
  'call.enter': [...staffRoles],
  'call.talk': [...staffRoles],
  'call.record': [...staffRoles],
  'call.assign': [...takers, ...leaders],
  'call.contact': [...staffRoles],
  'call.establish': [...takers, ...leaders],
  'call.inform': [...takers, ...leaders],
  'call.order': [...takers, ...leaders],
  'call.track': ['technicalSupportEngineer', 'technicalSupportManager'],
  'source.edit': ['admin'],
} as const satisfies Actions
