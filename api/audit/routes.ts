import { z } from 'zod'
import { readAudit } from '../../db/readAudit.ts'
import { zInstant } from '../http/instant.ts'
import { afterKey, page, pageOf, pageQuery } from '../http/page.ts'
import { route } from '../http/route.ts'
import { zId } from '../http/shapes.ts'

const entry = z
  .object({
    id: zId,
    at: zInstant,
    personId: zId.nullable(),
    forPersonId: zId.nullable().describe('in whose role that person acted, lent for a time'),
    door: z.string(),
    action: z.string(),
    noun: z.string().nullable(),
    subjectId: z.string().nullable(),
    requestId: z.string().nullable(),
    detail: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: 'AuditEntry' })

export const read = route({
  method: 'get',
  path: '/api/audit',
  action: 'audit.read',
  summary: { zh: '操作记录，由近及远', en: 'Who did what, newest first' },
  query: z.object({
    ...pageQuery,
    noun: z.string().optional(),
    subjectId: zId.optional(),
    personId: zId.optional(),
    action: z
      .string()
      .regex(/^\w+(\.\w+)?$/)
      .optional(),
    fromAt: zInstant.optional(),
    toAt: zInstant.optional(),
  }),
  response: page(entry),
  handle: async ({ db, query: { cursor, ...filter } }) => {
    const before = afterKey(cursor, 'string')?.[0]
    return pageOf(await readAudit(db, { ...filter, before }), filter.limit, (row) => [row.id])
  },
})

export const auditRoutes = [read]
