import type { Instant } from '../../rules/instant.ts'
import type { Role } from '../../rules/roles.ts'
import type { StaffChangeTemplate } from '../../rules/staffChange/templates.ts'
import type { Case } from '../case/lock.ts'
import type { Tx } from '../client.ts'
import { notify } from '../notification/notify.ts'
import { membersWithRole } from './members.ts'

/** What is to be told of a fact, to which roles on the project. */
export interface Telling {
  template: StaffChangeTemplate
  to: readonly Role[]
  factId: string
  params?: Record<string, unknown>
}

/** Tells the project's members of these roles about a fact, once. */
export async function tell(tx: Tx, held: Case, { template, to, factId, params = {} }: Telling, now: Instant) {
  if (!held.projectId) return
  const personIds = await membersWithRole(tx, held.projectId, to, now)
  await notify(
    tx,
    personIds.map((personId) => ({ key: `fact:${factId}`, personId, template, params, caseId: held.id })),
    now,
  )
}
