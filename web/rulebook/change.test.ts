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

const rung = (step: string, minutes: number) => ({ step, to: step, afterMs: minutes * 60_000 })

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
    ['percent', '2.5', {}, 2.5],
    ['percent', '2,5', {}, undefined],
    ['count', '3.5', {}, undefined],
    ['count', ' ', {}, null],
  ])('%s: what is typed as %j is %j', (unit, text, more, expected) => {
    expect(valueOf(of(unit), { 'x.y': text, ...more })).toEqual(expected)
  })

  it.each([
    ['50，80', '0', '15', { reminders: [0.5, 0.8], rungs: [rung('superior', 0), rung('deputyGm', 15)] }],
    ['', '', '15', { reminders: [], rungs: [rung('deputyGm', 15)] }],
    ['0', '0', '15', undefined],
    ['100', '0', '15', undefined],
    ['50', '1.5', '15', undefined],
  ])('a ladder typed as %j, %j, %j', (reminders, superior, deputyGm, expected) => {
    const own = { reminders: [0.5], rungs: [rung('superior', 0), rung('gm', 60)] }
    const typed = { 'x.y': 'ladder', 'x.y#reminders': reminders, 'x.y#superior': superior, 'x.y#deputyGm': deputyGm }
    expect(valueOf(of('ladder', own), typed)).toEqual(expected)
  })
})
