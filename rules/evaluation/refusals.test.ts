import { describe, expect, it } from 'vitest'
import { statedTerms } from '../policy/stated.ts'
import type { Terms } from '../policy/parameter.ts'
import { indicatorsOf } from './basis.ts'
import { cite } from './cite.ts'
import type { Indicator } from './programme.ts'
import { criteriaOf, isHeld, keysOf, programmeOf } from './programmes.ts'
import { resultOf, weightsOf, type Given } from './result.ts'

const refusal = (code: string, details: object) => expect.objectContaining({ code, details })
const nothing: { indicators: Record<Indicator, number | null> } = {
  indicators: { timeliness: null, satisfaction: null, responseTime: null, resolution: null },
}
const [S1, S3] = [programmeOf('S1')!, programmeOf('S3')!]
const scores = (programme: typeof S1, score: number): Given['scores'] =>
  Object.fromEntries(criteriaOf(programme, 'regular').map(({ id }) => [id, { score }]))
const open = { grade: 'good', reason: '按记录' }
const evaluate =
  (programme: typeof S1, given: Given, terms: Terms = statedTerms(), basis = nothing) =>
  () =>
    resultOf(programme, 'regular', terms, basis, given)

describe('an assessment is sent back with what it lacks', () => {
  it('where a criterion is unknown, unscored or out of the scale [S3-5.2(1)]', () => {
    const all = scores(S3, 50)
    const given = (changed: object): Given => ({ ...open, scores: { ...all, ...changed } })
    expect(evaluate(S3, given({ more: { score: 1 } }))).toThrow(
      refusal('evaluation.noCriterion', { field: 'scores.more' }),
    )
    const { label } = criteriaOf(S3, 'regular').find(({ id }) => id === 'tasks')!
    expect(evaluate(S3, given({ tasks: undefined }))).toThrow(
      refusal('evaluation.unscored', { field: 'scores.tasks', clause: 'S3-5.2(1)', params: { criterion: label } }),
    )
    for (const score of [-0.1, 100.1, Number.NaN])
      expect(evaluate(S3, given({ tasks: { score } }))).toThrow(
        refusal('evaluation.outOfScale', { field: 'scores.tasks.score', params: { max: 100 } }),
      )
  })

  it('where a score passes over what customers said, with what they did [S1-5.3.5]', () => {
    const basis = { indicators: { ...nothing.indicators, satisfaction: 40 } }
    const { label } = criteriaOf(S1, 'regular').find(({ id }) => id === 'serviceQuality')!
    expect(evaluate(S1, { ...open, scores: scores(S1, 41) }, statedTerms(), basis)).toThrow(
      refusal('evaluation.remark', {
        field: 'scores.serviceQuality.remark',
        clause: 'S1-5.3.5',
        params: { criterion: label, suggested: 40 },
      }),
    )
  })

  it('where the grade is open: named, one of the four, and with a reason that says something [S1-5.3.6]', () => {
    const given = (more: Partial<Given>): Given => ({ scores: scores(S1, 80), ...more })
    const clause = 'S1-5.3.6'
    expect(evaluate(S1, given({}))).toThrow(refusal('evaluation.gradeOpen', { field: 'grade', clause }))
    expect(evaluate(S1, given({ grade: 'superb', reason: 'x' }))).toThrow(
      refusal('evaluation.noGrade', { field: 'grade', clause }),
    )
    for (const reason of [undefined, '', ' \n'])
      expect(evaluate(S1, given({ grade: 'good', reason }))).toThrow(
        refusal('evaluation.reason', { field: 'reason', clause }),
      )
  })

  it('where the grade follows and another is named; naming that one is no fault [S1-5.3.6]', () => {
    const from = keysOf('S1').from
    const set = statedTerms({ [from('excellent')]: 90, [from('good')]: 75, [from('qualified')]: 60 })
    const given = (grade: string): Given => ({ scores: scores(S1, 90), grade })
    expect(evaluate(S1, given('good'), set)).toThrow(
      refusal('evaluation.gradeFollows', {
        field: 'grade',
        clause: 'S1-5.3.6',
        params: { grade: S1.grades[0]!.label },
      }),
    )
    expect(evaluate(S1, given('excellent'), set)()).toMatchObject({ grade: 'excellent', follows: true })
  })
})

describe('weights [S3-5.2]', () => {
  const criteria = criteriaOf(S3, 'regular')
  const weighed = (...weights: (number | null)[]) =>
    statedTerms(Object.fromEntries(criteria.map(({ id }, n) => [keysOf('S3').weight(id), weights[n]])))
  const points = Object.fromEntries(criteria.map(({ id }, n) => [id, { score: (n + 1) * 10 }]))
  const total = (terms: Terms) =>
    resultOf(S3, 'regular', terms, nothing, { scores: points, ...open, grade: 'poor' }).total

  it('of nought leave a criterion out, as long as another weighs something', () => {
    expect(total(weighed(0, 0, 0, 1, 1))).toBe(45)
    expect(weightsOf(S3, criteria, weighed(0, 0, 0, 1, 1))).toEqual({
      tasks: 0,
      quality: 0,
      teamwork: 0,
      learning: 1,
      attitude: 1,
    })
  })

  it('that are all nought, or one of them blank, weigh the same', () => {
    expect(total(weighed(0, 0, 0, 0, 0))).toBe(30)
    expect(total(weighed(9, 1, 1, 1, null))).toBe(30)
  })

  it('show in the result, which has sides only where its criteria do [S1-5.3.1]', () => {
    expect(
      resultOf(S3, 'regular', weighed(1, 1, 1, 1, 0), nothing, { scores: points, ...open, grade: 'poor' }),
    ).toEqual({
      total: 25,
      grade: 'poor',
      follows: false,
      weights: { tasks: 1, quality: 1, teamwork: 1, learning: 1, attitude: 0 },
      sides: {},
    })
  })

  it('of nought throughout a side leave that side at nought [S1-5.3.1]', () => {
    const one = criteriaOf(S1, 'regular')
    const terms: Terms = Object.fromEntries(
      one.map(({ id, side }) => [
        keysOf('S1').weight(id),
        { value: side === 'skill' ? 0 : 1, clause: null, policy: 'S1', variant: '', version: 1 },
      ]),
    )
    const { sides } = resultOf(S1, 'regular', { ...statedTerms(), ...terms }, nothing, {
      scores: scores(S1, 80),
      ...open,
    })
    expect(sides).toEqual({ performance: 80, attitude: 80, skill: 0 })
  })
})

it('satisfaction is of all single scores, the poor ones too [S1-5.3.5, S4-K-14]', () => {
  const figures = { ratings: { excellent: 2, good: 1, fair: 2, poor: 3, unsigned: 4 }, timeliness: null } as never
  const none = { calls: { onTime: 0, late: 0 }, tasks: { ended: 0, resolved: 0 } }
  expect(indicatorsOf(figures, none)).toEqual({
    timeliness: null,
    satisfaction: 37.5,
    responseTime: null,
    resolution: null,
  })
})

it('a programme is held and cited where its rulebook is in force, and only there [S1-5.3.3]', () => {
  const terms = statedTerms({}, ['S1'])
  expect(['S1', 'S3'].map((id) => isHeld(terms, id))).toEqual([true, false])
  expect(cite(terms, 'S1', 'S1-5.3.3')).toEqual({ clause: 'S1-5.3.3', policy: 'S1', policyVersion: 1 })
  expect(() => cite(terms, 'S3', 'S3-3.1(6)')).toThrow('the programme S3 is not in these terms')
  expect(keysOf('S1')).toMatchObject({
    months: 'evaluation.S1.months',
    assessor: 'evaluation.S1.assessor',
    subjects: 'evaluation.S1.subjects',
  })
})
