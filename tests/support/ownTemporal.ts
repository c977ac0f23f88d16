import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll } from 'vitest'
import { freePort, portIsFree } from '../../scripts/ports.ts'
import { endProcess } from '../../scripts/processes.ts'
import { findTemporalCli } from '../../scripts/temporal-binaries.ts'
import { startDevServer, type RunningDevServer } from '../../scripts/temporal-dev-server.ts'

/** A Temporal server of a test's own, with its state in a file: to be taken away, brought back, or lost with all it knew. */
export async function ownTemporal() {
  const folder = mkdtempSync(join(tmpdir(), 'shouyue-temporal-'))
  const cli = await findTemporalCli()
  if (!cli) throw new Error('this test needs a Temporal server of its own: unset TEMPORAL_ADDRESS')
  const port = await freePort()
  const dbFilename = join(folder, 'temporal.db')
  let server: RunningDevServer | undefined
  const up = async () => {
    // Connections of the one before may hold the port for a moment.
    for (let tries = 0; tries < 100 && !(await portIsFree(port)); tries += 1) await sleep(100)
    server = await startDevServer({
      cli,
      port,
      dbFilename,
      logFile: join(folder, 'temporal.log'),
      pidFile: join(folder, 'temporal.pid'),
      portSetting: 'a free port',
    })
  }
  const away = async () => {
    if (server) await endProcess(server.pid, 'SIGKILL')
    server = undefined
  }
  await up()
  afterAll(async () => {
    await away()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    address: `127.0.0.1:${port}`,
    up,
    /** Killed, its state kept. */
    away,
    /** Throws away all that it knew; it must be away. */
    forget() {
      for (const suffix of ['', '-wal', '-shm']) rmSync(dbFilename + suffix, { force: true })
    },
  }
}
