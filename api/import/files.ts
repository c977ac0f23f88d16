import { columns, type Kind } from '../../db/import/columns.ts'
import type { RowError } from '../../db/import/importFile.ts'
import { exampleIn, type Column, type Columns } from '../../db/import/readTable.ts'
import { problemText } from '../../rules/problem.ts'
import type { Language } from '../../rules/text.ts'
import { workbook } from '../export/workbook.ts'
import { kindLabels } from './labels.ts'

const words = {
  column: { zh: '列', en: 'Column' },
  required: { zh: '必填', en: 'Required' },
  example: { zh: '示例', en: 'Example' },
  hint: { zh: '说明', en: 'Note' },
  yes: { zh: '是', en: 'Yes' },
  howTo: { zh: '填写说明', en: 'How to fill it in' },
  reason: { zh: '错误原因', en: 'What is wrong' },
}
/** Whether a column is the one that rejected rows come back with. */
export const isReason = (heading: string) => Object.values(words.reason).includes(heading)

const width = (column: Column) =>
  Math.min(40, Math.max(14, column.heading.en.length + 4, exampleIn(column, 'zh').length * 2))

/** A workbook to fill in: the headings, a row of examples that is passed over unless changed, and a sheet that explains the columns. */
export function templateXlsx(kind: Kind, language: Language): Promise<Buffer> {
  const all = Object.values<Column>(columns[kind] as Columns)
  return workbook([
    {
      name: kindLabels[kind][language],
      headings: all.map((column) => ({ label: column.heading[language], width: width(column) })),
      rows: [all.map((column) => exampleIn(column, language))],
    },
    {
      name: words.howTo[language],
      headings: [
        { label: words.column[language], width: 20 },
        { label: words.required[language], width: 10 },
        { label: words.example[language], width: 28 },
        { label: words.hint[language], width: 60 },
      ],
      rows: all.map((column) => [
        column.heading[language],
        column.required ? words.yes[language] : '',
        exampleIn(column, language),
        column.hint?.[language],
      ]),
    },
  ])
}

interface Fault {
  /** Its heading, where it is known which. */
  column: string | null
  detail: string
}

/** What is wrong with each row, by its line, in words. */
export function faultsOf(kind: Kind, errors: readonly RowError[], language: Language): Map<number, Fault[]> {
  const named = columns[kind] as Columns
  const faults = new Map<number, Fault[]>()
  for (const { line, column, code, params } of errors) {
    const heading = column ? (named[column]?.heading[language] ?? column) : null
    const fault = { column: heading, detail: problemText(code, language, params) }
    faults.set(line, [...(faults.get(line) ?? []), fault])
  }
  return faults
}

/** The rows that are wrong, or all of them, as they were, with what is wrong in a last column: to be put right and sent again. */
export function rejectsXlsx(
  kind: Kind,
  rows: readonly { line: number; values: Record<string, string> }[],
  errors: readonly RowError[],
  language: Language,
  whole = false,
): Promise<Buffer> {
  const all = Object.entries<Column>(columns[kind] as Columns)
  const faults = faultsOf(kind, errors, language)
  return workbook([
    {
      name: kindLabels[kind][language],
      headings: [
        ...all.map(([, column]) => ({ label: column.heading[language], width: width(column) })),
        { label: words.reason[language], width: 60 },
      ],
      rows: rows
        .filter(({ line }) => whole || faults.has(line))
        .map(({ line, values }) => [
          ...all.map(([name]) => values[name]),
          faults
            .get(line)
            ?.map(({ column, detail }) => (column ? `${column}：${detail}` : detail))
            .join('\n'),
        ]),
    },
  ])
}
