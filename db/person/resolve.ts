import { and, asc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import type { Role } from '../../rules/roles.ts'
import type { Db, Tx } from '../client.ts'
import { customer } from '../schema/customer.ts'
import { absence, dutyRoster, heldRole, person, substitution } from '../schema/person.ts'
import { roleHoldsAt, substitutionHoldsAt } from './grantsAt.ts'

export interface Skipped {
  personId: string
  reason: 'absent' | 'concerned'
}

export interface Resolved {
  personIds: string[]
  /** `none`: nobody could be reached, which is the unit's gap and no person's. */
  via: 'holder' | 'substitute' | 'none'
  skipped: Skipped[]
}

export interface RoleQuestion {
  role: Role
  at: Instant
  /** Holders of the role in this region come first, then those who hold it everywhere; other regions' are not asked. */
  regionId?: string
  /** Stands for the customer's region where none is given. */
  customerId?: string
  /** Never told of, or asked to decide on, their own matter; nor does their substitute act in their name. */
  aboutPersonId?: string
  /** The demo or sample run the matter belongs to: only its people are asked. Left out: the same as the person's or customer's. */
  sample?: string | null
}

interface Holder {
  personId: string
  regionId: string | null
  /** The role as it was given, which is the one that a substitute is named for. */
  granted: Role
}

/** Who answers for a role at an instant: holders who are present, else the substitutes of the absent by dated grants. */
export async function resolveRole(tx: Tx | Db, question: RoleQuestion): Promise<Resolved> {
  const { role, at, aboutPersonId } = question
  const { regionId, sample } = await surroundings(tx, question)
  const holders: Holder[] = await tx
    .selectDistinct({ personId: heldRole.personId, regionId: heldRole.regionId, granted: heldRole.granted })
    .from(heldRole)
    .innerJoin(person, and(eq(person.id, heldRole.personId), eq(person.active, true)))
    .where(and(eq(heldRole.role, role), roleHoldsAt(at), sql`${person.sample} is not distinct from ${sample}`))
    .orderBy(asc(heldRole.personId))
  const everywhere = holders.filter((holder) => holder.regionId === null)
  const tiers = regionId ? [holders.filter((holder) => holder.regionId === regionId), everywhere] : [holders]
  const skipped: Skipped[] = []
  for (const tier of tiers) {
    const found = await presentOf(tx, tier, role, at, aboutPersonId)
    for (const one of found.skipped) if (!skipped.some((other) => other.personId === one.personId)) skipped.push(one)
    if (found.via !== 'none') return { ...found, skipped }
  }
  return { personIds: [], via: 'none', skipped }
}

/** The first of a person's superiors, walking up, who is present and not `aboutPersonId`. */
export async function superiorOf(
  tx: Tx | Db,
  personId: string,
  at: Instant,
  aboutPersonId = personId,
): Promise<Resolved> {
  // A loop can't be entered through the API; the depth keeps one that got in some other way from running for ever.
  const chain = await tx.execute<{ id: string }>(sql`
    with recursive up (id, superior_id, depth) as (
      select id, superior_id, 0 from person where id = ${personId}
      union all
      select p.id, p.superior_id, up.depth + 1 from person p join up on p.id = up.superior_id where up.depth < 20)
    select up.id from up join person p on p.id = up.id where up.depth > 0 and p.active order by up.depth`)
  const superiors = unique(chain.map((row) => row.id))
  const away = await absentAmong(tx, superiors, at)
  const skipped: Skipped[] = []
  for (const id of superiors) {
    if (id === aboutPersonId || id === personId) skipped.push({ personId: id, reason: 'concerned' })
    else if (away.has(id)) skipped.push({ personId: id, reason: 'absent' })
    else return { personIds: [id], via: 'holder', skipped }
  }
  return { personIds: [], via: 'none', skipped }
}

/** Who is on a line's roster at the instant and not absent. Empty: the unit's gap. */
export async function onDuty(tx: Tx | Db, lineId: string, at: Instant): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ personId: dutyRoster.personId })
    .from(dutyRoster)
    .innerJoin(person, and(eq(person.id, dutyRoster.personId), eq(person.active, true)))
    .where(and(eq(dutyRoster.lineId, lineId), lte(dutyRoster.fromAt, at), gt(dutyRoster.toAt, at)))
    .orderBy(asc(dutyRoster.personId))
  const ids = rows.map((row) => row.personId)
  const away = await absentAmong(tx, ids, at)
  return ids.filter((id) => !away.has(id))
}

/** Which of these people are away at the instant. */
export async function absentAmong(tx: Tx | Db, personIds: readonly string[], at: Instant): Promise<Set<string>> {
  if (personIds.length === 0) return new Set()
  const rows = await tx
    .selectDistinct({ personId: absence.personId })
    .from(absence)
    .where(
      and(
        inArray(absence.personId, [...personIds]),
        lte(absence.fromAt, at),
        or(isNull(absence.toAt), gt(absence.toAt, at)),
      ),
    )
  return new Set(rows.map((row) => row.personId))
}

async function presentOf(
  tx: Tx | Db,
  tier: readonly Holder[],
  role: Role,
  at: Instant,
  concerned?: string,
): Promise<Resolved> {
  const ids = unique(tier.map((holder) => holder.personId))
  const away = await absentAmong(tx, ids, at)
  const skipped: Skipped[] = ids
    .filter((id) => id === concerned || away.has(id))
    .map((personId) => ({ personId, reason: personId === concerned ? 'concerned' : 'absent' }))
  const present = ids.filter((id) => id !== concerned && !away.has(id))
  if (present.length > 0) return { personIds: present, via: 'holder', skipped }
  const absent = ids.filter((id) => id !== concerned)
  const lent = [role, ...tier.map((holder) => holder.granted)]
  const personIds = await substitutesOf(tx, absent, lent, at, concerned)
  return { personIds, via: personIds.length > 0 ? 'substitute' : 'none', skipped }
}

/** For each absent holder, the first substitute by rank who is present. */
async function substitutesOf(
  tx: Tx | Db,
  absent: readonly string[],
  roles: readonly Role[],
  at: Instant,
  concerned?: string,
) {
  if (absent.length === 0) return []
  const granted = await tx
    .select({ from: substitution.fromPersonId, to: substitution.toPersonId })
    .from(substitution)
    .innerJoin(person, and(eq(person.id, substitution.toPersonId), eq(person.active, true)))
    .where(
      and(
        inArray(substitution.fromPersonId, [...absent]),
        inArray(substitution.role, [...roles]),
        substitutionHoldsAt(at),
      ),
    )
    .orderBy(asc(substitution.rank), asc(substitution.id))
  const away = await absentAmong(tx, unique(granted.map((grant) => grant.to)), at)
  const free = granted.filter((grant) => grant.to !== concerned && !away.has(grant.to))
  return unique(absent.flatMap((id) => free.find((grant) => grant.from === id)?.to ?? []))
}

async function surroundings(tx: Tx | Db, { regionId, customerId, aboutPersonId, sample }: RoleQuestion) {
  const [about] =
    aboutPersonId && sample === undefined
      ? await tx.select({ sample: person.sample }).from(person).where(eq(person.id, aboutPersonId))
      : []
  const [served] =
    customerId && (regionId === undefined || sample === undefined)
      ? await tx
          .select({ sample: customer.sample, regionId: customer.regionId })
          .from(customer)
          .where(eq(customer.id, customerId))
      : []
  return {
    regionId: regionId ?? served?.regionId ?? undefined,
    sample: sample !== undefined ? sample : (about?.sample ?? served?.sample ?? null),
  }
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)]
