import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../db/migrate.ts'
import { startPostgres } from '../../scripts/embedded-postgres.ts'
import { freePort } from '../../scripts/ports.ts'
import { afterDeath } from '../../scripts/processes.ts'
import { findTemporalCli, findTestServer } from '../../scripts/temporal-binaries.ts'
import { startDevServer } from '../../scripts/temporal-dev-server.ts'
import { TEMPLATE } from './template.ts'

/** What a test file needs to know of the run's servers. */
export interface Servers {
  /** connection string of the run's Postgres, database `postgres` */
  postgresUrl: string
  temporalAddress: string
  testServerPath: string
}
declare module 'vitest' {
  interface ProvidedContext {
    servers: Servers
  }
}

/** Tests throw their data away, so nothing has to reach the disk. */
const CARELESS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }

async function start(): Promise<{ servers: Servers; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'shouyue-test-'))
  // As root, Postgres runs under an account of its own, which must be able to pass through.
  chmodSync(folder, 0o711)
  // Even when this process is killed: end what it started, then clear its folder.
  const callOff = afterDeath(
    'for file in "$1/postgres/postmaster.pid" "$1/temporal.pid"; do read pid <"$file" && kill -INT "$pid"; done; sleep 3; rm -rf "$1"',
    [folder],
  )
  const [cli, testServerPath] = await Promise.all([findTemporalCli(), findTestServer()])
  const [database, temporal] = await Promise.all([
    freePort().then((port) =>
      startPostgres({
        dataDir: join(folder, 'postgres'),
        passwordFile: join(folder, 'password'),
        port,
        portSetting: 'a free port',
        settings: CARELESS,
      }),
    ),
    cli === undefined
      ? undefined
      : freePort().then((port) =>
          startDevServer({
            cli,
            port,
            logFile: join(folder, 'temporal.log'),
            pidFile: join(folder, 'temporal.pid'),
            portSetting: 'a free port',
          }),
        ),
  ])
  const admin = postgres(database.url('postgres'), { max: 1, onnotice: () => {} })
  await admin.unsafe(`create database ${TEMPLATE}`)
  await migrate(database.url(TEMPLATE))
  await admin.end()
  return {
    servers: {
      postgresUrl: database.url('postgres'),
      temporalAddress: temporal ? temporal.address : process.env.TEMPORAL_ADDRESS!,
      testServerPath,
    },
    stop: async () => {
      await Promise.all([database.stop(), temporal?.stop()])
      callOff()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { servers, stop } = await start()
  project.provide('servers', servers)
  return stop
}
