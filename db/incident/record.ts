import { eq } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import { INCIDENT_FLAGS, type IncidentFlag, type Known } from '../../rules/incident/incident.ts'
import type { Instant } from '../../rules/instant.ts'
import type { Grant } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import type { Tx } from '../client.ts'
import { checkClaim } from '../case/keep.ts'
import { openCase } from '../case/openCase.ts'
import { proceed, writeFact } from '../case/record.ts'
import type { Obligation } from '../case/view.ts'
import { grantsAt } from '../person/grantsAt.ts'
import { termsFor } from '../policy/terms.ts'
import { customer } from '../schema/customer.ts'
import { incidents } from '../schema/incident.ts'
import { person, personRegion, region } from '../schema/person.ts'
import { phoneAll, type PhoneCall } from './phone.ts'
import { postsSeenBy } from './posts.ts'

export interface NewIncident {
  /** The first person to know; whoever records it may be another. */
  knowerId: string
  byId: string
  /** When they came to know: all clocks run from here. */
  knownAt: Instant
  flags: readonly IncidentFlag[]
  title: string
  description: string
  /** Where it is; the customer's region, or the first knower's only one, unless said otherwise. */
  regionId?: string
  customerId?: string
  projectId?: string
  /** Calls that were made before it was recorded. */
  phones?: readonly Omit<PhoneCall, 'caseId'>[]
}

/**
 * The first person to know of an incident records it, or somebody does for them (P11). Calls made before the recording
 * come with it, so that no target passes them by. Refuses a knownAt in the future, and unknown people and places.
 */
export async function recordIncident(
  tx: Tx,
  procedure: Procedure,
  given: NewIncident,
  now: Instant,
): Promise<{ caseId: string; obligations: Obligation[] }> {
  const { knowerId, byId, knownAt, customerId, projectId } = given
  const flags = INCIDENT_FLAGS.filter((flag) => given.flags.includes(flag))
  const [knower] = await tx.select().from(person).where(eq(person.id, knowerId))
  if (!knower) refuse('person.notFound', { field: 'knowerId' })
  const grants = await grantsAt(tx, knowerId, knownAt)
  const regionId = await regionOf(tx, given, knowerId, grants)
  const terms = await termsFor(tx, { topic: 'serviceResponse', at: knownAt, customerId, projectId, personId: knowerId })
  if (knownAt > now) refuse('fact.future', { field: 'knownAt' })
  const provisional = checkClaim({ startedAt: knownAt, terms }, knownAt, now)
  const sample = knower.sample
  const held = await openCase(tx, {
    kind: 'incident',
    startedAt: knownAt,
    terms,
    customerId,
    projectId,
    regionId,
    sample,
  })
  const { title, description } = given
  await tx.insert(incidents).values({ caseId: held.id, knowerId, recorderId: byId, title, description, flags })
  const data: Known = {
    flags,
    ...(await postsSeenBy(tx, held, knowerId, knownAt)),
    engineer: grants.some((grant) => grant.role === 'engineer'),
  }
  const fact = {
    kind: 'known',
    occurredAt: knownAt,
    knownAt,
    byId: knowerId,
    provisional,
    data: { ...data, recorderId: byId },
  }
  await writeFact(tx, held.id, fact, now)
  const rows = await proceed(tx, procedure, held, now)
  const calls = given.phones ?? []
  const obligations = calls.length > 0 ? await phoneAll(tx, procedure, { held, rows }, calls, now) : rows
  return { caseId: held.id, obligations }
}

/** Where it is: as said, else the customer's region, else the only region that the first to know works in. */
async function regionOf(tx: Tx, { regionId, customerId }: NewIncident, knowerId: string, grants: readonly Grant[]) {
  if (regionId) {
    const [found] = await tx.select({ id: region.id }).from(region).where(eq(region.id, regionId))
    if (!found) refuse('region.notFound', { field: 'regionId' })
  }
  const [served] = customerId
    ? await tx.select({ regionId: customer.regionId }).from(customer).where(eq(customer.id, customerId))
    : []
  if (customerId && !served) refuse('customer.notFound', { field: 'customerId' })
  if (regionId ?? served?.regionId) return regionId ?? served!.regionId
  const listed = await tx
    .select({ regionId: personRegion.regionId })
    .from(personRegion)
    .where(eq(personRegion.personId, knowerId))
  const own = new Set([...grants, ...listed].flatMap((one) => one.regionId ?? []))
  return own.size === 1 ? [...own][0]! : null
}
