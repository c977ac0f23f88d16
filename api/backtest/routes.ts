import { z } from 'zod'
import { backtest } from '../../db/backtest/run.ts'
import { zDate } from '../http/instant.ts'
import { route } from '../http/route.ts'

const zTexts = z.object({ zh: z.string(), en: z.string() })
const difference = z.object({
  personId: z.string().nullable(),
  caseId: z.string().nullable(),
  clause: z.string(),
  kind: z.string(),
  beforeFen: z.number(),
  afterFen: z.number(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  explanation: zTexts,
})

/** Differences listed at most; the sums are of all. */
const LISTED = 1_000

const run = route({
  method: 'post',
  path: '/api/backtests',
  action: 'backtest.run',
  // Writes nothing.
  outside: true,
  summary: {
    zh: '回测：草案用于过去一段时间，哪些后果会不同、涉及谁、差多少',
    en: 'Try a draft on a past period: which consequences would differ, for whom, by how much',
  },
  body: z.object({
    policy: z.string().max(20),
    values: z.record(z.string().max(60), z.unknown()),
    fromOn: zDate,
    toOn: zDate,
  }),
  response: z.object({
    compared: z.number(),
    lateBefore: z.number(),
    lateAfter: z.number(),
    beforeFen: z.number(),
    afterFen: z.number(),
    people: z.array(z.object({ personId: z.string(), beforeFen: z.number(), afterFen: z.number() })),
    differences: z.array(difference),
    unlisted: z.number(),
  }),
  handle: async ({ db, body, scope, now }) => {
    const { differences, ...sums } = await backtest(db, body, scope, now)
    const listed = differences.slice(0, LISTED)
    return { ...sums, differences: listed, unlisted: differences.length - listed.length }
  },
})

export const backtestRoutes = [run]
