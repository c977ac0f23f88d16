import { DAY, HOUR, MINUTE } from '../instant.ts'
import { roles, type Role } from '../roles.ts'
import type { Text } from '../text.ts'
import { readings } from './readings.ts'

const same = (text: string): Text => ({ zh: text, en: text })

/** A parameter's value as people read it: with its unit, a setting by its reading, a ladder by its rungs. Blank: empty. */
export function valueText(value: unknown, unit: string): Text {
  if (value === null || value === undefined) return same('')
  if (typeof value === 'number') return amountText(value, unit)
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'Yes' } : { zh: '否', en: 'No' }
  if (typeof value === 'string') return settingText(value)
  if (Array.isArray(value)) return joined(value.map((one) => settingText(String(one))))
  return ladderText(value) ?? same(JSON.stringify(value))
}

function amountText(n: number, unit: string): Text {
  if (unit === 'fen') return same(`${n < 0 ? '−' : ''}¥${(Math.abs(n) / 100).toFixed(2)}`)
  if (unit === 'workingDays') return { zh: `${n} 个工作日`, en: `${n} working days` }
  if (unit === 'months') return { zh: `${n} 个月`, en: `${n} months` }
  if (unit !== 'ms') return same(String(n))
  if (n % DAY === 0) return { zh: `${n / DAY} 天`, en: `${n / DAY} days` }
  if (n % HOUR === 0) return { zh: `${n / HOUR} 小时`, en: `${n / HOUR} h` }
  return { zh: `${n / MINUTE} 分钟`, en: `${n / MINUTE} min` }
}

/** A setting names a reading or a role; one without a word of its own is shown as it stands. */
const settingText = (name: string): Text => readings[name] ?? (name in roles ? roles[name as Role] : same(name))

const joined = (texts: readonly Text[]): Text => ({
  zh: texts.map(({ zh }) => zh).join('、'),
  en: texts.map(({ en }) => en).join(', '),
})

function ladderText(value: object): Text | undefined {
  const { reminders, rungs } = value as { reminders?: number[]; rungs?: { step: string }[] }
  if (!reminders || !rungs) return undefined
  return same([...reminders.map((share) => `${share * 100} %`), ...rungs.map(({ step }) => step)].join(' → '))
}
