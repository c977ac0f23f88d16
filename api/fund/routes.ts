import { z } from 'zod'
import { accountsOf, listMovements, moveMoney, remind, takeBack } from '../../db/fund/fund.ts'
import { MOVEMENTS, movementLabels } from '../../rules/fund/fund.ts'
import { may } from '../../rules/permissions.ts'
import { zInstant } from '../http/instant.ts'
import { afterKey, page, pageOf, pageQuery } from '../http/page.ts'
import { route, type Caller } from '../http/route.ts'
import { zId, zText } from '../http/shapes.ts'

const fen = z.number().int()
const zTexts = z.object({ zh: z.string(), en: z.string() })

/** Whose account the caller may see: everybody's, or their own. */
const whose = (caller: Caller, personId: string | undefined) =>
  may(caller.grants, 'fund.oversee') ? personId : caller.personId

export const accounts = route({
  method: 'get',
  path: '/api/fund/accounts',
  action: 'fund.own',
  summary: { zh: '奖罚款账：各人应缴、应发', en: 'The fund of fines and rewards: who owes, who is owed' },
  query: z.object({ personId: zId.optional() }),
  response: z.object({
    items: z.array(
      z.object({
        personId: z.string(),
        code: z.string(),
        name: z.string(),
        claimFen: fen.describe('What signed sheets leave to the fund'),
        movedFen: fen.describe('Paid in, less paid out'),
        owesFen: fen,
        isOwedFen: fen,
      }),
    ),
  }),
  handle: async ({ db, caller, query }) => ({ items: await accountsOf(db, whose(caller, query.personId)) }),
})

export const movements = route({
  method: 'get',
  path: '/api/fund/movements',
  action: 'fund.own',
  summary: { zh: '奖罚款收付流水', en: 'The cash book of fines and rewards' },
  query: z.object({ ...pageQuery, personId: zId.optional() }),
  response: page(
    z.object({
      id: z.string(),
      personId: z.string(),
      kind: z.enum(MOVEMENTS),
      label: zTexts,
      amountFen: fen.describe('Positive: paid in'),
      aboutId: z.string().nullable(),
      occurredAt: zInstant,
      recordedAt: zInstant,
      byId: z.string(),
      note: z.string(),
    }),
  ),
  handle: async ({ db, caller, query: { personId, cursor, limit } }) => {
    const after = afterKey(cursor, 'string')?.[0]
    const rows = await listMovements(db, { personId: whose(caller, personId), after, limit: limit + 1 })
    const { items, next } = pageOf(rows, limit, (row) => [row.id])
    return { items: items.map((row) => ({ ...row, label: movementLabels[row.kind] })), next }
  },
})

const made = z.object({ id: z.string() })

const move = route({
  method: 'post',
  path: '/api/fund/movements',
  action: 'fund.keep',
  status: 201,
  summary: { zh: '登记收到罚款或发放奖励', en: 'Record a fine paid or a reward paid out' },
  body: z.strictObject({
    personId: zId,
    kind: z.enum(['payment', 'payout']),
    amountFen: fen.min(1),
    occurredAt: zInstant,
    note: zText(1_000),
  }),
  response: made,
  handle: (ctx) =>
    ctx.write(
      (tx) => moveMoney(tx, { ...ctx.body, byId: ctx.caller.personId }, ctx.now),
      ({ id }) => ({ noun: 'fund', id }),
    ),
})

const back = route({
  method: 'post',
  path: '/api/fund/movements/:id/taking-back',
  action: 'fund.keep',
  summary: { zh: '冲回登记有误的收付', en: 'Take a wrong movement back' },
  params: z.object({ id: z.uuid() }),
  body: z.strictObject({ note: zText(1_000) }),
  response: made,
  handle: (ctx) =>
    ctx.write(
      (tx) => takeBack(tx, { id: ctx.params.id, ...ctx.body, byId: ctx.caller.personId }, ctx.now),
      ({ id }) => ({ noun: 'fund', id }),
    ),
})

const reminder = route({
  method: 'post',
  path: '/api/fund/reminders',
  action: 'fund.keep',
  summary: { zh: '催缴罚款', en: 'Remind somebody of fines they owe' },
  body: z.strictObject({ personId: zId }),
  response: z.object({ owesFen: fen }),
  handle: (ctx) =>
    ctx.write(
      (tx) => remind(tx, ctx.body.personId, ctx.now),
      () => ({ noun: 'fund', id: ctx.body.personId }),
    ),
})

export const fundRoutes = [accounts, movements, move, back, reminder]
