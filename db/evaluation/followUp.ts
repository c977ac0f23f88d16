import { eq } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import { gradeNamed } from '../../rules/evaluation/result.ts'
import type { Instant } from '../../rules/instant.ts'
import { measureOf } from '../../rules/measure/measures.ts'
import { refuse } from '../../rules/problem.ts'
import { keep, openRows } from '../case/keep.ts'
import type { Obligation } from '../case/view.ts'
import type { Tx } from '../client.ts'
import { proposeMeasure } from '../measure/propose.ts'
import { evaluations } from '../schema/evaluation.ts'
import { forAssessor, type Assessor } from './assess.ts'

export interface FollowUp extends Assessor {
  caseId: string
  measures: readonly { measure: string; amountFen: number; reason: string }[]
  /** Why nothing follows, where nothing does. */
  note?: string
}

export interface Procedures {
  evaluation: Procedure
  measure: Procedure
}

/**
 * Says what follows from a result, as proposals (S1-5.3.7, S1-5.3.8, S4-M-3): rewards from the best grade, disciplinary
 * measures or training from the worst, each decided by somebody else; or why nothing follows. The result bears them out.
 * Returns the promises and the cases of the proposals.
 */
export async function followUp(
  tx: Tx,
  procedures: Procedures,
  { caseId, measures, note, ...assessor }: FollowUp,
  now: Instant,
): Promise<{ obligations: Obligation[]; proposed: string[] }> {
  const { found, row, programme } = await forAssessor(tx, caseId, assessor)
  await openRows(procedures.evaluation, found, 'followUp')
  const { byId, scope } = assessor
  const grade = gradeNamed(programme, row.result!.grade)!
  if (measures.length === 0 && !note) refuse('evaluation.noteDue', { field: 'note', clause: programme.clause })
  const assessedId = found.rows.find((one) => one.promise === 'assess')!.evidenceId!
  const proposed: string[] = []
  for (const [n, { measure: id, amountFen, reason }] of measures.entries()) {
    const measure = measureOf(id)
    const follows = measure?.programme === programme.id && (measure.side === grade.leadsTo || measure.training)
    if (!follows) refuse('evaluation.wrongSide', { field: `measures.${n}.measure`, params: { grade: grade.label } })
    const about = { aboutCaseId: caseId, evidenceIds: [assessedId] }
    const given = { measure: id, personId: row.personId, amountFen, reason, ...about, byId, scope }
    proposed.push((await proposeMeasure(tx, procedures.measure, given, now)).caseId)
  }
  const fact = { kind: 'followedUp', occurredAt: now, byId, data: { proposedCases: proposed } }
  const obligations = await keep(tx, procedures.evaluation, found, { promise: 'followUp', fact }, now)
  await tx
    .update(evaluations)
    .set({ followUpNote: note ?? null })
    .where(eq(evaluations.caseId, caseId))
  return { obligations, proposed }
}
