import { z } from 'zod'
import { audit } from '../../db/audit.ts'
import { addSource, listSources, rotateSecret, setSourceActive } from '../../db/call/source.ts'
import type { Tx } from '../../db/client.ts'
import { zInstant } from '../http/instant.ts'
import { route, type Context } from '../http/route.ts'
import { byId, zText } from '../http/shapes.ts'

const hookOf = (name: string) => `/hooks/telephony/${name}`
const sourceRow = z
  .object({
    id: z.string(),
    name: z.string(),
    active: z.boolean(),
    sample: z.string().nullable(),
  })
  .meta({ id: 'TelephonySource' })
const secretOnce = z.object({ id: z.string(), secret: z.string(), hook: z.string() })

export const list = route({
  method: 'get',
  path: '/api/telephony-sources',
  action: 'source.edit',
  summary: { zh: '电话事件来源', en: 'The telephone systems that tell of calls' },
  response: z.object({
    items: z.array(sourceRow.extend({ hook: z.string(), lastCallAt: zInstant.nullable() })),
  }),
  handle: async ({ db }) => ({ items: (await listSources(db)).map((row) => ({ ...row, hook: hookOf(row.name) })) }),
})

/** Does something whose answer is a secret, so it is not kept for replay. */
async function once(ctx: Context, effect: (tx: Tx) => Promise<{ id: string; name: string; secret: string }>) {
  return ctx.db.transaction(async (tx) => {
    const { id, name, secret } = await effect(tx)
    const facts = { at: ctx.now, door: 'api', action: 'source.edit', requestId: ctx.requestId }
    await audit(tx, { ...facts, personId: ctx.caller.personId, noun: 'telephonySource', subjectId: id })
    return { id, secret, hook: hookOf(name) }
  })
}

const create = route({
  method: 'post',
  path: '/api/telephony-sources',
  action: 'source.edit',
  status: 201,
  outside: true,
  summary: { zh: '登记电话事件来源，密钥只返回一次', en: 'Register a telephone system; its secret is shown once' },
  body: z.object({ name: zText(60).regex(/^[\w-]+$/) }),
  response: secretOnce,
  handle: (ctx) => once(ctx, async (tx) => ({ ...(await addSource(tx, ctx.body.name)), name: ctx.body.name })),
})

const rotate = route({
  method: 'post',
  path: '/api/telephony-sources/:id/rotation',
  action: 'source.edit',
  outside: true,
  summary: { zh: '更换密钥，旧密钥立即失效', en: 'A new secret, shown once; the old one ends at once' },
  params: byId,
  response: secretOnce,
  handle: (ctx) => once(ctx, (tx) => rotateSecret(tx, ctx.params.id)),
})

const change = route({
  method: 'patch',
  path: '/api/telephony-sources/:id',
  action: 'source.edit',
  summary: { zh: '启用或停用来源', en: 'Let a telephone system in, or shut it out' },
  params: byId,
  body: z.strictObject({ active: z.boolean() }),
  response: sourceRow,
  handle: (ctx) =>
    ctx.write(
      (tx) => setSourceActive(tx, ctx.params.id, ctx.body.active),
      ({ id, active }) => ({ noun: 'telephonySource', id, detail: { active } }),
    ),
})

export const sourceRoutes = [list, create, rotate, change]
