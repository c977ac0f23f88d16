import { and, desc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import type { Policy, Terms } from '../../rules/policy/parameter.ts'
import { policies } from '../../rules/policy/index.ts'
import { rulebooks } from '../../rules/rulebook/rulebooks.ts'
import { combine, type Bound } from '../../rules/policy/combine.ts'
import { policyBindings, policyVersions } from '../schema/policy.ts'
import type { Db, Tx } from '../client.ts'

/** Whom a case is about: bindings are looked up for each of these that is given. */
export interface Subject {
  topic: string
  at: Instant
  personId?: string
  projectId?: string
  customerId?: string
}

/**
 * Brings the rulebooks of the code into Postgres as their first versions, those without numbers too, and binds each with
 * numbers to the company for its topics.
 */
export async function seedPolicies(db: Db | Tx): Promise<void> {
  for (const { id } of rulebooks) {
    const policy = policies.find((one) => one.id === id)
    const values = Object.fromEntries(
      Object.entries(policy?.parameters ?? {}).map(([key, parameter]) => [key, parameter.value]),
    )
    await db
      .insert(policyVersions)
      .values({ policy: id, version: 1, kind: 'base', effectiveFromAt: 0, values, reason: 'first version' })
      .onConflictDoNothing()
    if (policy?.boundTo === 'company') await bindToCompany(db, policy)
  }
}

/** Binds a rulebook for the topics it was never bound for: a topic that a release adds holds like the others. */
async function bindToCompany(db: Db | Tx, { id, topics }: Policy): Promise<void> {
  const bound = await db
    .select({ topic: policyBindings.topic })
    .from(policyBindings)
    .where(and(eq(policyBindings.policy, id), eq(policyBindings.variant, ''), eq(policyBindings.scope, 'company')))
  for (const topic of topics)
    if (!bound.some((one) => one.topic === topic))
      await db.insert(policyBindings).values({ policy: id, topic, scope: 'company', fromAt: 0 })
}

/**
 * The parameters a case that begins at `at` runs under: every policy bound for the topic to its person, project,
 * customer or the company, each in its version of that moment, combined as each parameter says; and the house rules.
 */
export async function termsFor(tx: Db | Tx, subject: Subject): Promise<Terms> {
  const { policy, variant, version } = policyVersions
  const bound = await tx
    .selectDistinctOn([policyBindings.id], {
      policy,
      variant,
      version,
      values: policyVersions.values,
      scope: sql<Bound['scope']>`${policyBindings.scope}`,
    })
    .from(policyBindings)
    .innerJoin(
      policyVersions,
      and(
        eq(policy, policyBindings.policy),
        eq(variant, policyBindings.variant),
        lte(policyVersions.effectiveFromAt, subject.at),
      ),
    )
    .where(
      and(
        or(eq(policyBindings.topic, subject.topic), eq(policyBindings.topic, 'house')),
        lte(policyBindings.fromAt, subject.at),
        or(isNull(policyBindings.toAt), gt(policyBindings.toAt, subject.at)),
        or(
          eq(policyBindings.scope, 'company'),
          ...(['person', 'project', 'customer'] as const).map((scope) =>
            and(eq(policyBindings.scope, scope), eq(policyBindings.scopeId, subject[`${scope}Id`] ?? '')),
          ),
        ),
      ),
    )
    .orderBy(policyBindings.id, desc(policyVersions.effectiveFromAt), desc(version))
  return combine(bound)
}

/** The newest version in force at an instant. An erratum counts from the day of the version it corrects. */
export async function versionAt(tx: Db | Tx, policy: string, variant: string, at: Instant) {
  const [row] = await tx
    .select({
      version: policyVersions.version,
      values: policyVersions.values,
      effectiveFromAt: policyVersions.effectiveFromAt,
    })
    .from(policyVersions)
    .where(
      and(
        eq(policyVersions.policy, policy),
        eq(policyVersions.variant, variant),
        lte(policyVersions.effectiveFromAt, at),
      ),
    )
    .orderBy(desc(policyVersions.effectiveFromAt), desc(policyVersions.version))
    .limit(1)
  return row
}

/** What holds from later instants on, by versions published already: the newest of each instant, the earliest first. */
export function laterThan(tx: Db | Tx, policy: string, variant: string, at: Instant) {
  const { effectiveFromAt, version, values } = policyVersions
  return tx
    .selectDistinctOn([effectiveFromAt], { effectiveFromAt, values })
    .from(policyVersions)
    .where(and(eq(policyVersions.policy, policy), eq(policyVersions.variant, variant), gt(effectiveFromAt, at)))
    .orderBy(effectiveFromAt, desc(version))
}

/** The highest version number of a policy's variant; 0 where it has none. */
export async function lastVersion(tx: Db | Tx, policy: string, variant: string): Promise<number> {
  const [row] = await tx
    .select({ version: sql<number>`coalesce(max(${policyVersions.version}), 0)::int` })
    .from(policyVersions)
    .where(and(eq(policyVersions.policy, policy), eq(policyVersions.variant, variant)))
  return row!.version
}
