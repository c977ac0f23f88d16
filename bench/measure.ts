import { and, count, eq, ne, sql } from 'drizzle-orm'
import express from 'express'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { callHooks } from '../api/call/hooks.ts'
import { procedures } from '../api/procedures.ts'
import { sendPoke } from '../api/temporal/poker.ts'
import { createRelay } from '../api/temporal/relay.ts'
import { addSource } from '../db/call/source.ts'
import { loadCalendar } from '../db/calendar/loadCalendar.ts'
import { openCase } from '../db/case/openCase.ts'
import { pendingPokes } from '../db/case/poke.ts'
import { lockCase, proceed, settle } from '../db/case/record.ts'
import { redue } from '../db/case/redue.ts'
import { sweep } from '../db/case/tick.ts'
import { obligationsOf } from '../db/case/view.ts'
import { cases, obligations } from '../db/schema/case.ts'
import type { Procedure } from '../rules/case.ts'
import { HOUR, SECOND } from '../rules/instant.ts'
import { TASK_QUEUE } from '../workflows/taskQueue.ts'
import { manyPromises, onceOnly } from './promises.ts'
import type { System } from './system.ts'

/** One line of the table. */
export interface Line {
  what: string
  value: string
}

const ABREAST = 32
const quiet = pino({ level: 'silent' })
const per = (n: number, ms: number) => `${Math.round((n * 1_000) / ms)} /s`
const seconds = (ms: number) => `${(ms / 1_000).toFixed(2)} s`

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** Does `n` things, so many at a time. */
async function abreast(n: number, width: number, one: (i: number) => Promise<unknown>): Promise<void> {
  let next = 0
  const lane = async () => {
    while (next < n) await one(next++)
  }
  await Promise.all(Array.from({ length: width }, lane))
}

/** Calls that ring and are given up, two events each, over HTTP as a telephone system sends them. */
export async function webhook({ db, statements }: System, calls: number, hotline: string): Promise<Line[]> {
  const { secret } = await db.transaction((tx) => addSource(tx, 'bench'))
  const server = express()
    .use(callHooks(db, { poke: () => {} }))
    .listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const send = async (event: object, i: number) => {
    const from = `139${String(i).padStart(8, '0')}`
    const body = JSON.stringify({ callId: `${i}`, from, to: hotline, direction: 'in', ...event })
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${secret}` }
    const url = `http://127.0.0.1:${port}/hooks/telephony/bench`
    const { status } = await fetch(url, { method: 'POST', headers, body })
    if (status !== 202) throw new Error(`the webhook answered ${status}`)
  }
  const lines: Line[] = []
  for (const [what, event] of [
    ['rings', { event: 'newCall' }],
    ['given up: a case is opened', { event: 'hangup', cause: 'cancel' }],
  ] as const) {
    const before = statements()
    const ms = await timed(() => abreast(calls, 8, (i) => send(event, i)))
    const each = ((statements() - before) / calls).toFixed(1)
    lines.push({ what: `webhook, a call ${what} (8 abreast)`, value: `${per(calls, ms)}, ${each} statements each` })
  }
  server.close()
  const [opened] = await db.select({ n: count() }).from(cases).where(eq(cases.kind, 'call'))
  if (opened!.n !== calls) throw new Error(`${opened!.n} cases of ${calls} calls`)
  return lines
}

/** One promise that escalates once after two seconds. */
function onePromise(bearerId: string): Procedure {
  return {
    kind: 'reach',
    story: procedures.reach.story,
    owed: (_, view) => [
      {
        clause: 'S2-1.5.6',
        policy: 'S2',
        policyVersion: 1,
        bearer: { personId: bearerId },
        anchorAt: view.startedAt,
        due: { kind: 'by', at: view.startedAt + 2 * SECOND, edge: 'before' },
      },
    ],
  }
}

/** Events in the history of a promise kept in time, and of one escalated once and then kept. */
export async function histories({ db, client }: System, bearerId: string): Promise<Line[]> {
  const procedure = onePromise(bearerId)
  const poke = async (caseId: string) => {
    for (const one of await pendingPokes(db, [caseId])) await sendPoke(client, one, Date.now())
  }
  const lines: Line[] = []
  for (const [what, waitMs] of [
    ['kept', 500],
    ['escalated once, then kept', 4 * SECOND],
  ] as const) {
    const caseId = await db.transaction(async (tx) => {
      const held = await openCase(tx, { kind: 'reach', startedAt: Date.now(), terms: onceOnly })
      await proceed(tx, procedure, held, Date.now())
      return held.id
    })
    await poke(caseId)
    await sleep(waitMs)
    await db.transaction(async (tx) => {
      const held = (await lockCase(tx, caseId))!
      const [row] = await obligationsOf(tx, caseId)
      await settle(tx, caseId, [{ obligationId: row!.id, work: 'done', occurredAt: Date.now() }], Date.now())
      await proceed(tx, procedure, held, Date.now())
    })
    await poke(caseId)
    const handle = client.workflow.getHandle(caseId)
    await handle.result()
    const { events } = await handle.fetchHistory()
    lines.push({ what: `history events, a promise ${what}`, value: String(events?.length) })
  }
  return lines
}

/** Starts through the relay's table and from the SDK directly, none of them due within the hour. */
export async function starts({ db, client }: System, n: number, bearerId: string): Promise<Line[]> {
  const far = Date.now() + HOUR
  const raw = async (i: number) =>
    client.workflow.start('reach', {
      workflowId: `raw-${i}`,
      taskQueue: TASK_QUEUE,
      args: [`raw-${i}`],
      startDelay: HOUR,
    })
  // Half before and half after: the server slows down as its store grows.
  const half = Math.floor(n / 2)
  const firstMs = await timed(() => abreast(half, ABREAST, raw))
  await manyPromises(db, n, far, bearerId)
  const relay = createRelay(db, client, quiet)
  const relayMs = await timed(async () => {
    while ((await relay.deliverDue()) > 0);
  })
  const rawMs = firstMs + (await timed(() => abreast(n - half, ABREAST, (i) => raw(half + i))))
  return [
    { what: `workflow starts, SDK directly (${ABREAST} abreast)`, value: per(n, rawMs) },
    {
      what: `workflow starts through the relay (${ABREAST} abreast)`,
      value: `${per(n, relayMs)}, ${(rawMs / relayMs).toFixed(2)} of the SDK's`,
    },
  ]
}

/** Many promises due at one instant: how long after it the last is judged, by the timers alone or with the sweep. */
export async function burst(system: System, n: number, bearerId: string, withSweep: boolean): Promise<Line> {
  const { db, client } = system
  const leadMs = 30 * SECOND
  const dueAt = Date.now() + leadMs
  await manyPromises(db, n, dueAt, bearerId)
  const relay = createRelay(db, client, quiet)
  while ((await relay.deliverDue()) > 0);
  const armed = dueAt - Date.now()
  if (armed < 0) throw new Error('the workflows were not started before their promises fell due')
  const judged = and(eq(obligations.dueAt, dueAt), ne(obligations.verdict, 'pending'))
  await sleep(armed)
  const giveUpAt = dueAt + 120 * SECOND
  for (;;) {
    if (withSweep) await sweep(db, Date.now(), SECOND, 500)
    const [row] = await db.select({ n: count() }).from(obligations).where(judged)
    if (row!.n === n) break
    if (Date.now() > giveUpAt) throw new Error(`only ${row!.n} of ${n} were judged in two minutes`)
    await sleep(withSweep ? 250 : 100)
  }
  const late = Date.now() - dueAt
  const by = await db.execute<{ by: string; n: number }>(
    sql`select e.by, count(*)::int as n from escalation e join obligation o on o.id = e.obligation_id
      where o.due_at = ${new Date(dueAt).toISOString()}::timestamptz group by e.by order by e.by`,
  )
  const shares = by.map((row) => `${row.by} ${row.n}`).join(', ')
  return {
    what: `${n} deadlines at one instant, ${withSweep ? 'with the sweep' : 'timers alone'}`,
    value: `the last ${seconds(late)} late (${shares})`,
  }
}

/** Moves the due times of many promises by one statement. */
export async function redueMany({ db, statements }: System, n: number, bearerId: string): Promise<Line> {
  const made = await manyPromises(db, n, Date.now() + 5 * HOUR, bearerId)
  const due = { kind: 'by' as const, at: Date.now() + 4 * HOUR, edge: 'within' as const }
  const rows = made.map(({ obligationId }) => ({ obligationId, due, anchorAt: Date.now() }))
  const view = { terms: { ...onceOnly, 'ladder.long': onceOnly['ladder.short']! }, calendar: await loadCalendar(db) }
  const before = statements()
  const ms = await timed(() => db.transaction((tx) => redue(tx, rows, view, Date.now())))
  return { what: `new due times for ${n} promises`, value: `${seconds(ms)}, ${statements() - before} statements` }
}
