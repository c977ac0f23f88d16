import { z } from 'zod'
import { fileOf, listSheets, readSheet } from '../../db/assessment/read.ts'
import { acknowledgeSheet, issueSheet, returnSheet, signSheet, type SheetAct } from '../../db/assessment/steps.ts'
import { audit } from '../../db/audit.ts'
import { SHEET_FORMATS } from '../../db/schema/assessment.ts'
import { scopeLabels, SCOPES } from '../../rules/assessment/labels.ts'
import { refuse } from '../../rules/problem.ts'
import { stepRoute } from '../case/step.ts'
import { zInstant } from '../http/instant.ts'
import { afterKey, page, pageOf, pageQuery } from '../http/page.ts'
import { route, type Context } from '../http/route.ts'
import { byId, zId, zText } from '../http/shapes.ts'
import { payLine } from '../pay/shapes.ts'
import { procedures } from '../procedures.ts'
import { makeFiles } from './files.ts'

const { assessment } = procedures
const zTexts = z.object({ zh: z.string(), en: z.string() })

const sheetRow = z
  .object({
    id: z.string(),
    scope: z.enum(SCOPES),
    label: zTexts,
    month: z.string(),
    state: z.string(),
    dueAt: zInstant.nullable().describe('The third working day of the month after'),
    issueVerdict: z.string().nullable(),
    issuedAt: zInstant.nullable(),
    issuedById: z.string().nullable(),
    signedAt: zInstant.nullable(),
    signedById: z.string().nullable(),
  })
  .meta({ id: 'AssessmentSheet' })

const line = z.object({
  entryId: z.string(),
  kind: z.string(),
  clause: z.string(),
  title: zTexts,
  because: zTexts,
  amountFen: z.number(),
  occurredAt: zInstant,
  recordedAt: zInstant,
  correction: z.boolean(),
})

const sheetShape = z.object({
  totalFen: z.number(),
  people: z.array(
    z.object({
      personId: z.string(),
      code: z.string(),
      name: z.string(),
      totalFen: z.number(),
      lines: z.array(line),
      waiting: z.array(line),
      pay: z.array(payLine).optional(),
    }),
  ),
})

const fileRow = z.object({
  format: z.enum(SHEET_FORMATS),
  name: z.string(),
  mediaType: z.string(),
  size: z.number().describe('bytes'),
  sha256: z.string(),
})

export const list = route({
  method: 'get',
  path: '/api/assessments',
  action: 'assessment.read',
  summary: { zh: '考核表', en: 'Assessment sheets, the newest first' },
  query: z.object({ ...pageQuery, scope: z.enum(SCOPES).optional() }),
  response: page(sheetRow),
  handle: async ({ db, query: { limit, cursor, scope } }) => {
    const after = afterKey(cursor, 'string')?.[0]
    const { items, next } = pageOf(await listSheets(db, { scope, after, limit: limit + 1 }), limit, (row) => [row.id])
    return { items: items.map((row) => ({ ...row, label: scopeLabels[row.scope] })), next }
  },
})

export const one = route({
  method: 'get',
  path: '/api/assessments/:id',
  action: 'assessment.read',
  summary: { zh: '一份考核表：已出具的，或按台账起草的', en: 'A sheet as issued, or as the ledger drafts it' },
  params: byId,
  response: sheetRow.extend({ sheet: sheetShape, files: z.array(fileRow) }),
  handle: async ({ db, params, now }) => {
    const row = await readSheet(db, params.id, now)
    return { ...row, label: scopeLabels[row.scope] }
  },
})

const file = route({
  method: 'get',
  path: '/api/assessments/:id/files/:format',
  action: 'assessment.read',
  summary: { zh: '签字后的文件（Excel、PDF、工资 CSV）', en: 'A file of a signed sheet: Excel, PDF, the payroll CSV' },
  params: z.object({ id: zId, format: z.string() }),
  response: 'file',
  handle: async ({ db, params, caller, now, requestId, setHeader }) => {
    const format = SHEET_FORMATS.find((known) => known === params.format) ?? refuse('assessment.unknown')
    const { bytes, mediaType, name, sha256 } = await fileOf(db, params.id, format)
    const read = { action: 'assessment.file', noun: 'assessment', subjectId: params.id, detail: { format } }
    await db.transaction((tx) => audit(tx, { at: now, personId: caller.personId, door: 'api', requestId, ...read }))
    setHeader('Repr-Digest', `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`)
    return { bytes, mediaType, name }
  },
})

const actOf = ({ params, caller }: Context<{ id: string }>): SheetAct => ({
  caseId: params.id,
  byId: caller.personId,
  roles: caller.grants.map(({ role }) => role),
})

const steps = [
  stepRoute({
    path: '/api/assessments/:id/issue',
    action: 'assessment.issue',
    summary: { zh: '出具考核表', en: 'Issue a sheet' },
    body: z.object({}),
    act: (tx, ctx) => issueSheet(tx, assessment, actOf(ctx), makeFiles, ctx.now),
  }),
  stepRoute({
    path: '/api/assessments/:id/signature',
    action: 'assessment.sign',
    summary: { zh: '总经理签字', en: 'The general manager signs' },
    body: z.object({}),
    act: (tx, ctx) => signSheet(tx, assessment, actOf(ctx), makeFiles, ctx.now),
  }),
  stepRoute({
    path: '/api/assessments/:id/return',
    action: 'assessment.sign',
    summary: { zh: '总经理退回', en: 'The general manager sends it back' },
    body: z.object({ reason: zText(1_000) }),
    act: (tx, ctx) => returnSheet(tx, assessment, { ...actOf(ctx), reason: ctx.body.reason }, ctx.now),
  }),
  stepRoute({
    path: '/api/assessments/:id/acknowledgement',
    action: 'assessment.acknowledge',
    summary: { zh: '财务确认执行', en: 'Finance acknowledges that it carries the sheet out' },
    body: z.object({ sha256: z.string().length(64).describe('Of the payroll CSV') }),
    act: (tx, ctx) => acknowledgeSheet(tx, assessment, { ...actOf(ctx), sha256: ctx.body.sha256 }, ctx.now),
  }),
]

export const assessmentRoutes = [list, one, file, ...steps]
