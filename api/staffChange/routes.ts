import { z } from 'zod'
import { checkReach, projectInReach, reachOf } from '../../db/staffChange/reach.ts'
import { listChanges, readChange } from '../../db/staffChange/read.ts'
import { startChange } from '../../db/staffChange/start.ts'
import { afterKey, page, pageOf, pageQuery } from '../http/page.ts'
import { route } from '../http/route.ts'
import { byId, zFlag, zId } from '../http/shapes.ts'
import { promisesNow, promisesOf } from '../case/step.ts'
import { procedures } from '../procedures.ts'
import { candidates, check, preview, sites } from './planning.ts'
import { changeFile, changeRow, demandInput, showChange, startInput } from './shapes.ts'
import { staffChangeSteps } from './steps.ts'

const start = route({
  method: 'post',
  path: '/api/staff-changes',
  action: 'staffChange.start',
  status: 201,
  summary: { zh: '发起驻场人员变更', en: 'Start a change of resident staff' },
  body: startInput,
  response: promisesNow,
  handle: async (ctx) => {
    const { projectId, ...given } = ctx.body
    const done = await ctx.write(
      async (tx) => {
        const site = await projectInReach(tx, await reachOf(tx, ctx.caller, 'staffChange.start'), projectId)
        const change = { ...given, byId: ctx.caller.personId }
        const { caseId, obligations } = await startChange(tx, procedures.staffChange, site, change, ctx.now)
        return promisesOf(caseId, obligations)
      },
      ({ caseId }) => ({ noun: 'staffChange', id: caseId }),
    )
    ctx.afterCommit(() => ctx.services.poke([done.caseId]))
    return done
  },
})

const demand = route({
  method: 'post',
  path: '/api/staff-changes/replacements',
  action: 'staffChange.demand',
  status: 201,
  summary: { zh: '甲方要求更换驻场人员', en: 'The client demands a replacement of resident staff' },
  body: demandInput,
  response: promisesNow,
  handle: async (ctx) => {
    const { projectId, ...given } = ctx.body
    const done = await ctx.write(
      async (tx) => {
        const site = await projectInReach(tx, await reachOf(tx, ctx.caller, 'staffChange.demand'), projectId)
        const change = { ...given, byId: ctx.caller.personId, demandingGrants: ctx.caller.grants }
        const { caseId, obligations } = await startChange(tx, procedures.staffChange, site, change, ctx.now)
        return promisesOf(caseId, obligations)
      },
      ({ caseId }) => ({ noun: 'staffChange', id: caseId }),
    )
    ctx.afterCommit(() => ctx.services.poke([done.caseId]))
    return done
  },
})

export const list = route({
  method: 'get',
  path: '/api/staff-changes',
  action: 'staffChange.read',
  summary: { zh: '驻场人员变更，最近发起的在前', en: 'Changes of resident staff, the latest begun first' },
  query: z.object({
    ...pageQuery,
    state: z.enum(['open', 'ended', 'withdrawn']).optional(),
    projectId: zId.optional(),
    /** Only those that wait for a step of mine, or of a body I belong to. */
    mine: zFlag.optional(),
  }),
  response: page(changeRow),
  handle: async ({ db, caller, query: { cursor, limit, mine, ...filter } }) => {
    const roles = caller.grants.map((grant) => grant.role)
    const awaiting = mine ? { personId: caller.personId, roles } : undefined
    const reach = await reachOf(db, caller, 'staffChange.read')
    const after = afterKey(cursor, 'number', 'string')
    const rows = await listChanges(db, { ...filter, awaiting, reach, after, limit: limit + 1 })
    return pageOf(rows, limit, (row) => [row.startedAt, row.id])
  },
})

const read = route({
  method: 'get',
  path: '/api/staff-changes/:id',
  action: 'staffChange.read',
  summary: {
    zh: '一项人员变更：承诺、经过、交接进度',
    en: 'One change: its promises, what happened, how far the handover is',
  },
  params: byId,
  response: changeFile,
  handle: async ({ db, caller, now, params: { id } }) => {
    await checkReach(db, await reachOf(db, caller, 'staffChange.read'), id)
    return showChange(await readChange(db, id, now))
  },
})

export const staffChangeRoutes = [check, preview, sites, candidates, start, demand, list, read, ...staffChangeSteps]
