import { eq } from 'drizzle-orm'
import { refuse } from '../../rules/problem.ts'
import type { Case } from '../case/lock.ts'
import { lockCase } from '../case/record.ts'
import type { Tx } from '../client.ts'
import { accidents } from '../schema/accident.ts'

/** Locks an accident, also one that has ended: what it was may still come to light. Refuses a withdrawn one. */
export async function findAny(
  tx: Tx,
  caseId: string,
): Promise<{ held: Case; accident: typeof accidents.$inferSelect }> {
  const held = await lockCase(tx, caseId)
  const [accident] = await tx.select().from(accidents).where(eq(accidents.caseId, caseId))
  if (!held || !accident) return refuse('case.unknown', { field: 'id' })
  if (held.state === 'withdrawn') refuse('accident.withdrawn')
  return { held, accident }
}
