import { z } from 'zod'
import { decideBonus, proposeBonus } from '../../db/pay/decide.ts'
import { decideRate, listRates, proposeRate } from '../../db/pay/rate.ts'
import { listBonuses, readBonus } from '../../db/pay/read.ts'
import { payStatement } from '../../db/pay/beside.ts'
import { payTotal } from '../../rules/pay/statement.ts'
import { scopeOf } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import { periodNamed } from '../../rules/report/period.ts'
import { promisesNow, promisesOf, stepRoute } from '../case/step.ts'
import { zDate, zInstant } from '../http/instant.ts'
import { afterKey, page, pageOf, pageQuery } from '../http/page.ts'
import { route } from '../http/route.ts'
import { byId, zId, zText } from '../http/shapes.ts'
import { procedures } from '../procedures.ts'
import { bonusChange, bonusLine, payLine } from './shapes.ts'

const zMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const fen = z.number().int().min(1).max(100_000_000)

export const statement = route({
  method: 'get',
  path: '/api/pay/statement',
  action: 'pay.own',
  summary: { zh: '一个月的薪酬明细：基本工资、奖金、补助', en: "A month's pay: base pay, bonus, allowances" },
  query: z.object({ month: zMonth, personId: zId.optional() }),
  response: z.object({ personId: z.string(), month: z.string(), lines: z.array(payLine), totalFen: z.number() }),
  handle: async ({ db, caller, now, query: { month, personId = caller.personId } }) => {
    // Pay belongs to the person, not to a region: others' is for those whose office is everywhere.
    if (personId !== caller.personId && scopeOf(caller.grants, 'pay.oversee') !== 'all')
      refuse('caller.outOfRegion', { field: 'personId' })
    const lines = await payStatement(db, personId, periodNamed('monthly', month), now)
    return { personId, month, lines, totalFen: payTotal(lines) }
  },
})

const bonusRow = z.object({
  id: z.string(),
  half: z.string(),
  state: z.string(),
  proposedAt: zInstant.nullable(),
  proposedById: z.string().nullable(),
  approvedAt: zInstant.nullable(),
})

export const bonusList = route({
  method: 'get',
  path: '/api/pay/bonuses',
  action: 'pay.oversee',
  summary: { zh: '半年奖金', en: 'Half-yearly bonuses' },
  query: z.object(pageQuery),
  response: page(bonusRow),
  handle: async ({ db, query: { cursor, limit } }) => {
    const rows = await listBonuses(db, { after: afterKey(cursor, 'string')?.[0], limit: limit + 1 })
    return pageOf(rows, limit, (row) => [row.id])
  },
})

export const bonus = route({
  method: 'get',
  path: '/api/pay/bonuses/:id',
  action: 'pay.oversee',
  summary: {
    zh: '一个半年的奖金：排名、系数、支援外区者',
    en: 'A half-year’s bonus: ranking, coefficients, helpers from outside',
  },
  params: byId,
  response: bonusRow.extend({
    lines: z.array(bonusLine),
    changes: z.array(bonusChange).describe('Since its approval: places taken back and entered anew'),
    blanks: z.array(z.string()).describe('Parameters without which nobody’s bonus can be computed'),
    moved: z.number().describe('People whose place is another by now than in the proposal that waits'),
    sheetsOpen: z.array(z.string()).describe('Months whose assessment sheet is not issued yet'),
    helpers: z.array(z.object({ personId: z.string(), regionId: z.string(), tasks: z.number() })),
  }),
  handle: ({ db, params, now }) => readBonus(db, params.id, now),
})

const proposal = stepRoute({
  path: '/api/pay/bonuses/:id/proposal',
  action: 'pay.propose',
  summary: { zh: '提出奖金方案', en: "Propose the half-year's bonus" },
  body: z.strictObject({
    helpers: z
      .array(z.strictObject({ personId: zId, regionId: zId, amountFen: fen, note: zText(1_000) }))
      .max(200)
      .default([]),
  }),
  act: (tx, { params, body, caller, now }) =>
    proposeBonus(tx, procedures.bonus, { caseId: params.id, helpers: body.helpers, byId: caller.personId }, now),
})

const decisionBody = z.strictObject({ approved: z.boolean(), note: zText(1_000) })

const decision = stepRoute({
  path: '/api/pay/bonuses/:id/decision',
  action: 'pay.decide',
  summary: { zh: '总经理批准奖金方案或退回', en: 'The general manager approves the bonus, or sends it back' },
  body: decisionBody,
  act: (tx, { params, body, caller, now }) =>
    decideBonus(tx, procedures.bonus, { caseId: params.id, ...body, byId: caller.personId }, now),
})

const rateRow = z.object({
  caseId: z.string(),
  regionId: z.string(),
  perDayFen: z.number(),
  fromOn: z.string(),
  toOn: z.string().nullable(),
  reason: z.string(),
  proposedById: z.string(),
  proposedAt: zInstant,
  outcome: z.enum(['approved', 'declined']).nullable(),
  note: z.string().nullable(),
  decidedAt: zInstant.nullable(),
})

export const rateList = route({
  method: 'get',
  path: '/api/pay/rates',
  action: 'pay.own',
  summary: { zh: '特殊地区出差补助', en: 'Travel allowances of special regions' },
  query: z.object(pageQuery),
  response: page(rateRow),
  handle: async ({ db, query: { cursor, limit } }) => {
    const rows = await listRates(db, { after: afterKey(cursor, 'string')?.[0], limit: limit + 1 })
    return pageOf(rows, limit, (row) => [row.caseId])
  },
})

const rateProposal = route({
  method: 'post',
  path: '/api/pay/rates',
  action: 'pay.proposeRate',
  status: 201,
  summary: { zh: '提出特殊地区出差补助标准', en: 'Propose a travel allowance for a special region' },
  body: z.strictObject({
    regionId: zId,
    perDayFen: fen,
    fromOn: zDate,
    toOn: zDate.nullable().default(null),
    reason: zText(1_000),
  }),
  response: promisesNow,
  handle: async (ctx) => {
    const done = await ctx.write(
      async (tx) => {
        const given = { ...ctx.body, byId: ctx.caller.personId, scope: ctx.scope }
        const { caseId, obligations } = await proposeRate(tx, procedures.payRate, given, ctx.now)
        return promisesOf(caseId, obligations)
      },
      ({ caseId }) => ({ noun: 'payRate', id: caseId }),
    )
    ctx.afterCommit(() => ctx.services.poke([done.caseId]))
    return done
  },
})

const rateDecision = stepRoute({
  path: '/api/pay/rates/:id/decision',
  action: 'pay.decide',
  summary: { zh: '总经理特批出差补助标准', en: 'The general manager approves a special allowance, or declines it' },
  body: decisionBody,
  act: (tx, { params, body, caller, now }) =>
    decideRate(tx, procedures.payRate, { caseId: params.id, ...body, byId: caller.personId }, now),
})

export const payRoutes = [statement, bonusList, bonus, proposal, decision, rateList, rateProposal, rateDecision]
