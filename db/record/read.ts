import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { RECORD_KINDS } from '../../rules/record/record.ts'
import type { Db, Tx } from '../client.ts'
import { inScope, type Reading } from '../case/read.ts'
import { uncorrected } from '../case/uncorrected.ts'
import { cases, facts } from '../schema/case.ts'
import { personFiles } from '../schema/record.ts'

/** The records of a person that stand, corrections taken into account, oldest first. */
export async function standingRecords(tx: Tx | Db, personId: string) {
  const rows = await tx
    .select({ fact: facts })
    .from(facts)
    .innerJoin(personFiles, eq(personFiles.caseId, facts.caseId))
    .where(eq(personFiles.personId, personId))
    .orderBy(facts.occurredAt, facts.id)
  const corrected = new Set(rows.map(({ fact }) => fact.correctsId))
  return rows.map(({ fact }) => fact).filter((fact) => !corrected.has(fact.id))
}

export interface RecordFilter {
  personId?: string
  scope: Reading
  after?: readonly [Instant, string]
  limit: number
}

/** What was recorded about people, the latest first, what was corrected since marked so. */
export function listRecords(db: Db, { personId, scope, after, limit }: RecordFilter) {
  return db
    .select({
      id: facts.id,
      personId: personFiles.personId,
      kind: facts.kind,
      occurredAt: facts.occurredAt,
      recordedAt: facts.recordedAt,
      byId: facts.byId,
      data: facts.data,
      correctsId: facts.correctsId,
      stands: uncorrected,
    })
    .from(facts)
    .innerJoin(personFiles, eq(personFiles.caseId, facts.caseId))
    .innerJoin(cases, eq(cases.id, facts.caseId))
    .where(
      and(
        inScope(scope),
        inArray(facts.kind, [...RECORD_KINDS, 'recordTakenBack']),
        personId === undefined ? undefined : eq(personFiles.personId, personId),
        after &&
          sql`(${facts.recordedAt}, ${facts.id}) < (${new Date(after[0]).toISOString()}::timestamptz, ${after[1]}::uuid)`,
      ),
    )
    .orderBy(desc(facts.recordedAt), desc(facts.id))
    .limit(limit)
}
