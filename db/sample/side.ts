import { eq, sql, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { SAMPLE, type Side } from '../../rules/sample/sample.ts'

/** Rows of one side, by their own mark. Those of a demo run are the house's for the minute that it lasts. */
export const onSide = (sample: AnyPgColumn, side: Side): SQL =>
  side === 'sample' ? eq(sample, SAMPLE) : sql`${sample} is distinct from ${SAMPLE}`

/** Rows that belong to somebody of one side. */
export const ofSide = (personId: AnyPgColumn, side: Side): SQL =>
  sql`${personId} in (select p.id from person p where ${side === 'sample' ? sql`p.sample = ${SAMPLE}` : sql`p.sample is distinct from ${SAMPLE}`})`
