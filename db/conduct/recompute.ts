import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { costOf, countsConduct, isCosted, type ConductCost, type ConductItemId } from '../../rules/conduct/items.ts'
import type { Instant } from '../../rules/instant.ts'
import { policyOf } from '../../rules/policy/index.ts'
import type { Terms } from '../../rules/policy/parameter.ts'
import { lockCases } from '../case/lock.ts'
import type { Tx } from '../client.ts'
import { announce } from '../consequence/announce.ts'
import { enterAbout, entriesAbout, type Entry } from '../consequence/enter.ts'
import { personTerms } from '../evaluation/terms.ts'
import { facts } from '../schema/case.ts'
import { consequences } from '../schema/consequence.ts'
import { policyVersions } from '../schema/policy.ts'

/** Why points were taken back: a slip in the rulebook was corrected. */
const ERRATUM = 'conductErratum'

/** The version that corrects a slip, and since when it holds: those it corrects hold from the same instant. */
export interface Corrected {
  policy: string
  variant: string
  version: number
  effectiveFromAt: Instant
}

/**
 * Has points that were entered under a version with a slip follow the corrected one: each is taken back, with the reason,
 * and entered anew as it costs now, or not at all where that is nothing. Entered again, too, is what an earlier slip had
 * taken back. What people decided about (a waiver, a reduction, a mistake taken back) stays as they decided.
 */
export async function recomputePoints(tx: Tx, corrected: Corrected, now: Instant): Promise<void> {
  const { policy, variant, effectiveFromAt } = corrected
  const chain = await tx
    .select({ version: policyVersions.version, values: policyVersions.values })
    .from(policyVersions)
    .where(
      and(
        eq(policyVersions.policy, policy),
        eq(policyVersions.variant, variant),
        eq(policyVersions.effectiveFromAt, effectiveFromAt),
      ),
    )
  const own = termsOf(corrected, chain.find(({ version }) => version === corrected.version)!.values)
  if (!countsConduct(own)) return
  const versions = chain.map(({ version }) => version)
  const points = and(
    eq(consequences.kind, 'points'),
    isNull(consequences.aboutId),
    eq(consequences.policy, policy),
    inArray(consequences.policyVersion, versions),
  )
  const concerned = await tx.selectDistinct({ caseId: consequences.caseId }).from(consequences).where(points)
  await lockCases(
    tx,
    concerned.map(({ caseId }) => caseId),
  )
  const entries = await tx.select().from(consequences).where(points).orderBy(asc(consequences.id))
  const about = await entriesAbout(
    tx,
    entries.map(({ id }) => id),
  )
  const byFact = new Map<string, Entry[]>()
  for (const entry of entries) {
    const id = entry.evidenceIds[0]!
    byFact.set(id, [...(byFact.get(id) ?? []), entry])
  }
  const said = await tx
    .select()
    .from(facts)
    .where(inArray(facts.id, [...byFact.keys()]))
  for (const { id, data, occurredAt } of said) {
    const made = byFact.get(id)!
    const last = made.at(-1)!
    const [decided] = about.get(last.id)!.filter(({ kind }) => ['reversal', 'waiver', 'reduction'].includes(kind))
    if (decided && decided.arithmetic.rule !== ERRATUM) continue
    // Where somebody's project has a variant of its own, this version says nothing of them.
    const theirs = await personTerms(tx, 'conduct', last.personId!, occurredAt)
    if (countsConduct(theirs) && theirs['conduct.late']!.variant !== variant) continue
    const { item, minutes } = data as { item: ConductItemId; minutes?: number }
    const cost = isCosted(own, item, minutes) ? costOf(own, item, minutes) : undefined
    await follow(tx, { last, stands: !decided, times: made.length, minutes, cost }, now)
  }
}

interface Following {
  last: Entry
  stands: boolean
  /** How often the event was entered. */
  times: number
  minutes?: number
  /** Undefined: nothing. */
  cost?: ConductCost
}

async function follow(tx: Tx, { last, stands, times, minutes, cost }: Following, now: Instant): Promise<void> {
  const was = Number(last.arithmetic.points)
  if (stands && cost?.points === was && cost.cited.clause === last.clause) return
  if (stands) {
    const arithmetic = { rule: ERRATUM, was, points: cost?.points ?? null }
    await enterAbout(tx, last, { kind: 'reversal', arithmetic }, now)
  }
  if (!cost) return
  const { personId, caseId, occurredAt, byId, evidenceIds, sample } = last
  const key = `conduct:${evidenceIds[0]}#${times}`
  const arithmetic = { rule: 'conduct', item: cost.cited.clause, points: cost.points, minutes }
  const row = { key, kind: 'points', personId, caseId, ...cost.cited, occurredAt, recordedAt: now, byId }
  await tx.insert(consequences).values({ ...row, arithmetic, evidenceIds, sample })
  await announce(tx, [key], now)
}

/** What the corrected version says, whoever it holds for: also for those who have left the project since. */
function termsOf({ policy, variant, version }: Corrected, values: Readonly<Record<string, unknown>>): Terms {
  const entries = Object.entries(policyOf(policy).parameters).map(([key, { clause, value }]) => {
    return [key, { value: key in values ? values[key] : value, clause, policy, variant, version }] as const
  })
  return Object.fromEntries(entries)
}
