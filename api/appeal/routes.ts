import { z } from 'zod'
import { decideAppeal, withdrawAppeal } from '../../db/appeal/decide.ts'
import { appealUntil, fileAppeal } from '../../db/appeal/file.ts'
import { listAppeals, readAppeal } from '../../db/appeal/read.ts'
import { termsOfCase } from '../../db/case/read.ts'
import { readEntry } from '../../db/consequence/read.ts'
import { entryById } from '../../db/consequence/enter.ts'
import { OUTCOMES } from '../../rules/appeal/appeal.ts'
import { scopeOf } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import { promisesNow, promisesOf, stepRoute } from '../case/step.ts'
import { zInstant } from '../http/instant.ts'
import { afterKey, page, pageOf, pageQuery } from '../http/page.ts'
import { route, type Caller } from '../http/route.ts'
import { byId, zFlag, zId, zText } from '../http/shapes.ts'
import { procedures } from '../procedures.ts'

const { appeal } = procedures
const byEntry = z.object({ id: z.uuid() })

const appealRow = z.object({
  caseId: z.string(),
  state: z.string(),
  consequenceId: z.string(),
  personId: z.string(),
  clause: z.string(),
  amountFen: z.number(),
  reason: z.string(),
  attachmentIds: z.array(z.string()),
  filedAt: zInstant,
  outcome: z.enum([...OUTCOMES, 'moot']).nullable(),
  explanation: z.string().nullable(),
  remainingFen: z.number().nullable(),
  decidedAt: zInstant.nullable(),
  decidedById: z.string().nullable(),
})

type Row = NonNullable<Awaited<ReturnType<typeof readAppeal>>>
const show = ({ appeal: row, ...about }: Row) =>
  ({ ...row, ...about, outcome: row.outcome }) as z.output<typeof appealRow>
const overseen = (caller: Caller) => scopeOf(caller.grants, 'appeal.oversee')

const term = route({
  method: 'get',
  path: '/api/ledger/:id/appeal',
  action: 'appeal.own',
  summary: { zh: '这笔记录可申诉至何时', en: 'Until when one can appeal against an entry of one’s own' },
  params: byEntry,
  response: z.object({ until: zInstant }),
  handle: async ({ db, caller, params }) => {
    const entry = await readEntry(db, params.id, caller.personId, [])
    if (!entry) return refuse('consequence.unknown', { field: 'id' })
    const found = (await entryById(db, entry.id))!
    return { until: await appealUntil(db, found, await termsOfCase(db, entry.caseId)) }
  },
})

const file = route({
  method: 'post',
  path: '/api/ledger/:id/appeal',
  action: 'appeal.own',
  status: 201,
  summary: { zh: '对本人已确认的记录提出申诉', en: 'Appeal against a confirmed entry of one’s own' },
  params: byEntry,
  body: z.object({ reason: zText(4_000), attachmentIds: z.array(zId).max(20).default([]) }),
  response: promisesNow,
  handle: async (ctx) => {
    const done = await ctx.write(
      async (tx) => {
        const given = { consequenceId: ctx.params.id, ...ctx.body, byId: ctx.caller.personId }
        const { caseId, obligations } = await fileAppeal(tx, appeal, given, ctx.now)
        return promisesOf(caseId, obligations)
      },
      ({ caseId }) => ({ noun: 'appeal', id: caseId }),
    )
    ctx.afterCommit(() => ctx.services.poke([done.caseId]))
    return done
  },
})

export const list = route({
  method: 'get',
  path: '/api/appeals',
  action: 'appeal.own',
  summary: { zh: '申诉：本人的，以及所辖范围的', en: "Appeals: one's own, and those of the regions one leads" },
  query: z.object({ ...pageQuery, open: zFlag.optional() }),
  response: page(appealRow),
  handle: async ({ db, caller, query: { limit, cursor, open } }) => {
    const { personId } = caller
    const filter = { personId, scope: overseen(caller), open, after: afterKey(cursor, 'number', 'string') }
    const { items, next } = pageOf(await listAppeals(db, { ...filter, limit: limit + 1 }), limit, (row) => [
      row.appeal.filedAt,
      row.appeal.caseId,
    ])
    return { items: items.map(show), next }
  },
})

const one = route({
  method: 'get',
  path: '/api/appeals/:id',
  action: 'appeal.own',
  summary: { zh: '一份申诉', en: 'One appeal' },
  params: byId,
  response: appealRow,
  handle: async ({ db, caller, params }) =>
    show((await readAppeal(db, params.id, caller.personId, overseen(caller))) ?? refuse('appeal.unknown')),
})

const steps = [
  stepRoute({
    path: '/api/appeals/:id/decision',
    action: 'appeal.decide',
    summary: { zh: '裁定申诉：维持、减轻或撤销', en: 'Decide on an appeal: upheld, reduced or lifted' },
    body: z.object({
      outcome: z.enum(OUTCOMES),
      remainingFen: z.number().int().positive().optional(),
      explanation: zText(4_000),
    }),
    act: (tx, { params, body, caller, scope, now }) =>
      decideAppeal(tx, appeal, { caseId: params.id, ...body, byId: caller.personId, scope }, now),
  }),
  stepRoute({
    path: '/api/appeals/:id/withdrawal',
    action: 'appeal.own',
    summary: { zh: '撤回申诉', en: 'Withdraw one’s appeal' },
    body: z.object({}),
    act: (tx, { params, caller, now }) => withdrawAppeal(tx, { caseId: params.id, byId: caller.personId }, now),
  }),
]

export const appealRoutes = [term, file, list, one, ...steps]
