import { and, desc, eq, inArray, lt, or } from 'drizzle-orm'
import type { Scope } from '../../rules/permissions.ts'
import { inScope } from '../case/read.ts'
import type { Db } from '../client.ts'
import { cases, obligations } from '../schema/case.ts'
import { customer } from '../schema/customer.ts'
import { serviceRatings, serviceTasks } from '../schema/serviceTask.ts'

/** Tasks of the scope's regions, and those the person has or asked for, wherever they are. */
const visible = (scope: Scope, personId: string) =>
  or(inScope(scope), eq(serviceTasks.engineerId, personId), eq(serviceTasks.issuerId, personId))

const summary = {
  id: cases.id,
  state: cases.state,
  round: cases.round,
  parentId: cases.parentId,
  regionId: cases.regionId,
  startedAt: cases.startedAt,
  endedAt: cases.endedAt,
  nextAlarmAt: cases.nextAlarmAt,
  customerId: serviceTasks.customerId,
  customerName: customer.name,
  requirement: serviceTasks.requirement,
  engineerId: serviceTasks.engineerId,
  issuerId: serviceTasks.issuerId,
}

export interface TaskFilter {
  scope: Scope
  personId: string
  state?: string
  engineerId?: string
  after?: string
  limit: number
}

/** Tasks, the newest first, each with what it waits for now. */
export async function listTasks(db: Db, { scope, personId, state, engineerId, after, limit }: TaskFilter) {
  const rows = await db
    .select(summary)
    .from(serviceTasks)
    .innerJoin(cases, eq(cases.id, serviceTasks.caseId))
    .innerJoin(customer, eq(customer.id, serviceTasks.customerId))
    .where(
      and(
        visible(scope, personId),
        state ? eq(cases.state, state) : undefined,
        engineerId ? eq(serviceTasks.engineerId, engineerId) : undefined,
        after ? lt(cases.id, after) : undefined,
      ),
    )
    .orderBy(desc(cases.id))
    .limit(limit)
  const ids = rows.map((row) => row.id)
  const open =
    ids.length === 0
      ? []
      : await db
          .select({ caseId: obligations.caseId, promise: obligations.promise })
          .from(obligations)
          .where(and(inArray(obligations.caseId, ids), eq(obligations.work, 'open')))
  return rows.map((row) => ({
    ...row,
    waitsFor: open.filter((one) => one.caseId === row.id).map((one) => one.promise),
  }))
}

/** A task with its notice, form and ratings; undefined where the person may not see it. */
export async function readTask(db: Db, id: string, scope: Scope, personId: string) {
  const [row] = await db
    .select({
      ...summary,
      sample: cases.sample,
      contactName: serviceTasks.contactName,
      contactDetails: serviceTasks.contactDetails,
      siteSituation: serviceTasks.siteSituation,
      product: serviceTasks.product,
      form: serviceTasks.form,
    })
    .from(serviceTasks)
    .innerJoin(cases, eq(cases.id, serviceTasks.caseId))
    .innerJoin(customer, eq(customer.id, serviceTasks.customerId))
    .where(and(eq(cases.id, id), visible(scope, personId)))
  if (!row) return undefined
  const [ratings, extras] = await Promise.all([
    db
      .select()
      .from(serviceRatings)
      .where(and(eq(serviceRatings.caseId, id), eq(serviceRatings.superseded, false))),
    db.select({ id: cases.id }).from(cases).where(eq(cases.parentId, id)).orderBy(cases.id),
  ])
  return { ...row, ratings, extraIds: extras.map((extra) => extra.id) }
}
