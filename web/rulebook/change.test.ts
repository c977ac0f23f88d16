import { describe, expect, it } from 'vitest'
import { checkValues } from '../../rules/policy/check.ts'
import { policies } from '../../rules/policy/index.ts'
import { fieldsOf, valueOf, type Parameter } from './change.ts'

const of = (unit: string, value: unknown = null): Parameter => ({
  key: 'x.y',
  label: { zh: '', en: '' },
  clause: null,
  unit,
  choices: null,
  value,
})

describe('the field of a parameter', () => {
  it('gives back every value of every rulebook as it was', () => {
    for (const policy of policies)
      for (const [key, one] of Object.entries(policy.parameters)) {
        const parameter = { ...one, key, choices: one.choices ? [...one.choices] : null }
        const back = valueOf(parameter, fieldsOf(parameter, one.value))
        expect(back, `${policy.id} ${key}`).toEqual(one.value)
        expect(() => checkValues(policy, { [key]: back })).not.toThrow()
      }
  })

  it.each([
    ['ms', '90', { 'x.y#unit': 'min' }, 5_400_000],
    ['ms', '1.5', { 'x.y#unit': 'h' }, 5_400_000],
    ['fen', '12.5', {}, 1_250],
    ['fen', '12.505', {}, undefined],
    ['count', '3.5', {}, undefined],
    ['count', ' ', {}, null],
    ['ladder', '{', {}, undefined],
  ])('%s: what is typed as %j is %j', (unit, text, more, expected) => {
    expect(valueOf(of(unit), { 'x.y': text, ...more })).toEqual(expected)
  })
})
