import postgres from 'postgres'
import type { Logger } from 'pino'
import { setTimeout as sleep } from 'node:timers/promises'
import { beat, sweep } from '../db/case/tick.ts'
import type { Db } from '../db/client.ts'
import { forgetKeys } from '../db/idempotency.ts'
import { DAY, HOUR } from '../rules/instant.ts'
import type { Relay } from './temporal/relay.ts'

/** The advisory lock that makes one API process of all carry out the duties. */
const DUTIES_LOCK = 7_221_003
export const BACKGROUND = 'background'

/** House rule: the sweep looks every 250 ms at alarms overdue by more than a second, a burst of them at a time. */
const SWEEP = { everyMs: 250, graceMs: 1_000, limit: 500 }

/** House rule: a phone that was away for a week may still repeat its request; then the answer, which holds data, goes. */
const KEPT_ANSWERS = 7 * DAY

/** Something to be done again and again by one process of all; returns how much there was to do. */
export interface Duty {
  name: string
  everyMs: number
  run(): Promise<number>
}

/** What the product does besides answering: the duties of the core, to which nouns add theirs. */
export function coreDuties(db: Db, relay: Relay, repaired: (cases: number) => void): Duty[] {
  return [
    {
      name: 'sweep',
      everyMs: SWEEP.everyMs,
      run: async () => {
        const cases = await sweep(db, Date.now(), SWEEP.graceMs, SWEEP.limit)
        repaired(cases)
        return cases
      },
    },
    { name: 'forget', everyMs: HOUR, run: () => forgetKeys(db, Date.now() - KEPT_ANSWERS) },
    { name: 'relay', everyMs: 500, run: () => relay.deliverDue() },
    {
      name: 'heartbeat',
      everyMs: 1_000,
      run: async () => {
        await beat(db, BACKGROUND, Date.now())
        return 0
      },
    },
  ]
}

/**
 * Carries out the duties while this process holds the advisory lock, on a connection of its own; others stand by and
 * take over when it is gone. A duty that fails is logged and tried again. Returns how to stop.
 */
export function startBackground(databaseUrl: string, duties: readonly Duty[], log: Logger): () => Promise<void> {
  const stopping = new AbortController()
  const pause = (ms: number) => sleep(ms, undefined, { signal: stopping.signal }).catch(() => {})
  const stopped = () => stopping.signal.aborted

  async function perform(duty: Duty, held: () => boolean): Promise<void> {
    while (!stopped() && held()) {
      const done = await duty.run().catch((error: unknown) => {
        log.warn({ duty: duty.name, error: (error as Error).name }, 'a duty failed and will be tried again')
        return 0
      })
      // After a full hand there may be more at once.
      if (done < SWEEP.limit) await pause(duty.everyMs)
    }
  }

  async function onDuty(): Promise<void> {
    const lock = postgres(databaseUrl, { max: 1, onnotice: () => {}, idle_timeout: 0, connect_timeout: 5 })
    try {
      const [row] = await lock`select pg_try_advisory_lock(${DUTIES_LOCK}) as mine`
      if (!row?.['mine']) return
      let held = true
      const watch = async () => {
        while (!stopped() && held) {
          await pause(1_000)
          // The lock lives as long as its session; a new session would not hold it, so ask the old one.
          const [still] = await lock`
            select count(*)::int as n from pg_locks where locktype = 'advisory' and objid = ${DUTIES_LOCK} and pid = pg_backend_pid()`
          if (still?.['n'] !== 1) held = false
        }
      }
      const watching = watch().catch(() => (held = false))
      await Promise.all([watching, ...duties.map((duty) => perform(duty, () => held))])
    } finally {
      await lock.end({ timeout: 1 })
    }
  }

  const running = (async () => {
    while (!stopped()) {
      await onDuty().catch((error: unknown) =>
        log.warn({ error: (error as Error).name }, 'background duties lost the database'),
      )
      await pause(500)
    }
  })()
  return async () => {
    stopping.abort()
    await running
  }
}
