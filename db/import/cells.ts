import type { Instant, LocalDate } from '../../rules/instant.ts'
import { roleMeant, rolesLike } from '../../rules/organisation/terms.ts'
import { normaliseNumber } from '../../rules/person/phoneNumber.ts'
import { Refusal, refuse } from '../../rules/problem.ts'
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

/** What people are, in the words of a list, the one that is offered first. */
export const PERSON_KINDS = {
  staff: ['员工', 'Staff', '本公司'],
  client: ['甲方', 'Client'],
  contractor: ['承包方', 'Contractor'],
  service: ['服务账号', 'Service account'],
} as const

export const LINE_KINDS = { hotline: ['热线', 'Hotline'], direct: ['直线', 'Direct'] } as const

/** One of a few words (each first in Chinese, then in English), by its id or any of them, in capitals or not. @throws Refusal `import.cell` */
export function oneOf<T extends string>(cell: string, words: Readonly<Record<T, readonly string[]>>, field: string): T {
  const wanted = cell.toLowerCase()
  const found = (Object.keys(words) as T[]).find((id) =>
    [id, ...words[id]].some((known) => known.toLowerCase() === wanted),
  )
  const named = (i: 0 | 1) =>
    Object.values<readonly string[]>(words)
      .map((known) => known[i] ?? known[0])
      .join(' / ')
  return found ?? refuse('import.cell', { field, params: { expected: { zh: named(0), en: named(1) } } })
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

/** A post, by its id, its label or the rulebook's word; what comes near is offered. @throws Refusal `import.role` */
export function roleCell(cell: string, field: string): Role {
  const like = rolesLike(cell)
  const near = (language: 'zh' | 'en') => like.map((role) => roles[role][language]).join(' / ') || '—'
  return (
    roleMeant(cell) ??
    refuse('import.role', { field, params: { said: cell, near: { zh: near('zh'), en: near('en') } } })
  )
}

/** A telephone number in E.164. @throws Refusal `input.phoneNumber` */
export const numberCell = (cell: string, field: string): string =>
  normaliseNumber(cell) ?? refuse('input.phoneNumber', { field })

/** Several of them, each once. @throws Refusal `input.phoneNumber` */
export const numbersCell = (cell: string, field: string): string[] => [
  ...new Set(listed(cell).map((one) => numberCell(one, field))),
]

/** @throws Refusal `import.cell` */
export const emailCell = (cell: string, field: string): string =>
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell)
    ? cell
    : refuse('import.cell', { field, params: { expected: 'name@example.com' } })

/**
 * Reads the cells of a row, each by `cell`, so that all that are wrong are named at once and not one after the other, a file
 * sent again for each. @throws Refusal the one that is wrong, or `input.invalid` with each
 */
export async function together<T>(
  read: (cell: <V>(one: () => V | Promise<V>) => Promise<V>) => Promise<T>,
): Promise<T> {
  const wrong: Refusal[] = []
  const said = await read(async (one) => {
    try {
      return await one()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      wrong.push(error)
      return undefined as never
    }
  })
  if (wrong.length === 1) throw wrong[0]!
  if (wrong.length > 1)
    refuse('input.invalid', {
      each: wrong.map(({ code, details: { field, params } }) => ({ field: field!, code, ...(params && { params }) })),
    })
  return said
}
