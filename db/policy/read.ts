import { and, asc, eq } from 'drizzle-orm'
import { policyBindings, policyVersions } from '../schema/policy.ts'
import type { Side } from '../../rules/sample/sample.ts'
import type { Db } from '../client.ts'
import { boundOnSide } from './bind.ts'

/** All versions of a rulebook and its variants, oldest first; each stays readable for ever. */
export function versionsOf(db: Db, policy: string) {
  return db
    .select()
    .from(policyVersions)
    .where(eq(policyVersions.policy, policy))
    .orderBy(asc(policyVersions.variant), asc(policyVersions.version))
}

/** For whom and from when a rulebook holds, as one of a side may know. */
export function bindingsOf(db: Db, policy: string, side: Side) {
  return db
    .select()
    .from(policyBindings)
    .where(and(eq(policyBindings.policy, policy), boundOnSide(side)))
    .orderBy(asc(policyBindings.id))
}
