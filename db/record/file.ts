import { eq } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import { lockCase } from '../case/record.ts'
import type { Case } from '../case/lock.ts'
import type { Tx } from '../client.ts'
import { newId } from '../id.ts'
import { termsFor } from '../policy/terms.ts'
import { cases } from '../schema/case.ts'
import { person, personRegion } from '../schema/person.ts'
import { personFiles } from '../schema/record.ts'

/** The kind of the case that a person's file is. No story is told of it. */
export const FILE = 'record'

/** Locks a person and then their file, if there is one: always in this order, and before anything else of theirs. */
export async function lockFile(tx: Tx, personId: string): Promise<Case | undefined> {
  await tx.select({ id: person.id }).from(person).where(eq(person.id, personId)).for('no key update')
  const [kept] = await tx.select().from(personFiles).where(eq(personFiles.personId, personId))
  return kept && lockCase(tx, kept.caseId)
}

/**
 * A person's file, made when it is first needed; locked by this transaction. It lies in the person's region where they
 * work in one only. Refuses an unknown person.
 */
export async function fileOf(tx: Tx, personId: string, now: Instant): Promise<Case> {
  const kept = await lockFile(tx, personId)
  if (kept) return kept
  const [one] = await tx.select().from(person).where(eq(person.id, personId))
  if (!one) return refuse('person.notFound', { field: 'personId' })
  const regions = await tx.select().from(personRegion).where(eq(personRegion.personId, personId))
  const [made] = await tx
    .insert(cases)
    .values({
      id: `${FILE}-${newId()}`,
      kind: FILE,
      state: 'ended',
      terms: await termsFor(tx, { topic: 'discipline', at: now, personId }),
      regionId: regions.length === 1 ? regions[0]!.regionId : null,
      startedAt: now,
      endedAt: now,
      sample: one.sample,
    })
    .returning()
  await tx.insert(personFiles).values({ personId, caseId: made!.id })
  return made!
}
