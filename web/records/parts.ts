import type { PersonRecord, RecordKind } from '../../rules/record/record.ts'
import type { Text } from '../../rules/text.ts'
import type { Values } from '../parts/useFields.ts'
import { grades, words } from '../texts/records.ts'

/** A part of a record: one of a few, a region, or a line of text (`month`: `2026-03`). */
export type Part = { name: string; label: Text } & (
  | { kind: 'choice'; options: readonly { value: string; label: Text }[] }
  | { kind: 'text' | 'month' | 'number' | 'region' }
)

const choice = (name: string, label: Text, options: Readonly<Record<string, Text>>): Part => ({
  name,
  label,
  kind: 'choice',
  options: Object.entries(options).map(([value, of]) => ({ value, label: of })),
})
const flag = (name: string, label: Text, yes: Text, no: Text) => choice(name, label, { yes, no })
const month: Part = { name: 'month', label: words.month, kind: 'month' }
const countOf = (n: number): Text => ({ zh: `${n} 个`, en: String(n) })
const gradeOf = (n: number): Text => ({ zh: `${n} 等`, en: `Grade ${n}` })

/** What is asked for each kind of record. */
export const partsOf: Readonly<Record<RecordKind, readonly Part[]>> = {
  examTaken: [
    choice('exam', words.exam, { training: words.training, skill: words.skill }),
    flag('passed', words.passed, words.pass, words.fail),
  ],
  documentsChecked: [month, flag('complete', words.complete, words.isComplete, words.notComplete)],
  contribution: [{ name: 'note', label: words.what, kind: 'text' }],
  trained: [{ name: 'minutes', label: words.minutes, kind: 'number' }],
  jointTraining: [{ name: 'regionId', label: words.region, kind: 'region' }],
  payGradeSet: [choice('grade', words.grade, { '1': gradeOf(1), '2': gradeOf(2), '3': gradeOf(3) })],
  openingAccident: [choice('class', words.class, { I: { zh: 'I 类', en: 'I' }, II: { zh: 'II 类', en: 'II' } })],
  openingRating: [choice('worst', words.worst, grades)],
  openingFairRow: [choice('count', words.inARow, { '1': countOf(1), '2': countOf(2) })],
  openingExamFailed: [],
  openingCleanMonth: [month],
}

const FLAGS = ['passed', 'complete']
const NUMBERS = ['grade', 'count', 'minutes']

/** What the fields say, as a record. Which values a kind admits, its fields see to. */
export function recordOf(kind: RecordKind, values: Values): PersonRecord {
  const told = partsOf[kind].map(({ name }) => {
    const value = values[name]
    return [name, FLAGS.includes(name) ? value === 'yes' : NUMBERS.includes(name) ? Number(value) : value]
  })
  return { kind, ...Object.fromEntries(told) } as PersonRecord
}

/** A record's parts in words, as the list shows them; `regionOf` says what a region is called. */
export function toldBy(
  kind: string,
  data: Readonly<Record<string, unknown>>,
  regionOf: (id: string) => string = (id) => id,
): Text[] {
  const parts = kind in partsOf ? partsOf[kind as RecordKind] : []
  return parts.flatMap((part) => {
    const value = data[part.name]
    if (value === undefined) return []
    const name = value === true ? 'yes' : value === false ? 'no' : String(value as string | number)
    const option = part.kind === 'choice' ? part.options.find((one) => one.value === name)?.label : undefined
    const told = part.kind === 'region' ? regionOf(name) : name
    return [option ?? { zh: told, en: told }]
  })
}
