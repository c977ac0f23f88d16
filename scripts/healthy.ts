import postgres from 'postgres'
import { Stop, command } from './say.ts'

/** A worker whose last sign of life is older than this counts as dead, in milliseconds. */
const SILENT_MS = 60_000

async function apiAnswers(): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${process.env.PORT ?? 7300}/healthz`, {
    signal: AbortSignal.timeout(5_000),
  })
  if (!response.ok) throw new Stop('接口不健康', `the API answers ${response.status}`)
}

async function workerBeats(): Promise<void> {
  const sql = postgres(process.env.DATABASE_URL!, { max: 1, connect_timeout: 5 })
  try {
    const [row] =
      await sql`select extract(epoch from now() - beat_at) * 1000 as age from heartbeat where name = 'worker'`
    if (!row || Number(row['age']) > SILENT_MS) throw new Stop('工作进程没有心跳', 'the worker gives no sign of life')
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** The health check of a container: `healthy.ts api` asks the API beside it, `healthy.ts worker` looks for the worker's sign of life. */
await command(() => (process.argv[2] === 'worker' ? workerBeats() : apiAnswers()))
