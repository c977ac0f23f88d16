import { z } from 'zod'
import { listLedger } from '../../db/serviceTask/ledger.ts'
import { GRADES } from '../../rules/serviceTask/ratings.ts'
import { addDays, atTime } from '../../rules/time/local.ts'
import { zDate, zInstant } from '../http/instant.ts'
import { afterKey, page, pageOf, pageQuery } from '../http/page.ts'
import { route } from '../http/route.ts'
import { zId, zText } from '../http/shapes.ts'

const grade = z.enum(GRADES).nullable()

/** The ledger that the sales back office keeps of service tasks and their ratings (S0-A-6.3b). */
export const ledger = route({
  method: 'get',
  path: '/api/service-ledger',
  action: 'serviceTask.readLedger',
  summary: { zh: '销售内勤的服务任务台账', en: 'The ledger of service tasks, the newest first' },
  query: z.object({
    ...pageQuery,
    state: z.enum(['registered', 'waiting']).optional(),
    engineerId: zId.optional(),
    customerId: z.string().max(64).optional(),
    fromOn: zDate.optional(),
    untilOn: zDate.optional().describe('the last day that counts'),
    q: zText(100).optional(),
  }),
  response: page(
    z.object({
      id: z.string(),
      parentId: z.string().nullable(),
      ledgerNumber: z.string().nullable(),
      registeredAt: zInstant.nullable(),
      startedAt: zInstant,
      customerName: z.string(),
      requirement: z.string(),
      engineerId: z.string().nullable(),
      attitude: grade,
      skill: grade,
      result: grade,
      signedAt: zInstant.nullable(),
    }),
  ),
  handle: async ({ db, scope, query: { limit, cursor, fromOn, untilOn, ...filter } }) => {
    const rows = await listLedger(db, {
      ...filter,
      scope,
      fromAt: fromOn === undefined ? undefined : atTime(fromOn, '00:00'),
      untilAt: untilOn === undefined ? undefined : atTime(addDays(untilOn, 1), '00:00'),
      after: afterKey(cursor, 'string')?.[0],
      limit: limit + 1,
    })
    return pageOf(rows, limit, (row) => [row.id])
  },
})
