import { z } from 'zod'
import type { Obligation } from '../../db/case/view.ts'
import { proposalFor } from '../../db/serviceTask/assign.ts'
import { openExtra } from '../../db/serviceTask/close.ts'
import { listTasks, readTask } from '../../db/serviceTask/read.ts'
import { requestTask } from '../../db/serviceTask/request.ts'
import { refuse } from '../../rules/problem.ts'
import { promisesNow, promisesOf } from '../case/step.ts'
import { afterKey, page, pageOf, pageQuery } from '../http/page.ts'
import { route } from '../http/route.ts'
import { byId, zId, zText } from '../http/shapes.ts'
import { procedures } from '../procedures.ts'
import { engineerSteps } from './engineer.ts'
import { ledger } from './ledger.ts'
import { officeSteps } from './office.ts'
import { form, noticeEntries, proposalRow, ratingRow, taskRow } from './shapes.ts'

const { serviceTask } = procedures
const opened = (rows: readonly Obligation[]) => promisesOf(rows[0]!.caseId, rows)
const asTask = (done: { caseId: string }) => ({ noun: 'serviceTask', id: done.caseId })

const request = route({
  method: 'post',
  path: '/api/service-tasks',
  action: 'serviceTask.request',
  status: 201,
  summary: { zh: '提交服务通知单', en: 'Hand in a service notice' },
  body: z.object({
    customerId: z.string().max(64).optional(),
    ...noticeEntries,
    projectId: zId.optional(),
    product: zText(100).optional(),
  }),
  response: promisesNow,
  handle: async (ctx) => {
    const { projectId, product, ...notice } = ctx.body
    const given = { notice, projectId, product, byId: ctx.caller.personId }
    const done = await ctx.write(async (tx) => opened(await requestTask(tx, serviceTask, given, ctx.now)), asTask)
    ctx.afterCommit(() => ctx.services.poke([done.caseId]))
    return done
  },
})

export const list = route({
  method: 'get',
  path: '/api/service-tasks',
  action: 'serviceTask.read',
  summary: { zh: '服务任务', en: 'Service tasks, the newest first' },
  query: z.object({
    ...pageQuery,
    state: z.enum(['open', 'ended', 'withdrawn']).optional(),
    engineerId: zId.optional(),
  }),
  response: page(taskRow.extend({ waitsFor: z.array(z.string()) })),
  handle: async ({ db, scope, caller, query: { limit, cursor, ...filter } }) => {
    const after = afterKey(cursor, 'string')?.[0]
    const rows = await listTasks(db, { ...filter, scope, personId: caller.personId, after, limit: limit + 1 })
    return pageOf(rows, limit, (row) => [row.id])
  },
})

const one = route({
  method: 'get',
  path: '/api/service-tasks/:id',
  action: 'serviceTask.read',
  summary: { zh: '服务任务及项目责任书', en: 'A service task with its responsibility form' },
  params: byId,
  response: taskRow.extend({
    contactName: z.string(),
    contactDetails: z.string(),
    siteSituation: z.string(),
    product: z.string().nullable(),
    form,
    ratings: z.array(ratingRow),
    extraIds: z.array(z.string()),
  }),
  handle: async ({ db, scope, caller, params }) =>
    (await readTask(db, params.id, scope, caller.personId)) ?? refuse('case.unknown', { field: 'id' }),
})

const proposal = route({
  method: 'get',
  path: '/api/service-tasks/:id/proposal',
  action: 'serviceTask.assign',
  summary: { zh: '派工建议及理由', en: 'Whom to assign, best first, with the reasons' },
  params: byId,
  response: z.object({ engineers: z.array(proposalRow) }),
  handle: async ({ db, scope, caller, params, now }) => {
    const task = await readTask(db, params.id, scope, caller.personId)
    if (!task) return refuse('case.unknown', { field: 'id' })
    return { engineers: await proposalFor(db, task, task, now) }
  },
})

const extra = route({
  method: 'post',
  path: '/api/service-tasks/:id/extras',
  action: 'serviceTask.work',
  status: 201,
  summary: { zh: '现场增加任务，另开责任书', en: 'A task added on site gets a form of its own' },
  params: byId,
  body: z.object({ requirement: zText(2_000), siteSituation: zText(2_000) }),
  response: promisesNow,
  handle: async (ctx) => {
    const act = { caseId: ctx.params.id, byId: ctx.caller.personId, scope: ctx.scope, ...ctx.body }
    const done = await ctx.write(async (tx) => opened(await openExtra(tx, serviceTask, act, ctx.now)), asTask)
    ctx.afterCommit(() => ctx.services.poke([done.caseId]))
    return done
  },
})

export const serviceTaskRoutes = [request, list, ledger, one, proposal, extra, ...officeSteps, ...engineerSteps]
