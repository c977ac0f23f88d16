import { z } from 'zod'
import {
  assignDuty,
  createLine,
  declareOutage,
  editLine,
  endDuty,
  endOutage,
  listDuty,
  listLines,
  listOutages,
  removeDuty,
} from '../../db/person/duty.ts'
import { createRegion, editRegion, listRegions } from '../../db/person/regions.ts'
import { sideOf } from '../../rules/permissions.ts'
import { zInstant } from '../http/instant.ts'
import { afterKey, page, pageOf, pageQuery } from '../http/page.ts'
import { route } from '../http/route.ts'
import { byId, patchOf, zId, zText } from '../http/shapes.ts'
import { endsAt } from './shapes.ts'

const period = z.object({
  ...pageQuery,
  lineId: zId.optional(),
  fromAt: zInstant.optional(),
  toAt: zInstant.optional(),
})

const lineInput = z.strictObject({
  number: zText(40),
  kind: z.enum(['hotline', 'direct']),
  department: zText(100),
  personId: zId.nullable().optional(),
})
const lineRow = z
  .object({
    ...lineInput.shape,
    id: zId,
    personId: zId.nullable(),
    endedAt: zInstant.nullable(),
    sample: z.string().nullable(),
  })
  .meta({ id: 'Line' })

export const lines = route({
  method: 'get',
  path: '/api/lines',
  action: 'duty.read',
  summary: { zh: '电话线路', en: 'Telephone lines' },
  response: z.object({ items: z.array(lineRow) }),
  handle: async (ctx) => ({ items: await listLines(ctx.db, sideOf(ctx.caller.grants)) }),
})

const newLine = route({
  method: 'post',
  path: '/api/lines',
  action: 'duty.edit',
  status: 201,
  summary: { zh: '登记线路', en: 'Enter a line' },
  body: lineInput,
  response: lineRow,
  handle: (ctx) =>
    ctx.write(
      (tx) => createLine(tx, ctx.body),
      ({ id }) => ({ noun: 'line', id }),
    ),
})

const changeLine = route({
  method: 'patch',
  path: '/api/lines/:id',
  action: 'duty.edit',
  summary: { zh: '修改或停用线路', en: 'Change a line, or say since when it is no longer ours' },
  params: byId,
  body: patchOf(z.strictObject({ ...lineInput.shape, endedAt: zInstant.nullable() })),
  response: lineRow,
  handle: (ctx) => ctx.write((tx) => editLine(tx, ctx.params.id, ctx.body)),
})

const dutyInput = z.strictObject({ lineId: zId, personId: zId, fromAt: zInstant, toAt: zInstant })
const dutyRow = z.object({ ...dutyInput.shape, id: zId }).meta({ id: 'Duty' })

export const roster = route({
  method: 'get',
  path: '/api/duty',
  action: 'duty.read',
  summary: { zh: '值班表', en: 'The duty roster' },
  query: period,
  response: page(dutyRow),
  handle: async ({ db, caller, query: { cursor, ...filter } }) => {
    const about = { after: afterKey(cursor, 'string')?.[0], side: sideOf(caller.grants) }
    return pageOf(await listDuty(db, { ...filter, ...about }), filter.limit, (row) => [row.id])
  },
})

const assign = route({
  method: 'post',
  path: '/api/duty',
  action: 'duty.edit',
  status: 201,
  summary: { zh: '安排值班', en: 'Put somebody on duty' },
  body: dutyInput,
  response: dutyRow,
  handle: (ctx) =>
    ctx.write(
      (tx) => assignDuty(tx, ctx.body),
      ({ id }) => ({ noun: 'duty', id }),
    ),
})

const remove = route({
  method: 'delete',
  path: '/api/duty/:id',
  action: 'duty.edit',
  summary: { zh: '取消尚未开始的值班', en: 'Take a duty that has not begun off the roster' },
  params: byId,
  handle: (ctx) =>
    ctx.write(async (tx) => {
      await removeDuty(tx, ctx.params.id, ctx.now)
      return undefined
    }),
})

const endOfDuty = route({
  method: 'patch',
  path: '/api/duty/:id',
  action: 'duty.edit',
  summary: { zh: '更改值班的结束时间', en: 'Say when a duty ends' },
  params: byId,
  body: endsAt,
  response: dutyRow,
  handle: (ctx) => ctx.write((tx) => endDuty(tx, ctx.params.id, ctx.body.toAt)),
})

const outageInput = z.strictObject({ lineId: zId, fromAt: zInstant, toAt: zInstant.nullable().optional() })
const outageRow = z
  .object({
    id: zId,
    lineId: zId,
    fromAt: zInstant,
    toAt: zInstant.nullable(),
    declaredAt: zInstant,
    declaredBy: zId.nullable(),
  })
  .meta({ id: 'Outage' })

export const outages = route({
  method: 'get',
  path: '/api/outages',
  action: 'duty.read',
  summary: { zh: '线路中断', en: 'Declared outages' },
  query: period,
  response: page(outageRow),
  handle: async ({ db, caller, query: { cursor, ...filter } }) => {
    const about = { after: afterKey(cursor, 'string')?.[0], side: sideOf(caller.grants) }
    return pageOf(await listOutages(db, { ...filter, ...about }), filter.limit, (row) => [row.id])
  },
})

const declare = route({
  method: 'post',
  path: '/api/outages',
  action: 'outage.declare',
  status: 201,
  summary: { zh: '申报线路中断', en: 'Declare that a line is down' },
  body: outageInput,
  response: outageRow,
  handle: (ctx) =>
    ctx.write(
      (tx) => declareOutage(tx, { ...ctx.body, declaredAt: ctx.now, declaredBy: ctx.caller.personId }),
      ({ id }) => ({ noun: 'outage', id }),
    ),
})

const restore = route({
  method: 'patch',
  path: '/api/outages/:id',
  action: 'outage.declare',
  summary: { zh: '申报线路恢复', en: 'Declare that a line works again' },
  params: byId,
  body: endsAt,
  response: outageRow,
  handle: (ctx) => ctx.write((tx) => endOutage(tx, ctx.params.id, ctx.body.toAt)),
})

const regionInput = z.strictObject({ code: zText(50), name: zText(100) })
const regionRow = z.object({ ...regionInput.shape, id: zId }).meta({ id: 'Region' })

export const regions = route({
  method: 'get',
  path: '/api/regions',
  action: 'person.read',
  summary: { zh: '区域', en: 'Regions' },
  response: z.object({ items: z.array(regionRow) }),
  handle: async (ctx) => ({ items: await listRegions(ctx.db, sideOf(ctx.caller.grants)) }),
})

const newRegion = route({
  method: 'post',
  path: '/api/regions',
  action: 'region.edit',
  status: 201,
  summary: { zh: '登记区域', en: 'Enter a region' },
  body: regionInput,
  response: regionRow,
  handle: (ctx) =>
    ctx.write(
      (tx) => createRegion(tx, ctx.body),
      ({ id }) => ({ noun: 'region', id }),
    ),
})

const renameRegion = route({
  method: 'patch',
  path: '/api/regions/:id',
  action: 'region.edit',
  summary: { zh: '修改区域', en: 'Change a region' },
  params: byId,
  body: patchOf(regionInput),
  response: regionRow,
  handle: (ctx) => ctx.write((tx) => editRegion(tx, ctx.params.id, ctx.body)),
})

export const dutyRoutes = [
  lines,
  newLine,
  changeLine,
  roster,
  assign,
  endOfDuty,
  remove,
  outages,
  declare,
  restore,
  regions,
  newRegion,
  renameRegion,
]
