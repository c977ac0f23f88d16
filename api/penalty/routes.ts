import { z } from 'zod'
import { decidePenalty, listPenalties } from '../../db/penalty/decide.ts'
import { proposePenalty } from '../../db/penalty/propose.ts'
import { penaltyParameters } from '../../rules/penalty/parameters.ts'
import { PENALTY_KINDS } from '../../rules/penalty/penalty.ts'
import { refuse } from '../../rules/problem.ts'
import { promisesNow, promisesOf, stepRoute } from '../case/step.ts'
import { zInstant } from '../http/instant.ts'
import { afterKey, page, pageOf, pageQuery } from '../http/page.ts'
import { route } from '../http/route.ts'
import { byId, zId, zText } from '../http/shapes.ts'
import { procedures } from '../procedures.ts'

const { penalty } = procedures
const fen = z.number().int().min(0).max(100_000_000)

const penaltyRow = z.object({
  caseId: z.string(),
  state: z.string(),
  personId: z.string(),
  ground: z.string(),
  clause: z.string().nullable(),
  kind: z.enum(PENALTY_KINDS),
  amountFen: z.number(),
  reason: z.string(),
  proposedById: z.string(),
  proposedAt: zInstant,
  outcome: z.string().nullable(),
  decidedFen: z.number().nullable(),
  explanation: z.string().nullable(),
  decidedAt: zInstant.nullable(),
  decidedById: z.string().nullable(),
})

export const list = route({
  method: 'get',
  path: '/api/penalties',
  action: 'penalty.read',
  summary: { zh: '按情况提出的奖惩', en: 'Penalties and rewards by the case' },
  query: z.object(pageQuery),
  response: page(penaltyRow),
  handle: async ({ db, scope, query: { limit, cursor } }) => {
    const rows = await listPenalties(db, { scope, after: afterKey(cursor, 'number', 'string'), limit: limit + 1 })
    const { items, next } = pageOf(rows, limit, (row) => [row.penalty.proposedAt, row.penalty.caseId])
    return { items: items.map(show), next }
  },
})

const show = ({ penalty: row, state, terms }: Awaited<ReturnType<typeof listPenalties>>[number]) =>
  ({ ...row, state, clause: terms[row.ground]?.clause ?? null }) as z.output<typeof penaltyRow>

const one = route({
  method: 'get',
  path: '/api/penalties/:id',
  action: 'penalty.read',
  summary: { zh: '一份按情况提出的奖惩', en: 'One penalty or reward by the case' },
  params: byId,
  response: penaltyRow,
  handle: async ({ db, scope, params }) => {
    const [row] = await listPenalties(db, { scope, caseId: params.id, limit: 1 })
    return row ? show(row) : refuse('penalty.unknown', { field: 'id' })
  },
})

const propose = route({
  method: 'post',
  path: '/api/penalties',
  action: 'penalty.propose',
  status: 201,
  summary: {
    zh: '按情况提出处罚、奖励或书面说明（须写明理由，金额在上限内）',
    en: 'Propose a penalty, a reward or a statement by the case, with a reason and within the limit',
  },
  body: z.object({
    personId: zId,
    ground: z.enum(Object.keys(penaltyParameters) as [string, ...string[]]),
    kind: z.enum(PENALTY_KINDS),
    amountFen: fen,
    reason: zText(2_000),
    aboutCaseId: zId.optional(),
    evidenceIds: z.array(z.uuid()).max(50).default([]),
  }),
  response: promisesNow,
  handle: async (ctx) => {
    const done = await ctx.write(
      async (tx) => {
        const given = { ...ctx.body, byId: ctx.caller.personId, scope: ctx.scope }
        const { caseId, obligations } = await proposePenalty(tx, penalty, given, ctx.now)
        return promisesOf(caseId, obligations)
      },
      ({ caseId }) => ({ noun: 'penalty', id: caseId }),
    )
    ctx.afterCommit(() => ctx.services.poke([done.caseId]))
    return done
  },
})

const decide = stepRoute({
  path: '/api/penalties/:id/decision',
  action: 'penalty.decide',
  summary: { zh: '裁定奖惩建议', en: 'Decide on a proposed penalty or reward' },
  body: z.object({ approved: z.boolean(), amountFen: fen.optional(), explanation: zText(2_000) }),
  act: (tx, { params, body, caller, scope, now }) =>
    decidePenalty(tx, penalty, { caseId: params.id, ...body, byId: caller.personId, scope }, now),
})

export const penaltyRoutes = [list, one, propose, decide]
