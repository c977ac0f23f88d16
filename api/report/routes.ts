import { z } from 'zod'
import { judgeReport } from '../../db/report/judge.ts'
import { listReports, readReport } from '../../db/report/read.ts'
import type { Tx } from '../../db/client.ts'
import { openMistake, REQUESTED, requestReport } from '../../db/report/request.ts'
import { recordFollowing, recordReceipt, submitReport } from '../../db/report/submit.ts'
import { may, scopeOf } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import { FORM_NAMES, formOf, forms, partsOf, SECTIONS } from '../../rules/report/forms.ts'
import { stepRoute } from '../case/step.ts'
import { zDate, zInstant } from '../http/instant.ts'
import { afterKey, page, pageOf, pageQuery } from '../http/page.ts'
import { route, type Caller, type Context } from '../http/route.ts'
import { byId, zId, zText } from '../http/shapes.ts'
import { procedures } from '../procedures.ts'

const zTexts = z.object({ zh: z.string(), en: z.string() })
const words = z.string().trim().max(20_000)
const sections = z.object({
  progress: words.optional(),
  problems: words.optional(),
  plan: words.optional(),
  suggestions: words.optional(),
})

const reportRow = z
  .object({
    id: z.string(),
    form: z.enum(FORM_NAMES),
    label: zTexts,
    period: z.string().describe("The week's Monday, or the month"),
    authorId: z.string().nullable(),
    authorName: z.string().nullable(),
    state: z.string(),
    clause: z.string(),
    dueKind: z.string(),
    dueAt: zInstant.nullable(),
    work: z.string(),
    verdict: z.string(),
    receivedAt: zInstant.nullable(),
    recordedById: z.string().nullable(),
    request: z.string().nullable().describe('What whoever asked for it wants'),
    askedById: z.string().nullable(),
    aboutCaseId: z.string().nullable().describe('The service it reports on'),
    recipientId: z.string().nullable().describe('The superior it is owed to'),
  })
  .meta({ id: 'Report' })

const count = z.number().int()
const figures = z.object({
  cases: z.object({ opened: count, ended: count }),
  promises: z.object({ onTime: count, late: count, excused: count, overdue: count }),
  timeliness: z.number().nullable().describe('percent'),
  ratings: z.object({ excellent: count, good: count, fair: count, poor: count, unsigned: count }),
  documents: z.object({ filled: count, expected: count }),
  completeness: z.number().nullable().describe('percent'),
  accidents: z.object({ classI: count, classII: count }),
  finesFen: count,
})

/** Whose reports the caller may see: their own, and those of the regions they lead. */
const reader = (caller: Caller) => ({ personId: caller.personId, scope: scopeOf(caller.grants, 'report.oversee') })
const rolesOf = (caller: Caller) => caller.grants.map(({ role }) => role)

export const list = route({
  method: 'get',
  path: '/api/reports',
  action: 'report.own',
  summary: {
    zh: '定期报告（本人的及所管区域的）',
    en: "Periodic reports: one's own and those of the regions one leads",
  },
  query: z.object({
    ...pageQuery,
    form: z.enum(FORM_NAMES).optional(),
    period: z.string().max(10).optional(),
    authorId: zId.optional(),
    waiting: z.enum(['owed', 'late']).optional(),
  }),
  response: page(reportRow),
  handle: async ({ db, caller, query: { limit, cursor, ...filter } }) => {
    const after = afterKey(cursor, 'string')?.[0]
    const rows = await listReports(db, { ...filter, ...reader(caller), after, limit: limit + 1 })
    const { items, next } = pageOf(rows, limit, (row) => [row.id])
    return { items: items.map((row) => ({ ...row, label: forms[row.form].label })), next }
  },
})

const one = route({
  method: 'get',
  path: '/api/reports/:id',
  action: 'report.own',
  summary: { zh: '一份报告：已收到的内容，或由案件起草的草稿', en: 'A report as received, or drafted from the cases' },
  params: byId,
  response: reportRow.extend({
    sections: sections.nullable(),
    figures,
    draft: z.object(Object.fromEntries(SECTIONS.map((name) => [name, zTexts]))).nullable(),
    required: z.array(z.enum(SECTIONS)),
    parts: z.object(Object.fromEntries(SECTIONS.map((name) => [name, zTexts]))).describe('What its parts are called'),
    follow: zTexts.nullable().describe('What is owed beside it'),
  }),
  handle: async ({ db, caller, params }) => {
    const row = await readReport(db, params.id, reader(caller))
    const { label, required, follow } = formOf(row.form)
    return { ...row, label, required: [...required], parts: partsOf(row.form), follow: follow ?? null }
  },
})

const submission = stepRoute({
  path: '/api/reports/:id/submission',
  action: 'report.submit',
  summary: { zh: '提交报告，以收到时间为准', en: 'Hand in a report; when it is received counts' },
  body: z.object({ sections }),
  act: (tx, { params, body, caller, now }) => {
    const who = { byId: caller.personId, roles: rolesOf(caller) }
    return submitReport(tx, procedures, { caseId: params.id, ...who, sections: body.sections }, now)
  },
})

const receipt = stepRoute({
  path: '/api/reports/:id/receipt',
  action: 'report.receive',
  summary: { zh: '登记以其他方式收到的报告及收到时间', en: 'Record that a report came by another way, and when' },
  body: z.object({ receivedAt: zInstant, note: zText(2_000) }),
  act: (tx, { params, body, caller, scope, now }) => {
    const who = { byId: caller.personId, roles: rolesOf(caller), scope }
    return recordReceipt(tx, procedures, { caseId: params.id, ...who, ...body }, now)
  },
})

const judgement = stepRoute({
  path: '/api/reports/:id/late-report',
  action: 'report.judge',
  summary: {
    zh: '总经理认定报告迟交（期限空白时）',
    en: 'The general manager finds the report late, while its day is blank',
  },
  body: z.strictObject({ reason: zText(1_000) }),
  act: (tx, { params, body, caller, scope, now }) =>
    judgeReport(tx, { ...body, caseId: params.id, byId: caller.personId, scope }, now),
})

const following = stepRoute({
  path: '/api/reports/:id/following',
  action: 'report.submit',
  summary: {
    zh: '登记随报告须办的事项（告知客户、改正失误）',
    en: 'Record what is owed beside a report: the customer told, the mistake put right',
  },
  body: z.object({ occurredAt: zInstant, note: zText(2_000) }),
  act: (tx, { params, body, caller, now }) =>
    recordFollowing(tx, procedures, { caseId: params.id, ...body, byId: caller.personId }, now),
})

const opened = z.object({ id: z.string() })

const request = route({
  method: 'post',
  path: '/api/reports/requests',
  action: 'report.ask',
  status: 201,
  summary: { zh: '要求报送数据、报告或手续', en: 'Ask somebody for data, a report or a formality' },
  body: z.strictObject({
    form: z.enum(REQUESTED),
    authorId: zId,
    month: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
      .optional(),
    dueOn: zDate.optional(),
    request: zText(2_000),
  }),
  response: opened,
  handle: (ctx) =>
    openedBy(ctx, (tx) => requestReport(tx, procedures, { ...ctx.body, byId: ctx.caller.personId }, ctx.now)),
})

const mistake = route({
  method: 'post',
  path: '/api/reports/mistakes',
  action: 'report.submit',
  status: 201,
  summary: { zh: '登记失误，随后报告并改正', en: 'Record a mistake, to be reported and put right' },
  body: z.strictObject({ personId: zId.optional(), knownAt: zInstant, note: zText(2_000) }),
  response: opened,
  handle: (ctx) => {
    const { personId = ctx.caller.personId, ...said } = ctx.body
    if (personId !== ctx.caller.personId && !may(ctx.caller.grants, 'report.ask'))
      refuse('caller.forbidden', { field: 'personId' })
    return openedBy(ctx, (tx) => openMistake(tx, procedures, { ...said, personId, byId: ctx.caller.personId }, ctx.now))
  },
})

async function openedBy(ctx: Pick<Context, 'write' | 'afterCommit' | 'services'>, open: (tx: Tx) => Promise<string>) {
  const done = await ctx.write(
    async (tx) => ({ id: await open(tx) }),
    ({ id }) => ({ noun: 'workReport', id }),
  )
  ctx.afterCommit(() => ctx.services.poke([done.id]))
  return done
}

export const reportRoutes = [list, request, mistake, one, submission, receipt, judgement, following]
