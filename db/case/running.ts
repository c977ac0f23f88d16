import { and, asc, eq, gt } from 'drizzle-orm'
import { cases } from '../schema/case.ts'
import type { Db } from '../client.ts'
import type { Poke } from './poke.ts'

/** The open cases after an id, in id order, as pokes that start their workflows where they don't run. */
export async function runningPokes(db: Db, after: string, limit: number): Promise<Poke[]> {
  const rows = await db
    .select({ caseId: cases.id, kind: cases.kind, startAt: cases.nextAlarmAt })
    .from(cases)
    .where(and(eq(cases.state, 'open'), gt(cases.id, after)))
    .orderBy(asc(cases.id))
    .limit(limit)
  // Whatever ran under this id before is over or will take the signal; an open case may always be started.
  return rows.map((row) => ({ ...row, rev: 0, reopened: true }))
}
