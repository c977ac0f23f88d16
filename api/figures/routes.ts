import { z } from 'zod'
import { missedCalls, money, openByUrgency, timeliness } from '../../db/figures/figures.ts'
import { clause, isClauseId } from '../../rules/clauses/index.ts'
import { URGENCIES } from '../../rules/figures/urgency.ts'
import { may, scopeOf } from '../../rules/permissions.ts'
import { addMonths, atTime, localDate } from '../../rules/time/local.ts'
import { route } from '../http/route.ts'

const zMonth = z.string().describe('2026-02')
const ms = z.number().nullable().describe('milliseconds')
const zText = z.object({ zh: z.string(), en: z.string() })

export const figures = route({
  method: 'get',
  path: '/api/figures',
  action: 'figure.read',
  summary: {
    zh: '统计：未接来电与回电用时、按条款按月的准时率、待办紧急程度、奖惩金额',
    en: 'Figures: missed calls and return times, timeliness by clause and month, open promises, fines and rewards',
  },
  query: z.object({ months: z.coerce.number().int().min(1).max(36).default(12) }),
  response: z.object({
    months: z.array(zMonth),
    calls: z.array(z.object({ month: zMonth, missed: z.number(), returned: z.number(), medianMs: ms, slowMs: ms })),
    timeliness: z.array(
      z.object({
        month: zMonth,
        clause: z.string(),
        clauseTitle: zText.nullable(),
        onTime: z.number(),
        late: z.number(),
      }),
    ),
    open: z.array(z.object({ urgency: z.enum(URGENCIES), n: z.number() })),
    /** Null for those who don't see the ledger. */
    money: z.array(z.object({ month: zMonth, finesFen: z.number(), rewardsFen: z.number() })).nullable(),
  }),
  handle: async ({ db, now, scope, caller, query }) => {
    const first = `${localDate(now).slice(0, 7)}-01`
    const firstOn = addMonths(first, 1 - query.months)
    const asked = { scope, personId: caller.personId, fromAt: atTime(firstOn, '00:00'), now }
    const [calls, kept, open, paid] = await Promise.all([
      missedCalls(db, asked),
      timeliness(db, asked),
      openByUrgency(db, asked),
      may(caller.grants, 'ledger.oversee')
        ? money(db, { ...asked, scope: scopeOf(caller.grants, 'ledger.oversee') })
        : null,
    ])
    return {
      months: Array.from({ length: query.months }, (_, i) => addMonths(firstOn, i).slice(0, 7)),
      calls: [...calls],
      timeliness: kept.map((row) => ({
        ...row,
        clauseTitle: isClauseId(row.clause) ? { zh: clause(row.clause).zh, en: clause(row.clause).en } : null,
      })),
      open: URGENCIES.map((urgency) => ({ urgency, n: open[urgency] })),
      money: paid && [...paid],
    }
  },
})

export const figureRoutes = [figures]
