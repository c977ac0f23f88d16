import { migrate as drizzleMigrate } from 'drizzle-orm/postgres-js/migrator'
import { drizzle } from 'drizzle-orm/postgres-js'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { ledgerGuards } from './guards.ts'
import { liveTriggers } from './live/triggers.ts'

const MIGRATION_LOCK = 7_221_001

/** Brings the database at `url` to the newest schema. Several processes may call it at once: one does it, the others wait. */
export async function migrate(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`
    await drizzleMigrate(drizzle(client), { migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)) })
    await client.unsafe(ledgerGuards)
    await client.unsafe(liveTriggers)
  } finally {
    await client.end()
  }
}
