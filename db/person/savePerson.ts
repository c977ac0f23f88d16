import { and, eq, gt, gte, isNull, or, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { normaliseNumber } from '../../rules/person/phoneNumber.ts'
import { refuse } from '../../rules/problem.ts'
import { endSessions } from '../auth/account.ts'
import type { Tx } from '../client.ts'
import { newId } from '../id.ts'
import { keepAdmin } from './keepAdmin.ts'
import { moveTo } from './regionsOn.ts'
import { phoneNumber } from '../schema/customer.ts'
import { person, personRegion, personRole, personSkill, type PersonKind } from '../schema/person.ts'

export interface PersonInput {
  code: string
  name: string
  kind: PersonKind
  email?: string | null
  superiorId?: string | null
  posted?: boolean
  active?: boolean
  sample?: string | null
  /** As written; kept in E.164. Replaces what stood before, as regions and skills do. */
  numbers?: readonly string[]
  regionIds?: readonly string[]
  skills?: readonly { product: string; level: number }[]
}

/** Enters a person into the register. @throws Refusal */
export async function createPerson(tx: Tx, input: PersonInput): Promise<string> {
  const id = newId()
  const { numbers, regionIds, skills, ...columns } = input
  await tx.insert(person).values({ id, ...columns })
  for (const regionId of new Set(regionIds)) await tx.insert(personRegion).values({ personId: id, regionId })
  await saveDetails(tx, id, { numbers, skills })
  return id
}

/** Changes what is given and leaves the rest. Who is made inactive is signed out everywhere, and their posts end: nobody
 * who left goes on holding one, with its pay and its clean months. `superiorField` is what the input calls the superior,
 * for the refusal. @throws Refusal */
export async function editPerson(
  tx: Tx,
  id: string,
  change: Partial<PersonInput>,
  now: Instant,
  superiorField = 'superiorId',
): Promise<void> {
  const { numbers, regionIds, skills, ...columns } = change
  const [found] = await tx.select({ active: person.active }).from(person).where(eq(person.id, id)).for('update')
  if (!found) return refuse('person.notFound')
  if (change.superiorId === id) refuse('person.superiorLoop', { field: superiorField })
  if (Object.keys(columns).length > 0) await tx.update(person).set(columns).where(eq(person.id, id))
  if (change.superiorId) await refuseLoop(tx, id, superiorField)
  if (change.active === false) {
    await endSessions(tx, id)
    const admin = await isAdmin(tx, id)
    if (found.active) await endPosts(tx, id, now)
    if (admin) await keepAdmin(tx)
  }
  if (regionIds) await moveTo(tx, id, regionIds, now)
  await saveDetails(tx, id, { numbers, skills })
}

/** Roles that run end now; those that were to begin later never do. */
async function endPosts(tx: Tx, personId: string, now: Instant): Promise<void> {
  const own = eq(personRole.personId, personId)
  await tx.delete(personRole).where(and(own, gte(personRole.fromAt, now)))
  const runs = or(isNull(personRole.toAt), gt(personRole.toAt, now))
  await tx.update(personRole).set({ toAt: now }).where(and(own, runs))
}

async function isAdmin(tx: Tx, personId: string): Promise<boolean> {
  const held = await tx
    .select({ id: personRole.id })
    .from(personRole)
    .where(and(eq(personRole.personId, personId), eq(personRole.role, 'admin'), isNull(personRole.toAt)))
    .limit(1)
  return held.length > 0
}

/** Walking up from the person must end. Two edits at once could each be fine and loop together, so they take turns. */
async function refuseLoop(tx: Tx, id: string, field: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('person.superior'))`)
  const loop = await tx.execute(sql`
    with recursive up (id) as (
      select superior_id from person where id = ${id}
      union
      select p.superior_id from person p join up on p.id = up.id)
    select 1 from up where id = ${id}`)
  if (loop.length > 0) refuse('person.superiorLoop', { field })
}

async function saveDetails(tx: Tx, personId: string, { numbers, skills }: Pick<PersonInput, 'numbers' | 'skills'>) {
  if (numbers) {
    await tx.delete(phoneNumber).where(eq(phoneNumber.personId, personId))
    for (const number of normalised(numbers)) await tx.insert(phoneNumber).values({ id: newId(), personId, number })
  }
  if (skills) {
    await tx.delete(personSkill).where(eq(personSkill.personId, personId))
    for (const skill of skills) await tx.insert(personSkill).values({ personId, ...skill })
  }
}

/** The numbers in E.164, each once. @throws Refusal `input.phoneNumber` that points at the wrong one */
export function normalised(numbers: readonly string[]): string[] {
  const all = numbers.map(
    (n, i) => normaliseNumber(n) ?? refuse('input.phoneNumber', { field: `numbers.${i}`, expected: '+8613800000000' }),
  )
  return [...new Set(all)]
}
