import { monitorEventLoopDelay } from 'node:perf_hooks'
import { backtest } from '../db/backtest/run.ts'
import { termsFor } from '../db/policy/terms.ts'
import { newId } from '../db/id.ts'
import { cases, facts, obligations } from '../db/schema/case.ts'
import type { Db } from '../db/client.ts'
import { DAY, MINUTE, type Instant } from '../rules/instant.ts'
import { atTime, localDate } from '../rules/time/local.ts'
import type { Line } from './measure.ts'
import type { System } from './system.ts'

const BATCH = 500
const FROM = '2025-01-01'

/** A year of missed calls, each with its two promises, one in seven returned after the limit of customers. */
async function yearOfCalls(db: Db, n: number, bearerId: string): Promise<void> {
  const from = atTime(FROM, '00:00')
  const terms = await termsFor(db, { topic: 'serviceResponse', at: from })
  for (let done = 0; done < n; done += BATCH) {
    const calls = Array.from({ length: Math.min(BATCH, n - done) }, (_, i) => {
      const at: Instant = from + Math.floor(((done + i) * 365 * DAY) / n)
      return { id: `call-${newId()}`, at, settledAt: at + ((done + i) % 7 === 0 ? 45 : 10) * MINUTE, factId: newId() }
    })
    await db.insert(cases).values(
      calls.map(({ id, at, settledAt }) => ({
        id,
        kind: 'call',
        terms,
        startedAt: at,
        state: 'ended' as const,
        endedAt: settledAt,
      })),
    )
    await db.insert(facts).values(
      calls.map(({ id, at, factId }) => ({
        id: factId,
        caseId: id,
        kind: 'missed',
        occurredAt: at,
        recordedAt: at,
        receivedAt: at,
        data: { callerKind: 'customer', onHotline: true, bearerIds: [bearerId], outageEndedAt: null },
      })),
    )
    await db.insert(obligations).values(
      calls.flatMap(({ id, at, settledAt, factId }) =>
        [['S2-1.5.6', 30] as const, ['S2-3.1.1c', 60] as const].map(([clause, minutes]) => ({
          caseId: id,
          promise: 'return',
          clause,
          policy: 'S2',
          policyVersion: 1,
          round: 1,
          bearerId,
          dueKind: 'by' as const,
          dueAt: at + minutes * MINUTE,
          lateFromAt: at + minutes * MINUTE + 1_000,
          anchorAt: at,
          answerableFromAt: at,
          openedAt: at,
          work: 'done' as const,
          verdict: settledAt - at > minutes * MINUTE ? ('late' as const) : ('onTime' as const),
          settledAt,
          evidenceId: factId,
        })),
      ),
    )
  }
}

/** A backtest over a year, and the longest that anybody else in the process had to wait for it. */
export async function backtestOfAYear({ db }: System, calls: number, bearerId: string): Promise<Line[]> {
  await yearOfCalls(db, calls, bearerId)
  const question = { policy: 'S2', values: { 'call.returnCustomer': 9 * MINUTE }, fromOn: FROM, toOn: '2025-12-31' }
  const stalls = monitorEventLoopDelay({ resolution: 1 })
  stalls.enable()
  const began = performance.now()
  const { compared, lateBefore, lateAfter } = await backtest(db, question, 'all', Date.now())
  const took = performance.now() - began
  stalls.disable()
  if (lateAfter !== calls) throw new Error(`${lateAfter} of ${calls} late on ${localDate(Date.now())}`)
  const ms = (nanoseconds: number) => `${Math.round(nanoseconds / 1e6)} ms`
  return [
    {
      what: `backtest of a limit over a year of ${calls.toLocaleString('en')} calls`,
      value: `${(took / 1_000).toFixed(1)} s, ${compared.toLocaleString('en')} compared, ${lateBefore.toLocaleString('en')} late → ${lateAfter.toLocaleString('en')}`,
    },
    {
      what: 'others in the same process meanwhile',
      value: `waited ${ms(stalls.percentile(99))} at most in 99 of 100 turns, ${ms(stalls.max)} once`,
    },
  ]
}
