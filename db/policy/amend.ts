import { isDeepStrictEqual } from 'node:util'
import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { checkValues } from '../../rules/policy/check.ts'
import { corrected } from '../../rules/policy/corrected.ts'
import { policies } from '../../rules/policy/index.ts'
import type { Policy } from '../../rules/policy/parameter.ts'
import { refuse } from '../../rules/problem.ts'
import { enterFines } from '../accident/ledger.ts'
import { lockCases, type Case } from '../case/lock.ts'
import { recompute } from '../case/recompute.ts'
import { recomputePoints } from '../conduct/recompute.ts'
import { recomputeRatings } from '../consequence/ratings.ts'
import { cases, obligations } from '../schema/case.ts'
import { policyVersions } from '../schema/policy.ts'
import { serviceRatings } from '../schema/serviceTask.ts'
import type { Tx } from '../client.ts'
import { lastVersion, laterThan, versionAt } from './terms.ts'

/** A change of some parameters of one rulebook (or a variant of it), with its reason. */
export interface Change {
  policy: string
  variant?: string
  values: Record<string, unknown>
  reason: string
  byId: string | null
  sample?: string | null
}

const BATCH = 1_000

/** A version's values, and since when they hold. */
interface Dated {
  effectiveFromAt: Instant
  values: Record<string, unknown>
}

/**
 * Amends a rulebook: a new version from an instant not before now. Cases that run keep what they began under; those that
 * begin from that instant on take the new version. Returns its number.
 */
export async function amend(tx: Tx, change: Change & { effectiveFromAt: Instant }, now: Instant): Promise<number> {
  if (change.effectiveFromAt < now) refuse('policy.inThePast', { field: 'effectiveFromAt' })
  return addVersion(tx, change, 'amendment', change.effectiveFromAt, now)
}

/** A new version of a rulebook that states no numbers: its words changed, from an instant not before now. Returns its number. */
export async function addTextVersion(
  tx: Tx,
  change: TextChange & { effectiveFromAt: Instant },
  now: Instant,
): Promise<number> {
  if (change.effectiveFromAt < now) refuse('policy.inThePast', { field: 'effectiveFromAt' })
  await lockPolicy(tx, change.policy)
  return insertText(tx, change, 'amendment', change.effectiveFromAt, now)
}

/** Corrects a slip in the words of a rulebook that states no numbers: it holds from the day of what it corrects. Returns its number. */
export async function correctText(tx: Tx, change: TextChange, now: Instant): Promise<number> {
  await lockPolicy(tx, change.policy)
  const wrong = await versionAt(tx, change.policy, '', now)
  if (!wrong) return refuse('policy.unknown', { field: 'id' })
  return insertText(tx, change, 'erratum', wrong.effectiveFromAt, now)
}

type TextChange = Pick<Change, 'policy' | 'reason' | 'byId'>

async function insertText(
  tx: Tx,
  { policy, reason, byId }: TextChange,
  kind: string,
  effectiveFromAt: Instant,
  now: Instant,
): Promise<number> {
  const version = (await lastVersion(tx, policy, '')) + 1
  const row = { policy, version, kind, effectiveFromAt, values: {}, reason, byId, recordedAt: now }
  await tx.insert(policyVersions).values(row)
  return version
}

/**
 * Corrects a slip in the version in force: the corrected one holds from the day of the one it corrects, and reaches
 * running cases, whose due times and ladders are computed anew, and points entered under it. Returns its number and the cases to poke.
 */
export async function correct(tx: Tx, change: Change, now: Instant): Promise<{ version: number; poke: string[] }> {
  const { policy, variant = '' } = change
  await lockPolicy(tx, policy)
  const wrong = await versionAt(tx, policy, variant, now)
  if (!wrong) return refuse('policy.unknown', { field: 'id' })
  const { effectiveFromAt } = wrong
  const version = await addVersion(tx, change, 'erratum', effectiveFromAt, now)
  await recomputePoints(tx, { policy, variant, version, effectiveFromAt }, now)
  const poke: string[] = []
  for (let after = ''; ;) {
    const batch = await tx
      .select({ id: cases.id })
      .from(cases)
      .where(and(eq(cases.state, 'open'), gt(cases.id, after)))
      .orderBy(asc(cases.id))
      .limit(BATCH)
    if (batch.length === 0) return { version, poke }
    const held = await lockCases(
      tx,
      batch.map((row) => row.id),
    )
    const reached = held.flatMap((one) => {
      const terms = corrected(one.terms, { policy, variant, wrong: wrong.version, version, values: change.values })
      return terms ? [{ ...one, terms }] : []
    })
    for (const one of reached) await tx.update(cases).set({ terms: one.terms }).where(eq(cases.id, one.id))
    await citeCorrected(tx, reached, { policy, wrong: wrong.version, version })
    poke.push(...(await recompute(tx, reached, now, { stakes: true })))
    await recomputeEntries(tx, reached, now)
    after = batch.at(-1)!.id
  }
}

/** Promises that still run are owed under the corrected version. */
async function citeCorrected(
  tx: Tx,
  reached: readonly Case[],
  { policy, wrong, version }: { policy: string; wrong: number; version: number },
): Promise<void> {
  await tx
    .update(obligations)
    .set({ policyVersion: version })
    .where(
      and(
        inArray(
          obligations.caseId,
          reached.map(({ id }) => id),
        ),
        eq(obligations.policy, policy),
        eq(obligations.policyVersion, wrong),
        eq(obligations.work, 'open'),
      ),
    )
}

/** What running cases cost by other rules than a promise's: accidents by their class, tasks by what customers scored. */
async function recomputeEntries(tx: Tx, reached: readonly Case[], now: Instant): Promise<void> {
  for (const held of reached.filter(({ kind }) => kind === 'accident')) await enterFines(tx, held, now)
  const tasks = reached.filter(({ kind }) => kind === 'serviceTask').map(({ id }) => id)
  if (tasks.length === 0) return
  const rated = await tx
    .selectDistinct({ id: serviceRatings.engineerId })
    .from(serviceRatings)
    .where(inArray(serviceRatings.caseId, tasks))
    .orderBy(serviceRatings.engineerId)
  for (const { id } of rated) await recomputeRatings(tx, id, now)
}

async function addVersion(
  tx: Tx,
  change: Change,
  kind: string,
  effectiveFromAt: Instant,
  now: Instant,
): Promise<number> {
  const policy = policies.find((one) => one.id === change.policy)
  if (!policy) return refuse('policy.unknown', { field: 'id' })
  checkValues(policy, change.values)
  const { variant = '', reason, byId, sample } = change
  await lockPolicy(tx, policy.id)
  const before = await versionAt(tx, policy.id, variant, effectiveFromAt)
  const version = (await lastVersion(tx, policy.id, variant)) + 1
  const row = { policy: policy.id, variant, reason, byId, recordedAt: now, sample }
  const values = { ...before?.values, ...change.values }
  await tx.insert(policyVersions).values({ ...row, version, kind, effectiveFromAt, values })
  const later = await laterThan(tx, policy.id, variant, effectiveFromAt)
  const merged = mergedInto(later, change.values, (key) => valueIn(policy, before?.values, key))
  for (const [i, one] of merged.entries())
    await tx.insert(policyVersions).values({ ...row, ...one, version: version + 1 + i, kind: 'merged' })
  return version
}

type Values = Readonly<Record<string, unknown>>
const valueIn = (policy: Policy, values: Values | undefined, key: string) =>
  values && key in values ? values[key] : policy.parameters[key]!.value

/**
 * Versions that were published to take effect later know nothing of a change made before that: each of them that says
 * what was said before takes the change, as a version in its place, and what it says itself it keeps.
 */
function mergedInto(later: readonly Dated[], changed: Values, was: (key: string) => unknown): Dated[] {
  const before: Record<string, unknown> = Object.fromEntries(Object.keys(changed).map((key) => [key, was(key)]))
  return later.flatMap(({ effectiveFromAt, values }) => {
    const own = Object.keys(before).filter((key) => key in values && !isDeepStrictEqual(values[key], before[key]))
    for (const key of own) delete before[key]
    const taken = Object.fromEntries(Object.keys(before).map((key) => [key, changed[key]]))
    return Object.keys(taken).length === 0 ? [] : [{ effectiveFromAt, values: { ...values, ...taken } }]
  })
}

/** Versions of one rulebook are made one after the other. */
async function lockPolicy(tx: Tx, policy: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`policy:${policy}`}, 0))`)
}
