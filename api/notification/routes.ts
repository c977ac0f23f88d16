import { z } from 'zod'
import { CHANNELS, lastTestOf, readChannels } from '../../db/notification/channel.ts'
import { mailboxOf } from '../../db/notification/mailbox.ts'
import { notify } from '../../db/notification/notify.ts'
import { ownNotices, readAllNotices, readNotice } from '../../db/notification/read.ts'
import { wordsOf } from '../../db/notification/words.ts'
import { placeOf } from '../../rules/notification/place.ts'
import { refuse } from '../../rules/problem.ts'
import { zInstant } from '../http/instant.ts'
import { afterKey, page, pageOf, pageQuery } from '../http/page.ts'
import { route } from '../http/route.ts'
import { zFlag } from '../http/shapes.ts'

const noticeRow = z.object({
  id: z.string(),
  template: z.string(),
  title: z.string(),
  body: z.string(),
  caseId: z.string().nullable(),
  place: z.string().nullable().describe('the page of what it speaks of, as a path'),
  obligationId: z.string().nullable(),
  createdAt: zInstant,
  readAt: zInstant.nullable(),
})

const list = route({
  method: 'get',
  path: '/api/notifications',
  action: 'notification.own',
  summary: { zh: '我的通知，最新的在前', en: 'My notices, the newest first' },
  query: z.object({ ...pageQuery, unread: zFlag.optional() }),
  response: page(noticeRow),
  handle: async ({ db, caller, language, query: { cursor, limit, unread } }) => {
    const after = afterKey(cursor, 'number', 'string')
    const rows = await ownNotices(db, { personId: caller.personId, unread, after, limit: limit + 1 })
    const { items, next } = pageOf(rows, limit, (row) => [row.createdAt, row.id])
    const words = await wordsOf(db, items)
    const shown = items.map((row) => {
      const { title, body } = words.get(row.id)!
      return { ...row, place: placeOf(row), title: title[language], body: body[language] }
    })
    return { items: shown, next }
  },
})

const readOne = route({
  method: 'post',
  path: '/api/notifications/:id/reading',
  action: 'notification.own',
  summary: { zh: '标为已读', en: 'Mark a notice as read' },
  params: z.object({ id: z.uuid() }),
  handle: (ctx) =>
    ctx.write(async (tx) => {
      await readNotice(tx, ctx.caller.personId, ctx.params.id, ctx.now)
      return undefined
    }),
})

const readAll = route({
  method: 'post',
  path: '/api/notifications/reading',
  action: 'notification.own',
  summary: { zh: '将某时刻前的通知全部标为已读', en: 'Mark all notices made until a moment as read' },
  body: z.strictObject({ untilAt: zInstant }),
  response: z.object({ count: z.number() }),
  handle: (ctx) =>
    ctx.write(async (tx) => ({ count: await readAllNotices(tx, ctx.caller.personId, ctx.body.untilAt, ctx.now) })),
})

const channelRow = z.object({
  name: z.enum(CHANNELS),
  state: z.enum(['working', 'failing', 'notConfigured', 'untried']),
  succeededAt: zInstant.nullable(),
  failedAt: zInstant.nullable(),
  error: z.string().nullable(),
  waiting: z.number(),
  waitingSinceAt: zInstant.nullable(),
  givenUp: z.number(),
})

export const channels = route({
  method: 'get',
  path: '/api/channels',
  action: 'channel.read',
  summary: { zh: '通知渠道状态', en: 'How the notification channels fare' },
  response: z.object({
    items: z.array(channelRow),
    mail: z.object({ server: z.string().nullable(), sender: z.string().nullable() }),
  }),
  handle: async ({ db, services: { mail } }) => ({
    items: await readChannels(db, mail?.configured ?? false),
    mail: { server: mail?.server ?? null, sender: mail?.sender ?? null },
  }),
})

const test = route({
  method: 'post',
  path: '/api/channels/:name/test',
  action: 'channel.test',
  status: 202,
  summary: { zh: '向自己发送测试通知', en: 'Send a test notice to oneself' },
  params: z.object({ name: z.string() }),
  response: z.object({ sentAt: zInstant }),
  handle: (ctx) => {
    ctx.afterCommit(() => ctx.services.mail?.poke())
    const { personId } = ctx.caller
    return ctx.write(
      async (tx) => {
        if (!(CHANNELS as readonly string[]).includes(ctx.params.name)) refuse('channel.unknown', { field: 'name' })
        if (ctx.params.name === 'email' && !(await mailboxOf(tx, personId))) refuse('channel.noMailbox')
        const key = `channel.test:${ctx.requestId}`
        await notify(tx, [{ key, personId, template: 'channel.test', params: { at: ctx.now } }], ctx.now)
        return { sentAt: ctx.now }
      },
      () => ({ noun: 'channel', id: ctx.params.name }),
    )
  },
})

const lastTest = route({
  method: 'get',
  path: '/api/channels/:name/test',
  action: 'channel.test',
  summary: { zh: '我最近一次测试的结果', en: 'What became of my last test notice' },
  params: z.object({ name: z.enum(CHANNELS) }),
  response: z.object({
    test: z
      .object({
        sentAt: zInstant,
        attempts: z.number(),
        deliveredAt: zInstant.nullable(),
        failedAt: zInstant.nullable(),
        error: z.string().nullable(),
      })
      .nullable(),
  }),
  handle: async ({ db, caller, params }) => ({ test: await lastTestOf(db, caller.personId, params.name) }),
})

export const notificationRoutes = [list, readOne, readAll, channels, test, lastTest]
