import { describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE } from '../instant.ts'
import { roles } from '../roles.ts'
import { policies } from './index.ts'
import { valueText } from './valueText.ts'

describe('a value of a parameter', () => {
  it.each([
    [5_000, 'fen', '¥50.00', '¥50.00'],
    [-5, 'fen', '−¥0.05', '−¥0.05'],
    [30 * MINUTE, 'ms', '30 分钟', '30 min'],
    [90 * MINUTE, 'ms', '90 分钟', '90 min'],
    [48 * HOUR, 'ms', '2 天', '2 days'],
    [DAY + HOUR, 'ms', '25 小时', '25 h'],
    [2.5, 'percent', '2.5%', '2.5%'],
    [10, 'workingDays', '10 个工作日', '10 working days'],
    [6, 'months', '6 个月', '6 months'],
    [3, 'count', '3', '3'],
    [true, 'flag', '是', 'Yes'],
    [['centreDeputyGm', 'companyGm'], 'setting', '客服中心副总经理、公司总经理', undefined],
    [null, 'ms', '', ''],
  ])('%j in %s reads %s', (value, unit, zh, en) => {
    expect(valueText(value, unit).zh).toBe(zh)
    if (en !== undefined) expect(valueText(value, unit).en).toBe(en)
  })

  it('that is a ladder says when whom', () => {
    const rungs = [
      { step: 'superior', to: 'superior', afterMs: 0 },
      { step: 'gm', to: 'gm', afterWorkingDays: 3 },
    ]
    expect(valueText({ reminders: [0.5, 0.8], rungs }, 'ladder')).toEqual({
      zh: '用时 50 %、80 % 提醒；到期：上级；逾期 3 个工作日：总经理',
      en: 'reminders at 50 %, 80 % of the time; when due: the superior; 3 working days late: the general manager',
    })
  })

  it('is never shown by a name of the program, nor as raw data', () => {
    const raw = policies.flatMap(({ id, parameters }) =>
      Object.entries(parameters)
        .filter(([, { value, unit }]) => {
          const { zh } = valueText(value, unit)
          return zh in roles || /[{}[\]]|[a-z][A-Z]/.test(zh)
        })
        .map(([key]) => `${id} ${key}`),
    )
    expect(raw).toEqual([])
  })
})
