import { and, desc, eq, isNotNull, lt, or, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import type { Scope } from '../../rules/permissions.ts'
import { inScope } from '../case/read.ts'
import type { Db } from '../client.ts'
import { named } from '../named.ts'
import { cases, facts, obligations } from '../schema/case.ts'
import { customer } from '../schema/customer.ts'
import { serviceRatings, serviceTasks } from '../schema/serviceTask.ts'

export interface LedgerFilter {
  scope: Scope
  /** Entered in the ledger, or waiting for it; both, where nothing is said. */
  state?: 'registered' | 'waiting'
  engineerId?: string
  customerId?: string
  /** When it was entered: from the first, before the second. Tasks that wait count by their beginning. */
  fromAt?: Instant
  untilAt?: Instant
  /** A part of the ledger number, the customer's name or the requirement. */
  q?: string
  after?: string
  limit: number
}

/** The sales back office's ledger (S0-A-6.3b): tasks with their number and rating, the newest first. */
export async function listLedger(db: Db, filter: LedgerFilter) {
  const { scope, state, engineerId, customerId, fromAt, untilAt, q, after, limit } = filter
  const number = sql<string | null>`${serviceTasks.form} ->> 'ledgerNumber'`
  const countsAt = sql`coalesce(${facts.occurredAt}, ${cases.startedAt})`
  const entered = isNotNull(facts.id)
  const waits = sql`exists (select from ${obligations} o where o.case_id = ${cases.id} and o.promise = 'register' and o.work = 'open')`
  return db
    .select({
      id: cases.id,
      parentId: cases.parentId,
      ledgerNumber: number,
      registeredAt: facts.occurredAt,
      startedAt: cases.startedAt,
      customerName: customer.name,
      requirement: serviceTasks.requirement,
      engineerId: serviceTasks.engineerId,
      attitude: serviceRatings.attitude,
      skill: serviceRatings.skill,
      result: serviceRatings.result,
      signedAt: serviceRatings.signedAt,
    })
    .from(serviceTasks)
    .innerJoin(cases, eq(cases.id, serviceTasks.caseId))
    .innerJoin(customer, eq(customer.id, serviceTasks.customerId))
    .leftJoin(facts, and(eq(facts.caseId, cases.id), eq(facts.kind, 'registered')))
    .leftJoin(serviceRatings, and(eq(serviceRatings.caseId, cases.id), eq(serviceRatings.superseded, false)))
    .where(
      and(
        inScope(scope),
        state === 'registered' ? entered : state === 'waiting' ? waits : or(entered, waits),
        engineerId ? eq(serviceTasks.engineerId, engineerId) : undefined,
        customerId ? eq(serviceTasks.customerId, customerId) : undefined,
        fromAt === undefined ? undefined : sql`${countsAt} >= ${new Date(fromAt).toISOString()}::timestamptz`,
        untilAt === undefined ? undefined : sql`${countsAt} < ${new Date(untilAt).toISOString()}::timestamptz`,
        await named(db, q, [customer.name], [number, serviceTasks.requirement]),
        after ? lt(cases.id, after) : undefined,
      ),
    )
    .orderBy(desc(cases.id))
    .limit(limit)
}
