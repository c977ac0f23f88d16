import { z } from 'zod'
import { audit } from '../../db/audit.ts'
import { listLinks, makeLink, revokeLink } from '../../db/customerLink/make.ts'
import { zInstant } from '../http/instant.ts'
import { publicUrl } from '../http/publicUrl.ts'
import { route, type Context } from '../http/route.ts'
import { byId, zId } from '../http/shapes.ts'
import { linkRow, zPurpose } from './shapes.ts'

type OnTask = Context<{ id: string }, unknown, unknown>
const act = ({ params, caller, scope }: OnTask) => ({ caseId: params.id, byId: caller.personId, scope })

const list = route({
  method: 'get',
  path: '/api/service-tasks/:id/customer-links',
  action: 'customerLink.read',
  summary: { zh: '发给客户的链接', en: 'The links that customers were given' },
  params: byId,
  response: z.object({
    items: z.array(linkRow),
    email: z.string().nullable().describe('where the contact is mailed to, if that is known'),
    mailWorks: z.boolean().describe('false: no mail server is set; letters wait until one is'),
    asked: z.array(zPurpose).describe('what there is to ask of the customer now'),
  }),
  handle: async (ctx) => {
    const { links, email, asked } = await ctx.db.transaction((tx) => listLinks(tx, act(ctx), ctx.now))
    return { items: links, email, asked, mailWorks: ctx.services.mail?.configured ?? false }
  },
})

const make = route({
  method: 'post',
  path: '/api/service-tasks/:id/customer-links',
  action: 'customerLink.make',
  // Its answer holds the token, which is kept nowhere: an answer that is stored for a repeated request would be.
  outside: true,
  status: 201,
  summary: {
    zh: '生成客户链接（确认或改约、评分签字），可发邮件；此前同类链接作废',
    en: 'Make a link for the customer, and mail it where an address is given; earlier ones of its kind are void',
  },
  params: byId,
  body: z.strictObject({ purpose: zPurpose, sendTo: z.email().max(200).optional() }),
  response: z.object({
    id: z.string(),
    url: z.string(),
    expiresAt: zInstant,
    mail: z.enum(['waiting', 'notConfigured', 'notAsked']),
  }),
  handle: async (ctx) => {
    const { purpose, sendTo } = ctx.body
    const made = await ctx.db.transaction(async (tx) => {
      const mail = sendTo === undefined ? undefined : { to: sendTo, base: publicUrl(ctx, '') }
      const link = await makeLink(tx, { ...act(ctx), purpose, mail }, ctx.now)
      const facts = { at: ctx.now, personId: ctx.caller.personId, door: 'api', requestId: ctx.requestId }
      const detail = { linkId: link.id, purpose }
      await audit(tx, { ...facts, action: 'customerLink.make', noun: 'serviceTask', subjectId: ctx.params.id, detail })
      return link
    })
    const { id, expiresAt } = made
    const url = publicUrl(ctx, `/c#${made.token}`)
    if (!sendTo) return { id, url, expiresAt, mail: 'notAsked' as const }
    ctx.services.mail?.poke()
    const mail = ctx.services.mail?.configured ? ('waiting' as const) : ('notConfigured' as const)
    return { id, url, expiresAt, mail }
  },
})

const revoke = route({
  method: 'post',
  path: '/api/service-tasks/:id/customer-links/:linkId/revocation',
  action: 'customerLink.make',
  summary: { zh: '作废客户链接', en: 'Make a link void' },
  params: z.object({ id: zId, linkId: zId }),
  handle: (ctx) =>
    ctx.write(
      async (tx) => {
        await revokeLink(tx, { ...act(ctx), linkId: ctx.params.linkId }, ctx.now)
        return undefined
      },
      () => ({ noun: 'serviceTask', id: ctx.params.id, detail: { linkId: ctx.params.linkId } }),
    ),
})

export const officeLinkRoutes = [list, make, revoke]
