import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Stop } from './say.ts'

/** The project's folder, wherever a command is run from. */
export const ROOT = resolve(fileURLToPath(new URL('..', import.meta.url)))

function portFrom(name: string, fallback: number): number {
  const given = process.env[name]
  if (!given) return fallback
  const port = Number(given)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Stop(`${name} 不是端口号：${given}`, `${name} is not a port number`)
  return port
}

/** What a command takes from the environment, with the house's defaults. */
export function readSettings() {
  const data = resolve(ROOT, process.env.SHOUYUE_DATA || '.data')
  return {
    /** folder of everything that lasts: the database, Temporal's file, passwords, logs */
    data,
    logs: resolve(data, 'logs'),
    /** connection string of a database of yours, which replaces the embedded one */
    databaseUrl: process.env.DATABASE_URL || undefined,
    /** host:port of a Temporal of yours, which replaces the dev server */
    temporalAddress: process.env.TEMPORAL_ADDRESS || undefined,
    postgresPort: portFrom('SHOUYUE_POSTGRES_PORT', 54_329),
    temporalPort: portFrom('SHOUYUE_TEMPORAL_PORT', 7_233),
    /** where the dev server shows its pages, which know no sign-in: only when asked for */
    temporalUiPort: process.env.SHOUYUE_TEMPORAL_UI_PORT ? portFrom('SHOUYUE_TEMPORAL_UI_PORT', 0) : undefined,
    host: process.env.HOST || '127.0.0.1',
    port: portFrom('PORT', 7_300),
  }
}

export type Settings = ReturnType<typeof readSettings>
