import { customType } from 'drizzle-orm/pg-core'
import type { Instant } from '../rules/instant.ts'

/** A `timestamptz` read and written as epoch milliseconds, so that rules and rows speak of instants alike. */
export const instant = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamp (3) with time zone',
  toDriver: (at) => new Date(at).toISOString(),
  fromDriver: (text) => Date.parse(text),
})

/** Bytes as Postgres keeps them. */
export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })
