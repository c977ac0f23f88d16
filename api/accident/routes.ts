import { z } from 'zod'
import { addGround, correctTime, dropGround } from '../../db/accident/ground.ts'
import { judgeBulletin } from '../../db/accident/judgeBulletin.ts'
import { listAccidents, listBulletins, readAccident } from '../../db/accident/read.ts'
import { reportAccident } from '../../db/accident/report.ts'
import { attempt, lead, reflect, sendBulletin, type LedStep } from '../../db/accident/steps.ts'
import type { Tx } from '../../db/client.ts'
import { scopeOf, type Action } from '../../rules/permissions.ts'
import type { Text } from '../../rules/text.ts'
import { zInstant } from '../http/instant.ts'
import { afterKey, page, pageOf, pageQuery } from '../http/page.ts'
import { route, type Caller, type Context } from '../http/route.ts'
import { byId, zId, zText } from '../http/shapes.ts'
import { procedures } from '../procedures.ts'
import { accidentFile, accidentInput, accidentRow, bulletinRow, groundInput, showAccident } from './shapes.ts'

const { accident } = procedures

/** The regions whose accidents the caller may see; of others only their own. */
const reachOf = (caller: Caller) => ({
  scope: scopeOf(caller.grants, 'accident.oversee'),
  personId: caller.personId,
})

export const list = route({
  method: 'get',
  path: '/api/accidents',
  action: 'accident.own',
  summary: { zh: '服务事故，最近发生的在前', en: 'Service accidents, the latest first' },
  query: z.object({ ...pageQuery, engineerId: zId.optional() }),
  response: page(accidentRow),
  handle: async ({ db, caller, query: { cursor, limit, engineerId } }) => {
    const after = afterKey(cursor, 'number', 'string')
    const rows = await listAccidents(db, { ...reachOf(caller), engineerId, after, limit: limit + 1 })
    return pageOf(rows, limit, (row) => [row.occurredAt, row.id])
  },
})

const bulletins = route({
  method: 'get',
  path: '/api/accidents/bulletins',
  action: 'accident.own',
  summary: { zh: '事故通报', en: 'Accident bulletins' },
  query: z.object(pageQuery),
  response: page(bulletinRow),
  handle: async ({ db, caller, query: { cursor, limit } }) => {
    const after = afterKey(cursor, 'number', 'string')
    const rows = await listBulletins(db, caller.personId, after, limit + 1)
    return pageOf(rows, limit, (row) => [row.sentAt, row.id])
  },
})

const read = route({
  method: 'get',
  path: '/api/accidents/:id',
  action: 'accident.own',
  summary: { zh: '服务事故：事由、定级、处置', en: 'An accident: its grounds, its class, what was done' },
  params: byId,
  response: accidentFile,
  handle: async ({ db, caller, params: { id } }) => showAccident(await readAccident(db, id, reachOf(caller))),
})

const report = route({
  method: 'post',
  path: '/api/accidents',
  action: 'accident.report',
  status: 201,
  summary: { zh: '记录服务事故及事由，按定义定级', en: 'Record an accident with its grounds, which give it its class' },
  body: accidentInput,
  response: accidentFile,
  handle: async (ctx) => {
    const given = { ...ctx.body, byId: ctx.caller.personId }
    const made = await ctx.write(
      async (tx) => {
        const { caseId } = await reportAccident(tx, accident, given, ctx.now)
        return showAccident(await readAccident(tx, caseId))
      },
      ({ id }) => ({ noun: 'accident', id }),
    )
    ctx.afterCommit(() => ctx.services.poke([made.id]))
    return made
  },
})

/** Something done about an accident within the caller's reach: `POST /api/accidents/:id/<name>`. */
function step<B extends z.ZodType>(
  name: string,
  action: Action,
  summary: Text,
  body: B,
  verb: (tx: Tx, ctx: Context<{ id: string }, undefined, z.output<B>>) => Promise<unknown>,
) {
  return route({
    method: 'post',
    path: `/api/accidents/:id/${name}`,
    action,
    summary,
    params: byId,
    body,
    response: accidentFile,
    handle: (ctx) => {
      const { id } = ctx.params
      const { personId } = ctx.caller
      ctx.afterCommit(() => ctx.services.poke([id]))
      return ctx.write(
        async (tx) => {
          await readAccident(tx, id, action === 'accident.own' ? reachOf(ctx.caller) : { scope: ctx.scope, personId })
          await verb(tx, ctx as never)
          return showAccident(await readAccident(tx, id))
        },
        () => ({ noun: 'accident', id }),
      )
    },
  })
}

const act = ({ params, caller, now, body }: Context<{ id: string }, undefined, { occurredAt?: number }>) => ({
  caseId: params.id,
  byId: caller.personId,
  occurredAt: body.occurredAt ?? now,
})
const noted = z.strictObject({ note: zText(4_000), occurredAt: zInstant.optional() })

const led = (name: string, promise: LedStep, summary: Text) =>
  step(name, 'accident.lead', summary, noted, (tx, ctx) =>
    lead(tx, accident, promise, { note: ctx.body.note, ...act(ctx) }, ctx.now),
  )

const steps = [
  step(
    'grounds',
    'accident.report',
    { zh: '补记同一事故的事由（如投诉升级）', en: 'Another ground of the same accident, as a complaint that climbed' },
    groundInput,
    (tx, { params, body, caller, now }) =>
      addGround(tx, accident, { ...body, caseId: params.id, byId: caller.personId }, now),
  ),
  step(
    'dropped-grounds',
    'accident.drop',
    { zh: '总经理认定事由不成立', en: 'The general manager finds a ground to be untrue' },
    z.strictObject({ groundId: z.uuid(), reason: zText(1_000) }),
    (tx, { params, body, caller, now }) =>
      dropGround(tx, accident, { ...body, caseId: params.id, byId: caller.personId }, now),
  ),
  step(
    'time',
    'accident.drop',
    { zh: '总经理更正发生时间', en: 'The general manager corrects when it happened' },
    z.strictObject({ occurredAt: zInstant, reason: zText(1_000) }),
    (tx, { params, body, caller, now }) => correctTime(tx, { ...body, caseId: params.id, byId: caller.personId }, now),
  ),
  step(
    'late-bulletin',
    'accident.drop',
    {
      zh: '总经理认定通报不及时（期限空白时）',
      en: 'The general manager finds the bulletin late, while its time is blank',
    },
    z.strictObject({ reason: zText(1_000) }),
    (tx, { params, body, caller, now }) =>
      judgeBulletin(tx, { ...body, caseId: params.id, byId: caller.personId }, now),
  ),
  led('mobilisation', 'mobilise', { zh: '已调动资源', en: 'Resources were mobilised' }),
  step(
    'attempt',
    'accident.lead',
    { zh: '组织人员解决：是否解决', en: 'People tried to solve it: whether they did' },
    noted.extend({ solved: z.boolean() }),
    (tx, ctx) => attempt(tx, accident, { note: ctx.body.note, solved: ctx.body.solved, ...act(ctx) }, ctx.now),
  ),
  led('fallback', 'fallback', { zh: '提出另外的解决方案', en: 'Another solution is proposed' }),
  led('resolution', 'resolve', { zh: '按另外的方案解决', en: 'Resolved by the other solution' }),
  step(
    'reflection',
    'accident.own',
    { zh: '当事工程师写事故反思', en: "The engineer's reflection" },
    z.strictObject({ text: zText(20_000), occurredAt: zInstant.optional() }),
    (tx, ctx) => reflect(tx, accident, { text: ctx.body.text, ...act(ctx) }, ctx.now),
  ),
  led('review', 'review', { zh: '与工程师共同总结', en: 'The joint review with the engineer' }),
  step(
    'bulletin',
    'accident.lead',
    { zh: '向服务人员发事故通报', en: 'Send the bulletin to service staff' },
    z.strictObject({ title: zText(200), body: zText(20_000) }),
    (tx, { params, body, caller, now }) =>
      sendBulletin(tx, accident, { ...body, caseId: params.id, byId: caller.personId }, now),
  ),
]

export const accidentRoutes = [list, bulletins, read, report, ...steps]
