import { Client, Connection } from '@temporalio/client'
import { NativeConnection } from '@temporalio/worker'
import { afterAll } from 'vitest'
import type { Mailer } from '../../api/mail.ts'
import { startApi } from '../../api/server.ts'
import { WORKFLOWS } from '../../scripts/programs.ts'
import { startWorker } from '../../worker.ts'
import { testDb } from './database.ts'
import { testTemporal } from './temporal.ts'

/** The whole product for one test file: API with its background duties, worker, database and namespace of their own. */
export async function testSystem(options: { mailer?: Mailer } = {}) {
  const { db, url } = await testDb()
  const { address, namespace } = await testTemporal()
  const connection = await Connection.connect({ address })
  const client = new Client({ connection, namespace })
  const native = await NativeConnection.connect({ address })
  const worker = await startWorker({ db, connection: native, namespace, workflows: WORKFLOWS })
  const api = await startApi({ db, databaseUrl: url, temporal: client, ...options })
  afterAll(async () => {
    await api.close()
    await worker.stop()
    await native.close()
    await connection.close()
  })
  return { db, url, client, address, namespace, origin: `http://127.0.0.1:${api.port}` }
}

/** Asks again and again until the answer is not undefined; for what another process does in its own time. */
export async function eventually<T>(ask: () => Promise<T | undefined>, withinMs = 15_000): Promise<T> {
  for (const end = Date.now() + withinMs; ;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    if (Date.now() > end) throw new Error(`nothing came within ${withinMs} ms`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
