import { z } from 'zod'
import { labelled, reportFault } from '../../db/call/reportFault.ts'
import { addFaultPhoto } from '../../db/call/faultPhoto.ts'
import { companyName } from '../../db/setting/company.ts'
import { checked } from '../attachment/checked.ts'
import { zCompany, zToken } from '../customerLink/shapes.ts'
import { zInstant } from '../http/instant.ts'
import { route } from '../http/route.ts'
import { zText } from '../http/shapes.ts'
import { procedures } from '../procedures.ts'

/** What stands on the thing itself, so that the reporter sees it is the right one; nothing of the customer's. */
const look = route({
  method: 'post',
  path: '/api/fault-report/look',
  action: 'public',
  // Writes nothing.
  outside: true,
  limit: 'link',
  summary: { zh: '扫码打开报障页', en: 'Somebody scans the label of a thing' },
  body: z.strictObject({ token: zToken }),
  response: z.object({
    company: zCompany,
    product: z.string(),
    serialNumber: z.string(),
    place: z.string().nullable(),
  }),
  handle: async ({ db, body }) => ({ ...(await labelled(db, body.token)).thing, company: await companyName(db) }),
})

const report = route({
  method: 'post',
  path: '/api/fault-report',
  action: 'public',
  limit: 'report',
  status: 201,
  summary: { zh: '扫码报障', en: 'Report a fault by the label of a thing' },
  body: z.strictObject({
    token: zToken,
    id: z.uuid().describe('made by the sender: the same report sent twice is one'),
    name: zText(60),
    number: zText(40),
    fault: zText(1_000),
    website: z.literal('').optional().describe('for programs that fill in every field'),
  }),
  response: z.object({ reference: z.string(), reportedAt: zInstant }),
  handle: async ({ write, body, now, afterCommit, services }) => {
    let caseId = ''
    const done = await write(
      async (tx) => {
        caseId = (await reportFault(tx, procedures.call, body, now)).caseId
        return { reference: caseId.slice(-8).toUpperCase(), reportedAt: now }
      },
      () => ({ noun: 'call', id: caseId }),
    )
    afterCommit(() => services.poke([caseId]))
    return done
  },
})

/** Who knows the report's id, which the reporter's device made at random, has just handed it in: no token, no sign-in. */
const photo = route({
  method: 'post',
  path: '/api/fault-report/:id/photos',
  action: 'public',
  limit: 'photo',
  status: 201,
  summary: { zh: '为刚提交的扫码报障附照片', en: 'Add a photo to a fault that was just reported by a label' },
  params: z.object({ id: z.uuid() }),
  body: 'file',
  response: z.object({ id: z.string() }),
  handle: (ctx) => {
    const file = checked(ctx)
    return ctx.write(
      (tx) => addFaultPhoto(tx, { ...file, reportId: ctx.params.id }, ctx.now),
      ({ id }) => ({ noun: 'attachment', id }),
    )
  },
})

export const faultRoutes = [look, report, photo]
