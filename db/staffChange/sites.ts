import { and, asc, eq, inArray, or, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { within } from '../../rules/permissions.ts'
import { policyOf } from '../../rules/policy/index.ts'
import type { Terms } from '../../rules/policy/parameter.ts'
import { approversOf, consentingBodies, enclosuresOf, noticeBodies } from '../../rules/staffChange/change.ts'
import type { Db } from '../client.ts'
import { roleHoldsAt } from '../person/grantsAt.ts'
import { termsFor } from '../policy/terms.ts'
import { customer, project } from '../schema/customer.ts'
import { heldRole, person } from '../schema/person.ts'
import { policyBindings } from '../schema/policy.ts'
import type { Reach } from './reach.ts'

/** The projects within reach whose resident staff are under a rulebook now, with what it says of a change. */
export async function sitesOf(db: Db, reach: Reach, now: Instant) {
  const bound = db
    .select({ id: policyBindings.scopeId })
    .from(policyBindings)
    .where(eq(policyBindings.topic, 'staffChange'))
  const rows = await db
    .select({
      id: project.id,
      name: project.name,
      customerId: customer.id,
      customerName: customer.name,
      regionId: customer.regionId,
    })
    .from(project)
    .innerJoin(customer, eq(customer.id, project.customerId))
    .where(or(inArray(project.id, bound), inArray(customer.id, bound)))
    .orderBy(asc(customer.name), asc(project.name))
  const sites = []
  for (const { customerId, regionId, ...row } of rows) {
    if (!(reach.projectIds.includes(row.id) || within(reach.regions, regionId))) continue
    const terms = await termsFor(db, { topic: 'staffChange', at: now, projectId: row.id, customerId })
    if (terms['staffChange.notice']) sites.push({ ...row, ...rulesOf(terms) })
  }
  return sites
}

/** What the rulebook of a change asks for, and of whom. */
export function rulesOf(terms: Terms) {
  const { policy } = terms['staffChange.notice']!
  const replaceable = terms['staffChange.replaceWithin'] !== undefined
  return {
    policy: { id: policy, title: policyOf(policy).title },
    noticeTo: noticeBodies(terms),
    approvers: approversOf(terms),
    enclosures: enclosuresOf(terms),
    shorterConsentBy: consentingBodies(terms, 'handOver')[0]!,
    replaceable,
  }
}

/** Who can leave a site or follow there: those who serve customers, of the project's region or everywhere. */
export function candidatesFor(db: Db, site: { regionId: string | null; sample: string | null }, now: Instant) {
  return db
    .selectDistinct({ id: person.id, name: person.name })
    .from(person)
    .innerJoin(heldRole, eq(heldRole.personId, person.id))
    .where(
      and(
        inArray(heldRole.role, ['engineer', 'technicalSupportEngineer']),
        roleHoldsAt(now),
        eq(person.active, true),
        sql`${person.sample} is not distinct from ${site.sample}`,
        site.regionId === null
          ? undefined
          : or(eq(heldRole.regionId, site.regionId), sql`${heldRole.regionId} is null`),
      ),
    )
    .orderBy(asc(person.name), asc(person.id))
}
