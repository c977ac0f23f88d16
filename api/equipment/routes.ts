import { z } from 'zod'
import { regionOf } from '../../db/customer/readCustomers.ts'
import { listEquipment, listLabels, readEquipment } from '../../db/equipment/read.ts'
import { createEquipment, editEquipment, replaceLabel } from '../../db/equipment/save.ts'
import { within, type Scope } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import { zDate } from '../http/instant.ts'
import { afterKey, page, pageOf, pageQuery } from '../http/page.ts'
import { publicUrl } from '../http/publicUrl.ts'
import { route } from '../http/route.ts'
import { charges } from './charges.ts'
import { faultRoutes } from './fault.ts'
import { repairRoutes } from './repairs.ts'
import { byId, patchOf, zFlag, zId, zText } from '../http/shapes.ts'

const input = z.strictObject({
  customerId: zId,
  projectId: zId.nullable().optional(),
  product: zText(100),
  serialNumber: zText(100),
  place: zText(200).nullable().optional(),
  commissionedOn: zDate.nullable().optional(),
  warrantyUntilOn: zDate.nullable().optional(),
  active: z.boolean().optional(),
})
const fields = {
  id: zId,
  customerId: zId,
  projectId: zId.nullable(),
  product: z.string(),
  serialNumber: z.string(),
  place: z.string().nullable(),
  commissionedOn: zDate.nullable(),
  warrantyUntilOn: zDate.nullable(),
  active: z.boolean(),
}
const equipmentRow = z
  .object({ ...fields, customerName: z.string(), regionId: zId.nullable() })
  .meta({ id: 'Equipment' })

function checkRegion(scope: Scope, regionId: string | null): void {
  if (!within(scope, regionId)) refuse('caller.outOfRegion')
}

export const list = route({
  method: 'get',
  path: '/api/equipment',
  action: 'equipment.read',
  summary: { zh: '客户处的设备（本人负责的区域）', en: 'Equipment at the customers of my regions' },
  query: z.object({
    ...pageQuery,
    id: zId.optional(),
    customerId: zId.optional(),
    active: zFlag.optional(),
    q: z.string().trim().max(100).optional(),
  }),
  response: page(equipmentRow),
  handle: async ({ db, scope, query: { cursor, ...filter } }) => {
    const after = afterKey(cursor, 'string')?.[0]
    return pageOf(await listEquipment(db, { ...filter, scope, after }), filter.limit, (row) => [row.id])
  },
})

const create = route({
  method: 'post',
  path: '/api/equipment',
  action: 'equipment.edit',
  status: 201,
  summary: { zh: '登记设备', en: 'Enter a thing that stands at a customer' },
  body: input,
  response: equipmentRow,
  handle: (ctx) =>
    ctx.write(
      async (tx) => {
        checkRegion(ctx.scope, await regionOf(tx, { customerId: ctx.body.customerId }))
        const { id } = await createEquipment(tx, ctx.body)
        return readEquipment(tx, id)
      },
      ({ id }) => ({ noun: 'equipment', id }),
    ),
})

const edit = route({
  method: 'patch',
  path: '/api/equipment/:id',
  action: 'equipment.edit',
  summary: { zh: '修改设备', en: 'Change a thing' },
  params: byId,
  body: patchOf(input),
  response: equipmentRow,
  handle: (ctx) =>
    ctx.write(async (tx) => {
      checkRegion(ctx.scope, (await readEquipment(tx, ctx.params.id)).regionId)
      await editEquipment(tx, ctx.params.id, ctx.body)
      const changed = await readEquipment(tx, ctx.params.id)
      checkRegion(ctx.scope, changed.regionId)
      return changed
    }),
})

const labelOf = z.object({ ...equipmentRow.shape, url: z.string().describe('what the QR code says') })

const label = route({
  method: 'get',
  path: '/api/equipment/:id/label',
  action: 'equipment.label',
  summary: { zh: '设备标签：扫码报障', en: 'The label of a thing: scan it to report a fault' },
  params: byId,
  response: labelOf,
  handle: async (ctx) => {
    const { labelToken, ...found } = await readEquipment(ctx.db, ctx.params.id)
    checkRegion(ctx.scope, found.regionId)
    return { ...found, url: publicUrl(ctx, `/fault#${labelToken}`) }
  },
})

const labels = route({
  method: 'get',
  path: '/api/equipment/labels',
  action: 'equipment.label',
  summary: { zh: '成批打印的设备标签', en: 'The labels of many things, to be printed at once' },
  query: z.object({ ...pageQuery, customerId: zId.optional(), q: z.string().trim().max(100).optional() }),
  response: page(labelOf),
  handle: async (ctx) => {
    const { cursor, ...filter } = ctx.query
    const after = afterKey(cursor, 'string')?.[0]
    const rows = await listLabels(ctx.db, { ...filter, scope: ctx.scope, after })
    return pageOf(
      rows.map(({ labelToken, ...row }) => ({ ...row, url: publicUrl(ctx, `/fault#${labelToken}`) })),
      filter.limit,
      (row) => [row.id],
    )
  },
})

const relabel = route({
  method: 'post',
  path: '/api/equipment/:id/label',
  action: 'equipment.edit',
  summary: { zh: '作废旧标签', en: 'Make the label that hangs there void' },
  params: byId,
  handle: (ctx) =>
    ctx.write(async (tx) => {
      checkRegion(ctx.scope, (await readEquipment(tx, ctx.params.id)).regionId)
      await replaceLabel(tx, ctx.params.id)
      return undefined
    }),
})

export const equipmentRoutes = [list, create, edit, labels, label, relabel, charges, ...faultRoutes, ...repairRoutes]
