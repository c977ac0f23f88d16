import type { Client } from '@temporalio/client'
import { runningPokes } from '../../db/case/running.ts'
import type { Db } from '../../db/client.ts'
import { sendPoke } from './poker.ts'

const BATCH = 500
const ABREAST = 32

/**
 * Rebuilds every running workflow from Postgres: a lost or replaced Temporal server costs nothing. Poking one that runs
 * does no harm. Returns how many cases were armed.
 */
export async function rearm(db: Db, client: Client, progress: (armed: number) => void = () => {}): Promise<number> {
  let armed = 0
  for (let after = ''; ;) {
    const pokes = await runningPokes(db, after, BATCH)
    if (pokes.length === 0) return armed
    for (let i = 0; i < pokes.length; i += ABREAST)
      await Promise.all(pokes.slice(i, i + ABREAST).map((poke) => sendPoke(client, poke, Date.now())))
    armed += pokes.length
    progress(armed)
    after = pokes.at(-1)!.caseId
  }
}
