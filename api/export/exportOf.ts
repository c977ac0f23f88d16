import { z } from 'zod'
import { audit } from '../../db/audit.ts'
import { XLSX } from '../../rules/attachment/mediaType.ts'
import type { Text } from '../../rules/text.ts'
import { localDate } from '../../rules/time/local.ts'
import { route, type Answering, type Context, type Route } from '../http/route.ts'
import { lookFor, type Look } from './look.ts'
import type { Cell } from './makeWorkbook.ts'
import { workbook } from './workbook.ts'

/** One column of a file: what it is called, what it holds of a row, how wide it is in characters. */
export type Column<T> = readonly [heading: Text, cell: (row: T, look: Look) => Cell, width?: number]

/** House limit: as many take a thread of their own half a second, and nobody reads more. Filters narrow a longer list. */
const MAX_ROWS = 5_000
/** Rows read at once; lists allow a page less to those who ask over HTTP. */
const BATCH = 500

interface Table<T> {
  /** Of the address: `/api/exports/<name>`. */
  name: string
  /** Of the sheet and the file. */
  title: Text
  columns: readonly Column<T>[]
}

interface Page<T> {
  items: readonly T[]
  /** Left out by lists that are given whole. */
  next?: string | null
  /** How many more there are, which the answer itself leaves out. */
  unlisted?: number
}

/**
 * A list as an Excel file: `GET /api/exports/<name>` with the list's own filters and what its address names. The rows are those that the list itself
 * gives the same caller, page after page, so neither filters nor what somebody may see can differ. Recorded in the audit
 * log: a file leaves the house with what stands in it.
 */
export function exportOf<T>(list: Answering<Page<T>>, { name, title, columns }: Table<T>) {
  return route({
    method: 'get',
    path: [`/api/exports/${name}`, ...(list.path.match(/:\w+/g) ?? [])].join('/'),
    action: list.action,
    summary: { zh: `导出 Excel：${title.zh}（按筛选）`, en: `As an Excel file, as filtered: ${title.en}` },
    params: list.params,
    query: list.query && withoutPages(list.query as z.ZodObject),
    response: 'file',
    handle: async (ctx) => {
      const { db, caller, language, now, requestId } = ctx
      const { rows, more, unlisted } = await readAll<T>(list, ctx)
      const look = await lookFor(db, caller.grants, language)
      const bytes = await workbook([
        {
          name: title[language],
          headings: columns.map(([heading, , width = 18]) => ({ label: heading[language], width })),
          rows: rows.map((row) => columns.map(([, cell]) => cell(row, look))),
          ...(more && { note: cutOff[language] }),
          ...(unlisted > 0 && { note: leftOut(unlisted)[language] }),
        },
      ])
      await audit(db, {
        ...{ at: now, personId: caller.personId, door: 'api', requestId },
        ...{ action: list.action, noun: 'export', subjectId: name, detail: { rows: rows.length } },
      })
      return { bytes, mediaType: XLSX, name: `${title[language]} ${localDate(now)}.xlsx` }
    },
  })
}

/** A table that is part of a larger answer: its rows, given whole; how many more the answer counts without listing them. */
export function exportPart<A, T>(
  of: Answering<A>,
  rowsOf: (answer: A, ctx: Context) => readonly T[],
  table: Table<T>,
  unlisted: (answer: A) => number = () => 0,
) {
  const handle = async (ctx: Context): Promise<Page<T>> => {
    const answer = (await of.handle(ctx)) as A
    return { items: rowsOf(answer, ctx), unlisted: unlisted(answer) }
  }
  return exportOf<T>({ ...(of as Route), handle }, table)
}

/** The filters of a list; which of its pages, the file has no say in. */
function withoutPages(query: z.ZodObject): z.ZodObject {
  const { limit, cursor, ...filters } = query.shape
  return limit && cursor ? z.object(filters) : query
}

const cutOff = {
  zh: `只导出前 ${MAX_ROWS} 行，请缩小筛选范围。`,
  en: `Only the first ${MAX_ROWS} rows are here; narrow the filter for the rest.`,
}

const leftOut = (n: number) => ({ zh: `另有 ${n} 项未列出。`, en: `${n} more are not listed.` })

async function readAll<T>(list: Answering<Page<T>>, ctx: Context) {
  const rows: T[] = []
  let unlisted = 0
  let cursor: string | null | undefined
  do {
    const limit = Math.min(BATCH, MAX_ROWS - rows.length)
    const query = { ...(ctx.query as object | undefined), limit, cursor: cursor ?? undefined }
    const page = (await list.handle({ ...ctx, caller: ctx.caller, query })) as Page<T>
    rows.push(...page.items)
    cursor = page.next
    unlisted = page.unlisted ?? 0
  } while (cursor && rows.length < MAX_ROWS)
  return { rows, more: Boolean(cursor), unlisted }
}
