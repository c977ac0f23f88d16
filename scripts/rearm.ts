import { Client, Connection } from '@temporalio/client'
import { loadClientConnectConfig } from '@temporalio/envconfig'
import { rearm as rearmCases } from '../api/temporal/rearm.ts'
import { openDb, type Db } from '../db/client.ts'
import { readRunning } from './lock.ts'
import { command, say, Stop } from './say.ts'
import { readSettings } from './settings.ts'

/** Arms every open case anew, with a line that says how many. */
export async function rearm(db: Db, client: Client): Promise<number> {
  const armed = await rearmCases(db, client)
  say(`已按数据库重新上好 ${armed} 个事项的定时器`, `${armed} cases armed from the database`)
  return armed
}

/** `npm run rearm`: against the system that runs in this folder, or the one that the environment names. */
async function main(): Promise<void> {
  const here = readRunning(readSettings().data)
  const databaseUrl = here?.databaseUrl ?? process.env['DATABASE_URL']
  if (!databaseUrl)
    throw new Stop(
      '没有运行中的系统：先 npm start，或设置 DATABASE_URL',
      'Nothing runs here: npm start first, or set DATABASE_URL',
    )
  // With a Temporal of one's own, the environment also says its TLS and key.
  const { connectionOptions, namespace } =
    here && !process.env['TEMPORAL_ADDRESS']
      ? { connectionOptions: { address: here.temporalAddress }, namespace: here.temporalNamespace }
      : loadClientConnectConfig()
  const connection = await Connection.connect(connectionOptions)
  const db = openDb(databaseUrl, 2)
  try {
    await rearm(db, new Client({ connection, namespace }))
  } finally {
    await db.$client.end()
    await connection.close()
  }
}

if (process.argv[1]?.endsWith('rearm.ts')) await command(main)
