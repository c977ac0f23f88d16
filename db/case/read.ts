import { and, asc, eq, inArray, or, sql, type SQL } from 'drizzle-orm'
import type { Grant, Scope } from '../../rules/permissions.ts'
import type { Terms } from '../../rules/policy/parameter.ts'
import { projectRoles } from '../../rules/staffChange/actions.ts'
import { cases, escalations, facts, obligations } from '../schema/case.ts'
import { consequences } from '../schema/consequence.ts'
import { refuse } from '../../rules/problem.ts'
import type { Db, Tx } from '../client.ts'
import { onSide } from '../sample/side.ts'

/** How far somebody reads: `own` for what is known to be theirs, which needs no narrowing by regions. */
export type Reading = Scope | 'own'

/**
 * Within the regions of the scope; what belongs to no region is for the unscoped only, who reach all of the house. The
 * sample department is no part of it: its own people alone see its matters.
 */
export function inScope(scope: Scope): SQL
export function inScope(scope: Reading): SQL | undefined
export function inScope(scope: Reading): SQL | undefined {
  if (scope === 'own') return undefined
  return scope === 'all' ? onSide(cases.sample, 'house') : inArray(cases.regionId, [...scope])
}

/** Somebody who asks, with the roles they hold or stand in for. */
export interface Asking {
  personId: string
  grants: readonly Grant[]
}

/**
 * The promises somebody bears: their own, and those of a role they hold where it holds: in its regions, and for the
 * client's and the contractor's roles on their own projects. A role of a demo bears the demo's promises only.
 */
export function borneBy({ personId, grants }: Asking): SQL | undefined {
  const roles = grants.map(({ role, regionId }) => {
    const here = projectRoles.some((one) => one === role)
      ? sql`exists (select from project_member m where m.project_id = ${cases.projectId} and m.person_id = ${personId})`
      : regionId === null
        ? undefined
        : eq(cases.regionId, regionId)
    return and(eq(obligations.bearerRole, role), here)
  })
  const sameSample = sql`${cases.sample} is not distinct from (select sample from person where id = ${personId})`
  return or(eq(obligations.bearerId, personId), roles.length > 0 ? and(or(...roles), sameSample) : undefined)
}

/** The open promises of a person and of their roles, the most urgent first; those without a clock come last. */
export function openPromises(db: Db, asking: Asking, after: [number, string] | undefined, limit: number) {
  const never = new Date(Date.UTC(9999, 0)).toISOString()
  const urgency = sql<number>`coalesce(${obligations.dueAt}, ${never}::timestamptz)`.mapWith(obligations.dueAt)
  return db
    .select({ obligation: obligations, kind: cases.kind, urgency })
    .from(obligations)
    .innerJoin(cases, eq(cases.id, obligations.caseId))
    .where(
      and(
        borneBy(asking),
        eq(obligations.work, 'open'),
        after &&
          sql`(${urgency}, ${obligations.id}) > (${new Date(after[0]).toISOString()}::timestamptz, ${after[1]}::uuid)`,
      ),
    )
    .orderBy(asc(urgency), asc(obligations.id))
    .limit(limit)
}

/** Within the scope's regions, or somebody's own: they bear or bore a promise of it. */
export function within(scope: Reading, personId: string): SQL | undefined {
  const regions = inScope(scope)
  if (typeof scope === 'string') return regions
  return or(regions, sql`exists (select from obligation o where o.case_id = ${cases.id} and o.bearer_id = ${personId})`)
}

/** Refuses a case out of reach as one that isn't there: whether it exists is nobody else's business. */
export async function checkWithin(db: Db | Tx, id: string, scope: Reading, personId: string): Promise<void> {
  const [found] = await db
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.id, id), within(scope, personId)))
  if (!found) refuse('case.unknown', { field: 'id' })
}

/** All that is known of a case: promises, facts, steps taken, what it cost. Undefined outside the scope, unless theirs. */
export async function readCase(db: Db, id: string, scope: Reading, personId: string) {
  const [found] = await db
    .select()
    .from(cases)
    .where(and(eq(cases.id, id), within(scope, personId)))
  if (!found) return undefined
  const [promises, happened, steps, entries] = await Promise.all([
    db.select().from(obligations).where(eq(obligations.caseId, id)).orderBy(asc(obligations.id)),
    db.select().from(facts).where(eq(facts.caseId, id)).orderBy(asc(facts.occurredAt), asc(facts.id)),
    db
      .select()
      .from(escalations)
      .where(eq(escalations.caseId, id))
      .orderBy(asc(escalations.firedAt), asc(escalations.plannedAt)),
    db.select().from(consequences).where(eq(consequences.caseId, id)).orderBy(asc(consequences.id)),
  ])
  return { case: found, promises, facts: happened, steps, entries }
}

/** The terms that a case runs under. Refuses a case that isn't there. */
export async function termsOfCase(db: Db | Tx, id: string): Promise<Terms> {
  const [found] = await db.select({ terms: cases.terms }).from(cases).where(eq(cases.id, id))
  return found?.terms ?? refuse('case.unknown', { field: 'id' })
}
