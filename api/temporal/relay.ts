import type { Client } from '@temporalio/client'
import type { Logger } from 'pino'
import { duePokes, pendingPokes, pokeFailed, pokesSent, type Poke } from '../../db/case/poke.ts'
import type { Db } from '../../db/client.ts'
import { sendPoke, signalPoke } from './poker.ts'

/** Pokes sent to Temporal side by side. */
const ABREAST = 32
/** Pokes read from the relay's table at once. */
const BATCH = 256

/** Brings pokes from Postgres to Temporal: at once after a commit, and later where that failed. */
export interface Relay {
  /** Sends the pokes these cases asked for, without making anybody wait. */
  poke(caseIds: readonly string[]): void
  /** Wakes the workflows of cases that are gone, so that they end; one that doesn't hear it ends at its next alarm. */
  pokeGone(caseIds: readonly string[]): void
  /** Sends what is due in the relay's table; how many went out. */
  deliverDue(): Promise<number>
  /** Waits for what is under way. */
  drain(): Promise<void>
}

export function createRelay(db: Db, client: Client, log: Logger): Relay {
  const underWay = new Set<Promise<unknown>>()

  async function send(pokes: Poke[]): Promise<number> {
    const sent: Poke[] = []
    for (let i = 0; i < pokes.length; i += ABREAST) {
      const failed: string[] = []
      await Promise.all(
        pokes.slice(i, i + ABREAST).map((poke) =>
          sendPoke(client, poke, Date.now()).then(
            () => sent.push(poke),
            () => failed.push(poke.caseId),
          ),
        ),
      )
      if (failed.length > 0) {
        await pokeFailed(db, failed, Date.now())
        log.warn({ failed: failed.length }, 'Temporal is away; pokes wait in the relay')
        break
      }
    }
    await pokesSent(db, sent)
    return sent.length
  }

  function track(task: Promise<unknown>) {
    const tracked: Promise<unknown> = task
      .catch((error: unknown) => log.warn({ error: (error as Error).name }, 'a poke was left to the relay'))
      .finally(() => underWay.delete(tracked))
    underWay.add(tracked)
  }

  return {
    poke(caseIds) {
      if (caseIds.length > 0) track(pendingPokes(db, caseIds).then(send))
    },
    pokeGone(caseIds) {
      if (caseIds.length > 0) track(Promise.all(caseIds.map((id) => signalPoke(client, id))))
    },
    async deliverDue() {
      return send(await duePokes(db, Date.now(), BATCH))
    },
    async drain() {
      await Promise.all(underWay)
    },
  }
}
