import { sql } from 'drizzle-orm'
import { cases } from '../schema/case.ts'
import type { Tx } from '../client.ts'

/** A case as it stands under the lock of this transaction. */
export type Case = typeof cases.$inferSelect

/**
 * Locks cases, always in id order so that two verbs never wait for each other. Everything that judges or changes a
 * case's promises holds this lock. Unknown ids are simply not in the answer.
 */
export async function lockCases(tx: Tx, ids: readonly string[]): Promise<Case[]> {
  if (ids.length === 0) return []
  return tx
    .select()
    .from(cases)
    .where(sql`${cases.id} = any(${sql.param([...ids])}::text[])`)
    .orderBy(cases.id)
    .for('update')
}
