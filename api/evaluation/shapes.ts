import { z } from 'zod'
import type { listEvaluations, readEvaluation } from '../../db/evaluation/read.ts'
import { meetsTarget, suggestedScore } from '../../rules/evaluation/basis.ts'
import { INDICATORS, METHODS, methodLabels, SIDES } from '../../rules/evaluation/programme.ts'
import { criteriaOf, programmeOf } from '../../rules/evaluation/programmes.ts'
import { gradeNamed, thresholdsSet, weightsOf } from '../../rules/evaluation/result.ts'
import { measures } from '../../rules/measure/measures.ts'
import { zDate, zInstant } from '../http/instant.ts'

export const zTexts = z.object({ zh: z.string(), en: z.string() })
const percent = z.number().nullable()
const count = z.number().int()

export const evaluationRow = z
  .object({
    id: z.string(),
    programme: z.string(),
    programmeLabel: zTexts,
    method: z.enum(METHODS),
    methodLabel: zTexts,
    fromOn: zDate,
    toOn: zDate,
    personId: z.string(),
    personName: z.string(),
    assessorRole: z.string(),
    state: z.string(),
    clause: z.string(),
    dueKind: z.string(),
    dueAt: zInstant.nullable(),
    verdict: z.string(),
    total: z.number().nullable(),
    grade: z.string().nullable(),
    gradeLabel: zTexts.nullable(),
    assessedAt: zInstant.nullable(),
    assessorName: z.string().nullable(),
  })
  .meta({ id: 'Evaluation' })

type Row = Awaited<ReturnType<typeof listEvaluations>>[number]

/** An evaluation as a line of the list. */
export function showEvaluation({ row, state, terms: _, ...found }: Row): z.output<typeof evaluationRow> {
  const programme = programmeOf(row.programme)!
  const { caseId, method, fromOn, toOn, personId, assessorRole, assessedAt, result } = row
  return {
    id: caseId,
    programme: programme.id,
    programmeLabel: programme.label,
    method,
    methodLabel: methodLabels[method],
    fromOn,
    toOn,
    personId,
    assessorRole,
    assessedAt,
    state,
    ...found,
    total: result?.total ?? null,
    grade: result?.grade ?? null,
    gradeLabel: gradeNamed(programme, result?.grade ?? null)?.label ?? null,
  }
}

export const evaluationDetail = evaluationRow.extend({
  occasion: z.string().nullable(),
  reason: z.string().nullable(),
  followUpNote: z.string().nullable(),
  /** Whether the grade follows from thresholds; otherwise the assessor chooses it and says why. */
  gradeFollows: z.boolean(),
  grades: z.array(z.object({ id: z.string(), label: zTexts, leadsTo: z.enum(['merit', 'sanction']).nullable() })),
  criteria: z.array(
    z.object({
      id: z.string(),
      clause: z.string(),
      label: zTexts,
      side: z.enum(SIDES).nullable(),
      weight: z.number(),
      suggested: z.number().nullable().describe('The score that the records come to'),
      meetsTarget: z.boolean().nullable().describe('null: no target is set, or nothing was counted'),
      score: z.number().nullable(),
      remark: z.string().nullable(),
    }),
  ),
  sides: z.partialRecord(z.enum(SIDES), z.number()),
  basis: z.object({
    indicators: z.record(z.enum(INDICATORS), percent),
    complaints: count,
    exams: z.object({ passed: count, failed: count }),
    contributions: count,
    points: count,
    rewards: count,
    penalties: count,
    documents: z.object({ filled: count, expected: count }),
    accidents: z.object({ classI: count, classII: count }),
  }),
  /** What the rulebook lets follow, by the measures it knows. */
  measures: z.array(
    z.object({
      id: z.string(),
      clause: z.string(),
      label: zTexts,
      side: z.enum(['merit', 'sanction']),
      money: z.boolean(),
    }),
  ),
  proposed: z.array(z.object({ caseId: z.string(), label: zTexts, approved: z.boolean().nullable() })),
})

/** An evaluation with all that is known of it. */
export function showDetail(found: Awaited<ReturnType<typeof readEvaluation>>): z.output<typeof evaluationDetail> {
  const { row, terms, basis, proposed } = found
  const programme = programmeOf(row.programme)!
  const criteria = criteriaOf(programme, row.method)
  const weights = row.result?.weights ?? weightsOf(programme, criteria, terms)
  const { occasion, reason, followUpNote } = row
  const { indicators, figures, complaints, exams, contributions, points, rewards, penalties } = basis
  return {
    ...showEvaluation(found),
    occasion,
    reason,
    followUpNote,
    gradeFollows: thresholdsSet(programme, terms),
    grades: programme.grades.map(({ id, label, leadsTo = null }) => ({ id, label, leadsTo })),
    criteria: criteria.map((criterion) => ({
      id: criterion.id,
      clause: criterion.clause,
      label: criterion.label,
      side: criterion.side ?? null,
      weight: weights[criterion.id]!,
      suggested: suggestedScore(criterion, basis),
      meetsTarget: meetsTarget(programme.id, criterion, basis, terms),
      score: row.scores?.[criterion.id]?.score ?? null,
      remark: row.scores?.[criterion.id]?.remark ?? null,
    })),
    sides: row.result?.sides ?? {},
    basis: {
      indicators,
      complaints,
      exams,
      contributions,
      points,
      rewards,
      penalties,
      documents: figures.documents,
      accidents: figures.accidents,
    },
    measures: measures
      .filter((one) => one.programme === programme.id)
      .map(({ id, clause, label, side, money }) => ({ id, clause, label, side, money: money !== undefined })),
    proposed: proposed.map(({ measure, ...one }) => ({
      ...one,
      label: measures.find(({ id }) => id === measure)!.label,
    })),
  }
}
