import { refuse } from '../../rules/problem.ts'
import { dateStyles, dateText } from './xlsxDates.ts'
import { unzip } from './unzip.ts'
import { tokens } from './xml.ts'

/** A row of a sheet: its number as Excel shows it, and its cells as words. */
export interface SheetRow {
  line: number
  cells: string[]
}

/** Cells further right hold nothing that a template has. */
const MAX_COLUMNS = 100

/**
 * The rows of the first sheet of an Excel file that hold anything, as text: dates as `2026-02-16 18:00`, formulas as what they
 * came to. Ends after so many rows.
 * @throws Refusal `import.notExcel`, `import.tooLarge`
 */
export function readXlsx(bytes: Uint8Array, maxRows: number): SheetRow[] {
  const parts = unzip(bytes, (name) =>
    /^xl\/([^/]+\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(name),
  )
  const part = (name: string) => parts.get(name) ?? refuse('import.notExcel')
  const { sheet, from1904 } = firstSheet(part('xl/workbook.xml'), part('xl/_rels/workbook.xml.rels'))
  const strings = sharedStrings(parts.get('xl/sharedStrings.xml') ?? '')
  const isDate = dateStyles(parts.get('xl/styles.xml') ?? '')
  const rows: SheetRow[] = []
  for (const { line, cells } of rawRows(part(sheet))) {
    const words: string[] = []
    for (const { column, type, style, value } of cells)
      words[column] =
        type === 's' ? (strings[Number(value)] ?? '') : plain(value, type, isDate.has(style) ? { from1904 } : undefined)
    if (!words.some((word) => word.trim() !== '')) continue
    rows.push({ line, cells: Array.from(words, (word) => word ?? '') })
    if (rows.length >= maxRows) break
  }
  return rows
}

/** Where the first sheet that is not hidden stands, and whether its dates count from 1904 (old Macintosh files). */
function firstSheet(workbook: string, relations: string): { sheet: string; from1904: boolean } {
  let id: string | undefined
  let from1904 = false
  for (const { kind, value, attribute } of tokens(workbook)) {
    if (kind !== 'open') continue
    if (value === 'workbookPr') from1904 = ['1', 'true'].includes(attribute('date1904') ?? '')
    if (value === 'sheet' && !id && !attribute('state')) id = attribute('id')
  }
  for (const { kind, value, attribute } of tokens(relations)) {
    if (kind !== 'open' || value !== 'Relationship' || attribute('Id') !== id) continue
    const target = attribute('Target') ?? ''
    return { sheet: target.startsWith('/') ? target.slice(1) : `xl/${target}`, from1904 }
  }
  return refuse('import.notExcel')
}

/** The words that cells point to; how they are said (furigana, pinyin) is left out. */
function sharedStrings(xml: string): string[] {
  const strings: string[] = []
  let [word, inText, aside] = ['', false, false]
  for (const { kind, value } of tokens(xml)) {
    if (kind === 'text') word += inText && !aside ? value : ''
    else if (value === 'rPh') aside = kind === 'open'
    else if (value === 't') inText = kind === 'open'
    else if (value === 'si' && kind === 'open') word = ''
    else if (value === 'si') strings.push(word)
  }
  return strings
}

interface RawCell {
  column: number
  type: string
  style: number
  value: string
}

function* rawRows(xml: string): Generator<{ line: number; cells: RawCell[] }> {
  let line = 0
  let cells: RawCell[] = []
  let cell: RawCell | undefined
  let [inside, aside] = [false, false]
  for (const { kind, value, attribute } of tokens(xml)) {
    if (kind === 'text') {
      if (cell && inside && !aside) cell.value += value
    } else if (value === 'row' && kind === 'open') {
      line = Number(attribute('r')) || line + 1
      cells = []
    } else if (value === 'row') yield { line, cells }
    else if (value === 'c' && kind === 'open') {
      const column = columnOf(attribute('r')) ?? (cells.at(-1)?.column ?? -1) + 1
      cell = { column, type: attribute('t') ?? 'n', style: Number(attribute('s') ?? -1), value: '' }
    } else if (value === 'c') {
      if (cell && cell.column < MAX_COLUMNS) cells.push(cell)
      cell = undefined
    } else if (value === 'rPh') aside = kind === 'open'
    else if (value === 'v' || value === 't') inside = kind === 'open'
  }
}

/** `B7` is column 1. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (!letters) return undefined
  return [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** What a cell shows, near enough: telephone numbers whole, fractions without the dust of binary arithmetic. */
function plain(value: string, type: string, date?: { from1904: boolean }): string {
  const n = Number(value)
  if (type !== 'n' || value.trim() === '' || !Number.isFinite(n)) return value
  if (date) return dateText(n, date.from1904)
  return Number.isSafeInteger(n) ? String(n) : String(Number(n.toPrecision(15)))
}
