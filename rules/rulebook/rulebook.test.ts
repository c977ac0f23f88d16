import { describe, expect, it } from 'vitest'
import { allClauses } from '../clauses/index.ts'
import { combine } from '../policy/combine.ts'
import { checkValues } from '../policy/check.ts'
import { policies } from '../policy/index.ts'
import { numberOf } from '../policy/parameter.ts'
import { lifeCycle, signatories } from './parameters.ts'
import { clausesOf, rulebookOf, rulebooks } from './rulebooks.ts'

const terms = combine([{ policy: 'rulebook', variant: '', version: 1, scope: 'company', values: {} }])

describe('the rulebooks', () => {
  it('hold every clause between them, each in one rulebook', () => {
    const held = rulebooks.flatMap((book) => clausesOf(book).map(({ id }) => id))
    expect([...held].sort()).toEqual(
      allClauses()
        .map(({ id }) => id)
        .sort(),
    )
  })

  it('have ids and titles of their own in both languages', () => {
    expect(new Set(rulebooks.map(({ id }) => id)).size).toBe(rulebooks.length)
    for (const { title } of rulebooks) expect(title.zh.length * title.en.length).toBeGreaterThan(0)
    expect(rulebookOf('S4-Z')).toBeUndefined()
  })

  it('state values that they would admit as an amendment', () => {
    for (const policy of policies)
      for (const [key, { value }] of Object.entries(policy.parameters))
        expect(() => checkValues(policy, { [key]: value }), `${policy.id} ${key}`).not.toThrow()
    const choose = (value: unknown) => () => checkValues(lifeCycle, { 'rulebook.approvers': value })
    expect(choose(['companyGm', 'finance'])).not.toThrow()
    for (const value of ['companyGm', [], ['nobody'], ['finance', 'finance'], 7])
      expect(choose(value)).toThrow('policy.wrongValue')
  })
})

describe('signatures', () => {
  it.each([
    ['S2', 'reviewers', ['centreDeputyGm'], 'S2-T0-1'],
    ['S2', 'approvers', ['centreGm'], 'S2-T0-1'],
    ['S3', 'approvers', ['serviceDirector', 'companyGm'], 'S3-8.3'],
    ['S4-E', 'approvers', ['companyGm'], 'S4-E-19'],
    ['S4-L', 'approvers', ['serviceDirector', 'salesManager', 'finance'], 'S4-L-12'],
    ['S0A', 'approvers', ['companyGm'], 'house:rulebook.approvers'],
    ['S3', 'reviewers', ['centreDeputyGm'], 'house:rulebook.reviewers'],
  ] as const)('%s, %s: %j under %s [S2-T0-1 S3-8.3 S4-E-19 S4-L-12]', (id, step, roles, clause) => {
    expect(signatories(terms, step, id)).toMatchObject({ roles, clause })
  })
})

describe('rulebooks that both claim to prevail', () => {
  it.each([
    ['S3', 'evaluation.S3.months', 'S3', 12, 6],
    ['S4-E', 'evaluation.S4-E.months', 'S4-E', 12, 6],
    ['S4-D', 'attendance.absences', 'S4-D', 3, 5],
    // Of two rulebooks that state the same number, the one bound to the project.
    ['S4-N', 'attendance.absences', 'S4-D', 3, 5],
  ])(
    '%s yields in %s to %s where that is bound closer, in whatever order they were bound [S3-8.2 S4-E-20 S4-D-2.6]',
    (wide, key, close, general, special) => {
      const bound = { variant: '', version: 1 }
      const company = { ...bound, policy: wide, scope: 'company' as const, values: { [key]: general } }
      const customer = { ...bound, policy: wide, scope: 'customer' as const, values: { [key]: general + 1 } }
      const project = {
        ...bound,
        policy: close,
        variant: 'site',
        scope: 'project' as const,
        values: { [key]: special },
      }
      const person = { ...project, scope: 'person' as const, values: { [key]: special + 1 } }
      expect(numberOf(combine([company, customer]), key)).toBe(general + 1)
      for (const all of [
        [company, customer, project],
        [project, customer, company],
      ]) {
        expect(numberOf(combine(all), key)).toBe(special)
        expect(combine(all)[key]).toMatchObject({ policy: close, variant: 'site' })
        expect(numberOf(combine([person, ...all]), key)).toBe(special + 1)
      }
    },
  )
})
