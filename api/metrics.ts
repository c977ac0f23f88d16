import { sql } from 'drizzle-orm'
import { Router } from 'express'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Db } from '../db/client.ts'

/** What Prometheus reads at `/metrics`: counts by kind, no ids and nobody's data. */
export function createGauges(db: Db) {
  const registry = new Registry()
  const registers = [registry]
  const promises = new Gauge({
    name: 'shouyue_obligations',
    help: 'Open promises by kind of case and state: open, due within the hour, late',
    labelNames: ['kind', 'state'],
    registers,
  })
  const waiting = new Gauge({ name: 'shouyue_relay_depth', help: 'Pokes that wait for Temporal', registers })
  const outbox = new Gauge({
    name: 'shouyue_outbox_depth',
    help: 'Notices that wait for their channel',
    labelNames: ['channel'],
    registers,
  })
  const pulse = new Gauge({
    name: 'shouyue_heartbeat_age_seconds',
    help: 'Age of the last sign of life',
    labelNames: ['name'],
    registers,
  })
  const swept = new Counter({
    name: 'shouyue_sweep_repaired_total',
    help: 'Cases whose overdue alarm the sweep had to take; zero on a quiet day',
    registers,
  })
  const lateness = new Histogram({
    name: 'shouyue_escalation_lateness_seconds',
    help: 'How long after its planned moment a step of a ladder was taken',
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 60, 600],
    registers,
  })
  let seen = new Date().toISOString()

  async function collect(): Promise<void> {
    const rows = await db.execute<{ kind: string; open: number; due: number; late: number }>(sql`
      select c.kind, count(*)::int as open,
        (count(*) filter (where o.due_at between now() and now() + interval '1 hour'))::int as due,
        (count(*) filter (where o.verdict = 'late'))::int as late
      from obligation o join "case" c on c.id = o.case_id where o.work = 'open' group by c.kind`)
    promises.reset()
    for (const row of rows)
      for (const state of ['open', 'due', 'late'] as const) promises.set({ kind: row.kind, state }, row[state])
    const [depth] = await db.execute<{ n: number }>(sql`select count(*)::int as n from poke`)
    waiting.set(depth!.n)
    outbox.reset()
    for (const row of await db.execute<{ channel: string; n: number }>(sql`
      select channel, count(*)::int as n from notification
      where delivered_at is null and failed_at is null and next_attempt_at is not null group by channel`))
      outbox.set({ channel: row.channel }, row.n)
    for (const row of await db.execute<{ name: string; age: number }>(
      sql`select name, extract(epoch from now() - beat_at)::float8 as age from heartbeat`,
    ))
      pulse.set({ name: row.name }, row.age)
    const steps = await db.execute<{ at: string; late: number }>(sql`
      select fired_at as at, extract(epoch from fired_at - planned_at)::float8 as late from escalation
      where fired_at > ${seen}::timestamptz and state = 'fired' and by <> 'person' order by fired_at`)
    for (const step of steps) lateness.observe(Math.max(0, step.late))
    seen = steps.at(-1)?.at ?? seen
  }

  const router = Router()
  router.get('/metrics', async (_req, res) => {
    await collect()
    res.type(registry.contentType).send(await registry.metrics())
  })
  return { router, repaired: (cases: number) => swept.inc(cases) }
}
