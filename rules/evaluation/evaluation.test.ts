import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Terms } from '../policy/parameter.ts'
import { Refusal } from '../problem.ts'
import { statedTerms } from '../policy/stated.ts'
import { indicatorsOf, meetsTarget, suggestedScore } from './basis.ts'
import type { Indicator } from './programme.ts'
import { criteriaOf, keysOf, methodsOf, programmeOf, programmes } from './programmes.ts'
import { resultOf, type Given } from './result.ts'

const stated = statedTerms()
const filled = statedTerms
const S1 = programmeOf('S1')!
const S3 = programmeOf('S3')!
const nothing: { indicators: Record<Indicator, number | null> } = {
  indicators: { timeliness: null, satisfaction: null, responseTime: null, resolution: null },
}
const known = (values: Partial<Record<Indicator, number>>) => ({ indicators: { ...nothing.indicators, ...values } })
const clausesOf = (id: string) =>
  Object.values(programmeOf(id)!.criteria).flatMap((all) => all.map((one) => one.clause))
const refusal = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, field: error.details.field, clause: error.details.clause }
    throw error
  }
  return undefined
}
const scored = (id: string, score: number, more: Partial<Given> = {}): Given => ({
  scores: Object.fromEntries(criteriaOf(programmeOf(id)!, 'regular').map((one) => [one.id, { score }])),
  ...more,
})

describe('what is looked at', () => {
  it('is performance, attitude and skill, each by criteria of its own [S1-5.3.1]', () => {
    expect(new Set(criteriaOf(S1, 'regular').map(({ side }) => side))).toEqual(
      new Set(['performance', 'attitude', 'skill']),
    )
    const given = { ...scored('S1', 80, { grade: 'good', reason: 'x' }) }
    given.scores = { ...given.scores, skill: { score: 50 }, teamwork: { score: 90 } }
    expect(resultOf(S1, 'regular', stated, nothing, given).sides).toEqual({ performance: 80, attitude: 85, skill: 50 })
  })

  it('is held in three ways; rulebooks that name no others know the regular one only [S1-5.3.2, S1-5.3.4]', () => {
    expect(methodsOf(S1)).toEqual(['regular', 'irregular', 'customer'])
    expect(programmes.filter(({ id }) => id !== 'S1').map(methodsOf)).toEqual(Array(8).fill(['regular']))
    expect(criteriaOf(S1, 'irregular').map(({ clause }) => clause)).toEqual(['S1-5.3.4', 'S1-5.3.4'])
  })

  it('is, once a quarter, tasks, service and teamwork [S1-5.3.3]', () => {
    expect(criteriaOf(S1, 'regular').map(({ id }) => id)).toEqual(
      expect.arrayContaining(['taskCompletion', 'serviceQuality', 'teamwork']),
    )
    expect([stated[keysOf('S1').months]!.value, stated[keysOf('S1').months]!.clause]).toEqual([3, 'S1-5.3.3'])
  })

  it('is five criteria of the department’s own [S3-5.2, S3-5.2(1), S3-5.2(2), S3-5.2(3), S3-5.2(4), S3-5.2(5)]', () => {
    expect(clausesOf('S3')).toEqual(['S3-5.2(1)', 'S3-5.2(2)', 'S3-5.2(3)', 'S3-5.2(4)', 'S3-5.2(5)'])
    expect(stated[keysOf('S3').assessor]).toMatchObject({ value: 'serviceDirector', clause: 'S3-5.2' })
  })

  it.each([
    ['S4-C', ['S4-C-4.1', 'S4-C-6.1']],
    ['S4-E', ['S4-E-4', 'S4-E-4']],
    ['S4-G', ['S4-G-13']],
    ['S4-J', ['S4-J-6', 'S4-J-23', 'S4-J-23']],
    ['S4-K', ['S4-K-14', 'S4-K-14', 'S4-K-14']],
    ['S4-L', ['S4-L-11']],
    ['S4-M', ['S4-M-13', 'S4-M-13', 'S4-M-13']],
  ])(
    'of %s stands in its clauses [S4-C-4.1, S4-C-6.1, S4-E-4, S4-G-13, S4-J-6, S4-J-23, S4-K-14, S4-L-11, S4-M-13]',
    (id, clauses) => {
      expect(clausesOf(id)).toEqual(clauses)
    },
  )

  it('“regularly” without a number is a blank [S3-3.1(6), S4-C-4.1, S4-C-6.1, S4-E-4, S4-G-13, S4-J-6, S4-M-3]', () => {
    for (const [id, clause] of [
      ['S3', 'S3-3.1(6)'],
      ['S4-C', 'S4-C-4.1'],
      ['S4-E', 'S4-E-4'],
      ['S4-G', 'S4-G-13'],
      ['S4-J', 'S4-J-6'],
      ['S4-M', 'S4-M-3'],
    ] as const)
      expect(stated[keysOf(id).months]).toMatchObject({ value: null, clause })
  })

  it('is quality control’s for resident service [S4-K-13]', () => {
    expect(stated[keysOf('S4-K').assessor]).toMatchObject({ value: 'qualityControl', clause: 'S4-K-13' })
  })

  it('has targets that the company sets: blank until then, met from the target on [S4-K-17]', () => {
    const [satisfaction] = criteriaOf(programmeOf('S4-K')!, 'regular')
    const key = keysOf('S4-K').target('satisfaction')
    expect(stated[key]).toMatchObject({ value: null, clause: 'S4-K-17' })
    const meets = (percent: number, terms: Terms) =>
      meetsTarget('S4-K', satisfaction!, known({ satisfaction: percent }), terms)
    expect(meets(90, stated)).toBeNull()
    expect([89.9, 90, 90.1].map((percent) => meets(percent, filled({ [key]: 90 })))).toEqual([false, true, true])
    expect(meetsTarget('S4-K', satisfaction!, nothing, filled({ [key]: 90 }))).toBeNull()
  })
})

describe('what the records say', () => {
  const figures = {
    ratings: { excellent: 1, good: 1, fair: 1, poor: 0, unsigned: 3 },
    timeliness: 87.5,
  } as never
  it('counts good and excellent scores, promises to callers and solved tasks [S1-5.3.5, S4-K-14]', () => {
    const counted = { calls: { onTime: 3, late: 1 }, tasks: { ended: 3, resolved: 1 } }
    expect(indicatorsOf(figures, counted)).toEqual({
      timeliness: 87.5,
      satisfaction: 66.7,
      responseTime: 75,
      resolution: 33.3,
    })
    const none = { calls: { onTime: 0, late: 0 }, tasks: { ended: 0, resolved: 0 } }
    expect(indicatorsOf(figures, none)).toMatchObject({ responseTime: null, resolution: null })
  })

  it('drafts task completion by timeliness and quality by what customers say [S3-5.2(1), S3-5.2(2)]', () => {
    const basis = known({ timeliness: 92.5, satisfaction: 66.4 })
    expect(criteriaOf(S3, 'regular').map((one) => suggestedScore(one, basis))).toEqual([93, 66, null, null, null])
  })
})

describe('a result', () => {
  const thresholds = filled({
    [keysOf('S1').from('excellent')]: 90,
    [keysOf('S1').from('good')]: 75,
    [keysOf('S1').from('qualified')]: 60,
  })

  it.each([
    [100, 'excellent'],
    [90, 'excellent'],
    [89, 'good'],
    [75, 'good'],
    [74, 'qualified'],
    [60, 'qualified'],
    [59, 'unqualified'],
    [0, 'unqualified'],
  ])('of %d points is “%s” where the thresholds are set [S1-5.3.6]', (points, grade) => {
    const result = resultOf(S1, 'regular', thresholds, nothing, scored('S1', points))
    expect(result).toMatchObject({ total: points, grade, follows: true })
  })

  it('has four grades, best first, with blank thresholds [S1-5.3.6]', () => {
    expect(S1.grades.map(({ id }) => id)).toEqual(['excellent', 'good', 'qualified', 'unqualified'])
    for (const grade of ['excellent', 'good', 'qualified'])
      expect(stated[keysOf('S1').from(grade)]).toMatchObject({ value: null, clause: 'S1-5.3.6' })
  })

  it('takes no other grade than the one that follows', () => {
    const act = () => resultOf(S1, 'regular', thresholds, nothing, scored('S1', 90, { grade: 'good' }))
    expect(refusal(act)).toMatchObject({ code: 'evaluation.gradeFollows', field: 'grade' })
  })

  it('is the assessor’s with a reason while one of the thresholds is blank [S1-5.3.6]', () => {
    const half = filled({ [keysOf('S1').from('excellent')]: 90 })
    const act = (more: Partial<Given>) => () => resultOf(S1, 'regular', half, nothing, scored('S1', 95, more))
    expect(refusal(act({}))).toEqual({ code: 'evaluation.gradeOpen', field: 'grade', clause: 'S1-5.3.6' })
    expect(refusal(act({ grade: 'good' }))).toMatchObject({ code: 'evaluation.reason' })
    expect(refusal(act({ grade: 'outstanding', reason: 'x' }))).toMatchObject({ code: 'evaluation.noGrade' })
    expect(act({ grade: 'good', reason: 'x' })()).toMatchObject({ grade: 'good', follows: false })
  })

  it('wants every criterion, inside the scale, and no other', () => {
    const rest = { ...scored('S3', 50).scores } as Record<string, { score: number }>
    delete rest['tasks']
    const act = (scores: Given['scores']) => () =>
      resultOf(S3, 'regular', stated, nothing, { scores, grade: 'poor', reason: 'x' })
    expect(refusal(act(rest))).toEqual({ code: 'evaluation.unscored', field: 'scores.tasks', clause: 'S3-5.2(1)' })
    const all = scored('S3', 50).scores
    expect(refusal(act({ ...all, tasks: { score: 101 } }))).toMatchObject({ code: 'evaluation.outOfScale' })
    expect(refusal(act({ ...all, tasks: { score: -1 } }))).toMatchObject({ code: 'evaluation.outOfScale' })
    expect(refusal(act({ ...all, more: { score: 1 } }))).toMatchObject({ code: 'evaluation.noCriterion' })
  })

  it('cannot pass over what customers said: a service quality apart from it takes a remark [S1-5.3.5]', () => {
    const basis = known({ satisfaction: 40 })
    const act = (score: number, remark?: string) => () =>
      resultOf(S1, 'regular', stated, basis, {
        ...scored('S1', 40, { grade: 'unqualified', reason: 'x' }),
        scores: { ...scored('S1', 40).scores, serviceQuality: { score, remark } },
      })
    expect(refusal(act(40))).toBeUndefined()
    expect(refusal(act(41))).toEqual({
      code: 'evaluation.remark',
      field: 'scores.serviceQuality.remark',
      clause: 'S1-5.3.5',
    })
    expect(refusal(act(41, '  '))).toMatchObject({ code: 'evaluation.remark' })
    expect(refusal(act(41, '两次投诉系误投'))).toBeUndefined()
  })

  it('weighs its criteria as set, and all the same while a weight is blank [S3-5.2]', () => {
    const ids = criteriaOf(S3, 'regular').map(({ id }) => id)
    expect(ids.map((id) => stated[keysOf('S3').weight(id)])).toEqual(
      Array(5).fill(expect.objectContaining({ value: null, clause: 'S3-5.2' })),
    )
    const scores = Object.fromEntries(ids.map((id, n) => [id, { score: n * 20 }]))
    const total = (terms: Terms) =>
      resultOf(S3, 'regular', terms, nothing, { scores, grade: 'ordinary', reason: 'x' }).total
    expect(total(stated)).toBe(40)
    const weights = { tasks: 50, quality: 20, teamwork: 10, learning: 10, attitude: 10 }
    const keyed = Object.entries(weights).map(([id, weight]) => [keysOf('S3').weight(id), weight] as const)
    expect(total(filled(Object.fromEntries(keyed)))).toBe(22)
    expect(total(filled(Object.fromEntries(keyed.slice(1))))).toBe(40)
  })

  it('lies between the lowest and the highest score, whatever the weights', () => {
    const ids = criteriaOf(S3, 'regular').map(({ id }) => id)
    const five = (max: number) => fc.array(fc.integer({ min: 0, max }), { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(five(100), five(50), (points, weights) => {
        const terms = filled(Object.fromEntries(ids.map((id, n) => [keysOf('S3').weight(id), weights[n]])))
        const scores = Object.fromEntries(ids.map((id, n) => [id, { score: points[n]! }]))
        const { total } = resultOf(S3, 'regular', terms, nothing, { scores, grade: 'poor', reason: 'x' })
        expect(total).toBeGreaterThanOrEqual(Math.min(...points))
        expect(total).toBeLessThanOrEqual(Math.max(...points))
      }),
    )
  })
})
