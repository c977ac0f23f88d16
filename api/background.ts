import postgres from 'postgres'
import type { Logger } from 'pino'
import { setMaxListeners } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

/** The advisory lock that makes one API process of all carry out the duties. */
const DUTIES_LOCK = 7_221_003

/** This many done at once leave more to be done: the next round follows without a pause. */
export const FULL_HAND = 500

/** Something to be done again and again by one process of all; returns how much there was to do. */
export interface Duty {
  name: string
  everyMs: number
  run(): Promise<number>
}

/**
 * Carries out the duties while this process holds the advisory lock, on a connection of its own; others stand by and
 * take over when it is gone. A duty that fails is logged and tried again. Returns how to stop.
 */
export function startBackground(databaseUrl: string, duties: readonly Duty[], log: Logger): () => Promise<void> {
  const stopping = new AbortController()
  // Every duty pauses on this signal, and so do the two that watch over them.
  setMaxListeners(duties.length + 2, stopping.signal)
  const pause = (ms: number) => sleep(ms, undefined, { signal: stopping.signal }).catch(() => {})
  const stopped = () => stopping.signal.aborted

  async function perform(duty: Duty, held: () => boolean): Promise<void> {
    while (!stopped() && held()) {
      const done = await duty.run().catch((error: unknown) => {
        log.warn({ duty: duty.name, error: (error as Error).name }, 'a duty failed and will be tried again')
        return 0
      })
      if (done < FULL_HAND) await pause(duty.everyMs)
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
