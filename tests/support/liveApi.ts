import type { Express } from 'express'
import { pino } from 'pino'
import { afterAll } from 'vitest'
import { createAuth } from '../../api/auth/auth.ts'
import { createLive } from '../../api/live/live.ts'
import type { Db } from '../../db/client.ts'

/** What `testApi` mounts to have the live feed; ended with the test file. */
export async function liveApi(db: Db): Promise<(app: Express) => void> {
  const live = createLive(db, await createAuth(db), pino({ level: 'silent' }))
  afterAll(() => live.close())
  return (app) => app.use(live.router)
}
