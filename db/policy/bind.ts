import { and, asc, eq, gt, isNull, lt, lte, or, sql } from 'drizzle-orm'
import type { Instant, LocalDate } from '../../rules/instant.ts'
import { policies } from '../../rules/policy/index.ts'
import { topics } from '../../rules/policy/topics.ts'
import { refuse } from '../../rules/problem.ts'
import type { Text } from '../../rules/text.ts'
import { addDays, atTime } from '../../rules/time/local.ts'
import type { Side } from '../../rules/sample/sample.ts'
import type { Db, Tx } from '../client.ts'
import { onSide } from '../sample/side.ts'
import { customer, project } from '../schema/customer.ts'
import { person } from '../schema/person.ts'
import { policyBindings } from '../schema/policy.ts'
import { versionAt } from './terms.ts'

/** For whom a rulebook holds: the whole company (no id), a customer, a project or a person. */
export const SCOPES = ['company', 'customer', 'project', 'person'] as const
export type BindingScope = (typeof SCOPES)[number]

/** A rulebook for one matter of somebody, from the beginning of one day to the end of another (or for good). */
export interface NewBinding {
  policy: string
  /** '' (default): the rulebook itself. */
  variant?: string
  topic: string
  scope: BindingScope
  scopeId: string | null
  fromOn: LocalDate
  toOn?: LocalDate
}

/**
 * Binds a rulebook to somebody, for a matter and dates. Cases that run keep the terms they began under. Refuses a second
 * rulebook for the same matter and time: which of the two holds would be anybody's guess. To the company several may be
 * bound, each for what it states, but none twice. @throws Refusal
 */
export async function bind(tx: Tx, { policy, variant = '', topic, scope, scopeId, fromOn, toOn }: NewBinding) {
  const found = policies.find((one) => one.id === policy)
  if (!found) return refuse('policy.unknown', { field: 'policy' })
  if (!found.topics.includes(topic))
    refuse('policy.wrongTopic', { field: 'topic', params: { topics: topicsOf(found.topics) } })
  const fromAt = atTime(fromOn, '00:00')
  const toAt = toOn === undefined ? null : atTime(addDays(toOn, 1), '00:00')
  if (toAt !== null && toAt <= fromAt) refuse('input.period', { field: 'toOn' })
  if (!(await versionAt(tx, policy, variant, fromAt))) refuse('policy.unknown', { field: 'variant' })
  const sample = await sampleOf(tx, scope, scopeId)
  const [other] = await tx
    .select({ policy: policyBindings.policy })
    .from(policyBindings)
    .where(
      and(
        ...ofScope(scope, scopeId),
        scope === 'company' ? and(eq(policyBindings.policy, policy), eq(policyBindings.variant, variant)) : undefined,
        eq(policyBindings.topic, topic),
        toAt === null ? undefined : lt(policyBindings.fromAt, toAt),
        or(isNull(policyBindings.toAt), gt(policyBindings.toAt, fromAt)),
      ),
    )
    .limit(1)
  if (other) refuse('policy.boundAlready', { field: 'policy', params: { policy: other.policy } })
  const [row] = await tx
    .insert(policyBindings)
    .values({ policy, variant, topic, scope, scopeId, fromAt, toAt, sample })
    .returning()
  return row!
}

/** The matters of a rulebook, as people call them. */
const topicsOf = (ids: readonly string[]) => {
  const named = (language: keyof Text) => ids.map((id) => topics[id]![language]).join(language === 'zh' ? '、' : ', ')
  return { zh: named('zh'), en: named('en') }
}

/** Locks whom a rulebook is to be bound to, and says which sample they belong to. @throws Refusal where there is none */
async function sampleOf(tx: Tx, scope: BindingScope, scopeId: string | null): Promise<string | null> {
  if (scope === 'company') {
    // Nobody's row to lock, so company-wide bindings take turns.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('policy.company'))`)
    return scopeId === null ? null : refuse('policy.noScopeId', { field: 'scopeId' })
  }
  const table = { customer, project, person }[scope]
  const [row] = await tx
    .select({ sample: table.sample })
    .from(table)
    .where(eq(table.id, scopeId ?? ''))
    .for('update')
  const unknown = { customer: 'customer.notFound', project: 'project.unknown', person: 'person.notFound' } as const
  return row ? row.sample : refuse(unknown[scope], { field: 'scopeId' })
}

/** A project's rulebook of resident staff: one that holds for nobody unless it is bound. @throws Refusal */
export function bindProject(
  tx: Tx,
  { projectId, ...given }: Omit<NewBinding, 'scope' | 'scopeId' | 'variant'> & { projectId: string },
) {
  if (!policies.some((one) => one.id === given.policy && one.boundTo === null))
    refuse('policy.unknown', { field: 'policy' })
  return bind(tx, { ...given, scope: 'project', scopeId: projectId })
}

/** One binding, under lock. @throws Refusal `policy.bindingUnknown` */
export async function readBinding(tx: Tx, id: string) {
  const [row] = await tx.select().from(policyBindings).where(eq(policyBindings.id, id)).for('update')
  return row ?? refuse('policy.bindingUnknown', { field: 'bindingId' })
}

/** Ends a binding with the given day. @throws Refusal */
export async function endBinding(tx: Tx, id: string, toOn: LocalDate) {
  const toAt = atTime(addDays(toOn, 1), '00:00')
  const before = await readBinding(tx, id)
  if (before.topic === 'house' && before.variant === '') refuse('policy.houseStays', { field: 'bindingId' })
  if (toAt <= before.fromAt) refuse('input.period', { field: 'toOn' })
  // An end can be brought forward; to go on longer takes a binding of its own, checked against the others.
  if (before.toAt !== null && toAt > before.toAt) refuse('input.period', { field: 'toOn' })
  const [row] = await tx.update(policyBindings).set({ toAt }).where(eq(policyBindings.id, id)).returning()
  return row!
}

interface BindingFilter {
  policy?: string
  scope?: BindingScope
  scopeId?: string
  /** Left out: of both. */
  side?: Side
}

/** What one of a side is to see: what holds for the company is the sample's as well, its own is nobody else's. */
export const boundOnSide = (side: Side) =>
  side === 'sample'
    ? or(eq(policyBindings.scope, 'company'), onSide(policyBindings.sample, side))
    : onSide(policyBindings.sample, side)

/** Bindings with those that ended, the oldest first. */
export function listBindings(db: Db | Tx, { policy, scope, scopeId, side }: BindingFilter = {}) {
  return db
    .select()
    .from(policyBindings)
    .where(
      and(
        policy ? eq(policyBindings.policy, policy) : undefined,
        scope ? eq(policyBindings.scope, scope) : undefined,
        scopeId ? eq(policyBindings.scopeId, scopeId) : undefined,
        side && boundOnSide(side),
      ),
    )
    .orderBy(asc(policyBindings.fromAt), asc(policyBindings.id))
}

const ofScope = (scope: BindingScope, scopeId: string | null) => [
  eq(policyBindings.scope, scope),
  scopeId === null ? isNull(policyBindings.scopeId) : eq(policyBindings.scopeId, scopeId),
]

/** A number or choice that a bound rulebook leaves blank, with whom it concerns. */
export interface Blank {
  policy: string
  variant: string
  key: string
  clause: string | null
  projectIds: string[]
}

/**
 * The blanks of the rulebooks that are bound at an instant. Each blocks its own rule only; somebody has to fill it in by
 * a new version. `projectIds` names the projects it concerns; empty where the whole company is bound.
 */
export async function blanks(db: Db | Tx, at: Instant): Promise<Blank[]> {
  const bound = await db
    .select()
    .from(policyBindings)
    .where(
      and(
        isNull(policyBindings.sample),
        lte(policyBindings.fromAt, at),
        or(isNull(policyBindings.toAt), gt(policyBindings.toAt, at)),
      ),
    )
    .orderBy(asc(policyBindings.policy), asc(policyBindings.variant), asc(policyBindings.id))
  const found = new Map<string, Blank>()
  for (const { policy, variant, scope, scopeId } of bound) {
    const version = await versionAt(db, policy, variant, at)
    const parameters = policies.find((one) => one.id === policy)?.parameters ?? {}
    for (const [key, parameter] of Object.entries(parameters)) {
      const value = version && key in version.values ? version.values[key] : parameter.value
      if (value !== null) continue
      const id = `${policy}/${variant}/${key}`
      const blank = found.get(id) ?? { policy, variant, key, clause: parameter.clause, projectIds: [] }
      if (scope === 'project' && scopeId && !blank.projectIds.includes(scopeId)) blank.projectIds.push(scopeId)
      found.set(id, blank)
    }
  }
  return [...found.values()]
}
