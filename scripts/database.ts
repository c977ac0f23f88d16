import { join } from 'node:path'
import postgres from 'postgres'
import { startPostgres } from './embedded-postgres.ts'
import { isAlive } from './processes.ts'
import { Stop } from './say.ts'
import type { Settings } from './settings.ts'

/** A server of ours or of somebody else's. */
export interface Part {
  stop(): Promise<void>
  /** Starts it again where it died; says whether it had to. Somebody else's is theirs to care for. */
  revive(): Promise<boolean>
}

export interface Database extends Part {
  url: string
}

const NAME = 'shouyue'

const hostOf = (url: string) => {
  const { hostname, port } = new URL(url)
  return `${hostname}:${port || 5432}`
}

/** Tries the connection. @throws Stop that says what is wrong with it and what to do */
async function tryOut(url: string): Promise<void> {
  const client = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} })
  try {
    await client`select 1`
  } catch (error) {
    const { code, message } = error as Error & { code?: string }
    if (code === '28P01' || code === '28000')
      throw new Stop(
        '数据库拒绝该用户或密码：请检查 DATABASE_URL',
        `The database refuses this user or password: check DATABASE_URL`,
      )
    if (code === '3D000')
      throw new Stop('数据库不存在：请先 createdb', `No such database, make it first (createdb): ${message}`)
    throw new Stop(
      `数据库没有应答（${hostOf(url)}）：请检查 DATABASE_URL 和数据库是否运行`,
      `No Postgres answers there: check DATABASE_URL and that it runs (${code ?? message})`,
    )
  } finally {
    await client.end({ timeout: 1 })
  }
}

/** Brings up the embedded Postgres, or checks the one of `DATABASE_URL`. @throws Stop with one line that says what to do */
export async function openDatabase(settings: Settings): Promise<Database> {
  if (settings.databaseUrl) {
    await tryOut(settings.databaseUrl)
    return { url: settings.databaseUrl, stop: async () => {}, revive: async () => false }
  }
  const start = () =>
    startPostgres({
      dataDir: join(settings.data, 'postgres'),
      passwordFile: join(settings.data, 'postgres.password'),
      port: settings.postgresPort,
      portSetting: 'SHOUYUE_POSTGRES_PORT',
    })
  let server = await start()
  const admin = postgres(server.url('postgres'), { max: 1, onnotice: () => {} })
  const [row] = await admin`select 1 from pg_database where datname = ${NAME}`
  if (!row) await admin.unsafe(`create database ${NAME}`)
  await admin.end()
  return {
    url: server.url(NAME),
    stop: () => server.stop(),
    revive: async () => {
      if (isAlive(server.pid)) return false
      server = await start()
      return true
    },
  }
}
