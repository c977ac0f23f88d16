import type { Actions } from '../permissions.ts'
import { leaders, roleIds, staffRoles } from '../roles.ts'

/** Rulebooks are open to everybody they may bind. Who signs a draft, its rulebook says: the verbs look at that. */
export const rulebookActions = {
  'rulebook.read': roleIds,
  'rulebook.acknowledge': roleIds,
  'rulebook.draft': [
    'companyGm',
    'viceGm',
    'centreGm',
    'centreDeputyGm',
    'serviceDirector',
    'serviceSupervisor',
    'hrSpecialist',
  ],
  'rulebook.sign': [...staffRoles],
  'rulebook.oversee': [...leaders, 'officeDirector', 'hrSpecialist'],
} as const satisfies Actions
