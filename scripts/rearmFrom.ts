import { Client, Connection } from '@temporalio/client'
import { loadClientConnectConfig } from '@temporalio/envconfig'
import { openDb } from '../db/client.ts'
import { rearm } from './rearm.ts'
import type { Temporal } from './temporal.ts'

/** Arms every open case of the database at `databaseUrl` in the Temporal that this process brought up or checked. */
export async function rearmFrom(databaseUrl: string, { env }: Temporal): Promise<void> {
  const overrideEnvVars = Object.fromEntries(
    Object.entries({ ...process.env, ...env }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
  const { connectionOptions, namespace } = loadClientConnectConfig({ overrideEnvVars })
  const connection = await Connection.connect(connectionOptions)
  const db = openDb(databaseUrl, 2)
  try {
    await rearm(db, new Client({ connection, namespace }))
  } finally {
    await db.$client.end()
    await connection.close()
  }
}
