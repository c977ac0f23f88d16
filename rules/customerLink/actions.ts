import type { Actions } from '../permissions.ts'
import { leaders } from '../roles.ts'

const senders = [
  'engineer',
  'provincialSupervisor',
  'callTaker',
  'salesBackOffice',
  'technicalSupportEngineer',
] as const

/** Who hands links to customers: the engineer of the task, or the office. */
export const customerLinkActions = {
  'customerLink.read': [...senders, ...leaders],
  'customerLink.make': [...senders, ...leaders],
} as const satisfies Actions
