import type { Instant, LocalDate } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import { roles, type Role } from '../../rules/roles.ts'
import { atTime, isLocalDate, parseInstant } from '../../rules/time/local.ts'

/** Several values in one cell, parted by semicolons, 、 or line breaks. */
export const listed = (cell: string): string[] =>
  cell
    .split(/[;；、\n]/)
    .map((part) => part.trim())
    .filter(Boolean)

const YES = ['是', 'y', 'yes', 'true', '1']
const NO = ['', '否', 'n', 'no', 'false', '0']

/** @throws Refusal `import.cell` */
export function flag(cell: string, field: string): boolean {
  const said = cell.toLowerCase()
  if (YES.includes(said)) return true
  if (NO.includes(said)) return false
  return refuse('import.cell', { field, params: { expected: { zh: '是 / 否', en: 'yes / no' } } })
}

/** One of a few words, by its id or either heading. @throws Refusal `import.cell` */
export function oneOf<T extends string>(cell: string, words: Readonly<Record<T, readonly string[]>>, field: string): T {
  const found = (Object.keys(words) as T[]).find((id) => id === cell || words[id].includes(cell))
  const expected = Object.values<readonly string[]>(words)
    .map((known) => known[0])
    .join(' / ')
  return found ?? refuse('import.cell', { field, params: { expected } })
}

/** Milliseconds of `2026-02-16 18:00` in the company's zone (as a spreadsheet shows it), or of ISO 8601 with an offset. @throws Refusal `import.cell` */
export function instantCell(cell: string, field: string): Instant {
  const [, y, m, d, h, min, s = '00'] =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(cell) ?? []
  try {
    if (!y || !m || !d || !h) return parseInstant(cell)
    const date = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
    if (isLocalDate(date)) return atTime(date, `${h.padStart(2, '0')}:${min}:${s}`)
  } catch {
    // said below, in the words of a spreadsheet
  }
  return refuse('import.cell', { field, params: { expected: '2026-02-16 18:00' } })
}

/** A day as spreadsheets show it: `2026-02-16` or `2026/2/16`. @throws Refusal `import.cell` */
export function dateCell(cell: string, field: string): LocalDate {
  const [, y, m, d] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(cell) ?? []
  const date = `${y}-${m?.padStart(2, '0')}-${d?.padStart(2, '0')}`
  return isLocalDate(date) ? date : refuse('import.cell', { field, params: { expected: '2026-02-16' } })
}

/** A role by its id or label. @throws Refusal `import.cell` */
export function roleCell(cell: string, field: string): Role {
  const words = Object.fromEntries(Object.entries(roles).map(([id, { zh, en }]) => [id, [zh, en]])) as Record<
    Role,
    string[]
  >
  return oneOf(cell, words, field)
}
