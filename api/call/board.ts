import { z } from 'zod'
import { callBoard, LANES, readCall } from '../../db/call/board.ts'
import { enterAnswered } from '../../db/call/enter.ts'
import { lookUp } from '../../db/call/lookUp.ts'
import { obligationsOf } from '../../db/case/view.ts'
import { refuse } from '../../rules/problem.ts'
import { obligationRow, showObligation } from '../case/shapes.ts'
import { promisesNow, promisesOf } from '../case/step.ts'
import { zInstant } from '../http/instant.ts'
import { afterKey, page, pageOf, pageQuery } from '../http/page.ts'
import { route } from '../http/route.ts'
import { byId, zId } from '../http/shapes.ts'
import { procedures } from '../procedures.ts'
import { zNumber } from './number.ts'

const callFile = z.object({
  id: z.string(),
  state: z.string(),
  startedAt: zInstant,
  number: z.string().nullable(),
  callerKind: z.enum(['customer', 'staff', 'unknown']),
  contactId: z.string().nullable(),
  contactName: z.string().nullable(),
  customerId: z.string().nullable(),
  customerName: z.string().nullable(),
  category: z.string().nullable(),
  record: z.record(z.string(), z.unknown()).nullable(),
  takerId: z.string().nullable(),
  assigneeId: z.string().nullable(),
  assigneeExternal: z.string().nullable(),
})

export const board = route({
  method: 'get',
  path: '/api/calls/board',
  action: 'call.read',
  summary: {
    zh: '来电看板：未接、待办、超时，最急的在前',
    en: 'The board of open calls: missed, waiting, overdue; the most urgent first',
  },
  query: z.object({ ...pageQuery, lane: z.enum(LANES).optional() }),
  response: page(callFile.omit({ record: true }).extend({ promises: z.array(obligationRow) })),
  handle: async ({ db, scope, now, query: { cursor, limit, lane } }) => {
    const after = afterKey(cursor, 'number', 'string')
    const rows = await callBoard(db, { lane, scope, now, after, limit: limit + 1 })
    const { items, next } = pageOf(rows, limit, (row) => [row.urgency, row.id])
    return {
      items: items.map((row) => ({ ...row, promises: row.promises.map((one) => showObligation(one, 'call')) })),
      next,
    }
  },
})

const one = route({
  method: 'get',
  path: '/api/calls/:id',
  action: 'call.read',
  summary: { zh: '一通来电：来电人、登记内容、责任人', en: 'One call: the caller, its record, the person assigned' },
  params: byId,
  response: callFile,
  handle: async ({ db, scope, caller, params }) =>
    (await readCall(db, params.id, scope, caller.personId)) ?? refuse('case.unknown', { field: 'id' }),
})

const answered = route({
  method: 'post',
  path: '/api/calls/answered',
  action: 'call.enter',
  status: 201,
  summary: { zh: '手工登记已接来电', en: 'Enter by hand a call that was answered' },
  body: z.object({ callId: z.uuid(), number: zNumber.nullable(), lineId: zId.optional(), occurredAt: zInstant }),
  response: promisesNow.extend({ touched: z.array(z.string()) }),
  handle: async (ctx) => {
    const given = { ...ctx.body, byId: ctx.caller.personId }
    const done = await ctx.write(
      async (tx) => {
        const touched = await enterAnswered(tx, procedures, given, ctx.now)
        const caseId = touched.at(-1)!
        return { ...promisesOf(caseId, await obligationsOf(tx, caseId)), touched }
      },
      ({ caseId }) => ({ noun: 'call', id: caseId }),
    )
    ctx.afterCommit(() => ctx.services.poke(done.touched))
    return done
  },
})

const callers = route({
  method: 'post',
  path: '/api/callers',
  action: 'customer.read',
  summary: {
    zh: '查号码：来电人及其以往来电（查阅留痕）',
    en: 'Whose number it is, and their earlier calls; the reading is recorded',
  },
  body: z.object({ number: zNumber }),
  response: z.object({
    number: z.string(),
    kind: z.enum(['customer', 'staff', 'unknown']),
    contacts: z.array(
      z.object({
        contactId: z.string(),
        name: z.string(),
        post: z.string().nullable(),
        address: z.string().nullable(),
        customerId: z.string(),
        customerName: z.string(),
      }),
    ),
    people: z.array(z.object({ id: z.string(), name: z.string() })),
    earlier: z.array(
      z.object({ id: z.string(), state: z.string(), startedAt: zInstant, category: z.string().nullable() }),
    ),
  }),
  handle: (ctx) =>
    ctx.write(
      (tx) => lookUp(tx, ctx.body.number, ctx.scope),
      // Several may share a number; a stranger's is nobody's.
      ({ contacts }) => ({ noun: 'customer', id: contacts[0]?.customerId ?? 'unknown' }),
    ),
})

export const callBoardRoutes = [board, answered, callers, one]
