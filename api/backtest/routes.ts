import { z } from 'zod'
import { termsFor } from '../../db/policy/terms.ts'
import { mayTry } from '../../rules/backtest/mayTry.ts'
import { PARTS } from '../../rules/backtest/reach.ts'
import { refuse } from '../../rules/problem.ts'
import { zDate, zInstant } from '../http/instant.ts'
import { route } from '../http/route.ts'
import type { Run } from '../../db/backtest/kept.ts'
import { RUN_STATES } from '../../db/schema/backtest.ts'
import { trialsOf } from './trials.ts'

const zTexts = z.object({ zh: z.string(), en: z.string() })
const evidence = z.object({ id: z.string(), caseId: z.string(), kind: z.string(), occurredAt: zInstant })
const difference = z.object({
  personId: z.string().nullable(),
  caseId: z.string().nullable(),
  clause: z.string(),
  kind: z.string(),
  at: zInstant,
  beforeFen: z.number(),
  afterFen: z.number(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  explanation: zTexts,
  evidence: z.array(evidence),
})
const outcome = z.object({
  compared: z.number(),
  lateBefore: z.number(),
  lateAfter: z.number(),
  beforeFen: z.number(),
  afterFen: z.number(),
  people: z.array(z.object({ personId: z.string(), beforeFen: z.number(), afterFen: z.number() })),
  differences: z.array(difference),
  unlisted: z.number(),
  leftOut: z
    .array(z.enum(PARTS))
    .describe('What belongs to people, not to regions: not looked at for one region alone'),
})
const run = z.object({
  id: z.string(),
  policy: z.string(),
  values: z.record(z.string(), z.unknown()),
  fromOn: zDate,
  toOn: zDate,
  state: z.enum(RUN_STATES).describe('`interrupted`: the service was started anew before it ended; to be run again'),
  done: z.number(),
  of: z.number().nullable(),
  startedAt: zInstant,
  endedAt: zInstant.nullable(),
  outcome: outcome.nullable(),
})
const byRun = z.object({ id: z.uuid() })

const show = ({ question, ...about }: Run): z.output<typeof run> => ({ ...about, ...question })

// None of these changes anything but its own row, so none of them has a record to audit.
const start = route({
  method: 'post',
  path: '/api/backtests',
  action: 'backtest.run',
  outside: true,
  status: 202,
  summary: {
    zh: '开始回测：草案用于过去一段时间，哪些后果会不同、涉及谁、差多少',
    en: 'Begin to try a draft on a past period: which consequences would differ, for whom, by how much',
  },
  body: z.object({
    policy: z.string().max(20),
    values: z.record(z.string().max(60), z.unknown()),
    fromOn: zDate,
    toOn: zDate,
  }),
  response: run,
  handle: async ({ db, body, caller, scope, now }) => {
    const terms = await termsFor(db, { topic: 'rulebook', at: now })
    if (!mayTry(caller.grants, terms, body.policy)) refuse('caller.forbidden', { field: 'policy' })
    return show(await trialsOf(db).start(body, caller.personId, scope, now))
  },
})

export const one = route({
  method: 'get',
  path: '/api/backtests/:id',
  action: 'backtest.run',
  summary: {
    zh: '本人的一次回测：进度，完成后为结果',
    en: 'A backtest of one’s own: how much of how much is done, then what came of it',
  },
  params: byRun,
  response: run,
  handle: async ({ db, params, caller, now }) => show(await trialsOf(db).of(params.id, caller.personId, now)),
})

const stop = route({
  method: 'delete',
  path: '/api/backtests/:id',
  action: 'backtest.run',
  outside: true,
  summary: { zh: '停止本人的一次回测', en: 'Stop a backtest of one’s own' },
  params: byRun,
  handle: async ({ db, params, caller, now }) => {
    await trialsOf(db).stop(params.id, caller.personId, now)
    return undefined
  },
})

export const backtestRoutes = [start, one, stop]
