import { and, eq, isNull, sql } from 'drizzle-orm'
import { refuse } from '../../rules/problem.ts'
import type { Tx } from '../client.ts'
import { person, personRole } from '../schema/person.ts'

/**
 * House rule: somebody always looks after the system. Call it after a change that may have taken the last active
 * administrator without an end away. Two such changes at once take turns. @throws Refusal `role.lastAdmin`
 */
export async function keepAdmin(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('role.admin'))`)
  const [left] = await tx
    .select({ id: personRole.id })
    .from(personRole)
    .innerJoin(person, and(eq(person.id, personRole.personId), eq(person.active, true)))
    .where(and(eq(personRole.role, 'admin'), isNull(personRole.toAt)))
    .limit(1)
  if (!left) refuse('role.lastAdmin')
}
