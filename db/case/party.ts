import { and, eq } from 'drizzle-orm'
import type { Db } from '../client.ts'
import { appeals } from '../schema/appeal.ts'
import { recommendations } from '../schema/window.ts'

/** Whether a case is somebody's own appeal, or a recommendation about them: theirs to read, whatever region it belongs to. */
export async function isParty(db: Db, caseId: string, personId: string): Promise<boolean> {
  const [appeal] = await db
    .select({ id: appeals.caseId })
    .from(appeals)
    .where(and(eq(appeals.caseId, caseId), eq(appeals.personId, personId)))
  if (appeal) return true
  const [recommendation] = await db
    .select({ id: recommendations.caseId })
    .from(recommendations)
    .where(and(eq(recommendations.caseId, caseId), eq(recommendations.personId, personId)))
  return recommendation !== undefined
}
