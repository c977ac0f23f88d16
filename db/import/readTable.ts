import { refuse } from '../../rules/problem.ts'
import type { Language, Text } from '../../rules/text.ts'
import { readCsv } from './readCsv.ts'
import { readXlsx, type SheetRow } from './readXlsx.ts'
import { isZip } from './unzip.ts'

/** House limit: a department of thousands still loads in one file. */
const MAX_ROWS = 5_000

export interface Column {
  /** The heading in both languages; either is understood, and the column's own name too. */
  heading: Text
  required?: boolean
  /** What lists call it as well. */
  also?: readonly string[]
  /** What a template shows in its one row. */
  example: string | Text
  /** What to write there, where the heading doesn't say it. */
  hint?: Text
}
export type Columns = Readonly<Record<string, Column>>

export interface Row<C extends Columns> {
  /** Of the file, counted from 1. */
  line: number
  values: Record<keyof C & string, string>
}

/** What a file holds, and which of its columns are not read, by their headings. */
interface Table<C extends Columns> {
  rows: Row<C>[]
  unknown: string[]
}

/**
 * Reads a table whose first row names its columns: an Excel file, or CSV. Columns may stand in any order; the row of examples
 * that a template came with is passed over.
 * @throws Refusal of `readCsv` and `readXlsx`; `import.columns`, `import.tooMany`
 */
export function readTable<C extends Columns>(bytes: Uint8Array, columns: C): Table<C> {
  const [header, ...rows] = isZip(bytes) ? readXlsx(bytes, MAX_ROWS + 2) : readCsv(bytes)
  const headings = (header?.cells ?? []).map((heading) => columnNamed(heading, columns))
  const missing = Object.entries(columns).filter(([name, column]) => column.required && !headings.includes(name))
  if (missing.length > 0) {
    const list = (language: keyof Text, mark: string) => missing.map(([, c]) => c.heading[language]).join(mark)
    refuse('import.columns', { params: { missing: { zh: list('zh', '、'), en: list('en', ', ') } } })
  }
  if (rows.length > MAX_ROWS) refuse('import.tooMany', { params: { max: MAX_ROWS } })
  // A second column of the same thing is as good as unknown: only the first is read.
  const isRead = (i: number) => headings[i] !== undefined && headings.indexOf(headings[i]) === i
  const unknown = (header?.cells ?? []).map((heading) => heading.trim()).filter((name, i) => name && !isRead(i))
  return {
    rows: rows.map((row) => rowOf(row, headings, columns)).filter(({ values }) => !isExample(values, columns)),
    unknown,
  }
}

function rowOf<C extends Columns>({ line, cells }: SheetRow, headings: (string | undefined)[], columns: C): Row<C> {
  const values = Object.keys(columns).map((name) => [name, cells[headings.indexOf(name)]?.trim() ?? ''])
  return { line, values: Object.fromEntries(values) as Row<C>['values'] }
}

/** What a template of one language shows in a column. */
export const exampleIn = ({ example }: Column, language: Language): string =>
  typeof example === 'string' ? example : example[language]

/** The row of a template, in either language, that nobody filled in. */
const isExample = (values: Record<string, string>, columns: Columns) =>
  (['zh', 'en'] as const).some((language) =>
    Object.entries(columns).every(([name, column]) => values[name] === exampleIn(column, language)),
  )

function columnNamed(heading: string, columns: Columns): string | undefined {
  const wanted = heading.trim().toLowerCase()
  return Object.entries(columns).find(([name, column]) =>
    [name, column.heading.zh, column.heading.en, ...(column.also ?? [])].some(
      (known) => known.toLowerCase() === wanted,
    ),
  )?.[0]
}
