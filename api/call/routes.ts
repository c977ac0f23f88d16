import { z } from 'zod'
import { enterCallBack, enterMissed } from '../../db/call/enter.ts'
import { listCalls } from '../../db/call/list.ts'
import { checkWithin } from '../../db/case/read.ts'
import { obligationsOf } from '../../db/case/view.ts'
import { zInstant } from '../http/instant.ts'
import { afterKey, page, pageOf, pageQuery } from '../http/page.ts'
import { route } from '../http/route.ts'
import { byId, zId } from '../http/shapes.ts'
import { promisesNow, promisesOf } from '../case/step.ts'
import { procedures } from '../procedures.ts'
import { callBoardRoutes } from './board.ts'
import { zNumber } from './number.ts'
import { sourceRoutes } from './sources.ts'
import { callSteps } from './steps.ts'

const callRow = z.object({
  id: z.string(),
  state: z.string(),
  startedAt: zInstant,
  nextAlarmAt: zInstant.nullable(),
  number: z.string().nullable(),
  callerKind: z.string(),
  contactId: z.string().nullable(),
  category: z.string().nullable(),
  takerId: z.string().nullable(),
  assigneeId: z.string().nullable(),
})

export const list = route({
  method: 'get',
  path: '/api/calls',
  action: 'call.read',
  summary: { zh: '来电', en: 'Calls' },
  query: z.object({ ...pageQuery, state: z.enum(['open', 'ended', 'withdrawn']).optional() }),
  response: page(callRow),
  handle: async ({ db, scope, query: { cursor, limit, state } }) => {
    const after = afterKey(cursor, 'string')?.[0]
    return pageOf(await listCalls(db, { state, scope, after, limit: limit + 1 }), limit, (row) => [row.id])
  },
})

const missed = route({
  method: 'post',
  path: '/api/calls',
  action: 'call.enter',
  status: 201,
  summary: { zh: '手工登记未接来电', en: 'Enter a missed call by hand' },
  body: z.object({ number: zNumber.nullable(), lineId: zId.optional(), occurredAt: zInstant }),
  response: promisesNow,
  handle: async (ctx) => {
    const done = await ctx.write(
      async (tx) => {
        const caseId = await enterMissed(tx, procedures, { ...ctx.body, byId: ctx.caller.personId }, ctx.now)
        return promisesOf(caseId, await obligationsOf(tx, caseId))
      },
      ({ caseId }) => ({ noun: 'call', id: caseId }),
    )
    ctx.afterCommit(() => ctx.services.poke([done.caseId]))
    return done
  },
})

const callBack = route({
  method: 'post',
  path: '/api/calls/:id/call-backs',
  action: 'call.talk',
  summary: { zh: '登记回电：已通话或未接通', en: 'Say that the caller was called back: spoken to, or an attempt' },
  params: byId,
  body: z.object({ occurredAt: zInstant, spoke: z.boolean() }),
  response: z.object({ cases: z.array(promisesNow) }),
  handle: async (ctx) => {
    const given = { caseId: ctx.params.id, ...ctx.body, byId: ctx.caller.personId }
    const done = await ctx.write(
      async (tx) => {
        await checkWithin(tx, given.caseId, ctx.scope, given.byId)
        const touched = await enterCallBack(tx, procedures, given, ctx.now)
        return { cases: await Promise.all(touched.map(async (id) => promisesOf(id, await obligationsOf(tx, id)))) }
      },
      () => ({ noun: 'call', id: given.caseId }),
    )
    ctx.afterCommit(() => ctx.services.poke(done.cases.map((one) => one.caseId)))
    return done
  },
})

export const callRoutes = [...callBoardRoutes, list, missed, callBack, ...sourceRoutes, ...callSteps]
