import { z } from 'zod'
import { termsFor } from '../../db/policy/terms.ts'
import { mayTry } from '../../rules/backtest/mayTry.ts'
import { PARTS } from '../../rules/backtest/reach.ts'
import { refuse } from '../../rules/problem.ts'
import { zDate, zInstant } from '../http/instant.ts'
import { route } from '../http/route.ts'
import { trialsOf, type Run } from './trials.ts'

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
  fromOn: zDate,
  toOn: zDate,
  state: z.enum(['running', 'done', 'stopped']),
  done: z.number(),
  of: z.number().nullable(),
  startedAt: zInstant,
  endedAt: zInstant.nullable(),
  outcome: outcome.nullable(),
})
const byRun = z.object({ id: z.uuid() })

/** @throws what made it fail */
function show({ question, state, error, ...about }: Run): z.output<typeof run> {
  if (state === 'failed') throw error
  const { policy, fromOn, toOn } = question
  return { ...about, state, policy, fromOn, toOn }
}

// None of these writes anything, so none of them has a record to audit.
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
    return show(trialsOf(db).start(body, caller.personId, scope, now))
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
  handle: async ({ db, params, caller }) => show(trialsOf(db).of(params.id, caller.personId)),
})

const stop = route({
  method: 'delete',
  path: '/api/backtests/:id',
  action: 'backtest.run',
  outside: true,
  summary: { zh: '停止本人的一次回测', en: 'Stop a backtest of one’s own' },
  params: byRun,
  handle: async ({ db, params, caller }) => {
    trialsOf(db).stop(params.id, caller.personId)
    return undefined
  },
})

export const backtestRoutes = [start, one, stop]
