import { z } from 'zod'
import { columns, kinds } from '../../db/import/columns.ts'
import { importFile } from '../../db/import/importFile.ts'
import { template } from '../../db/import/readCsv.ts'
import { problemText } from '../../rules/problem.ts'
import { route } from '../http/route.ts'
import { zFlag } from '../http/shapes.ts'

const byKind = z.object({ kind: z.enum(kinds) })

const load = route({
  method: 'post',
  path: '/api/import/:kind',
  action: 'person.import',
  summary: {
    zh: '导入 CSV（dryRun 只检查，partial 跳过有误的行）',
    en: 'Load a CSV file; dryRun checks, partial skips wrong rows',
  },
  params: byKind,
  query: z.object({ dryRun: zFlag.default(false), partial: zFlag.default(false) }),
  body: 'csv',
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
        const report = await importFile(tx, ctx.params.kind, ctx.body, { now: ctx.now, caller: ctx.caller }, ctx.query)
        const errors = report.errors.map((e) => ({ ...e, detail: problemText(e.code, ctx.language, e.params) }))
        return { ...report, errors }
      },
      ({ rows, written }) => ({ noun: 'import', id: ctx.params.kind, detail: { rows, written } }),
    ),
})

const blank = route({
  method: 'get',
  path: '/api/import/:kind/template',
  action: 'person.import',
  summary: {
    zh: '导入模板：列名与示例（csv 为带 BOM 的文件内容）',
    en: 'A template to fill in: headings and an example',
  },
  params: byKind,
  response: z.object({ csv: z.string() }),
  handle: async (ctx) => ({ csv: template(columns[ctx.params.kind], ctx.language) }),
})

export const importRoutes = [load, blank]
