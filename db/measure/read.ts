import { and, desc, eq, lt, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { refuse } from '../../rules/problem.ts'
import { inScope } from '../case/read.ts'
import type { Db } from '../client.ts'
import type { Reader } from '../evaluation/read.ts'
import { cases } from '../schema/case.ts'
import { measures } from '../schema/evaluation.ts'
import { person } from '../schema/person.ts'

export interface MeasureFilter extends Reader {
  about?: string
  /** Only those that wait for a decision. */
  waiting?: boolean
  after?: string
  limit: number
}

const proposer = alias(person, 'proposer')

/** One's own and those one proposed, and those within one's regions. A proposal is nothing to its person before it is decided, unless it is grave. */
const visible = ({ personId, scope }: Reader) => {
  const own = or(
    eq(measures.proposedById, personId),
    and(
      eq(measures.personId, personId),
      or(eq(measures.approved, true), sql`${measures.recommendationId} is not null`),
    ),
  )
  return scope === 'all' || scope.length > 0 ? or(inScope(scope), own) : own
}

const select = (db: Db) =>
  db
    .select({
      row: measures,
      state: cases.state,
      aboutCaseId: cases.parentId,
      personName: person.name,
      proposerName: proposer.name,
      lifted: sql<boolean>`exists (select from consequence taken where taken.about_id = ${measures.consequenceId}
        and taken.kind in ('reversal', 'waiver'))`,
    })
    .from(measures)
    .innerJoin(cases, eq(cases.id, measures.caseId))
    .innerJoin(person, eq(person.id, measures.personId))
    .leftJoin(proposer, eq(proposer.id, measures.proposedById))

/** Rewards and disciplinary measures, the newest first; ids of cases grow with time. */
export function listMeasures(db: Db, filter: MeasureFilter) {
  const { about, waiting, after, limit } = filter
  return select(db)
    .where(
      and(
        visible(filter),
        about === undefined ? undefined : eq(measures.personId, about),
        waiting ? sql`${measures.decidedAt} is null` : undefined,
        after === undefined ? undefined : lt(measures.caseId, after),
      ),
    )
    .orderBy(desc(measures.caseId))
    .limit(limit)
}

/** One measure. Refuses one out of reach as one that isn't there. */
export async function readMeasure(db: Db, caseId: string, reader: Reader) {
  const [found] = await select(db).where(and(eq(measures.caseId, caseId), visible(reader)))
  return found ?? refuse('measure.unknown', { field: 'id' })
}
