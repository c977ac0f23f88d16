import { asc, eq, isNotNull } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { halfNamed } from '../../rules/pay/half.ts'
import { bonusBlanks, bonusTermsOf, type BonusLine } from '../../rules/pay/ranking.ts'
import { changesOf, regionsIn, standingLines, type BonusChange } from '../../rules/pay/rerank.ts'
import { withErrata, type CitedVersion } from '../../rules/policy/corrected.ts'
import type { Terms } from '../../rules/policy/parameter.ts'
import type { Db, Tx } from '../client.ts'
import { notify } from '../notification/notify.ts'
import { resolveRole } from '../person/resolve.ts'
import { versionsBehind } from '../policy/errata.ts'
import { cases } from '../schema/case.ts'
import { bonusChanges, bonuses } from '../schema/pay.ts'
import { lockBonuses, rankHalf } from './bonus.ts'

/**
 * Ranks every approved bonus anew and enters where it differs from what stands (S0-A-8.1f): a late event, a correction, a
 * waiver or an appeal that reaches into its half-year, or an erratum of base, coefficients, tiers or how it ranks. What was
 * approved stays as it was; a place is taken back and entered anew, the difference goes with the pay of the month it is
 * recorded in. It looks at what is, not at what was marked, so nothing is ever missed. Returns how many places changed. A
 * background duty.
 */
export async function rerankBonuses(db: Db, now: Instant): Promise<number> {
  const approved = await db
    .select({ caseId: bonuses.caseId })
    .from(bonuses)
    .where(isNotNull(bonuses.approvedAt))
    .orderBy(asc(bonuses.half))
  let changed = 0
  for (const { caseId } of approved) changed += await db.transaction((tx) => rerank(tx, caseId, now))
  return changed
}

/** First what the past has changed, under what the bonus was computed with; then what errata change, which say so. */
async function rerank(tx: Tx, caseId: string, now: Instant): Promise<number> {
  await lockBonuses(tx)
  const [row] = await tx
    .select({ half: bonuses.half, lines: bonuses.lines, terms: cases.terms, sample: cases.sample })
    .from(bonuses)
    .innerJoin(cases, eq(cases.id, bonuses.caseId))
    .where(eq(bonuses.caseId, caseId))
  const bonus = { ...row!, caseId, lines: row!.lines! }
  // An erratum of anything else is no reason for a difference in a bonus.
  const began = bonusTermsOf(bonus.terms)
  const versions = await versionsBehind(tx, began)
  const reached = (await changesIn(tx, caseId)).flatMap((change) => change.errata ?? [])
  const isKnown = (one: CitedVersion) => reached.some((other) => isOf(one, other) && one.version <= other.version)
  const known = withErrata(
    began,
    versions.filter((one) => one.kind !== 'erratum' || isKnown(one)),
  )
  const past = await enter(tx, bonus, known.terms, null, now)
  const { terms, errata } = withErrata(began, versions)
  const fresh = errata.filter((one) => !isKnown(one))
  return fresh.length === 0 ? past : past + (await enter(tx, bonus, terms, fresh, now))
}

const isOf = (a: CitedVersion, b: CitedVersion) => a.policy === b.policy && a.variant === b.variant

interface Approved {
  caseId: string
  half: string
  lines: readonly BonusLine[]
  sample: string | null
}

/** Enters where the ranking under some terms differs from what stands, and tells whom it concerns. */
async function enter(
  tx: Tx,
  { caseId, half, lines, sample }: Approved,
  terms: Terms,
  errata: CitedVersion[] | null,
  now: Instant,
): Promise<number> {
  // A number emptied by an erratum takes nothing back: nobody knows yet what is right.
  if (bonusBlanks(terms).length > 0) return 0
  const earlier = await changesIn(tx, caseId)
  const standing = standingLines(lines, earlier)
  const ranked = await rankHalf(tx, halfNamed(half), terms, regionsIn([...lines, ...standing]))
  const changes = changesOf(standing, ranked)
  if (changes.length === 0) return 0
  const revision = (earlier.at(-1)?.revision ?? 0) + 1
  await tx.insert(bonusChanges).values(changes.map((one) => ({ ...one, caseId, revision, errata, recordedAt: now })))
  const inMoney = changes.filter(({ amountFen }) => amountFen !== 0)
  await tell(tx, { caseId, half, sample, revision, changes: inMoney, cause: errata ? 'erratum' : 'past' }, now)
  return changes.length
}

interface Reranked {
  caseId: string
  half: string
  sample: string | null
  revision: number
  /** Those that make a difference in money. */
  changes: readonly BonusChange[]
  cause: 'past' | 'erratum'
}

/** Everybody whose bonus comes out otherwise, who proposes bonuses and who approved it. */
async function tell(tx: Tx, { caseId, half, sample, revision, changes, cause }: Reranked, now: Instant): Promise<void> {
  if (changes.length === 0) return
  const totalFen = changes.reduce((sum, { amountFen }) => sum + amountFen, 0)
  const deciders = new Set<string>()
  for (const role of ['companyGm', 'serviceSupervisor'] as const)
    for (const id of (await resolveRole(tx, { role, at: now, sample })).personIds) deciders.add(id)
  const theirs = changes.map(({ personId, amountFen }) => ({
    key: `bonus:${caseId}:changed:${revision}`,
    personId,
    template: 'pay.bonusChanged' as const,
    params: { half, amountFen, cause },
    caseId,
  }))
  const whole = [...deciders].map((personId) => ({
    key: `bonus:${caseId}:reranked:${revision}`,
    personId,
    template: 'pay.bonusReranked' as const,
    params: { half, people: changes.length, amountFen: totalFen, cause },
    caseId,
  }))
  await notify(tx, [...theirs, ...whole], now)
}

/** What was changed in a bonus since its approval, oldest first. */
export function changesIn(tx: Db | Tx, caseId: string) {
  return tx
    .select()
    .from(bonusChanges)
    .where(eq(bonusChanges.caseId, caseId))
    .orderBy(asc(bonusChanges.revision), asc(bonusChanges.personId))
}
