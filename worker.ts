import { fileURLToPath } from 'node:url'
import { loadClientConnectConfig } from '@temporalio/envconfig'
import { NativeConnection, Runtime, Worker } from '@temporalio/worker'
import { createCaseActivities } from './activities/case.ts'
import { createPeriodActivities } from './activities/period.ts'
import { procedures } from './api/procedures.ts'
import { beat } from './db/case/tick.ts'
import { openDb, type Db } from './db/client.ts'
import { TASK_QUEUE } from './workflows/taskQueue.ts'

export const WORKER = 'worker'
const BEAT_MS = 1_000

export interface WorkerOptions {
  db: Db
  connection: NativeConnection
  namespace?: string
  /** the workflows in one file, as they were built */
  workflows: string
}

/** Runs the worker until `stop`, which lets what is under way finish. `died` settles when it ends by itself. */
export async function startWorker({ db, connection, namespace, workflows }: WorkerOptions) {
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue: TASK_QUEUE,
    workflowBundle: { codePath: workflows },
    activities: { ...createCaseActivities({ db }), ...createPeriodActivities({ db, procedures }) },
    maxCachedWorkflows: 2_000,
    // A worker that was killed doesn't come back for what it kept in its cache.
    stickyQueueScheduleToStartTimeout: '1 second',
    shutdownGraceTime: '5 seconds',
  })
  const pulse = setInterval(() => void beat(db, WORKER, Date.now()).catch(() => {}), BEAT_MS)
  await beat(db, WORKER, Date.now())
  const died = worker.run().finally(() => clearInterval(pulse))
  return {
    died,
    async stop() {
      if (worker.getState() === 'RUNNING') worker.shutdown()
      await died.catch(() => {})
    },
  }
}

async function main(): Promise<void> {
  const databaseUrl = process.env['DATABASE_URL']
  if (!databaseUrl) throw new Error('DATABASE_URL is not set: start everything with npm start')
  Runtime.install({ shutdownSignals: [] })
  const { connectionOptions, namespace } = loadClientConnectConfig()
  const connection = await NativeConnection.connect(connectionOptions)
  const db = openDb(databaseUrl)
  // Beside the worker that was built stand its workflows.
  const workflows = fileURLToPath(new URL('./workflows.js', import.meta.url))
  const worker = await startWorker({ db, connection, namespace, workflows })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void worker.stop())
  process.send?.('ready')
  await worker.died
  await db.$client.end()
  await connection.close()
  if (process.connected) process.disconnect()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
