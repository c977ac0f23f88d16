import { isBlank, numberOf, type Terms } from '../policy/parameter.ts'
import { refuse } from '../problem.ts'
import { suggestedScore, type Basis } from './basis.ts'
import type { Criterion, Grade, Method, Programme, Side } from './programme.ts'
import { criteriaOf, keysOf } from './programmes.ts'

/** Scores lie between 0 and this. A house rule: no rulebook names a scale. */
export const FULL_SCORE = 100

/** One criterion as somebody scored it; a remark is due where the score leaves what the records say. */
export interface Score {
  score: number
  remark?: string
}

/** What the assessor hands in. */
export interface Given {
  scores: Readonly<Record<string, Score>>
  /** The grade, where the rulebook's thresholds are blank. */
  grade?: string
  reason?: string
}

export interface Result {
  /** The weighted mean of the scores, one decimal. */
  total: number
  grade: string
  /** Whether the grade follows from thresholds; otherwise the assessor chose it and said why. */
  follows: boolean
  weights: Record<string, number>
  /** The mean of each side of the work that has criteria (S1-5.3.1). */
  sides: Partial<Record<Side, number>>
}

/**
 * The result of an evaluation. Every criterion has to be scored; where the records suggest a score, leaving it takes a
 * remark (so a service quality that customers rated cannot pass over what they said, S1-5.3.5). Where thresholds are set
 * the grade follows from the total; while they are blank (S1-5.3.6) the assessor chooses it and gives a reason.
 */
export function resultOf(
  programme: Programme,
  method: Method,
  terms: Terms,
  basis: Pick<Basis, 'indicators'>,
  given: Given,
): Result {
  const criteria = criteriaOf(programme, method)
  for (const id of Object.keys(given.scores))
    if (!criteria.some((one) => one.id === id)) refuse('evaluation.noCriterion', { field: `scores.${id}` })
  for (const criterion of criteria) checkScore(criterion, basis, given.scores[criterion.id])
  const weights = weightsOf(programme, criteria, terms)
  const total = mean(criteria.map(({ id }) => [given.scores[id]!.score, weights[id]!]))
  return { total, ...gradeOf(programme, terms, total, given), weights, sides: sidesOf(criteria, weights, given) }
}

function checkScore(criterion: Criterion, basis: Pick<Basis, 'indicators'>, score: Score | undefined): void {
  const { id, clause, label } = criterion
  if (!score) return refuse('evaluation.unscored', { field: `scores.${id}`, clause, params: { criterion: label } })
  if (!(score.score >= 0 && score.score <= FULL_SCORE))
    refuse('evaluation.outOfScale', { field: `scores.${id}.score`, params: { max: FULL_SCORE } })
  const suggested = suggestedScore(criterion, basis)
  if (suggested !== null && score.score !== suggested && !score.remark?.trim())
    refuse('evaluation.remark', {
      field: `scores.${id}.remark`,
      clause,
      params: { criterion: label, suggested },
    })
}

/** The weights of the criteria: as set, or all the same while any of them is blank (S3-5.2). */
export function weightsOf(
  { id }: Pick<Programme, 'id'>,
  criteria: readonly Criterion[],
  terms: Terms,
): Record<string, number> {
  const keys = criteria.map((criterion) => keysOf(id).weight(criterion.id))
  const set = keys.every((key) => !isBlank(terms, key)) && keys.some((key) => numberOf(terms, key) > 0)
  return Object.fromEntries(criteria.map((one, n) => [one.id, set ? numberOf(terms, keys[n]!) : 1]))
}

/** Whether every threshold of the grades is set, so that the grade follows from the total. */
export const thresholdsSet = ({ id, grades }: Programme, terms: Terms): boolean =>
  grades.slice(0, -1).every((grade) => !isBlank(terms, keysOf(id).from(grade.id)))

function gradeOf(programme: Programme, terms: Terms, total: number, { grade, reason }: Given) {
  const { id, grades, gradeClause } = programme
  const clause = gradeClause ?? undefined
  if (thresholdsSet(programme, terms)) {
    const reached =
      grades.slice(0, -1).find((one) => total >= numberOf(terms, keysOf(id).from(one.id))) ?? grades.at(-1)!
    if (grade !== undefined && grade !== reached.id)
      refuse('evaluation.gradeFollows', { field: 'grade', clause, params: { grade: reached.label } })
    return { grade: reached.id, follows: true }
  }
  if (grade === undefined) return refuse('evaluation.gradeOpen', { field: 'grade', clause })
  if (!grades.some((one) => one.id === grade)) refuse('evaluation.noGrade', { field: 'grade', clause })
  if (!reason?.trim()) refuse('evaluation.reason', { field: 'reason', clause })
  return { grade, follows: false }
}

function sidesOf(criteria: readonly Criterion[], weights: Record<string, number>, { scores }: Given) {
  const sides: Partial<Record<Side, number>> = {}
  for (const { side } of criteria) {
    if (!side || side in sides) continue
    const own = criteria.filter((one) => one.side === side)
    sides[side] = mean(own.map(({ id }) => [scores[id]!.score, weights[id]!]))
  }
  return sides
}

function mean(parts: readonly (readonly [number, number])[]): number {
  const weight = parts.reduce((sum, [, each]) => sum + each, 0)
  const sum = parts.reduce((all, [score, each]) => all + score * each, 0)
  return weight === 0 ? 0 : Math.round((sum * 10) / weight) / 10
}

/** A grade of a programme by id; undefined where it has none of that name. */
export const gradeNamed = ({ grades }: Programme, id: string | null): Grade | undefined =>
  grades.find((grade) => grade.id === id)
