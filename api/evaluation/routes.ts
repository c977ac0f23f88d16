import { z } from 'zod'
import { assess, openByHand } from '../../db/evaluation/assess.ts'
import { cancelEvaluation } from '../../db/evaluation/cancel.ts'
import { followUp } from '../../db/evaluation/followUp.ts'
import { listEvaluations, readEvaluation } from '../../db/evaluation/read.ts'
import { METHODS, methodLabels } from '../../rules/evaluation/programme.ts'
import { criteriaOf, isHeld, keysOf, methodsOf, programmes } from '../../rules/evaluation/programmes.ts'
import { FULL_SCORE } from '../../rules/evaluation/result.ts'
import { scopeOf } from '../../rules/permissions.ts'
import { isBlank, numberOf } from '../../rules/policy/parameter.ts'
import { evaluationTerms } from '../../db/evaluation/terms.ts'
import { promisesNow, promisesOf, stepRoute } from '../case/step.ts'
import { zDate } from '../http/instant.ts'
import { afterKey, page, pageOf, pageQuery } from '../http/page.ts'
import { route, type Caller } from '../http/route.ts'
import { byId, zId, zText } from '../http/shapes.ts'
import { procedures } from '../procedures.ts'
import { evaluationDetail, evaluationRow, showDetail, showEvaluation, zTexts } from './shapes.ts'

export const rolesOf = (caller: Caller) => caller.grants.map(({ role }) => role)
const reader = (caller: Caller) => ({
  personId: caller.personId,
  scope: scopeOf(caller.grants, 'evaluation.oversee'),
})

export const list = route({
  method: 'get',
  path: '/api/evaluations',
  action: 'evaluation.own',
  summary: { zh: '考核（本人的及所管区域的）', en: "Evaluations: one's own and those of the regions one leads" },
  query: z.object({
    ...pageQuery,
    programme: z.string().max(10).optional(),
    method: z.enum(METHODS).optional(),
    personId: zId.optional(),
    state: z.enum(['open', 'ended']).optional(),
  }),
  response: page(evaluationRow),
  handle: async ({ db, caller, query: { limit, cursor, personId: about, ...filter } }) => {
    const after = afterKey(cursor, 'string')?.[0]
    const rows = await listEvaluations(db, { ...filter, about, ...reader(caller), after, limit: limit + 1 })
    const { items, next } = pageOf(rows, limit, ({ row }) => [row.caseId])
    return { items: items.map(showEvaluation), next }
  },
})

export const one = route({
  method: 'get',
  path: '/api/evaluations/:id',
  action: 'evaluation.own',
  summary: {
    zh: '一次考核：内容、依据、评分与结果',
    en: 'An evaluation: what it looks at, what the records say, its result',
  },
  params: byId,
  response: evaluationDetail,
  handle: async ({ db, caller, params }) => showDetail(await readEvaluation(db, params.id, reader(caller))),
})

const held = route({
  method: 'get',
  path: '/api/evaluation-programmes',
  action: 'evaluation.assess',
  summary: { zh: '对某人生效的考核制度', en: 'The programmes of evaluation that hold for somebody' },
  query: z.object({ personId: zId }),
  response: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        label: zTexts,
        clause: z.string(),
        months: z.number().nullable().describe('Between two regular ones; null: the rulebook leaves it blank'),
        methods: z.array(z.object({ id: z.enum(METHODS), label: zTexts })),
        criteria: z.array(z.object({ method: z.enum(METHODS), id: z.string(), clause: z.string(), label: zTexts })),
      }),
    ),
  }),
  handle: async ({ db, now, query: { personId } }) => {
    const terms = await evaluationTerms(db, personId, now)
    const known = programmes.filter(({ id }) => isHeld(terms, id))
    return {
      items: known.map((programme) => {
        const { id, label, clause } = programme
        const { months } = keysOf(id)
        const methods = methodsOf(programme)
        return {
          id,
          label,
          clause,
          months: isBlank(terms, months) ? null : numberOf(terms, months),
          methods: methods.map((method) => ({ id: method, label: methodLabels[method] })),
          criteria: methods.flatMap((method) =>
            criteriaOf(programme, method).map((each) => ({
              method,
              id: each.id,
              clause: each.clause,
              label: each.label,
            })),
          ),
        }
      }),
    }
  },
})

const open = route({
  method: 'post',
  path: '/api/evaluations',
  action: 'evaluation.assess',
  status: 201,
  summary: {
    zh: '发起考核：不定期、客户评价，或制度未定周期的定期考核',
    en: 'Open an evaluation: irregular, by customers, or a regular one whose interval is blank',
  },
  body: z.object({
    programme: z.string().max(10),
    method: z.enum(METHODS),
    personId: zId,
    fromOn: zDate,
    toOn: zDate,
    occasion: zText(1_000).optional(),
  }),
  response: z.object({ id: z.string() }),
  handle: async (ctx) => {
    const { caller, scope, now } = ctx
    const who = { byId: caller.personId, roles: rolesOf(caller), scope }
    const made = await ctx.write(
      async (tx) => ({ id: await openByHand(tx, procedures.evaluation, { ...ctx.body, ...who }, now) }),
      ({ id }) => ({ noun: 'evaluation', id }),
    )
    ctx.afterCommit(() => ctx.services.poke([made.id]))
    return made
  },
})

const assessment = stepRoute({
  path: '/api/evaluations/:id/assessment',
  action: 'evaluation.assess',
  summary: { zh: '评分并得出结果', en: 'Score the evaluation; the result is frozen with what the records said' },
  body: z.object({
    scores: z.record(
      z.string().max(40),
      z.object({ score: z.number().int().min(0).max(FULL_SCORE), remark: z.string().trim().max(2_000).optional() }),
    ),
    grade: z.string().max(40).optional(),
    reason: z.string().trim().max(2_000).optional(),
  }),
  act: (tx, { params, body, caller, scope, now }) => {
    const who = { byId: caller.personId, roles: rolesOf(caller), scope }
    return assess(tx, procedures.evaluation, { caseId: params.id, given: body, ...who }, now)
  },
})

const cancel = stepRoute({
  path: '/api/evaluations/:id/cancellation',
  action: 'evaluation.assess',
  summary: { zh: '取消手工发起、尚未评分的考核', en: 'Take back an evaluation that was opened by hand and not scored' },
  body: z.object({ reason: zText(1_000) }),
  act: (tx, { params, body, caller, scope, now }) => {
    const who = { byId: caller.personId, roles: rolesOf(caller), scope }
    return cancelEvaluation(tx, { caseId: params.id, ...body, ...who }, now)
  },
})

const follow = route({
  method: 'post',
  path: '/api/evaluations/:id/follow-up',
  action: 'evaluation.assess',
  summary: {
    zh: '按结果提出奖惩或培训建议，或说明不提出的理由',
    en: 'Propose what follows from the result, or say why nothing does',
  },
  params: byId,
  body: z.object({
    measures: z
      .array(
        z.object({
          measure: z.string().max(40),
          amountFen: z.number().int().min(0).max(100_000_000).default(0),
          reason: zText(2_000),
        }),
      )
      .max(5)
      .default([]),
    note: zText(2_000).optional(),
  }),
  response: promisesNow.extend({ proposed: z.array(z.string()) }),
  handle: async (ctx) => {
    const { caller, scope, now, params } = ctx
    const who = { byId: caller.personId, roles: rolesOf(caller), scope }
    const done = await ctx.write(
      async (tx) => {
        const made = await followUp(tx, procedures, { caseId: params.id, ...ctx.body, ...who }, now)
        return { ...promisesOf(params.id, made.obligations), proposed: made.proposed }
      },
      () => ({ noun: 'evaluation', id: params.id }),
    )
    ctx.afterCommit(() => ctx.services.poke([params.id, ...done.proposed]))
    return done
  },
})

export const evaluationRoutes = [list, one, held, open, assessment, cancel, follow]
