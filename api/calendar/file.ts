import { z } from 'zod'
import { readCsv } from '../../db/import/readCsv.ts'
import { readXlsx } from '../../db/import/readXlsx.ts'
import { isZip } from '../../db/import/unzip.ts'
import { route } from '../http/route.ts'

/** More than a year has days, so that a list of two years is said to be one and not cut off. */
const MAX_ROWS = 800

/** What stands in a spreadsheet, as text, each row in its line: pages read text, not Excel, and not every CSV is in UTF-8. */
export const readFile = route({
  method: 'post',
  path: '/api/calendars/file',
  action: 'calendar.edit',
  // Writes nothing.
  outside: true,
  summary: {
    zh: '读取年度文件（Excel 或 CSV），以便核对后导入',
    en: 'What an Excel or CSV file of a year says, to be looked at before it is imported',
  },
  body: 'table',
  response: z.object({ text: z.string() }),
  handle: async ({ body }) => {
    const rows = isZip(body) ? readXlsx(body, MAX_ROWS) : readCsv(body)
    const lines: string[] = []
    // Midnight is how spreadsheets show a day that they take for a moment.
    const said = (cell = '') => cell.trim().replace(/ 00:00(:00)?$/, '')
    for (const { line, cells } of rows) lines[line - 1] = [said(cells[0]), said(cells[1])].join('\t')
    return { text: Array.from(lines, (one) => one ?? '').join('\n') }
  },
})
