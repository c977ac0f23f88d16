import { sql } from 'drizzle-orm'
import { actsFor, type Grant } from '../../rules/permissions.ts'
import type { Role } from '../../rules/roles.ts'
import type { Tx } from '../client.ts'

/**
 * Notes in the transaction for whom somebody acts who has one of these roles by a dated grant only: facts and the log's
 * line that are written in it carry that person beside the one who acted. In one's own right nothing is noted.
 */
export async function actFor(tx: Tx, grants: readonly Grant[], allowed: readonly Role[]): Promise<void> {
  const forPersonId = actsFor(grants, allowed)
  if (forPersonId !== null) await tx.execute(sql`select set_config('shouyue.acting_for', ${forPersonId}, true)`)
}
