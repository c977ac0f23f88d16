import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'

/** Opens a pool. `max` connections; statements are prepared and named by the driver. Close with `db.$client.end()`. */
export function openDb(url: string, max = 10) {
  return drizzle(postgres(url, { max, onnotice: () => {} }))
}

export type Db = ReturnType<typeof openDb>
/** What a verb works in: a transaction of the pool. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]
