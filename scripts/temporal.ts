import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Connection } from '@temporalio/client'
import { loadClientConnectConfig } from '@temporalio/envconfig'
import type { Part } from './database.ts'
import { isAlive } from './processes.ts'
import { Stop } from './say.ts'
import type { Settings } from './settings.ts'
import { findTemporalCli } from './temporal-binaries.ts'
import { startDevServer } from './temporal-dev-server.ts'

export interface Temporal extends Part {
  address: string
  namespace: string
  /** what the worker and the API need in their environment to reach it; `undefined` unsets */
  env: Record<string, string | undefined>
  /** address of the dev server's pages, where it was asked to show them */
  uiUrl?: string
  /** Its state is new, so that what Postgres knows to be running has to be armed again. */
  isNew: boolean
}

const reason = (error: unknown) => (error instanceof Error ? error.message.split('\n')[0]! : String(error))

/** Tries the connection of Temporal's own settings (`TEMPORAL_ADDRESS`, `TEMPORAL_NAMESPACE`, TLS, API key, a profile file). */
async function theirs(): Promise<Temporal> {
  const { connectionOptions, namespace = 'default' } = loadClientConnectConfig()
  const address = connectionOptions.address!
  const connection = await Connection.connect({ ...connectionOptions, connectTimeout: 10_000 }).catch(
    (error: unknown) => {
      throw new Stop(
        `Temporal 没有应答（${address}）：请检查 TEMPORAL_ADDRESS、TLS 和密钥`,
        `No Temporal answers there: check TEMPORAL_ADDRESS, TLS and API key (${reason(error)})`,
      )
    },
  )
  try {
    await connection.withDeadline(Date.now() + 10_000, () =>
      connection.workflowService.describeNamespace({ namespace }),
    )
  } catch (error) {
    throw new Stop(
      `Temporal 没有命名空间 ${namespace}，或不许使用`,
      `No namespace ${namespace}, or not for us; make it with: temporal operator namespace create -n ${namespace} (${reason(error)})`,
    )
  } finally {
    await connection.close()
  }
  return { address, namespace, env: {}, isNew: false, stop: async () => {}, revive: async () => false }
}

/** A person's own settings for other Temporals (a profile with TLS, say) must not reach the dev server. */
function onlyAddress(address: string): Temporal['env'] {
  const others = Object.keys(process.env).filter((name) => name.startsWith('TEMPORAL_'))
  return {
    ...Object.fromEntries(others.map((name) => [name, undefined])),
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: 'default',
    TEMPORAL_CONFIG_FILE: '/nonexistent',
  }
}

/** Brings up the dev server with its state in the data folder, or checks the Temporal of `TEMPORAL_ADDRESS`. @throws Stop */
export async function openTemporal(settings: Settings): Promise<Temporal> {
  const cli = await findTemporalCli()
  if (!cli) return theirs()
  const dbFilename = join(settings.data, 'temporal.db')
  const isNew = !existsSync(dbFilename)
  const start = () =>
    startDevServer({
      cli,
      dbFilename,
      port: settings.temporalPort,
      uiPort: settings.temporalUiPort,
      logFile: join(settings.logs, 'temporal.log'),
      pidFile: join(settings.data, 'temporal.pid'),
      portSetting: 'SHOUYUE_TEMPORAL_PORT / SHOUYUE_TEMPORAL_UI_PORT',
    })
  let server = await start()
  return {
    address: server.address,
    namespace: 'default',
    env: onlyAddress(server.address),
    uiUrl: settings.temporalUiPort ? `http://127.0.0.1:${settings.temporalUiPort}` : undefined,
    isNew,
    stop: () => server.stop(),
    revive: async () => {
      if (isAlive(server.pid)) return false
      server = await start()
      return true
    },
  }
}
