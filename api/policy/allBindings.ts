import { z } from 'zod'
import { bind, endBinding, listBindings, readBinding, SCOPES, type BindingScope } from '../../db/policy/bind.ts'
import { projectInReach, reachOf } from '../../db/staffChange/reach.ts'
import type { Tx } from '../../db/client.ts'
import { may, scopeOf, sideOf } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import { zDate, zInstant } from '../http/instant.ts'
import { route, type Caller } from '../http/route.ts'
import { zId } from '../http/shapes.ts'

const row = z
  .object({
    id: z.string(),
    policy: z.string(),
    variant: z.string(),
    topic: z.string(),
    scope: z.enum(SCOPES),
    scopeId: z.string().nullable(),
    fromAt: zInstant,
    toAt: zInstant.nullable(),
  })
  .meta({ id: 'Binding' })
type Row = z.output<typeof row>

/** A project within reach; anything else by a role that holds everywhere, the company by who leads it. @throws Refusal */
async function checkReach(tx: Tx, caller: Caller, scope: BindingScope, scopeId: string | null): Promise<void> {
  if (scope === 'project') {
    await projectInReach(tx, await reachOf(tx, caller, 'policy.bind'), scopeId ?? '')
    return
  }
  if (scopeOf(caller.grants, 'policy.bind') !== 'all') refuse('caller.outOfRegion')
  if (scope === 'company' && !may(caller.grants, 'policy.bindCompany')) refuse('policy.companyOnly', { field: 'scope' })
}

export const list = route({
  method: 'get',
  path: '/api/policy-bindings',
  action: 'policy.bind',
  summary: { zh: '制度绑定：对谁、就何事、何时起止', en: 'Which rulebook holds for whom, for what, and when' },
  query: z.object({ policy: z.string().max(20).optional(), scope: z.enum(SCOPES).optional(), scopeId: zId.optional() }),
  response: z.object({ items: z.array(row) }),
  handle: async ({ db, caller, query }) => {
    if (scopeOf(caller.grants, 'policy.bind') !== 'all') refuse('caller.outOfRegion')
    return { items: (await listBindings(db, { ...query, side: sideOf(caller.grants) })) as Row[] }
  },
})

const make = route({
  method: 'post',
  path: '/api/policy-bindings',
  action: 'policy.bind',
  status: 201,
  summary: {
    zh: '绑定制度（人员、项目、客户或全公司）',
    en: 'Bind a rulebook to a person, a project, a customer or the company',
  },
  body: z.strictObject({
    policy: z.string().max(20),
    variant: z.string().max(60).optional(),
    topic: z.string().max(60),
    scope: z.enum(SCOPES),
    scopeId: zId.nullable(),
    fromOn: zDate,
    toOn: zDate.optional(),
  }),
  response: row,
  handle: (ctx) =>
    ctx.write(
      async (tx) => {
        await checkReach(tx, ctx.caller, ctx.body.scope, ctx.body.scopeId)
        return (await bind(tx, ctx.body)) as Row
      },
      ({ id, policy, topic, scope, scopeId }) => ({ noun: 'binding', id, detail: { policy, topic, scope, scopeId } }),
    ),
})

const end = route({
  method: 'patch',
  path: '/api/policy-bindings/:bindingId',
  action: 'policy.bind',
  summary: { zh: '结束绑定', en: 'End a binding' },
  params: z.object({ bindingId: z.uuid() }),
  body: z.strictObject({ toOn: zDate.describe('the last day it holds') }),
  response: row,
  handle: (ctx) =>
    ctx.write(
      async (tx) => {
        const bound = (await readBinding(tx, ctx.params.bindingId)) as Row
        await checkReach(tx, ctx.caller, bound.scope, bound.scopeId)
        return (await endBinding(tx, ctx.params.bindingId, ctx.body.toOn)) as Row
      },
      ({ id }) => ({ noun: 'binding', id }),
    ),
})

export const allBindingRoutes = [list, make, end]
