import { DAY, HOUR, MINUTE } from '../../rules/instant.ts'
import type { Ladder } from '../../rules/obligation/ladder.ts'
import type { Answer } from '../client/ask.ts'
import { fenOf } from '../parts/money.ts'
import type { Values } from '../parts/useFields.ts'
import { ladderFields, ladderValue } from './ladder.ts'

export type Parameter = Answer<'get /api/policies'>['items'][number]['parameters'][number]

const UNITS = { min: MINUTE, h: HOUR, d: DAY } as const
type Span = keyof typeof UNITS
export const SPANS = Object.keys(UNITS) as Span[]

/** The field that says the unit of a duration, beside the parameter's own. */
export const spanOf = (key: string) => `${key}#unit`

/** A parameter's value as its fields hold it. A blank is an empty field. */
export function fieldsOf({ key, unit }: Parameter, value: unknown): Values {
  if (value === null || value === undefined) return { [key]: '', ...(unit === 'ms' && { [spanOf(key)]: 'min' }) }
  if (unit === 'fen') return { [key]: (Number(value) / 100).toFixed(2) }
  if (unit === 'ms') {
    const span = SPANS.findLast((one) => Number(value) % UNITS[one] === 0) ?? 'min'
    return { [key]: String(Number(value) / UNITS[span]), [spanOf(key)]: span }
  }
  if (unit === 'ladder') return ladderFields(key, value as Ladder)
  if (unit === 'flag') return { [key]: value ? 'yes' : 'no' }
  return { [key]: Array.isArray(value) ? value.join() : String(value as string | number) }
}

/** The fields of those parameters that a draft changes, as it changes them. */
export const typedOf = (parameters: readonly Parameter[], values: Readonly<Record<string, unknown>>): Values =>
  Object.assign(
    {},
    ...parameters.flatMap((one) => (one.key in values ? [fieldsOf(one, values[one.key])] : [])),
  ) as Values

/** What the fields of a parameter say; undefined where it is no value of its unit. */
export function valueOf({ key, unit, value: own }: Parameter, values: Values): unknown {
  const text = (values[key] ?? '').trim()
  if (text === '') return null
  switch (unit) {
    case 'fen':
      return fenOf(text)
    case 'ms':
      return /^\d+(\.\d+)?$/.test(text)
        ? Math.round(Number(text) * UNITS[(values[spanOf(key)] ?? 'min') as Span])
        : undefined
    case 'ladder':
      return ladderValue(key, own as Ladder, values)
    case 'percent':
      return /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
    case 'flag':
      return text === 'yes'
    case 'setting':
      return Array.isArray(own) ? text.split(',') : text
    default:
      return /^\d+$/.test(text) ? Number(text) : undefined
  }
}
