import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../instant.ts'
import { combine, type Bound } from './combine.ts'
import { citation, isBlank, numberOf, settingOf, type Terms } from './parameter.ts'

const bound = (scope: Bound['scope'], values: Record<string, unknown>, version = 1): Bound => ({
  policy: 'S2',
  variant: scope,
  version,
  scope,
  values,
})

describe('several rulebooks bound to one case', () => {
  it('give what the rulebook states where a version says nothing else', () => {
    const { 'call.returnAny': term } = combine([bound('company', {}, 4)])
    expect(term).toEqual({ value: HOUR, clause: 'S2-3.1.1c', policy: 'S2', variant: 'company', version: 4 })
  })

  it('follow the one bound closest, in whatever order they come: person, project, customer, company [S4-D-2.6]', () => {
    const scopes = ['person', 'project', 'customer', 'company'] as const
    const all = scopes.map((scope, n) => bound(scope, { 'call.returnAny': (n + 1) * MINUTE }))
    for (let left = 0; left < all.length; left += 1) {
      const here = all.slice(left)
      for (const order of [here, [...here].reverse()])
        expect(combine(order)['call.returnAny']).toMatchObject({ value: (left + 1) * MINUTE, variant: scopes[left] })
    }
  })

  it('leave blank what the closest one leaves blank', () => {
    const terms = combine([bound('company', { 'call.returnAny': HOUR }), bound('project', { 'call.returnAny': null })])
    expect(terms['call.returnAny']).toMatchObject({ value: null, variant: 'project' })
  })

  it.each([
    [HOUR, HOUR - 1, HOUR - 1, 'project'],
    [HOUR, HOUR, HOUR, 'company'],
    [HOUR, HOUR + 1, HOUR, 'company'],
    [HOUR, null, HOUR, 'company'],
    [null, HOUR, HOUR, 'project'],
  ])('take the shorter time to report an incident: %j or %j → %j [S2-3.3.5b]', (wide, close, value, variant) => {
    const terms = combine([
      bound('company', { 'incident.report': wide }),
      bound('project', { 'incident.report': close }),
    ])
    expect(terms['incident.report']).toMatchObject({ value, variant })
  })
})

describe('a term of a case', () => {
  const term = (value: unknown, clause: string | null = 'S2-3.1.1c') => ({
    value,
    clause,
    policy: 'S2',
    variant: '',
    version: 3,
  })
  const terms: Terms = { n: term(0), blank: term(null), choice: term('prompt'), own: term(1, null) }

  it('is read as what it is, or not at all', () => {
    expect(numberOf(terms, 'n')).toBe(0)
    expect(settingOf(terms, 'choice')).toBe('prompt')
    expect(() => numberOf(terms, 'choice')).toThrow('parameter choice is not a number in the terms of this case')
    expect(() => numberOf(terms, 'absent')).toThrow('parameter absent is not a number in the terms of this case')
    for (const key of ['blank', 'absent'])
      expect(() => settingOf(terms, key)).toThrow(`parameter ${key} is not set in the terms of this case`)
  })

  it('is blank where nobody states it, or who does leaves it open; nought is a number', () => {
    expect(['n', 'blank', 'absent'].map((key) => isBlank(terms, key))).toEqual([false, true, true])
  })

  it('is cited by its clause, a house rule by its key', () => {
    expect(citation(terms, 'n')).toEqual({ clause: 'S2-3.1.1c', policy: 'S2', policyVersion: 3 })
    expect(citation(terms, 'own')).toEqual({ clause: 'house:own', policy: 'S2', policyVersion: 3 })
    expect(() => citation(terms, 'absent')).toThrow('parameter absent is not in the terms of this case')
  })
})
