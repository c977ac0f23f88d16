import type { Client } from '@temporalio/client'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { openDb, type Db } from '../db/client.ts'
import { createAuth } from './auth/auth.ts'
import { trialsOf } from './backtest/trials.ts'
import { startBackground } from './background.ts'
import { callHooks } from './call/hooks.ts'
import { dutiesOf } from './duties.ts'
import { createApp } from './http/app.ts'
import { openLog, safeError } from './http/log.ts'
import { health } from './health.ts'
import { mailerFromEnv, type Mailer } from './mail.ts'
import { createLive } from './live/live.ts'
import { createGauges } from './metrics.ts'
import { createOutbox } from './outbox.ts'
import { routes } from './routes.ts'
import { temporalClient } from './temporal/client.ts'
import { createRelay } from './temporal/relay.ts'
import { createSchedules } from './temporal/schedules.ts'
import { pages } from './web.ts'

export interface ApiOptions {
  db: Db
  databaseUrl: string
  temporal: Client
  host?: string
  /** 0: a free one. */
  port?: number
  /** Signs the sessions; without it one is made once and kept in the database. */
  secret?: string
  /** The mail channel; by default what the environment sets. */
  mailer?: Mailer
}

/** Starts the API with its background duties. `close` stops taking requests, then lets what is under way finish. */
export async function startApi(options: ApiOptions): Promise<{ port: number; close(): Promise<void> }> {
  const { db, databaseUrl, temporal, host = '127.0.0.1', port = 0, secret, mailer = mailerFromEnv() } = options
  const log = openLog()
  const relay = createRelay(db, temporal, log)
  const gauges = createGauges(db)
  const auth = await createAuth(db, { secret, secureCookies: process.env['SHOUYUE_HTTPS'] === 'true' })
  const outbox = createOutbox(db, mailer, Date.now, (error) => log.warn({ error: safeError(error) }, 'mail waits'))
  const services = {
    auth,
    poke: relay.poke,
    pokeGone: relay.pokeGone,
    mail: { ...mailer, poke: outbox.poke },
    publicUrl: process.env['SHOUYUE_PUBLIC_URL'],
  }
  const live = createLive(db, auth, log)
  const app = createApp({
    db,
    routes,
    callerOf: auth.callerOf,
    services,
    log,
    trustProxy: process.env['SHOUYUE_TRUST_PROXY'] ?? false,
    origins: process.env['SHOUYUE_ORIGINS']?.split(',') ?? [],
    mount: (mounted) => mounted.use(health(db, temporal), gauges.router, callHooks(db, services), live.router, pages()),
  })
  const server = createServer(app)
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  const duties = dutiesOf(db, { relay, outbox, schedules: createSchedules(temporal), repaired: gauges.repaired })
  const stopBackground = startBackground(databaseUrl, duties, log)
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      await live.close()
      server.closeIdleConnections()
      await stopBackground()
      await Promise.all([relay.drain(), outbox.drain(), trialsOf(db).close()])
      mailer.close()
      server.closeAllConnections()
      await closed
    },
  }
}

async function main(): Promise<void> {
  const databaseUrl = process.env['DATABASE_URL']
  if (!databaseUrl) throw new Error('DATABASE_URL is not set: start everything with npm start')
  const db = openDb(databaseUrl, 20)
  const temporal = temporalClient()
  const api = await startApi({
    db,
    databaseUrl,
    temporal,
    host: process.env['HOST'],
    port: Number(process.env['PORT'] ?? 7300),
    secret: process.env['SHOUYUE_SECRET'],
  })
  const stop = async () => {
    await api.close()
    await db.$client.end({ timeout: 5 })
    await temporal.connection.close()
    if (process.connected) process.disconnect()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
  process.send?.('ready')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
