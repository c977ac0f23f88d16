import { Client, Connection } from '@temporalio/client'
import { loadClientConnectConfig } from '@temporalio/envconfig'
import { sendPoke } from '../api/temporal/poker.ts'
import { openDb, type Db } from '../db/client.ts'
import { removeSample } from '../db/sample/remove.ts'
import { signIn } from './demo/actor.ts'
import { openBoard } from './demo/board.ts'
import { handover, incident, missedCall, serviceTask } from './demo/scenes.ts'
import { setStage, type Stage } from './demo/stage.ts'
import { readRunning, type Running } from './lock.ts'
import { command, say, Stop } from './say.ts'
import { readSettings } from './settings.ts'

/** Takes the demo's department away, with all that was made in it; its workflows find nothing left and end. */
async function clearStage(db: Db, { sample }: Stage, running: Running): Promise<void> {
  const { connectionOptions } = process.env['TEMPORAL_ADDRESS']
    ? loadClientConnectConfig()
    : { connectionOptions: { address: running.temporalAddress } }
  const connection = await Connection.connect(connectionOptions)
  const client = new Client({ connection, namespace: running.temporalNamespace })
  const open = await db.transaction((tx) => removeSample(tx, sample))
  for (const { id: caseId, kind } of open)
    await sendPoke(client, { caseId, kind, rev: 0, startAt: null, reopened: false }, Date.now())
  await connection.close()
  say('演示部门及其一切数据已清除', 'the demo department and everything it made is gone')
}

/**
 * `npm run demo`: a day at the department in a bit more than a minute, played against the running system through its
 * API. Only the numbers differ from real life: rulebooks of the demo's own, bound to its own customer, count minutes as
 * seconds. The handover is of dated facts.
 */
async function main(): Promise<void> {
  const running = readRunning(readSettings().data)
  if (!running)
    throw new Stop(
      '守约没有在运行：请先在另一个终端 npm start',
      'Shouyue is not running: npm start in another terminal first',
    )
  const db = openDb(running.databaseUrl, 4)
  const origin = running.apiUrl
  const stage = await setStage(db, Date.now())
  let cleared: Promise<void> | undefined
  const clear = () => (cleared ??= clearStage(db, stage, running))
  process.once('SIGINT', () => void clear().finally(() => process.exit(130)))
  try {
    const board = openBoard(await signIn(origin, stage.login('gm')))
    const scene = { origin, stage, board, db }
    await Promise.all([missedCall, incident, serviceTask, handover].map((play) => play(scene)))
    await board.close()
  } finally {
    await clear()
    await db.$client.end()
  }
}

await command(main)
process.exit()
