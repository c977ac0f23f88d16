import { z } from 'zod'
import { carryOut, decideMeasure } from '../../db/measure/decide.ts'
import { proposeMeasure } from '../../db/measure/propose.ts'
import { listMeasures, readMeasure } from '../../db/measure/read.ts'
import { meritRecord } from '../../db/measure/record.ts'
import { measureOf, measures } from '../../rules/measure/measures.ts'
import { scopeOf } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import { stepRoute } from '../case/step.ts'
import { rolesOf } from '../evaluation/routes.ts'
import { zTexts } from '../evaluation/shapes.ts'
import { zDate, zInstant } from '../http/instant.ts'
import { afterKey, page, pageOf, pageQuery } from '../http/page.ts'
import { route, type Caller } from '../http/route.ts'
import { byId, zFlag, zId, zText } from '../http/shapes.ts'
import { procedures } from '../procedures.ts'

const { measure: procedure } = procedures
const fen = z.number().int().min(0).max(100_000_000)
const count = z.number().int()

const measureRow = z
  .object({
    id: z.string(),
    measure: z.string(),
    label: zTexts,
    clause: z.string(),
    side: z.enum(['merit', 'sanction']),
    state: z.string(),
    personId: z.string(),
    personName: z.string(),
    amountFen: fen,
    reason: z.string(),
    aboutCaseId: z.string().nullable(),
    proposedById: z.string(),
    proposerName: z.string().nullable(),
    proposedAt: zInstant,
    approved: z.boolean().nullable(),
    explanation: z.string().nullable(),
    decidedById: z.string().nullable(),
    decidedAt: zInstant.nullable(),
    consequenceId: z.string().nullable(),
    lifted: z.boolean(),
    carriedOutAt: zInstant.nullable(),
    carriedOutNote: z.string().nullable(),
  })
  .meta({ id: 'Measure' })

const record = z.object({
  rewards: count,
  rewardFen: count,
  penalties: count,
  penaltyFen: count,
  points: count,
  measures: z.array(z.object({ measure: z.string(), label: zTexts, at: zInstant })),
  evaluations: z.array(z.object({ programme: z.string(), toOn: zDate, grade: z.string(), total: z.number() })),
})

type Row = Awaited<ReturnType<typeof readMeasure>>
const show = ({ row, ...found }: Row): z.output<typeof measureRow> => {
  const { label, clause, side } = measureOf(row.measure)!
  return { id: row.caseId, ...row, ...found, label, clause, side }
}
const showRecord = (known: Row['row']['record']): z.output<typeof record> => ({
  ...known,
  measures: known.measures.map((one) => ({ ...one, label: measureOf(one.measure)!.label })),
})
const reader = (caller: Caller) => ({ personId: caller.personId, scope: scopeOf(caller.grants, 'measure.oversee') })

export const list = route({
  method: 'get',
  path: '/api/measures',
  action: 'measure.own',
  summary: {
    zh: '奖惩措施（本人的及所管区域的）',
    en: "Rewards and disciplinary measures: one's own, and of the regions one leads",
  },
  query: z.object({ ...pageQuery, personId: zId.optional(), waiting: zFlag.optional() }),
  response: page(measureRow),
  handle: async ({ db, caller, query: { limit, cursor, personId: about, waiting } }) => {
    const after = afterKey(cursor, 'string')?.[0]
    const rows = await listMeasures(db, { about, waiting, ...reader(caller), after, limit: limit + 1 })
    const { items, next } = pageOf(rows, limit, ({ row }) => [row.caseId])
    return { items: items.map(show), next }
  },
})

const one = route({
  method: 'get',
  path: '/api/measures/:id',
  action: 'measure.own',
  summary: {
    zh: '一项奖惩措施，附提出时的奖惩记录',
    en: "A measure, with the person's record as it stood when it was proposed",
  },
  params: byId,
  response: measureRow.extend({ evidenceIds: z.array(z.string()), attachmentIds: z.array(z.string()), record }),
  handle: async ({ db, caller, params }) => {
    const found = await readMeasure(db, params.id, reader(caller))
    const { evidenceIds, attachmentIds } = found.row
    return { ...show(found), evidenceIds, attachmentIds, record: showRecord(found.row.record) }
  },
})

const known = route({
  method: 'get',
  path: '/api/measure-kinds',
  action: 'measure.own',
  summary: { zh: '各制度的奖惩措施', en: 'The measures that the rulebooks know' },
  response: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        programme: z.string(),
        clause: z.string(),
        label: zTexts,
        side: z.enum(['merit', 'sanction']),
        rung: z.number().nullable(),
        money: z.boolean(),
        by: z.string(),
      }),
    ),
  }),
  handle: () =>
    Promise.resolve({
      items: measures.map(({ money, rung = null, ...each }) => ({ ...each, rung, money: money !== undefined })),
    }),
})

const merits = route({
  method: 'get',
  path: '/api/people/:id/merits',
  action: 'measure.own',
  summary: {
    zh: '奖惩记录，供晋升、加薪、奖励参考',
    en: 'Rewards and penalties on record, for promotion, pay and reward',
  },
  params: byId,
  response: record,
  handle: async ({ db, caller, params }) => {
    const reach = scopeOf(caller.grants, 'measure.oversee')
    // A person's record is of everywhere they worked: others' is for those whose office is everywhere.
    if (params.id !== caller.personId && reach !== 'all') refuse('caller.outOfRegion', { field: 'id' })
    return showRecord(await meritRecord(db, params.id))
  },
})

const propose = route({
  method: 'post',
  path: '/api/measures',
  action: 'measure.propose',
  status: 201,
  summary: {
    zh: '提出奖励或处分，附理由和依据',
    en: 'Propose a reward or a disciplinary measure, with reason and evidence',
  },
  body: z.object({
    measure: z.string().max(40),
    personId: zId,
    amountFen: fen.default(0),
    reason: zText(2_000),
    aboutCaseId: zId.optional(),
    evidenceIds: z.array(z.uuid()).max(50).default([]),
    attachmentIds: z.array(zId).max(20).default([]),
  }),
  response: z.object({ id: z.string() }),
  handle: async (ctx) => {
    const made = await ctx.write(
      async (tx) => {
        const given = { ...ctx.body, byId: ctx.caller.personId, scope: ctx.scope }
        return { id: (await proposeMeasure(tx, procedure, given, ctx.now)).caseId }
      },
      ({ id }) => ({ noun: 'measure', id }),
    )
    ctx.afterCommit(() => ctx.services.poke([made.id]))
    return made
  },
})

const decide = stepRoute({
  path: '/api/measures/:id/decision',
  action: 'measure.decide',
  summary: {
    zh: '裁定奖惩措施（当事人和提出人除外）',
    en: 'Decide on a measure; neither the person concerned nor who proposed it',
  },
  body: z.object({ approved: z.boolean(), explanation: zText(2_000) }),
  act: (tx, { params, body, caller, scope, now }) => {
    const who = { byId: caller.personId, roles: rolesOf(caller), scope }
    return decideMeasure(tx, procedure, { caseId: params.id, ...body, ...who }, now)
  },
})

const carrying = stepRoute({
  path: '/api/measures/:id/carrying-out',
  action: 'measure.carryOut',
  summary: { zh: '登记措施已落实（谈话、补考结果、调岗等）', en: 'Record that a measure was carried out, and how' },
  body: z.object({ note: zText(2_000) }),
  act: (tx, { params, body, caller, scope, now }) =>
    carryOut(tx, procedure, { caseId: params.id, ...body, byId: caller.personId, scope }, now),
})

export const measureRoutes = [list, one, known, merits, propose, decide, carrying]
