import { and, eq } from 'drizzle-orm'
import { within, type Action, type Grant } from '../../rules/permissions.ts'
import type { Db, Tx } from '../client.ts'
import { cases, obligations } from '../schema/case.ts'
import type { attachment } from '../schema/attachment.ts'
import { reachOf } from '../staffChange/reach.ts'

/** Cases whose files are not for everybody who may see cases. */
const READING: Readonly<Record<string, Action>> = { staffChange: 'staffChange.read', appeal: 'appeal.oversee' }

interface Asking {
  personId: string
  grants: readonly Grant[]
}

/** Whether somebody may read a file: who sent it, and who may read the files of the case it was put to. */
export async function mayRead(db: Db, file: typeof attachment.$inferSelect, caller: Asking): Promise<boolean> {
  if (file.sentById === caller.personId) return true
  return file.caseId !== null && mayReadFilesOf(db, file.caseId, caller)
}

/**
 * Whether somebody may read the files of a case: who may see the case, by region or as a member of its project (a résumé is
 * for those who handle staff changes, what an appeal rests on for those who lead); and who bears one of its promises.
 */
export async function mayReadFilesOf(db: Db | Tx, caseId: string, caller: Asking): Promise<boolean> {
  const [found] = await db.select().from(cases).where(eq(cases.id, caseId))
  if (!found) return false
  const { regions, projectIds } = await reachOf(db, caller, READING[found.kind] ?? 'case.read')
  if (within(regions, found.regionId)) return true
  if (found.projectId !== null && projectIds.includes(found.projectId)) return true
  const [own] = await db
    .select({ id: obligations.id })
    .from(obligations)
    .where(and(eq(obligations.caseId, found.id), eq(obligations.bearerId, caller.personId)))
    .limit(1)
  return own !== undefined
}
