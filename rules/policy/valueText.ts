import { DAY, HOUR, MINUTE } from '../instant.ts'
import { yuan } from '../notification/template.ts'
import { roles, type Role } from '../roles.ts'
import { enclosureLabels, staffChangePromises } from '../staffChange/labels.ts'
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
  if (unit === 'fen') return same(yuan(n))
  if (unit === 'workingDays') return { zh: `${n} 个工作日`, en: `${n} working days` }
  if (unit === 'months') return { zh: `${n} 个月`, en: `${n} months` }
  if (unit === 'percent') return same(`${n}%`)
  if (unit !== 'ms') return same(String(n))
  if (n % DAY === 0) return { zh: `${n / DAY} 天`, en: `${n / DAY} days` }
  if (n % HOUR === 0) return { zh: `${n / HOUR} 小时`, en: `${n / HOUR} h` }
  return { zh: `${n / MINUTE} 分钟`, en: `${n / MINUTE} min` }
}

/** Papers and deliverables that a staff change asks for are settings too. */
const paperLabels: Readonly<Record<string, Text>> = { ...staffChangePromises, ...enclosureLabels }

/** A setting names a reading or a role; one without a word of its own is shown as it stands. */
const settingText = (name: string): Text =>
  readings[name] ?? paperLabels[name] ?? (name in roles ? roles[name as Role] : same(name))

const joined = (texts: readonly Text[]): Text => ({
  zh: texts.map(({ zh }) => zh).join('、'),
  en: texts.map(({ en }) => en).join(', '),
})

/** Whom a rung of a ladder tells. */
export const audiences: Readonly<Record<string, Text>> = {
  superior: { zh: '上级', en: 'the superior' },
  deputyGm: { zh: '副总经理', en: 'the deputy general manager' },
  gm: { zh: '总经理', en: 'the general manager' },
}

interface Ladder {
  reminders: readonly number[]
  rungs: readonly { to: string; afterMs?: number; afterWorkingDays?: number }[]
}

function ladderText(value: object): Text | undefined {
  const { reminders, rungs } = value as Partial<Ladder>
  if (!reminders || !rungs) return undefined
  const shares = reminders.map((share) => `${Math.round(share * 100)} %`)
  const told = rungs.map(({ to, afterMs, afterWorkingDays }) => {
    const whom = audiences[to] ?? settingText(to)
    const after = afterWorkingDays ? amountText(afterWorkingDays, 'workingDays') : amountText(afterMs ?? 0, 'ms')
    if (!afterMs && !afterWorkingDays) return { zh: `到期：${whom.zh}`, en: `when due: ${whom.en}` }
    return { zh: `逾期 ${after.zh}：${whom.zh}`, en: `${after.en} late: ${whom.en}` }
  })
  const reminding = { zh: `用时 ${shares.join('、')} 提醒`, en: `reminders at ${shares.join(', ')} of the time` }
  const { zh, en } = { zh: [reminding, ...told].map((one) => one.zh), en: [reminding, ...told].map((one) => one.en) }
  return { zh: zh.join('；'), en: en.join('; ') }
}
