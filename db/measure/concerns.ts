import { and, eq, isNotNull, or } from 'drizzle-orm'
import type { Db } from '../client.ts'
import { evaluations, measures } from '../schema/evaluation.ts'

/** Whether a case is an evaluation of somebody, or a measure that was approved or recommended for them. */
export async function concernsPerson(db: Db, caseId: string, personId: string): Promise<boolean> {
  const [evaluation] = await db
    .select({ id: evaluations.caseId })
    .from(evaluations)
    .where(and(eq(evaluations.caseId, caseId), eq(evaluations.personId, personId)))
  if (evaluation) return true
  const decided = or(eq(measures.approved, true), isNotNull(measures.recommendationId))
  const [measure] = await db
    .select({ id: measures.caseId })
    .from(measures)
    .where(and(eq(measures.caseId, caseId), eq(measures.personId, personId), decided))
  return measure !== undefined
}
