import { z } from 'zod'
import { appointByLink, rateByLink, readLink } from '../../db/customerLink/use.ts'
import { companyName } from '../../db/setting/company.ts'
import { zInstant } from '../http/instant.ts'
import { route } from '../http/route.ts'
import { procedures } from '../procedures.ts'
import { drawnOf, scores, signature } from '../serviceTask/shapes.ts'
import { officeLinkRoutes } from './office.ts'
import { linkPage, zToken } from './shapes.ts'

const { serviceTask } = procedures
/** What the browser says it is, cut short: evidence of the device, not a name of anybody. */
const deviceOf = (headers: Readonly<Record<string, string | string[] | undefined>>) =>
  headers['user-agent']?.toString().slice(0, 300) ?? null
const asTask = (id: string) => ({ noun: 'serviceTask', id })

/** Tokens come in bodies, never in addresses: those end up in logs and histories. */
const read = route({
  method: 'post',
  path: '/api/customer-link/look',
  action: 'public',
  // Writes nothing.
  outside: true,
  limit: 'link',
  summary: { zh: '客户打开链接', en: 'A customer opens a link' },
  body: z.strictObject({ token: zToken }),
  response: linkPage,
  handle: ({ db, body, now }) =>
    db.transaction(async (tx) => ({ ...(await readLink(tx, body.token, now)), company: await companyName(tx) })),
})

const appointment = route({
  method: 'post',
  path: '/api/customer-link/appointment',
  action: 'public',
  limit: 'link',
  summary: { zh: '客户确认或改约服务时间', en: 'The customer confirms the appointment, or moves it' },
  body: z.strictObject({ token: zToken, appointmentAt: zInstant.optional() }),
  handle: async ({ write, body, headers, now, afterCommit, services }) => {
    const given = { ...body, device: deviceOf(headers) }
    const caseId = await write((tx) => appointByLink(tx, serviceTask, given, now), asTask)
    afterCommit(() => services.poke([caseId]))
    return undefined
  },
})

const rating = route({
  method: 'post',
  path: '/api/customer-link/rating',
  action: 'public',
  limit: 'link',
  summary: { zh: '客户评分并签字', en: 'The customer rates the service and signs' },
  body: z.strictObject({ token: zToken, scores, signature }),
  handle: async ({ write, body, headers, now, afterCommit, services }) => {
    const given = { ...body, signature: drawnOf(body.signature), device: deviceOf(headers) }
    const caseId = await write((tx) => rateByLink(tx, serviceTask, given, now), asTask)
    afterCommit(() => services.poke([caseId]))
    return undefined
  },
})

export const customerLinkRoutes = [read, appointment, rating, ...officeLinkRoutes]
