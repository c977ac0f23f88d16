import { z } from 'zod'
import { checkWithin } from '../../db/case/read.ts'
import { chargesOf } from '../../db/equipment/charges.ts'
import { clause } from '../../rules/clauses/index.ts'
import { zDate, zInstant } from '../http/instant.ts'
import { route } from '../http/route.ts'
import { byId, zId } from '../http/shapes.ts'

/** What says that a bad repair is put right for nothing. */
const OF_REPAIR = { clause: 'S1-4.4.2' }

function titleOf({ clause: id }: { clause: string }) {
  const { zh, en } = clause(id)
  return { zh, en }
}

export const charges = route({
  method: 'get',
  path: '/api/cases/:id/charges',
  action: 'equipment.read',
  summary: {
    zh: '该事项涉及设备的收费：质保内免费、过保收成本、其余按价目表',
    en: 'What the service of a case costs the customer: free in warranty, cost after it, else the price list',
  },
  params: byId,
  response: z.object({
    items: z.array(
      z.object({
        id: zId,
        product: z.string(),
        serialNumber: z.string(),
        place: z.string().nullable(),
        warrantyUntilOn: zDate.nullable(),
        serviceOn: zDate.describe('The day it is judged by'),
        charge: z.object({
          kind: z.enum(['free', 'cost', 'priceList']),
          clause: z.string(),
          clauseTitle: z.object({ zh: z.string(), en: z.string() }),
          amountFen: z.number().nullable().describe('null: what the work cost, or not set'),
        }),
        /** Free of charge all the same where the fault comes of this repair; null: none is in warranty. */
        repair: z
          .object({
            id: zId,
            repairedAt: zInstant,
            warrantyUntilOn: zDate.nullable(),
            clause: z.string(),
            clauseTitle: z.object({ zh: z.string(), en: z.string() }),
          })
          .nullable(),
      }),
    ),
  }),
  handle: async ({ db, params, caller, scope, now }) => {
    await checkWithin(db, params.id, scope, caller.personId)
    const items = await chargesOf(db, params.id, now)
    return {
      items: items.map((one) => ({
        ...one,
        charge: { ...one.charge, clauseTitle: titleOf(one.charge) },
        repair: one.repair && { ...one.repair, ...OF_REPAIR, clauseTitle: titleOf(OF_REPAIR) },
      })),
    }
  },
})
