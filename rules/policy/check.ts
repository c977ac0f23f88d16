import { refuse } from '../problem.ts'
import type { Text } from '../text.ts'
import type { Ladder } from '../obligation/ladder.ts'
import { mayBeBlank } from './blank.ts'
import type { Parameter, Policy, Unit } from './parameter.ts'

/** What a value of each unit has to be; a blank apart. */
const expectations: Record<Unit, { is: (value: unknown, parameter: Parameter) => boolean; text: Text }> = {
  ms: { is: isCount, text: { zh: '非负整数毫秒', en: 'milliseconds, a whole number not below 0' } },
  fen: { is: (value) => Number.isSafeInteger(value), text: { zh: '整数分', en: 'fen, a whole number' } },
  workingDays: { is: isCount, text: { zh: '工作日数', en: 'a number of working days' } },
  months: { is: isCount, text: { zh: '月数', en: 'a number of months' } },
  count: { is: isCount, text: { zh: '非负整数', en: 'a whole number not below 0' } },
  percent: {
    is: isPercent,
    text: { zh: '0 至 100，至多两位小数', en: 'from 0 to 100, with two decimals at most' },
  },
  flag: { is: (value) => typeof value === 'boolean', text: { zh: '是或否', en: 'true or false' } },
  setting: {
    is: isReading,
    text: { zh: '所列选项之一', en: 'one of its choices' },
  },
  ladder: { is: isLadder, text: { zh: '提醒比例与升级步骤', en: 'shares for reminders, and rungs' } },
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function isPercent(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= 100 && Number(value.toFixed(2)) === value
}

/** One of the choices; where the rulebook's own value is a list, a list of such. */
function isReading(value: unknown, { choices, value: own }: Parameter): boolean {
  const admitted = (one: unknown) => typeof one === 'string' && (choices?.includes(one) ?? true)
  if (!Array.isArray(own)) return admitted(value)
  return Array.isArray(value) && value.length > 0 && new Set(value).size === value.length && value.every(admitted)
}

function isLadder(value: unknown): boolean {
  const { reminders, rungs } = (value ?? {}) as Partial<Ladder>
  if (!Array.isArray(reminders) || !Array.isArray(rungs)) return false
  const names = new Set(rungs.map((rung) => rung.step))
  return (
    reminders.every((share) => typeof share === 'number' && share > 0 && share < 1) &&
    names.size === rungs.length &&
    rungs.every((rung) => isCount('afterMs' in rung ? rung.afterMs : rung.afterWorkingDays))
  )
}

/** Refuses parameters that the policy doesn't have, values that their unit doesn't admit, and blanks that cannot be; by field. */
export function checkValues(policy: Policy, values: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(values)) {
    const parameter = policy.parameters[key]
    if (!parameter) return refuse('policy.unknownParameter', { field: 'values', params: { key } })
    if (value === null && !mayBeBlank(key, parameter))
      refuse('policy.cannotBeBlank', {
        field: `values.${key}`,
        clause: parameter.clause ?? undefined,
        params: { label: parameter.label },
      })
    const { is, text } = expectations[parameter.unit]
    if (value !== null && !is(value, parameter))
      refuse('policy.wrongValue', {
        field: `values.${key}`,
        expected: parameter.choices ? parameter.choices.join(' | ') : text,
        clause: parameter.clause ?? undefined,
        params: { label: parameter.label },
      })
  }
}
