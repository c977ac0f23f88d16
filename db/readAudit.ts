import { and, desc, eq, gte, like, lt, or } from 'drizzle-orm'
import type { Instant } from '../rules/instant.ts'
import type { Db } from './client.ts'
import { auditEntry } from './schema/audit.ts'

export interface AuditFilter {
  noun?: string
  subjectId?: string
  /** Who acted, or in whose role somebody acted. */
  personId?: string
  /** An action, or what several of them begin with, as `case`. */
  action?: string
  fromAt?: Instant
  /** Not included. */
  toAt?: Instant
  /** The id after which to go on. */
  before?: string
  limit: number
}

/** The log, newest first; one more than the limit. */
export function readAudit(db: Db, filter: AuditFilter) {
  const { noun, subjectId, personId, action, fromAt, toAt, before, limit } = filter
  return db
    .select()
    .from(auditEntry)
    .where(
      and(
        noun ? eq(auditEntry.noun, noun) : undefined,
        subjectId ? eq(auditEntry.subjectId, subjectId) : undefined,
        personId ? or(eq(auditEntry.personId, personId), eq(auditEntry.forPersonId, personId)) : undefined,
        action ? or(eq(auditEntry.action, action), like(auditEntry.action, `${action}.%`)) : undefined,
        fromAt === undefined ? undefined : gte(auditEntry.at, fromAt),
        toAt === undefined ? undefined : lt(auditEntry.at, toAt),
        before ? lt(auditEntry.id, before) : undefined,
      ),
    )
    .orderBy(desc(auditEntry.id))
    .limit(limit + 1)
}
