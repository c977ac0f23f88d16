import { asc, eq } from 'drizzle-orm'
import { policyBindings, policyVersions } from '../schema/policy.ts'
import type { Db } from '../client.ts'

/** All versions of a rulebook and its variants, oldest first; each stays readable for ever. */
export function versionsOf(db: Db, policy: string) {
  return db
    .select()
    .from(policyVersions)
    .where(eq(policyVersions.policy, policy))
    .orderBy(asc(policyVersions.variant), asc(policyVersions.version))
}

/** For whom and from when a rulebook holds. */
export function bindingsOf(db: Db, policy: string) {
  return db.select().from(policyBindings).where(eq(policyBindings.policy, policy)).orderBy(asc(policyBindings.id))
}
