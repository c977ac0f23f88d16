import { z } from 'zod'
import type { Tx } from '../../db/client.ts'
import { recordBounce } from '../../db/incident/bounce.ts'
import type { Actor } from '../../db/incident/find.ts'
import { downgrade, learnFlags } from '../../db/incident/flags.ts'
import { mergeIncident } from '../../db/incident/merge.ts'
import { phone } from '../../db/incident/phone.ts'
import { checkVisible, listIncidents, readIncident } from '../../db/incident/read.ts'
import { recordIncident } from '../../db/incident/record.ts'
import { submitReport } from '../../db/incident/report.ts'
import { trackIncident } from '../../db/incident/track.ts'
import { may, scopeOf } from '../../rules/permissions.ts'
import { zInstant } from '../http/instant.ts'
import { afterKey, page, pageOf, pageQuery } from '../http/page.ts'
import { route, type Context } from '../http/route.ts'
import { byId, zId, zText } from '../http/shapes.ts'
import { procedures } from '../procedures.ts'
import { incidentFile, incidentInput, incidentRow, phoneInput, reportInput, showIncident, zFlags } from './shapes.ts'

const { incident } = procedures

/** The caller as one who takes a step: may they do so in the first knower's name? */
const actor = ({ caller }: Pick<Context, 'caller'>): Actor => ({
  byId: caller.personId,
  actsFor: may(caller.grants, 'incident.actFor'),
})

/** Carries out a step on one incident within the caller's reach; its answer is the incident as it stands after it. */
function step(ctx: Context<{ id: string }>, verb: (tx: Tx, caseId: string) => Promise<unknown>) {
  const { id } = ctx.params
  ctx.afterCommit(() => ctx.services.poke([id]))
  return ctx.write(
    async (tx) => {
      await checkVisible(tx, id, scopeOf(ctx.caller.grants, 'incident.read'), ctx.caller.personId)
      await verb(tx, id)
      return showIncident(await readIncident(tx, id))
    },
    () => ({ noun: 'incident', id }),
  )
}

export const list = route({
  method: 'get',
  path: '/api/incidents',
  action: 'incident.read',
  summary: { zh: '质量事故，最近知悉的在前', en: 'Incidents, the one known of last first' },
  query: z.object({ ...pageQuery, state: z.enum(['open', 'ended', 'withdrawn']).optional() }),
  response: page(incidentRow),
  handle: async ({ db, scope, caller, query: { cursor, limit, state } }) => {
    const after = afterKey(cursor, 'number', 'string')
    const rows = await listIncidents(db, { scope, personId: caller.personId, state, after, limit: limit + 1 })
    return pageOf(rows, limit, (row) => [row.knownAt, row.id])
  },
})

const read = route({
  method: 'get',
  path: '/api/incidents/:id',
  action: 'incident.read',
  summary: { zh: '质量事故：电话、报告及各收件人', en: 'An incident: its calls, its report and each recipient' },
  params: byId,
  response: incidentFile,
  handle: ({ db, scope, caller, now, params: { id } }) =>
    db.transaction(async (tx) => {
      await checkVisible(tx, id, scope, caller.personId)
      // Numbers of our people stand in what is read, not in what a deed answers: answers of deeds are stored.
      return showIncident(await readIncident(tx, id, now))
    }),
})

const record = route({
  method: 'post',
  path: '/api/incidents',
  action: 'incident.record',
  status: 201,
  summary: { zh: '第一知情人记录质量事故', en: 'The first person to know records an incident' },
  body: incidentInput,
  response: incidentFile,
  handle: async (ctx) => {
    const { knowerId = ctx.caller.personId, phones = [], ...given } = ctx.body
    const self = ctx.caller.personId
    const calls = phones.map((one) => ({ ...one, byId: self }))
    const made = await ctx.write(
      async (tx) => {
        const { caseId } = await recordIncident(
          tx,
          incident,
          { ...given, knowerId, byId: self, phones: calls },
          ctx.now,
        )
        return showIncident(await readIncident(tx, caseId))
      },
      ({ id }) => ({ noun: 'incident', id }),
    )
    ctx.afterCommit(() => ctx.services.poke([made.id]))
    return made
  },
})

const phoned = route({
  method: 'post',
  path: '/api/incidents/:id/phones',
  action: 'incident.act',
  summary: { zh: '登记电话告知（含打通谁、未打通）', en: 'Tick a call to one of the four: who was reached, or nobody' },
  params: byId,
  body: phoneInput,
  response: incidentFile,
  handle: (ctx) => {
    const { occurredAt = ctx.now, ...call } = ctx.body
    return step(ctx, (tx, caseId) => phone(tx, incident, { ...call, ...actor(ctx), caseId, occurredAt }, ctx.now))
  },
})

const report = route({
  method: 'post',
  path: '/api/incidents/:id/reports',
  action: 'incident.act',
  status: 202,
  summary: {
    zh: '提交书面报告并立即发送；不带正文则补发',
    en: 'Submit the written report, mailed at once; without a text: again',
  },
  params: byId,
  body: reportInput,
  response: incidentFile,
  handle: (ctx) => {
    ctx.afterCommit(() => ctx.services.mail?.poke())
    return step(ctx, (tx, caseId) => submitReport(tx, incident, { ...ctx.body, ...actor(ctx), caseId }, ctx.now))
  },
})

const bounce = route({
  method: 'post',
  path: '/api/incidents/:id/bounces',
  action: 'incident.act',
  summary: { zh: '登记退信：该收件人视为未发送', en: 'Enter a bounce: for that recipient the report was not sent' },
  params: byId,
  body: z.strictObject({ acceptedId: z.uuid(), occurredAt: zInstant.optional() }),
  response: incidentFile,
  handle: (ctx) => {
    const { acceptedId, occurredAt = ctx.now } = ctx.body
    return step(ctx, (tx, caseId) =>
      recordBounce(tx, incident, { caseId, acceptedId, occurredAt, ...actor(ctx) }, ctx.now),
    )
  },
})

const learn = route({
  method: 'post',
  path: '/api/incidents/:id/flags',
  action: 'incident.act',
  summary: { zh: '补充新知悉的事故性质', en: 'More became known of what the incident is' },
  params: byId,
  body: z.strictObject({ flags: zFlags, knownAt: zInstant.optional() }),
  response: incidentFile,
  handle: (ctx) => {
    const { flags, knownAt: occurredAt = ctx.now } = ctx.body
    return step(ctx, (tx, caseId) => learnFlags(tx, incident, { caseId, flags, occurredAt, ...actor(ctx) }, ctx.now))
  },
})

const lower = route({
  method: 'post',
  path: '/api/incidents/:id/downgrades',
  action: 'incident.downgrade',
  summary: { zh: '事故降级；已产生的义务不变', en: 'Downgrade an incident; what was owed stays owed' },
  params: byId,
  body: z.strictObject({ flags: zFlags, reason: zText(500), occurredAt: zInstant.optional() }),
  response: incidentFile,
  handle: (ctx) => {
    const { occurredAt = ctx.now, ...given } = ctx.body
    const self = ctx.caller.personId
    return step(ctx, (tx, caseId) => downgrade(tx, incident, { ...given, caseId, occurredAt, byId: self }, ctx.now))
  },
})

const merge = route({
  method: 'post',
  path: '/api/incidents/:id/merger',
  action: 'incident.merge',
  summary: { zh: '同一事故的两份记录合并；两人义务均保留', en: 'Merge two records of one incident; both duties stay' },
  params: byId,
  body: z.strictObject({ intoId: zId }),
  response: incidentFile,
  handle: (ctx) => {
    const { intoId } = ctx.body
    ctx.afterCommit(() => ctx.services.poke([intoId]))
    return step(ctx, async (tx, caseId) => {
      await checkVisible(tx, intoId, ctx.scope, ctx.caller.personId)
      return mergeIncident(tx, incident, { caseId, intoId, byId: ctx.caller.personId }, ctx.now)
    })
  },
})

const track = route({
  method: 'post',
  path: '/api/incidents/:id/result',
  action: 'incident.act',
  summary: { zh: '事故跟踪完结', en: 'The incident was tracked to its end' },
  params: byId,
  body: z.strictObject({ result: zText(2_000), occurredAt: zInstant.optional() }),
  response: incidentFile,
  handle: (ctx) => {
    const { result, occurredAt = ctx.now } = ctx.body
    const leads = may(ctx.caller.grants, 'incident.track')
    const act = { result, occurredAt, byId: ctx.caller.personId, leads }
    return step(ctx, (tx, caseId) => trackIncident(tx, incident, { ...act, caseId }, ctx.now))
  },
})

export const incidentRoutes = [list, read, record, phoned, report, bounce, learn, lower, merge, track]
