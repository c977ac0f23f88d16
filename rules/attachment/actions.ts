import type { Actions } from '../permissions.ts'
import { roleIds } from '../roles.ts'

/** Files: anybody may send one to put it to a case; who may read one, its case and its sender say. */
export const attachmentActions = {
  'attachment.add': roleIds,
  'attachment.read': roleIds,
} as const satisfies Actions
