import { z } from 'zod'
import { listNames } from '../../db/person/readPeople.ts'
import { hear, spoken } from '../../db/search/pinyin.ts'
import { countUnread } from '../../db/rulebook/readings.ts'
import { countCases, countMine, countMissed } from '../../db/workplace/counts.ts'
import { may, scopeOf, sideOf, type Action } from '../../rules/permissions.ts'
import { copied, done } from './done.ts'
import { zInstant } from '../http/instant.ts'
import { route, type Context } from '../http/route.ts'

const counts = z.object({ open: z.number(), overdue: z.number() })

const workplace = route({
  method: 'get',
  path: '/api/workplace',
  action: 'obligation.read',
  summary: { zh: '工作台计数', en: 'The counters of my workplace' },
  response: z.object({
    now: zInstant,
    mine: counts.extend({ soon: z.number() }),
    unread: z.number().describe('Rulebooks in force that bind me and wait for my acknowledgement'),
    calls: counts.extend({ missed: z.number() }).nullable(),
    incidents: counts.nullable(),
    serviceTasks: counts.nullable(),
    staffChanges: counts.nullable(),
  }),
  handle: async (ctx) => {
    const [mine, unread, calls, missed, incidents, serviceTasks, staffChanges] = await Promise.all([
      countMine(ctx.db, ctx.caller, ctx.now),
      countUnread(ctx.db, ctx.caller.personId, ctx.now),
      countOf(ctx, 'call', 'call.read'),
      countMissed(ctx.db, scopeOf(ctx.caller.grants, 'call.read')),
      countOf(ctx, 'incident', 'incident.read'),
      countOf(ctx, 'serviceTask', 'serviceTask.read'),
      countOf(ctx, 'staffChange', 'staffChange.read'),
    ])
    return { now: ctx.now, mine, unread, calls: calls && { ...calls, missed }, incidents, serviceTasks, staffChanges }
  },
})

/** Null where the caller has no business with such cases. */
async function countOf({ caller, db, now }: Context, kind: string, action: Action) {
  return may(caller.grants, action) ? countCases(db, kind, scopeOf(caller.grants, action), now) : null
}

const names = route({
  method: 'get',
  path: '/api/names',
  action: 'person.read',
  summary: { zh: '人员姓名', en: 'What everybody in the register is called' },
  response: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        active: z.boolean(),
        sounds: z.string().describe('The name in pinyin: initials, then the whole; to be found by'),
      }),
    ),
  }),
  handle: async ({ db, caller }) => {
    const items = await listNames(db, sideOf(caller.grants))
    await hear(items.map(({ name }) => name))
    return { items: items.map((one) => ({ ...one, sounds: spoken(one.name) })) }
  },
})

export const workplaceRoutes = [workplace, names, done, copied]
