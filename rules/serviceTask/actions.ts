import type { Actions } from '../permissions.ts'
import { leaders, staffRoles } from '../roles.ts'

/** Who does what with service tasks. The engineer's steps are those of the one assigned; the step itself checks that. */
export const serviceTaskActions = {
  'serviceTask.read': [...staffRoles],
  'serviceTask.request': [...staffRoles],
  'serviceTask.sign': ['companyGm', 'serviceDirector'],
  'serviceTask.assign': ['serviceSupervisor'],
  'serviceTask.work': ['engineer'],
  'serviceTask.clarify': [...staffRoles],
  'serviceTask.supervise': ['serviceSupervisor', 'companyGm'],
  'serviceTask.decideSignature': ['companyGm'],
  'serviceTask.readLedger': [...leaders, 'salesBackOffice', 'salesManager', 'finance'],
  'serviceTask.register': ['salesBackOffice'],
} as const satisfies Actions
