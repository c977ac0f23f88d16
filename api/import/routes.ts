import { z } from 'zod'
import { columns, kinds, type Kind } from '../../db/import/columns.ts'
import { importFile } from '../../db/import/importFile.ts'
import { readTable, type Column, type Columns } from '../../db/import/readTable.ts'
import { XLSX } from '../../rules/attachment/mediaType.ts'
import { problemText } from '../../rules/problem.ts'
import { route, type Context } from '../http/route.ts'
import { procedures } from '../procedures.ts'
import { zFlag } from '../http/shapes.ts'
import { faultsOf, isReason, rejectsXlsx, templateXlsx } from './files.ts'
import { kindLabels } from './labels.ts'

const byKind = z.object({ kind: z.enum(kinds) })
const zFault = z.object({ column: z.string().nullable(), detail: z.string() })

const load = route({
  method: 'post',
  path: '/api/import/:kind',
  action: 'person.import',
  summary: {
    zh: '导入 Excel 或 CSV（dryRun 只检查，partial 跳过有误的行）',
    en: 'Load an Excel or CSV file; dryRun checks, partial skips wrong rows',
  },
  params: byKind,
  query: z.object({ dryRun: zFlag.default(false), partial: zFlag.default(false) }),
  body: 'table',
  response: z.object({
    rows: z.number(),
    written: z.number(),
    dryRun: z.boolean(),
    errors: z.array(
      z.object({ line: z.number(), column: z.string().optional(), code: z.string(), detail: z.string() }),
    ),
  }),
  handle: (ctx) =>
    ctx.write(
      async (tx) => {
        const report = await importFile(
          tx,
          ctx.params.kind,
          ctx.body,
          { now: ctx.now, caller: ctx.caller, procedures },
          ctx.query,
        )
        const errors = report.errors.map((e) => ({ ...e, detail: problemText(e.code, ctx.language, e.params) }))
        return { ...report, errors }
      },
      ({ rows, written }) => ({ noun: 'import', id: ctx.params.kind, detail: { rows, written } }),
    ),
})

/** How many rows a preview shows at most: the first of the file, and the first that are wrong. */
const SHOWN = { first: 20, wrong: 100 }

const preview = route({
  method: 'post',
  path: '/api/import/:kind/preview',
  action: 'person.import',
  // Writes nothing.
  outside: true,
  summary: {
    zh: '预览文件：哪些行可导入，哪些有误',
    en: 'What a file would do: which rows are right, which are wrong',
  },
  params: byKind,
  body: 'table',
  response: z.object({
    headings: z.array(z.string()),
    unknown: z.array(z.string()).describe('columns of the file that are none of ours: nothing of them is loaded'),
    rows: z.number(),
    wrong: z.number(),
    shown: z.array(z.object({ line: z.number(), cells: z.array(z.string()), faults: z.array(zFault) })),
  }),
  handle: async (ctx) => {
    const { kind } = ctx.params
    const { table, unknown, report } = await tried(ctx, kind)
    const all = Object.entries<Column>(columns[kind] as Columns)
    const faults = faultsOf(kind, report.errors, ctx.language)
    const wrong = table.filter(({ line }) => faults.has(line)).slice(0, SHOWN.wrong)
    const shown = [...new Set([...wrong, ...table.slice(0, SHOWN.first)])]
    return {
      headings: all.map(([, column]) => column.heading[ctx.language]),
      unknown: unknown.filter((heading) => !isReason(heading)),
      rows: table.length,
      wrong: faults.size,
      shown: shown.map(({ line, values }) => ({
        line,
        cells: all.map(([name]) => values[name] ?? ''),
        faults: faults.get(line) ?? [],
      })),
    }
  },
})

const rejects = route({
  method: 'post',
  path: '/api/import/:kind/rejects',
  action: 'person.import',
  // Writes nothing.
  outside: true,
  summary: {
    zh: '有误的行（或全部行）导出 Excel，附错误原因，改好后可再次上传',
    en: 'The wrong rows, or all of them, as a file, with what is wrong in a last column',
  },
  params: byKind,
  query: z.object({ all: zFlag.default(false) }),
  body: 'table',
  response: 'file',
  handle: async (ctx) => {
    const { kind } = ctx.params
    const { table, report } = await tried(ctx, kind)
    const bytes = await rejectsXlsx(kind, table, report.errors, ctx.language, ctx.query.all)
    const what = ctx.query.all ? { zh: '预览', en: 'preview' } : { zh: '待改', en: 'to put right' }
    return { bytes, mediaType: XLSX, name: nameOf(kind, ctx, what) }
  },
})

const template = route({
  method: 'get',
  path: '/api/import/:kind/template',
  action: 'person.import',
  summary: {
    zh: '导入模板（Excel）：列名、示例与说明',
    en: 'A template in Excel: headings, an example, what to write where',
  },
  params: byKind,
  response: 'file',
  handle: async (ctx) => ({
    bytes: await templateXlsx(ctx.params.kind, ctx.language),
    mediaType: XLSX,
    name: nameOf(ctx.params.kind, ctx, { zh: '模板', en: 'template' }),
  }),
})

type Asked = Pick<Context<unknown, unknown, Buffer>, 'db' | 'body' | 'now' | 'caller' | 'language'>

/** Reads the file and writes it on trial. */
async function tried(ctx: Asked, kind: Kind) {
  const { rows: table, unknown } = readTable<Columns>(ctx.body, columns[kind])
  const by = { now: ctx.now, caller: ctx.caller, procedures }
  const report = await ctx.db.transaction((tx) => importFile(tx, kind, ctx.body, by, { dryRun: true, partial: true }))
  return { table, unknown, report }
}

const nameOf = (kind: Kind, { language }: Pick<Asked, 'language'>, what: { zh: string; en: string }) =>
  `${kindLabels[kind][language]} ${what[language]}.xlsx`

export const importRoutes = [load, preview, rejects, template]
