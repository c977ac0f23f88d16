import { and, asc, eq, gt } from 'drizzle-orm'
import type { Scope } from '../../rules/permissions.ts'
import { inScope } from '../case/read.ts'
import { calls } from '../schema/call.ts'
import { cases } from '../schema/case.ts'
import type { Db } from '../client.ts'

/** Calls in the order they came, after an id; only those of the scope's regions. */
export function listCalls(db: Db, filter: { state?: string; scope: Scope; after?: string; limit: number }) {
  return db
    .select({
      id: cases.id,
      state: cases.state,
      startedAt: cases.startedAt,
      nextAlarmAt: cases.nextAlarmAt,
      number: calls.number,
      callerKind: calls.callerKind,
      contactId: calls.contactId,
      category: calls.category,
      takerId: calls.takerId,
      assigneeId: calls.assigneeId,
    })
    .from(cases)
    .innerJoin(calls, eq(calls.caseId, cases.id))
    .where(
      and(
        eq(cases.kind, 'call'),
        filter.state ? eq(cases.state, filter.state) : undefined,
        inScope(filter.scope),
        filter.after ? gt(cases.id, filter.after) : undefined,
      ),
    )
    .orderBy(asc(cases.id))
    .limit(filter.limit)
}
