import { eq } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import { cite } from '../../rules/evaluation/cite.ts'
import { stretch } from '../../rules/evaluation/period.ts'
import type { Method } from '../../rules/evaluation/programme.ts'
import { isHeld, keysOf, methodsOf, programmeOf } from '../../rules/evaluation/programmes.ts'
import { resultOf, type Given } from '../../rules/evaluation/result.ts'
import type { Instant, LocalDate } from '../../rules/instant.ts'
import { within, type Scope } from '../../rules/permissions.ts'
import { isBlank, numberOf } from '../../rules/policy/parameter.ts'
import { refuse } from '../../rules/problem.ts'
import type { Role } from '../../rules/roles.ts'
import { localDate } from '../../rules/time/local.ts'
import { findOpen, keep, type Found } from '../case/keep.ts'
import type { Obligation } from '../case/view.ts'
import type { Tx } from '../client.ts'
import { notify } from '../notification/notify.ts'
import { evaluations } from '../schema/evaluation.ts'
import { person } from '../schema/person.ts'
import { assessorBar } from './barred.ts'
import { basisOf } from './basis.ts'
import { openOne } from './open.ts'
import { evaluationTerms } from './terms.ts'

/** Somebody who acts on evaluations: who, in which roles, and how far. */
export interface Assessor {
  byId: string
  roles: readonly Role[]
  scope: Scope
}

export interface Occasion {
  programme: string
  method: Method
  personId: string
  fromOn: LocalDate
  toOn: LocalDate
  /** Why, for an irregular one. */
  occasion?: string
}

/**
 * Opens an evaluation by hand: an irregular one or one by customers (S1-5.3.2), or a regular one of a rulebook that says
 * "regularly" without a number. Where the interval is set, regular ones open by themselves. Never of oneself.
 */
export async function openByHand(
  tx: Tx,
  procedure: Procedure,
  { programme: id, method, personId, fromOn, toOn, occasion, byId }: Occasion & Assessor,
  now: Instant,
): Promise<string> {
  if (personId === byId) refuse('evaluation.ownMatter', { field: 'personId' })
  const [one] = await tx.select({ id: person.id }).from(person).where(eq(person.id, personId))
  if (!one) refuse('person.notFound', { field: 'personId' })
  const programme = programmeOf(id)
  const terms = await evaluationTerms(tx, personId, now)
  if (!programme || !isHeld(terms, id)) return refuse('evaluation.noProgramme', { field: 'programme' })
  if (!methodsOf(programme).includes(method))
    refuse('evaluation.noMethod', { field: 'method', clause: programme.clause })
  const { months } = keysOf(id)
  const comesByItself = !isBlank(terms, months) && numberOf(terms, months) > 0
  if (method === 'regular' && comesByItself)
    refuse('evaluation.comesByItself', { field: 'method', clause: programme.clause })
  if (method === 'irregular' && !occasion) refuse('evaluation.occasion', { field: 'occasion' })
  if (toOn < fromOn) refuse('input.period', { field: 'toOn' })
  if (toOn > localDate(now)) refuse('fact.future', { field: 'toOn' })
  const period = stretch(fromOn, toOn)
  const given = { programme, method, period, personId, terms, startedAt: now, occasion, byId }
  return (await openOne(tx, procedure, given, now)) ?? refuse('evaluation.standing')
}

/** The evaluation of a case, for its assessor: in reach, of a role of theirs, and not of themselves. */
export async function forAssessor(tx: Tx, caseId: string, { byId, roles: own, scope }: Assessor) {
  const found: Found = await findOpen(tx, 'evaluation', caseId)
  const [row] = await tx.select().from(evaluations).where(eq(evaluations.caseId, caseId))
  if (!row || !within(scope, found.held.regionId)) return refuse('evaluation.unknown', { field: 'id' })
  const bar = assessorBar(row, byId, own)
  if (bar) refuse(bar.code, bar)
  return { found, row, programme: programmeOf(row.programme)! }
}

/**
 * Scores an evaluation: the result with what the records said of the time is frozen, and the person is told. Only by a
 * holder of the role that assesses, never of oneself.
 */
export async function assess(
  tx: Tx,
  procedure: Procedure,
  { caseId, given, ...assessor }: Assessor & { caseId: string; given: Given },
  now: Instant,
): Promise<Obligation[]> {
  const { found, row, programme } = await forAssessor(tx, caseId, assessor)
  const { byId } = assessor
  const basis = await basisOf(tx, row.personId, stretch(row.fromOn, row.toOn))
  const result = resultOf(programme, row.method, found.held.terms, basis, given)
  const { total, grade } = result
  const cited = cite(found.held.terms, programme.id, programme.gradeClause ?? programme.clause)
  const fact = { kind: 'assessed', occurredAt: now, byId, data: { total, grade, ...cited } }
  const rows = await keep(tx, procedure, found, { promise: 'assess', fact }, now)
  await tx
    .update(evaluations)
    .set({
      scores: { ...given.scores },
      result,
      reason: given.reason,
      basis,
      assessedById: byId,
      assessedAt: now,
    })
    .where(eq(evaluations.caseId, caseId))
  const { fromOn, toOn } = row
  const params = { programme: programme.id, grade, total, fromOn, toOn }
  const told = { key: `evaluation:${caseId}:assessed`, personId: row.personId, caseId }
  await notify(tx, [{ ...told, template: 'evaluation.assessed', params }], now)
  return rows
}
