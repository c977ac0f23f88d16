import { Worker } from '@temporalio/worker'
import { afterAll } from 'vitest'
import { createCaseActivities } from '../../activities/case.ts'
import { sendPoke } from '../../api/temporal/poker.ts'
import { pendingPokes, pokesSent } from '../../db/case/poke.ts'
import type { Db, Tx } from '../../db/client.ts'
import { SECOND, type Instant } from '../../rules/instant.ts'
import { WORKFLOWS } from '../../scripts/programs.ts'
import { TASK_QUEUE } from '../../workflows/taskQueue.ts'
import { timeSkipping } from './temporal.ts'

/**
 * A worker on a server whose clock skips, over a real database: the clock of the workflows is the only one that counts.
 * Leave workflows running: terminating one in the middle of a task keeps this server's clock from skipping for a minute.
 */
export async function skippingSystem(db: Db) {
  const env = await timeSkipping()
  const worker = await Worker.create({
    connection: env.nativeConnection,
    taskQueue: TASK_QUEUE,
    workflowBundle: { codePath: WORKFLOWS },
    activities: createCaseActivities({ db }),
  })
  const running = worker.run()
  afterAll(async () => {
    worker.shutdown()
    await running
  })
  const now = () => env.currentTimeMs()
  return {
    /** The server's clock, cut to whole seconds so that boundaries fall on them. */
    async wholeSecond(): Promise<Instant> {
      return Math.ceil((await now()) / SECOND) * SECOND
    },
    /** Carries out a verb at an instant of the server's clock and pokes the cases it asked for. */
    async act<T>(caseId: (result: T) => string, verb: (tx: Tx) => Promise<T>): Promise<T> {
      const result = await db.transaction(verb)
      const pokes = await pendingPokes(db, [caseId(result)])
      const at = await now()
      for (const poke of pokes) await sendPoke(env.client, poke, at)
      await pokesSent(db, pokes)
      return result
    },
    /** Lets the clock run to an instant. */
    async until(at: Instant): Promise<void> {
      const wait = at - (await now())
      if (wait > 0) await env.sleep(wait)
    },
  }
}
