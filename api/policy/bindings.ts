import { z } from 'zod'
import { bindProject, blanks, endBinding, listBindings, readBinding } from '../../db/policy/bind.ts'
import { addMember, membersOf, removeMember } from '../../db/staffChange/members.ts'
import { projectInReach, reachOf } from '../../db/staffChange/reach.ts'
import { clause, isClauseId } from '../../rules/clauses/index.ts'
import { policyOf } from '../../rules/policy/index.ts'
import { refuse } from '../../rules/problem.ts'
import { zDate, zInstant } from '../http/instant.ts'
import { route } from '../http/route.ts'
import { byId, zId } from '../http/shapes.ts'

const bilingual = z.object({ zh: z.string(), en: z.string() })
const bindingRow = z
  .object({
    id: z.string(),
    policy: z.string(),
    topic: z.string(),
    fromAt: zInstant,
    toAt: zInstant.nullable(),
  })
  .meta({ id: 'ProjectBinding' })
const memberRow = z.object({ personId: z.string(), name: z.string(), kind: z.string() })

const bindings = route({
  method: 'get',
  path: '/api/projects/:id/policies',
  action: 'policy.bind',
  summary: { zh: '项目所绑定的制度', en: 'The rulebooks a project is bound to' },
  params: byId,
  response: z.object({ items: z.array(bindingRow) }),
  handle: async ({ db, caller, params: { id } }) => {
    await projectInReach(db, await reachOf(db, caller, 'policy.bind'), id)
    return { items: await listBindings(db, { scope: 'project', scopeId: id }) }
  },
})

const bind = route({
  method: 'post',
  path: '/api/projects/:id/policies',
  action: 'policy.bind',
  status: 201,
  summary: { zh: '将项目绑定到制度（按主题和日期）', en: 'Bind a project to a rulebook, for a matter and dates' },
  params: byId,
  body: z.strictObject({
    policy: z.string().max(20),
    topic: z.string().max(60),
    fromOn: zDate,
    toOn: zDate.optional(),
  }),
  response: bindingRow,
  handle: (ctx) =>
    ctx.write(
      async (tx) => {
        const { id } = await projectInReach(tx, await reachOf(tx, ctx.caller, 'policy.bind'), ctx.params.id)
        return bindProject(tx, { projectId: id, ...ctx.body })
      },
      (row) => ({ noun: 'project', id: ctx.params.id, detail: { policy: row.policy, topic: row.topic } }),
    ),
})

const end = route({
  method: 'patch',
  path: '/api/projects/:id/policies/:bindingId',
  action: 'policy.bind',
  summary: { zh: '结束项目与制度的绑定', en: 'End a project’s binding' },
  params: z.object({ id: zId, bindingId: z.uuid() }),
  body: z.strictObject({ toOn: zDate.describe('the last day it holds') }),
  response: bindingRow,
  handle: (ctx) => {
    const { id, bindingId } = ctx.params
    return ctx.write(
      async (tx) => {
        await projectInReach(tx, await reachOf(tx, ctx.caller, 'policy.bind'), id)
        const bound = await readBinding(tx, bindingId)
        if (bound.scope !== 'project' || bound.scopeId !== id) refuse('policy.bindingUnknown', { field: 'bindingId' })
        return endBinding(tx, bindingId, ctx.body.toOn)
      },
      () => ({ noun: 'project', id }),
    )
  },
})

const members = route({
  method: 'get',
  path: '/api/projects/:id/members',
  action: 'project.readMembers',
  summary: { zh: '项目的甲方与承包方人员', en: 'The client’s and the contractor’s people on a project' },
  params: byId,
  response: z.object({ items: z.array(memberRow) }),
  handle: async ({ db, caller, params: { id } }) => {
    await projectInReach(db, await reachOf(db, caller, 'project.readMembers'), id)
    return { items: await membersOf(db, id) }
  },
})

const join = route({
  method: 'put',
  path: '/api/projects/:id/members/:personId',
  action: 'project.editMembers',
  summary: { zh: '添加项目成员', en: 'Make somebody a member of a project' },
  params: z.object({ id: zId, personId: zId }),
  handle: (ctx) => {
    const { id: projectId, personId } = ctx.params
    return ctx.write(
      async (tx) => {
        await projectInReach(tx, await reachOf(tx, ctx.caller, 'project.editMembers'), projectId)
        await addMember(tx, { projectId, personId })
        return undefined
      },
      () => ({ noun: 'project', id: projectId, detail: { personId } }),
    )
  },
})

const leave = route({
  method: 'delete',
  path: '/api/projects/:id/members/:personId',
  action: 'project.editMembers',
  summary: { zh: '移除项目成员', en: 'Take somebody off a project' },
  params: z.object({ id: zId, personId: zId }),
  handle: (ctx) => {
    const { id: projectId, personId } = ctx.params
    return ctx.write(
      async (tx) => {
        await projectInReach(tx, await reachOf(tx, ctx.caller, 'project.editMembers'), projectId)
        await removeMember(tx, { projectId, personId })
        return undefined
      },
      () => ({ noun: 'project', id: projectId, detail: { personId } }),
    )
  },
})

export const blankTodos = route({
  method: 'get',
  path: '/api/todos/blanks',
  action: 'policy.readBlanks',
  summary: {
    zh: '已绑定制度中尚未写明的数值，相应规则暂不执行',
    en: 'What the bound rulebooks leave blank; each holds up its own rule only',
  },
  response: z.object({
    items: z.array(
      z.object({
        policy: z.string(),
        policyTitle: bilingual,
        variant: z.string(),
        key: z.string(),
        label: bilingual,
        unit: z.string(),
        clause: z.string().nullable(),
        clauseTitle: bilingual.nullable(),
        projectIds: z.array(z.string()),
      }),
    ),
  }),
  handle: async ({ db, now }) => ({
    items: (await blanks(db, now)).map((blank) => {
      const { title, parameters } = policyOf(blank.policy)
      const { label, unit } = parameters[blank.key]!
      const cited = blank.clause && isClauseId(blank.clause) ? clause(blank.clause) : null
      return { ...blank, policyTitle: title, label, unit, clauseTitle: cited && { zh: cited.zh, en: cited.en } }
    }),
  }),
})

export const bindingRoutes = [bindings, bind, end, members, join, leave, blankTodos]
