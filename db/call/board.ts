import { and, asc, eq, inArray, or, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import type { Scope } from '../../rules/permissions.ts'
import { inScope } from '../case/read.ts'
import type { Obligation } from '../case/view.ts'
import type { Db } from '../client.ts'
import { calls } from '../schema/call.ts'
import { cases, obligations } from '../schema/case.ts'
import { contact, customer } from '../schema/customer.ts'

/** Where an open call stands: nobody has spoken with the caller; or spoken, and something is still to be done. */
export const LANES = ['missed', 'waiting', 'overdue'] as const
export type Lane = (typeof LANES)[number]

export interface BoardFilter {
  lane?: Lane
  scope: Scope
  now: Instant
  after?: readonly [Instant, string]
  limit: number
}

const never = new Date(Date.UTC(9999, 0)).toISOString()
const open = sql`select from obligation o where o.case_id = ${cases.id} and o.work = 'open'`
const urgency = sql<number>`coalesce((select min(o.due_at) from obligation o where o.case_id = ${cases.id} and o.work = 'open'), ${never}::timestamptz)`

const inLane = (lane: Lane | undefined, now: Instant) => {
  const at = new Date(now).toISOString()
  if (lane === 'missed') return sql`exists (${open} and o.promise = 'return')`
  if (lane === 'waiting') return sql`not exists (${open} and o.promise = 'return')`
  return lane && sql`exists (${open} and (o.verdict = 'late' or o.late_from_at <= ${at}::timestamptz))`
}

/** Open calls with who called and what is still owed, the most urgent first; only those of the scope's regions. */
export async function callBoard(db: Db, { lane, scope, now, after, limit }: BoardFilter) {
  const rows = await withNames(db, urgency)
    .where(
      and(
        eq(cases.kind, 'call'),
        eq(cases.state, 'open'),
        inScope(scope),
        inLane(lane, now),
        after && sql`(${urgency}, ${cases.id}) > (${new Date(after[0]).toISOString()}::timestamptz, ${after[1]}::text)`,
      ),
    )
    .orderBy(asc(urgency), asc(cases.id))
    .limit(limit)
  const promises = await openPromisesOf(
    db,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({ ...row, promises: promises.filter((promise) => promise.caseId === row.id) }))
}

/** One call: the caller, Annex 1 as recorded, the person assigned. Outside the scope only for who bears a promise of it. */
export async function readCall(db: Db, id: string, scope: Scope, personId: string) {
  const own = sql`exists (select from obligation o where o.case_id = ${cases.id} and o.bearer_id = ${personId})`
  const [row] = await withNames(db, urgency).where(and(eq(cases.id, id), or(inScope(scope), own)))
  return row
}

function withNames(db: Db, urgent: typeof urgency) {
  return db
    .select({
      id: cases.id,
      state: cases.state,
      startedAt: cases.startedAt,
      number: calls.number,
      callerKind: calls.callerKind,
      contactId: calls.contactId,
      contactName: contact.name,
      customerId: cases.customerId,
      customerName: customer.name,
      category: calls.category,
      record: calls.record,
      takerId: calls.takerId,
      assigneeId: calls.assigneeId,
      assigneeExternal: calls.assigneeExternal,
      urgency: urgent.mapWith(cases.startedAt),
    })
    .from(cases)
    .innerJoin(calls, eq(calls.caseId, cases.id))
    .leftJoin(contact, eq(contact.id, calls.contactId))
    .leftJoin(customer, sql`${customer.id} = coalesce(${contact.customerId}, ${cases.customerId})`)
}

function openPromisesOf(db: Db, ids: string[]): Promise<Obligation[]> {
  return db
    .select()
    .from(obligations)
    .where(and(inArray(obligations.caseId, ids), eq(obligations.work, 'open')))
    .orderBy(asc(obligations.dueAt), asc(obligations.id))
}
