import { z } from 'zod'
import { correctRepair } from '../../db/equipment/correctRepair.ts'
import { casesOf, recordRepair, thingWithin } from '../../db/equipment/recordRepair.ts'
import { listRepairs, readRepair, type ListedRepair } from '../../db/equipment/repairs.ts'
import { REPAIR_NOTES, REPAIR_STATES, SIGN_KINDS } from '../../rules/equipment/repair.ts'
import { scopeOf, within } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import { zDate, zInstant } from '../http/instant.ts'
import { afterKey, page, pageOf, pageQuery } from '../http/page.ts'
import { route } from '../http/route.ts'
import { byId, zFlag, zId, zText } from '../http/shapes.ts'

const repairRow = z
  .object({
    id: zId,
    equipmentId: zId,
    product: z.string(),
    serialNumber: z.string(),
    customerId: zId,
    customerName: z.string(),
    regionId: zId.nullable(),
    engineerId: zId,
    engineerName: z.string(),
    repairedAt: zInstant,
    caseId: z.string().nullable(),
    work: z.string(),
    byId: zId,
    recordedAt: zInstant,
    /** The last day of the repair's warranty; null: the rulebook leaves it blank. */
    warrantyUntilOn: zDate.nullable(),
    state: z.enum(REPAIR_STATES),
    /** It failed again in its warranty, by a sign that counts. */
    failed: z.boolean(),
    /** False once it was taken back. */
    stands: z.boolean(),
    signs: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(SIGN_KINDS),
        at: zInstant,
        caseId: z.string().nullable(),
        counts: z.boolean(),
        setAside: z.boolean(),
      }),
    ),
    notes: z.array(
      z.object({
        id: zId,
        kind: z.enum(REPAIR_NOTES),
        failedAt: zInstant.nullable(),
        signId: z.string().nullable(),
        reason: z.string(),
        byId: zId,
        recordedAt: zInstant,
      }),
    ),
  })
  .meta({ id: 'Repair' })

export const list = route({
  method: 'get',
  path: '/api/repairs',
  action: 'repair.read',
  summary: {
    zh: '设备维修记录：质保期与再次故障（本人负责的区域）',
    en: 'Repairs of equipment, their warranty, and which failed again, at the customers of my regions',
  },
  query: z.object({
    ...pageQuery,
    equipmentId: zId.optional(),
    customerId: zId.optional(),
    engineerId: zId.optional(),
    fromOn: zDate.optional(),
    untilOn: zDate.optional(),
    state: z.enum(REPAIR_STATES).optional(),
    failed: zFlag.optional(),
    q: z.string().trim().max(100).optional(),
  }),
  response: page(repairRow),
  handle: async ({ db, scope, now, query: { cursor, ...filter } }) => {
    const after = afterKey(cursor, 'number', 'string')
    const rows: ListedRepair[] = await listRepairs(db, { ...filter, scope, after }, now)
    return pageOf(rows, filter.limit, (row) => [row.repairedAt, row.id])
  },
})

const record = route({
  method: 'post',
  path: '/api/repairs',
  action: 'repair.record',
  status: 201,
  summary: { zh: '登记设备维修', en: 'Put the repair of a piece of equipment on record' },
  body: z.strictObject({
    equipmentId: zId,
    engineerId: zId,
    repairedAt: zInstant,
    caseId: zId.nullable().optional(),
    work: zText(2_000),
    another: z.boolean().optional().describe('It is another repair than the one of the same day'),
  }),
  response: repairRow,
  handle: (ctx) =>
    ctx.write(
      async (tx) => {
        const { caller, body, scope, now } = ctx
        const { owner } = await thingWithin(tx, body.equipmentId, scope)
        const isOwn = body.engineerId === caller.personId
        if (!isOwn && !within(scopeOf(caller.grants, 'repair.recordFor'), owner.regionId))
          refuse('repair.ownOnly', { field: 'engineerId' })
        const { id } = await recordRepair(tx, { ...body, byId: caller.personId }, scope, now)
        return readRepair(tx, id, scope, now)
      },
      ({ id, equipmentId }) => ({ noun: 'repair', id, detail: { equipmentId } }),
    ),
})

const correct = route({
  method: 'post',
  path: '/api/repairs/:id/corrections',
  action: 'repair.correct',
  summary: {
    zh: '更正维修记录：补记故障、剔除或恢复故障、撤销',
    en: 'Put a repair right: state a failure, set one aside or count it again, take the repair back',
  },
  params: byId,
  body: z.strictObject({
    reason: zText(1_000),
    change: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('stated'), failedAt: zInstant }),
      z.strictObject({ kind: z.enum(['setAside', 'restored']), signId: z.string().min(1).max(64) }),
      z.strictObject({ kind: z.literal('takenBack') }),
    ]),
  }),
  response: repairRow,
  handle: (ctx) =>
    ctx.write(
      async (tx) => {
        const { caller, body, params, scope, now } = ctx
        await correctRepair(tx, { ...body, repairId: params.id, byId: caller.personId }, scope, now)
        return readRepair(tx, params.id, scope, now)
      },
      ({ id }) => ({ noun: 'repair', id, detail: { kind: ctx.body.change.kind } }),
    ),
})

const origins = route({
  method: 'get',
  path: '/api/equipment/:id/cases',
  action: 'repair.record',
  summary: {
    zh: '维修可能源自的事项：该设备的报障、其客户的服务任务',
    en: 'What a repair of a thing may come from: its fault reports and its customer’s service tasks',
  },
  params: byId,
  response: z.object({ items: z.array(z.object({ id: z.string(), kind: z.string(), startedAt: zInstant })) }),
  handle: async ({ db, params, scope }) => {
    await thingWithin(db, params.id, scope)
    return { items: await casesOf(db, params.id) }
  },
})

export const repairRoutes = [list, record, correct, origins]
