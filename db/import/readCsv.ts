import { parse } from 'csv-parse/sync'
import { refuse } from '../../rules/problem.ts'
import type { Text } from '../../rules/text.ts'

/** House limit: a department of thousands still loads in one file. */
export const MAX_ROWS = 5_000

export interface Column {
  /** The heading in both languages; either is understood, and the column's own name too. */
  heading: Text
  required?: boolean
  /** What a template shows in its one row. */
  example: string
}
export type Columns = Readonly<Record<string, Column>>

export interface Row<C extends Columns> {
  /** Of the file, counted from 1. */
  line: number
  values: Record<keyof C & string, string>
}

/**
 * Reads a CSV file in UTF-8 (with or without byte order mark) or GB18030, as Excel on Chinese Windows writes it.
 * @throws Refusal `import.encoding`, `import.unreadable`, `import.columns`, `import.tooMany`
 */
export function readCsv<C extends Columns>(bytes: Uint8Array, columns: C): Row<C>[] {
  const [header, ...rows] = records(decode(bytes))
  const headings = (header?.record ?? []).map((heading) => columnNamed(heading, columns))
  const missing = Object.entries(columns).filter(([name, column]) => column.required && !headings.includes(name))
  if (missing.length > 0) {
    const list = (language: keyof Text, mark: string) => missing.map(([, c]) => c.heading[language]).join(mark)
    refuse('import.columns', { params: { missing: { zh: list('zh', '、'), en: list('en', ', ') } } })
  }
  if (rows.length > MAX_ROWS) refuse('import.tooMany', { params: { max: MAX_ROWS } })
  return rows.map(({ record, info }) => ({
    line: info.lines,
    values: Object.fromEntries(
      Object.keys(columns).map((name) => [name, record[headings.indexOf(name)]?.trim() ?? '']),
    ) as Row<C>['values'],
  }))
}

/** A file to fill in: the headings and one row of examples, with a byte order mark so that Excel reads it as UTF-8. */
export function template(columns: Columns, language: keyof Text): string {
  const cells = Object.values(columns)
  const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const line = (texts: string[]) => texts.map(quoted).join(',') + '\r\n'
  return '\ufeff' + line(cells.map((c) => c.heading[language])) + line(cells.map((c) => c.example))
}

function decode(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // not this one
    }
  }
  return refuse('import.encoding')
}

function records(text: string): { record: string[]; info: { lines: number } }[] {
  const first = text.split('\n', 1)[0] ?? ''
  const delimiter = [',', ';', '\t'].find((mark) => first.includes(mark)) ?? ','
  try {
    const options = {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    }
    return parse(text, options) as unknown as ReturnType<typeof records>
  } catch (error) {
    return refuse('import.unreadable', { params: { line: (error as { lines?: number }).lines ?? 1 } })
  }
}

function columnNamed(heading: string, columns: Columns): string | undefined {
  const wanted = heading.trim().toLowerCase()
  return Object.entries(columns).find(([name, column]) =>
    [name, column.heading.zh, column.heading.en].some((known) => known.toLowerCase() === wanted),
  )?.[0]
}
