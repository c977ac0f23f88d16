import writeXlsxFile, { type Row } from 'write-excel-file/node'
import type { Instant } from '../../rules/instant.ts'
import { localDate, localTime } from '../../rules/time/local.ts'
import { printable } from '../assessment/text.ts'

/** What a cell holds: words, a number, a moment, an amount of money. */
export type Cell = string | number | null | undefined | { at: Instant } | { fen: number }

interface Heading {
  label: string
  /** In characters. */
  width: number
}

export interface Sheet {
  /** Of the tab; Excel takes 31 characters, and no brackets, colons or slashes. */
  name: string
  headings: readonly Heading[]
  rows: readonly (readonly Cell[])[]
  /** A line below the rows, as why some are missing. */
  note?: string
}

const HEAD = { fontWeight: 'bold', backgroundColor: '#E8E8E8', wrap: true, alignVertical: 'top' } as const
const BODY = { wrap: true, alignVertical: 'top' } as const

// Every cell says what it is, so that no text is ever a formula, whoever wrote it.
const text = (value: string, style: object) => ({ value: printable(value).slice(0, 32_000), type: String, ...style })

function cellOf(cell: Cell): Row[number] {
  if (cell === null || cell === undefined || cell === '') return null
  if (typeof cell === 'string') return text(cell, BODY)
  if (typeof cell === 'number') return { value: cell, type: Number, ...BODY }
  if ('fen' in cell) return { value: cell.fen / 100, type: Number, format: '#,##0.00', ...BODY }
  // Excel knows no zones: what it gets is the company's clock.
  return {
    value: new Date(`${localDate(cell.at)}T${localTime(cell.at)}Z`),
    type: Date,
    format: 'yyyy-mm-dd hh:mm',
    ...BODY,
  }
}

/** Makes a workbook where it is called, which holds up everything else there: 5,000 rows take about half a second. */
export async function makeWorkbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const data = sheets.map(({ headings, rows, note }): Row[] => [
    headings.map(({ label }) => text(label, HEAD)),
    ...rows.map((row) => row.map(cellOf)),
    ...(note ? [[text(note, { fontStyle: 'italic' })]] : []),
  ])
  return writeXlsxFile(
    sheets.map(({ name, headings }, i) => ({
      data: data[i]!,
      sheet: name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31),
      columns: headings.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
    })),
  ).toBuffer()
}
