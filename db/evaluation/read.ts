import { and, desc, eq, lt, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { stretch } from '../../rules/evaluation/period.ts'
import type { Method } from '../../rules/evaluation/programme.ts'
import type { Scope } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import { inScope } from '../case/read.ts'
import type { Db } from '../client.ts'
import { cases, obligations } from '../schema/case.ts'
import { evaluations, measures } from '../schema/evaluation.ts'
import { person } from '../schema/person.ts'
import { basisOf } from './basis.ts'

/** Who reads: their own evaluations, and those within their regions. */
export interface Reader {
  personId: string
  scope: Scope
}

export interface EvaluationFilter extends Reader {
  programme?: string
  method?: Method
  about?: string
  state?: 'open' | 'ended'
  after?: string
  limit: number
}

const assessor = alias(person, 'assessor')

/** One's own, and those of one's regions. */
const visible = ({ personId, scope }: Reader) =>
  scope === 'all' || scope.length > 0
    ? or(inScope(scope), eq(evaluations.personId, personId))
    : eq(evaluations.personId, personId)

const select = (db: Db) =>
  db
    .select({
      row: evaluations,
      state: cases.state,
      terms: cases.terms,
      personName: person.name,
      assessorName: assessor.name,
      clause: obligations.clause,
      dueKind: obligations.dueKind,
      dueAt: obligations.dueAt,
      verdict: obligations.verdict,
    })
    .from(evaluations)
    .innerJoin(cases, eq(cases.id, evaluations.caseId))
    .innerJoin(person, eq(person.id, evaluations.personId))
    .innerJoin(obligations, and(eq(obligations.caseId, evaluations.caseId), eq(obligations.promise, 'assess')))
    .leftJoin(assessor, eq(assessor.id, evaluations.assessedById))

/** Evaluations, the newest first; ids of cases grow with time. */
export function listEvaluations(db: Db, filter: EvaluationFilter) {
  const { programme, method, about, state, after, limit } = filter
  return select(db)
    .where(
      and(
        visible(filter),
        programme === undefined ? undefined : eq(evaluations.programme, programme),
        method === undefined ? undefined : eq(evaluations.method, method),
        about === undefined ? undefined : eq(evaluations.personId, about),
        state === undefined ? undefined : eq(cases.state, state),
        after === undefined ? undefined : lt(evaluations.caseId, after),
      ),
    )
    .orderBy(desc(evaluations.caseId))
    .limit(limit)
}

/** One evaluation: with what the records said when it was made, or what they say now; and what was proposed from it. */
export async function readEvaluation(db: Db, caseId: string, reader: Reader) {
  const [found] = await select(db).where(and(eq(evaluations.caseId, caseId), visible(reader)))
  if (!found) return refuse('evaluation.unknown', { field: 'id' })
  const { row } = found
  const basis = row.basis ?? (await basisOf(db, row.personId, stretch(row.fromOn, row.toOn)))
  const proposed = await db
    .select({ caseId: measures.caseId, measure: measures.measure, approved: measures.approved })
    .from(measures)
    .innerJoin(cases, eq(cases.id, measures.caseId))
    .where(eq(cases.parentId, caseId))
    .orderBy(measures.caseId)
  return { ...found, basis, proposed }
}
