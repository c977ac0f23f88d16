import { and, eq, inArray, isNotNull, or, type SQL } from 'drizzle-orm'
import type { Grant, Action, Scope } from '../../rules/permissions.ts'
import { scopeOf, within } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import { projectRoles } from '../../rules/staffChange/actions.ts'
import { inScope } from '../case/read.ts'
import type { Db, Tx } from '../client.ts'
import { cases } from '../schema/case.ts'
import { customer, project } from '../schema/customer.ts'
import { projectMember } from '../schema/staffChange.ts'

/** What of the projects somebody may touch: the regions of their own roles, and the projects they are members of. */
export interface Reach {
  regions: Scope
  projectIds: string[]
}

const ofProject = (grant: Grant) => projectRoles.some((role) => role === grant.role)

/** How far an action reaches for a person: a role of the client or the contractor holds on their projects only. */
export async function reachOf(
  db: Db | Tx,
  caller: { personId: string; grants: readonly Grant[] },
  action: Action,
): Promise<Reach> {
  const regions = scopeOf(
    caller.grants.filter((grant) => !ofProject(grant)),
    action,
  )
  if (scopeOf(caller.grants.filter(ofProject), action).length === 0) return { regions, projectIds: [] }
  const rows = await db
    .select({ id: projectMember.projectId })
    .from(projectMember)
    .where(eq(projectMember.personId, caller.personId))
  return { regions, projectIds: rows.map((row) => row.id) }
}

/** The cases within reach, as a condition of a query. */
export function withinReach({ regions, projectIds }: Reach): SQL | undefined {
  if (regions === 'all') return inScope(regions)
  return or(and(isNotNull(cases.regionId), inScope(regions)), inArray(cases.projectId, projectIds))
}

/** Refuses a case out of reach as one that isn't there: whether it exists is nobody else's business. */
export async function checkReach(tx: Tx | Db, reach: Reach, caseId: string): Promise<void> {
  const [found] = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.id, caseId), eq(cases.kind, 'staffChange'), withinReach(reach)))
  if (!found) refuse('staffChange.unknown', { field: 'id' })
}

/** A project within reach with its customer's region. Refuses any other as one that isn't there. */
export async function projectInReach(tx: Tx | Db, reach: Reach, projectId: string) {
  const [found] = await tx
    .select({ id: project.id, customerId: project.customerId, regionId: customer.regionId, sample: project.sample })
    .from(project)
    .innerJoin(customer, eq(customer.id, project.customerId))
    .where(eq(project.id, projectId))
  if (!found || !(reach.projectIds.includes(found.id) || within(reach.regions, found.regionId)))
    return refuse('project.unknown', { field: 'projectId' })
  return found
}
