import { z } from 'zod'
import { recordAttendance, takeAttendanceBack } from '../../db/conduct/attendance.ts'
import { recordContractReport } from '../../db/conduct/contractReport.ts'
import { recordConduct, takeConductBack } from '../../db/conduct/record.ts'
import { conductTotals } from '../../db/conduct/totals.ts'
import { CONDUCT_ITEMS, conductItems } from '../../rules/conduct/items.ts'
import { scopeOf } from '../../rules/permissions.ts'
import { localDate } from '../../rules/time/local.ts'
import { zTexts } from '../evaluation/shapes.ts'
import { zInstant } from '../http/instant.ts'
import { route } from '../http/route.ts'
import { zId, zText } from '../http/shapes.ts'

const made = z.object({ id: z.string() })
const zMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const count = z.number().int()
const minutes = count.min(1).max(1_440)

const items = route({
  method: 'get',
  path: '/api/conduct-items',
  action: 'conduct.own',
  summary: { zh: '行为积分项目', en: 'The items of conduct that cost points' },
  response: z.object({
    items: z.array(z.object({ id: z.enum(CONDUCT_ITEMS), clause: z.string(), label: zTexts, points: count })),
  }),
  handle: () => Promise.resolve({ items: CONDUCT_ITEMS.map((id) => ({ id, ...conductItems[id] })) }),
})

export const totals = route({
  method: 'get',
  path: '/api/conduct-points/totals',
  action: 'conduct.own',
  summary: { zh: '每人当月与累计扣分', en: "Each person's points of a month, and up to its end" },
  query: z.object({ month: zMonth.optional(), personId: zId.optional() }),
  response: z.object({
    month: z.string(),
    items: z.array(
      z.object({
        personId: z.string(),
        personName: z.string(),
        month: count,
        events: count,
        running: count,
        score: count.nullable().describe('What is left of the start score; null: the rulebook states none'),
        reached: z.boolean().describe('So many points that something has to follow'),
        stated: z.boolean().describe('Whether start score, period or consequence were set'),
        byClause: z.record(z.string(), count),
      }),
    ),
  }),
  handle: async ({ db, caller, now, query: { month = localDate(now).slice(0, 7), personId } }) => {
    const reach = scopeOf(caller.grants, 'conduct.oversee')
    const ownOnly = (reach !== 'all' && reach.length === 0) || personId === caller.personId
    const filter = ownOnly ? { personId: caller.personId, scope: 'own' as const } : { personId, scope: reach }
    return { month, items: await conductTotals(db, { month, ...filter }) }
  },
})

const record = route({
  method: 'post',
  path: '/api/conduct-points',
  action: 'conduct.record',
  status: 201,
  summary: { zh: '登记扣分行为', en: 'Record conduct that costs points' },
  body: z.object({
    personId: zId,
    item: z.enum(CONDUCT_ITEMS),
    occurredAt: zInstant,
    minutes: minutes.optional(),
    note: zText(1_000),
    attachmentIds: z.array(zId).max(20).default([]),
  }),
  response: made,
  handle: (ctx) =>
    ctx.write(
      (tx) => recordConduct(tx, { ...ctx.body, byId: ctx.caller.personId, scope: ctx.scope }, ctx.now),
      ({ id }) => ({ noun: 'consequence', id }),
    ),
})

const takeBack = route({
  method: 'post',
  path: '/api/conduct-points/:id/reversal',
  action: 'conduct.record',
  summary: { zh: '撤销误记的扣分', en: 'Take back points that were entered by mistake' },
  params: z.object({ id: z.uuid() }),
  body: z.object({ reason: zText(1_000) }),
  response: made,
  handle: (ctx) =>
    ctx.write(
      async (tx) => {
        const given = { ...ctx.params, ...ctx.body, byId: ctx.caller.personId, scope: ctx.scope }
        await takeConductBack(tx, given, ctx.now)
        return ctx.params
      },
      ({ id }) => ({ noun: 'consequence', id }),
    ),
})

const attend = route({
  method: 'post',
  path: '/api/attendance-records',
  action: 'conduct.record',
  status: 201,
  summary: { zh: '登记驻场人员缺勤或迟到', en: 'Record an absence or lateness of resident staff' },
  body: z.object({
    personId: zId,
    kind: z.enum(['absent', 'late']),
    occurredAt: zInstant,
    minutes: minutes.optional(),
    note: zText(1_000),
  }),
  response: made,
  handle: (ctx) =>
    ctx.write(
      (tx) => recordAttendance(tx, { ...ctx.body, byId: ctx.caller.personId, scope: ctx.scope }, ctx.now),
      ({ id }) => ({ noun: 'record', id }),
    ),
})

const attendBack = route({
  method: 'post',
  path: '/api/attendance-records/:id/reversal',
  action: 'conduct.record',
  summary: { zh: '撤销考勤记录', en: 'Take an attendance record back' },
  params: z.object({ id: z.uuid() }),
  body: z.object({ reason: zText(1_000) }),
  response: made,
  handle: (ctx) =>
    ctx.write(
      (tx) =>
        takeAttendanceBack(tx, { ...ctx.params, ...ctx.body, byId: ctx.caller.personId, scope: ctx.scope }, ctx.now),
      ({ id }) => ({ noun: 'record', id }),
    ),
})

const contractReport = route({
  method: 'post',
  path: '/api/contract-reports',
  action: 'reimbursement.record',
  status: 201,
  summary: {
    zh: '登记合同实施报告是否经客户盖章；未盖章的差旅费暂不报销',
    en: "Record a contract report, stamped by the customer or not; without it the trip isn't reimbursed",
  },
  body: z.object({
    personId: zId,
    trip: zText(200),
    stamped: z.boolean(),
    occurredAt: zInstant,
    note: zText(1_000).optional(),
  }),
  response: made,
  handle: (ctx) =>
    ctx.write(
      (tx) => recordContractReport(tx, { ...ctx.body, byId: ctx.caller.personId, scope: ctx.scope }, ctx.now),
      ({ id }) => ({ noun: 'record', id }),
    ),
})

export const conductRoutes = [items, totals, record, takeBack, attend, attendBack, contractReport]
