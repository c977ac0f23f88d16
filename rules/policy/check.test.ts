import { describe, expect, it } from 'vitest'
import { Refusal } from '../problem.ts'
import { checkValues } from './check.ts'
import type { Parameter, Policy, Unit } from './parameter.ts'

const label = { zh: '测', en: 'tried' }
const policyWith = (unit: Unit, more: Partial<Parameter> = {}): Policy => ({
  id: 'T',
  title: label,
  topics: [],
  boundTo: null,
  parameters: { k: { clause: 'S2-3.1.1c', label, unit, value: null, ...more } },
})
const rung = (step: string, more: object = { afterMs: 0 }) => ({ step, to: 'gm', ...more })
const ladder = (reminders: unknown, rungs: unknown = []) => ({ reminders, rungs })

function refused(policy: Policy, values: Record<string, unknown>): Refusal | undefined {
  try {
    checkValues(policy, values)
  } catch (error) {
    return error as Refusal
  }
}

describe('a value of a parameter', () => {
  const counted: unknown[] = [0, 1, Number.MAX_SAFE_INTEGER]
  const uncounted = [-1, 0.5, '1', NaN, Infinity, true, {}, undefined]
  it.each([
    ['ms', counted, uncounted],
    ['workingDays', counted, uncounted],
    ['months', counted, uncounted],
    ['count', counted, uncounted],
    ['fen', [...counted, -1], [0.5, '1', NaN, true]],
    ['percent', [0, 2.5, 99.99, 100], [-0.01, 100.01, 2.555, '2.5', NaN, true]],
    ['flag', [true, false], [0, 'true']],
    ['setting', ['anything'], [1, ['anything']]],
    [
      'ladder',
      [ladder([]), ladder([0.001, 0.999]), ladder([], [rung('a'), rung('b', { afterWorkingDays: 2 })])],
      [
        7,
        {},
        { reminders: [] },
        { rungs: [] },
        ladder([0]),
        ladder([1]),
        ladder([-1]),
        ladder([2]),
        ladder(['0.5']),
        ladder([0.5, 1]),
        ladder([1], [rung('a')]),
        ladder([], [rung('a'), rung('a')]),
        ladder([], [rung('a', { afterMs: -1 })]),
        ladder([], [rung('a'), rung('b', { afterMs: 0.5 })]),
        ladder([], [rung('a', {})]),
      ],
    ],
  ] as [Unit, unknown[], unknown[]][])('in %s is what that unit admits; a blank always is', (unit, good, bad) => {
    for (const value of [...good, null]) expect(refused(policyWith(unit), { k: value }), String(value)).toBeUndefined()
    for (const value of bad)
      expect(refused(policyWith(unit), { k: value })?.code, String(value)).toBe('policy.wrongValue')
  })

  it('with choices is one of them; where the rulebook has a list, a list of them', () => {
    const one = policyWith('setting', { choices: ['a', 'b'], value: 'a' })
    expect(refused(one, { k: 'b' })).toBeUndefined()
    for (const value of ['c', ['a'], []]) expect(refused(one, { k: value })).toBeDefined()
    const some = policyWith('setting', { choices: ['a', 'b'], value: ['a'] })
    for (const value of [['a'], ['b', 'a']]) expect(refused(some, { k: value })).toBeUndefined()
    for (const value of ['a', [], ['a', 'a'], ['a', 'c'], ['c', 'a']]) expect(refused(some, { k: value })).toBeDefined()
  })

  it('is refused by field, with what was expected and the clause', () => {
    expect(refused(policyWith('ms'), { k: -1 })?.details).toEqual({
      field: 'values.k',
      expected: { zh: '非负整数毫秒', en: 'milliseconds, a whole number not below 0' },
      clause: 'S2-3.1.1c',
      params: { label },
    })
    const chosen = policyWith('setting', { choices: ['a', 'b'], clause: null })
    expect(refused(chosen, { k: 'c' })?.details).toEqual({
      field: 'values.k',
      expected: 'a | b',
      clause: undefined,
      params: { label },
    })
  })

  it.each([
    ['fen', '整数分', 'fen, a whole number'],
    ['workingDays', '工作日数', 'a number of working days'],
    ['months', '月数', 'a number of months'],
    ['count', '非负整数', 'a whole number not below 0'],
    ['percent', '0 至 100，至多两位小数', 'from 0 to 100, with two decimals at most'],
    ['flag', '是或否', 'true or false'],
    ['setting', '所列选项之一', 'one of its choices'],
    ['ladder', '提醒比例与升级步骤', 'shares for reminders, and rungs'],
  ] as [Unit, string, string][])('in %s should have been: %s', (unit, zh, en) => {
    expect(refused(policyWith(unit), { k: Symbol('none of these') })?.details.expected).toEqual({ zh, en })
  })

  it('of a parameter that the rulebook doesn’t have is refused', () => {
    const error = refused(policyWith('ms'), { other: 1 })
    expect(error?.code).toBe('policy.unknownParameter')
    expect(error?.details).toEqual({ field: 'values', params: { key: 'other' } })
  })
})
