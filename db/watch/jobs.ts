import { and, asc, eq, gt, gte, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { DAY, type Instant } from '../../rules/instant.ts'
import { weeklyOrders } from '../../rules/watch/order.ts'
import { inScope } from '../case/read.ts'
import type { Db } from '../client.ts'
import { termsFor } from '../policy/terms.ts'
import { uncorrected } from '../case/uncorrected.ts'
import { cases, facts } from '../schema/case.ts'
import { customer } from '../schema/customer.ts'
import { person } from '../schema/person.ts'
import { serviceTasks } from '../schema/serviceTask.ts'
import type { PostFilter } from '../window/people.ts'
import type { WatchedSubject } from './people.ts'

/** House rule: how long a job is still shown after it was completed. */
const SHOWN_AFTER = 31 * DAY

/** The facts that a job's weeks are counted by: the final record is a work order too. */
const KINDS = ['arrived', 'completed', 'recorded', 'workOrder']

/** Services on site that last longer than a week, and their weekly work orders (S2-5.1.3b); in the order of their cases. */
export async function watchedJobs(db: Db, filter: PostFilter, now: Instant): Promise<WatchedSubject[]> {
  const found: WatchedSubject[] = []
  for (const { id, customerName, engineerName } of await longJobs(db, filter, now)) {
    const happened = await standingFacts(db, id)
    const times = (...kinds: string[]) => happened.filter(({ kind }) => kinds.includes(kind)).map(({ at }) => at)
    const [fromAt] = times('arrived')
    if (fromAt === undefined) continue
    const terms = await termsFor(db, { topic: 'watch', at: fromAt })
    const job = { fromAt, doneAt: times('completed').at(-1) ?? null, orders: times('recorded', 'workOrder') }
    const one = weeklyOrders(job, terms, now)
    found.push({ id, name: `${customerName} · ${engineerName ?? ''}`, watched: one ? [one] : [] })
  }
  return found
}

/** Tasks whose arrival is more than a week ago, and that go on or were completed lately. */
function longJobs(db: Db, { personId, scope, after, limit }: PostFilter, now: Instant) {
  const done = alias(facts, 'done')
  const arrived = db
    .select({ caseId: facts.caseId })
    .from(facts)
    .where(and(eq(facts.kind, 'arrived'), lt(facts.occurredAt, now - 7 * DAY)))
  const completed = db.select({ caseId: done.caseId }).from(done).where(eq(done.kind, 'completed'))
  const lately = db
    .select({ caseId: done.caseId })
    .from(done)
    .where(and(eq(done.kind, 'completed'), gte(done.occurredAt, now - SHOWN_AFTER)))
  return db
    .select({ id: cases.id, customerName: customer.name, engineerName: person.name })
    .from(cases)
    .innerJoin(serviceTasks, eq(serviceTasks.caseId, cases.id))
    .innerJoin(customer, eq(customer.id, serviceTasks.customerId))
    .leftJoin(person, eq(person.id, serviceTasks.engineerId))
    .where(
      and(
        inArray(cases.id, arrived),
        or(inArray(cases.id, lately), and(isNull(cases.endedAt), sql`${cases.id} not in ${completed}`)),
        inScope(scope),
        personId === undefined ? undefined : eq(serviceTasks.engineerId, personId),
        after === undefined ? undefined : gt(cases.id, after),
      ),
    )
    .orderBy(asc(cases.id))
    .limit(limit)
}

/** When each such thing happened, corrections taken into account, oldest first. */
function standingFacts(db: Db, caseId: string) {
  return db
    .select({ kind: facts.kind, at: facts.occurredAt })
    .from(facts)
    .where(and(eq(facts.caseId, caseId), inArray(facts.kind, KINDS), uncorrected))
    .orderBy(asc(facts.occurredAt), asc(facts.id))
}
