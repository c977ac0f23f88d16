import { Client, Connection } from '@temporalio/client'
import { drizzle } from 'drizzle-orm/postgres-js'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { migrate } from '../db/migrate.ts'
import { startPostgres } from '../scripts/embedded-postgres.ts'
import { freePort } from '../scripts/ports.ts'
import { WORKER, buildPrograms, runs } from '../scripts/programs.ts'
import { Stop } from '../scripts/say.ts'
import { ROOT } from '../scripts/settings.ts'
import { findTemporalCli } from '../scripts/temporal-binaries.ts'
import { startDevServer } from '../scripts/temporal-dev-server.ts'

/** Postgres (durable, as in life), a Temporal dev server on a file, and a database with the newest schema; thrown away after. */
export async function openSystem() {
  const folder = mkdtempSync(join(tmpdir(), 'shouyue-bench-'))
  chmodSync(folder, 0o711)
  await buildPrograms()
  const cli = await findTemporalCli()
  if (!cli) throw new Stop('未找到 Temporal 程序', 'Temporal’s program was not found')
  const [postgresPort, temporalPort] = await Promise.all([freePort(), freePort()])
  const [server, temporal] = await Promise.all([
    startPostgres({
      dataDir: join(folder, 'postgres'),
      passwordFile: join(folder, 'password'),
      port: postgresPort,
      portSetting: 'a free port',
    }),
    startDevServer({
      cli,
      port: temporalPort,
      dbFilename: join(folder, 'temporal.db'),
      logFile: join(folder, 'temporal.log'),
      pidFile: join(folder, 'temporal.pid'),
      portSetting: 'a free port',
    }),
  ])
  const admin = postgres(server.url('postgres'), { max: 1, onnotice: () => {} })
  await admin.unsafe('create database bench')
  await admin.end()
  const url = server.url('bench')
  await migrate(url)
  let statements = 0
  const db = drizzle(postgres(url, { max: 20, onnotice: () => {}, debug: () => void (statements += 1) }))
  const connection = await Connection.connect({ address: temporal.address })
  return {
    db,
    client: new Client({ connection }),
    /** Statements sent through `db` so far, `begin` and `commit` among them. */
    statements: () => statements,
    /** Starts a worker as a process of its own; returns how to end it. */
    async worker(): Promise<() => Promise<void>> {
      const child = spawn(process.execPath, runs(WORKER), {
        cwd: ROOT,
        env: { ...process.env, DATABASE_URL: url, TEMPORAL_ADDRESS: temporal.address, SHOUYUE_LOG_LEVEL: 'error' },
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      })
      const died = once(child, 'exit').then(() => {
        throw new Stop('worker 没有启动', 'the worker did not start')
      })
      await Promise.race([once(child, 'message'), died])
      died.catch(() => {})
      return async () => {
        const gone = once(child, 'exit')
        child.kill('SIGTERM')
        await gone
      }
    },
    async close(): Promise<void> {
      await connection.close()
      await db.$client.end()
      await Promise.all([server.stop(), temporal.stop()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type System = Awaited<ReturnType<typeof openSystem>>
