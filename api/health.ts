import type { Client } from '@temporalio/client'
import { sql } from 'drizzle-orm'
import { Router } from 'express'
import type { Db } from '../db/client.ts'
import { SECOND } from '../rules/instant.ts'

/** A sign of life older than this counts as none. */
const SILENT_AFTER_MS = 10 * SECOND
const ASK_TEMPORAL_MS = 2 * SECOND

/**
 * `/healthz`: 200 while requests can be accepted (the database answers); what else is away is named, since nothing that
 * was accepted is lost by it.
 */
export function health(db: Db, temporal: Client) {
  const router = Router()
  router.get('/healthz', async (_req, res) => {
    const [beats, temporalUp] = await Promise.all([
      db
        .execute<{ name: string; age: number }>(
          sql`select name, extract(epoch from now() - beat_at) * 1000 as age from heartbeat`,
        )
        .catch(() => null),
      temporal.connection
        .withDeadline(Date.now() + ASK_TEMPORAL_MS, () => temporal.workflowService.getSystemInfo({}))
        .then(
          () => true,
          () => false,
        ),
    ])
    const alive = (name: string) =>
      beats?.some((row) => row.name === name && Number(row.age) < SILENT_AFTER_MS) ?? false
    res.status(beats ? 200 : 503).json({
      database: beats !== null,
      temporal: temporalUp,
      worker: alive('worker'),
      background: alive('background'),
    })
  })
  return router
}
