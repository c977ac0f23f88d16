import type { Actions } from '../permissions.ts'
import { staffRoles } from '../roles.ts'

/** The house's people look at the days their due times count; who keeps the register imports years. */
export const calendarActions = {
  'calendar.read': [...staffRoles, 'admin'],
  'calendar.edit': ['hrSpecialist', 'admin'],
} as const satisfies Actions
