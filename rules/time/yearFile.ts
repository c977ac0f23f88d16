import type { LocalDate } from '../instant.ts'
import type { Text } from '../text.ts'
import type { CalendarYear } from './calendar.ts'
import type { DayList } from './checkYear.ts'
import { isLocalDate } from './local.ts'

/** What a file says of a year; what it leaves out is asked for. */
export type YearFile = Pick<CalendarYear, DayList> & Partial<Omit<CalendarYear, DayList>>

/** What is wrong with a file, with the line where there is one. */
export interface FileProblem {
  line: number | null
  text: Text
}

/** How the kinds of days are written in files, in either language. */
const WORDS: Readonly<Record<DayList, RegExp>> = {
  statutory: /^(statutory|statutoryHoliday|法定节假日|法定|节假日)$/i,
  adjustedRest: /^(adjustedRest|rest|调休|调休放假|休)$/i,
  makeUp: /^(makeUp|makeUpWorkday|补班|上班|班)$/i,
}
const LISTS = Object.keys(WORDS) as DayList[]

/**
 * Reads a published year from a file's text: JSON as this product writes it (`year`, `source`, `version`, `publishedOn`
 * and the three lists), or CSV of two columns, the date and what the day is. Whether the days make sense is `checkYear`'s.
 */
export function readYearFile(text: string): { file: YearFile } | { problems: FileProblem[] } {
  // A byte order mark, which spreadsheets begin their files with, is white space too.
  const plain = text.trim()
  return plain.startsWith('{') ? fromJson(plain) : fromCsv(plain)
}

function fromJson(plain: string): { file: YearFile } | { problems: FileProblem[] } {
  let read: Record<string, unknown>
  try {
    read = JSON.parse(plain) as Record<string, unknown>
  } catch {
    return { problems: [{ line: null, text: { zh: '不是有效的 JSON', en: 'This is not valid JSON' } }] }
  }
  const lists = Object.fromEntries(LISTS.map((list) => [list, read[list] ?? []])) as Record<DayList, unknown>
  const wrong = LISTS.filter((list) => !isTexts(lists[list]))
  if (wrong.length > 0)
    return {
      problems: wrong.map((list) => ({
        line: null,
        text: { zh: `“${list}”须为日期的列表`, en: `“${list}” has to be a list of dates` },
      })),
    }
  const file: YearFile = { ...(lists as Record<DayList, LocalDate[]>) }
  if (typeof read['year'] === 'number') file.year = read['year']
  for (const key of ['source', 'version', 'publishedOn'] as const)
    if (typeof read[key] === 'string') file[key] = read[key]
  return { file }
}

const isTexts = (value: unknown) => Array.isArray(value) && value.every((one) => typeof one === 'string')

function fromCsv(plain: string): { file: YearFile } | { problems: FileProblem[] } {
  const days: Record<DayList, LocalDate[]> = { statutory: [], adjustedRest: [], makeUp: [] }
  const problems: FileProblem[] = []
  for (const [index, row] of plain.split(/\r?\n/).entries()) {
    const [on = '', kind = ''] = row.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
    const date = on.replace(/(\d{4})[/.](\d{1,2})[/.](\d{1,2})/, (_, y: string, m: string, d: string) =>
      [y, m.padStart(2, '0'), d.padStart(2, '0')].join('-'),
    )
    if (row.trim() === '' || (index === 0 && !/\d/.test(on))) continue
    const list = LISTS.find((one) => WORDS[one].test(kind))
    if (!isLocalDate(date))
      problems.push({
        line: index + 1,
        text: { zh: `“${on}”不是有效日期`, en: `“${on}” is not a date that exists` },
      })
    else if (!list)
      problems.push({
        line: index + 1,
        text: {
          zh: `“${kind}”不是：法定节假日、调休、补班`,
          en: `“${kind}” is none of: statutory, adjustedRest, makeUp`,
        },
      })
    else days[list].push(date)
  }
  const first = LISTS.flatMap((list) => days[list])[0]
  if (problems.length === 0 && !first)
    problems.push({ line: null, text: { zh: '文件里没有日期', en: 'There are no dates in the file' } })
  if (problems.length > 0) return { problems }
  return { file: { ...days, year: Number(first!.slice(0, 4)) } }
}
