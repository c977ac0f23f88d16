import { and, desc, eq, lt } from 'drizzle-orm'
import type { Db } from './client.ts'
import { auditEntry } from './schema/audit.ts'

/** The log, newest first; one more than the limit. `before` is the id after which to go on. */
export function readAudit(
  db: Db,
  filter: { noun?: string; subjectId?: string; personId?: string; before?: string; limit: number },
) {
  const { noun, subjectId, personId, before, limit } = filter
  return db
    .select()
    .from(auditEntry)
    .where(
      and(
        noun ? eq(auditEntry.noun, noun) : undefined,
        subjectId ? eq(auditEntry.subjectId, subjectId) : undefined,
        personId ? eq(auditEntry.personId, personId) : undefined,
        before ? lt(auditEntry.id, before) : undefined,
      ),
    )
    .orderBy(desc(auditEntry.id))
    .limit(limit + 1)
}
