import { z } from 'zod'
import { amend, correct } from '../../db/policy/amend.ts'
import { bindingsOf, versionsOf } from '../../db/policy/read.ts'
import { house } from '../../rules/policy/house.ts'
import { policies } from '../../rules/policy/index.ts'
import { sideOf } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import { zInstant } from '../http/instant.ts'
import { route } from '../http/route.ts'
import { zText } from '../http/shapes.ts'

const bilingual = z.object({ zh: z.string(), en: z.string() })
const policyId = z.object({ id: z.string().max(20) })
const values = z.record(z.string().max(60), z.unknown())
const parameterRow = z.object({
  key: z.string(),
  label: bilingual,
  clause: z.string().nullable(),
  unit: z.string(),
  choices: z.array(z.string()).nullable(),
  value: z.unknown(),
})
const versionRow = z.object({
  variant: z.string(),
  version: z.number(),
  kind: z.string(),
  effectiveFromAt: zInstant,
  recordedAt: zInstant,
  reason: z.string(),
  values,
})
const bindingRow = z.object({
  topic: z.string(),
  variant: z.string(),
  scope: z.string(),
  scopeId: z.string().nullable(),
  fromAt: zInstant,
  toAt: zInstant.nullable(),
})

const list = route({
  method: 'get',
  path: '/api/policies',
  action: 'policy.read',
  summary: { zh: '制度及其参数', en: 'Rulebooks and their parameters' },
  response: z.object({
    items: z.array(z.object({ id: z.string(), title: bilingual, parameters: z.array(parameterRow) })),
  }),
  handle: async () => ({
    items: policies.map(({ id, title, parameters }) => ({
      id,
      title,
      parameters: Object.entries(parameters).map(([key, one]) => ({
        key,
        ...one,
        choices: one.choices ? [...one.choices] : null,
      })),
    })),
  }),
})

const one = route({
  method: 'get',
  path: '/api/policies/:id',
  action: 'policy.read',
  summary: { zh: '制度的各版本与适用范围', en: 'The versions of a rulebook, and for whom it holds' },
  params: policyId,
  response: z.object({ id: z.string(), versions: z.array(versionRow), bindings: z.array(bindingRow) }),
  handle: async ({ db, caller, params: { id } }) => {
    if (!policies.some((policy) => policy.id === id)) return refuse('policy.unknown', { field: 'id' })
    const bound = bindingsOf(db, id, sideOf(caller.grants))
    const [versions, bindings] = await Promise.all([versionsOf(db, id), bound])
    return { id, versions, bindings }
  },
})

const change = { values, reason: zText(500) }

/** House rules are changed by who leads the house; a rulebook by the signatures it asks for. @throws Refusal `policy.needsSignatures` */
function checkHouse(id: string): void {
  if (!policies.some((policy) => policy.id === id)) refuse('policy.unknown', { field: 'id' })
  if (id !== house.id) refuse('policy.needsSignatures', { field: 'id' })
}

const amendment = route({
  method: 'post',
  path: '/api/policies/:id/amendments',
  action: 'policy.amend',
  status: 201,
  summary: {
    zh: '修订内部规则：从某时起的新版本，进行中的事项不变',
    en: 'Amend the house rules: a new version from an instant; running cases keep theirs',
  },
  params: policyId,
  body: z.object({ ...change, effectiveFromAt: zInstant.optional().describe('left out: from now on') }),
  response: z.object({ version: z.number() }),
  handle: (ctx) =>
    ctx.write(
      async (tx) => {
        checkHouse(ctx.params.id)
        const { effectiveFromAt = ctx.now, ...body } = ctx.body
        const given = { policy: ctx.params.id, ...body, effectiveFromAt, byId: ctx.caller.personId }
        return { version: await amend(tx, given, ctx.now) }
      },
      ({ version }) => ({ noun: 'policy', id: ctx.params.id, detail: { version } }),
    ),
})

const erratum = route({
  method: 'post',
  path: '/api/policies/:id/errata',
  action: 'policy.amend',
  status: 201,
  summary: {
    zh: '勘误内部规则：更正笔误，进行中的事项重新计算',
    en: 'Correct a slip in the house rules; it reaches running cases',
  },
  params: policyId,
  body: z.object(change),
  response: z.object({ version: z.number(), poke: z.array(z.string()) }),
  handle: async (ctx) => {
    const done = await ctx.write(
      (tx) => {
        checkHouse(ctx.params.id)
        return correct(tx, { policy: ctx.params.id, ...ctx.body, byId: ctx.caller.personId }, ctx.now)
      },
      ({ version }) => ({ noun: 'policy', id: ctx.params.id, detail: { version } }),
    )
    ctx.afterCommit(() => ctx.services.poke(done.poke))
    return done
  },
})

export const policyRoutes = [list, one, amendment, erratum]
