import { asc, eq, isNotNull } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import type { BonusLine } from '../../rules/pay/ranking.ts'
import { changesOf, standingLines, type BonusChange } from '../../rules/pay/rerank.ts'
import type { Db, Tx } from '../client.ts'
import { notify } from '../notification/notify.ts'
import { resolveRole } from '../person/resolve.ts'
import { cases } from '../schema/case.ts'
import { bonusChanges, bonuses } from '../schema/pay.ts'
import { lockBonuses, rankHalf } from './bonus.ts'
import { halfNamed } from './decide.ts'

/**
 * Ranks every approved bonus anew and enters where it differs from what stands (S0-A-8.1f): a late event, a correction, a
 * waiver or an appeal that reaches into its half-year. What was approved stays as it was; a place is taken back and entered
 * anew, the difference goes with the pay of the month it is recorded in. It looks at what is, not at what was marked, so
 * nothing is ever missed. Returns how many places changed. A background duty.
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

async function rerank(tx: Tx, caseId: string, now: Instant): Promise<number> {
  await lockBonuses(tx)
  const [row] = await tx
    .select({ half: bonuses.half, lines: bonuses.lines, terms: cases.terms, sample: cases.sample })
    .from(bonuses)
    .innerJoin(cases, eq(cases.id, bonuses.caseId))
    .where(eq(bonuses.caseId, caseId))
  const { half, lines, terms, sample } = row!
  const earlier = await changesIn(tx, caseId)
  const standing = standingLines(lines!, earlier)
  const ranked = await rankHalf(tx, halfNamed(half), terms, regionsIn([...lines!, ...standing]))
  const changes = changesOf(standing, ranked)
  if (changes.length === 0) return 0
  const revision = (earlier.at(-1)?.revision ?? 0) + 1
  await tx.insert(bonusChanges).values(changes.map((one) => ({ ...one, caseId, revision, recordedAt: now })))
  await tell(tx, { caseId, half, sample, revision, changes: changes.filter(({ amountFen }) => amountFen !== 0) }, now)
  return changes.length
}

interface Reranked {
  caseId: string
  half: string
  sample: string | null
  revision: number
  /** Those that make a difference in money. */
  changes: readonly BonusChange[]
}

/** Everybody whose bonus comes out otherwise, who proposes bonuses and who approved it. */
async function tell(tx: Tx, { caseId, half, sample, revision, changes }: Reranked, now: Instant): Promise<void> {
  if (changes.length === 0) return
  const totalFen = changes.reduce((sum, { amountFen }) => sum + amountFen, 0)
  const deciders = new Set<string>()
  for (const role of ['companyGm', 'serviceSupervisor'] as const)
    for (const id of (await resolveRole(tx, { role, at: now, sample })).personIds) deciders.add(id)
  const theirs = changes.map(({ personId, amountFen }) => ({
    key: `bonus:${caseId}:changed:${revision}`,
    personId,
    template: 'pay.bonusChanged' as const,
    params: { half, amountFen },
    caseId,
  }))
  const whole = [...deciders].map((personId) => ({
    key: `bonus:${caseId}:reranked:${revision}`,
    personId,
    template: 'pay.bonusReranked' as const,
    params: { half, people: changes.length, amountFen: totalFen },
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

const regionsIn = (lines: readonly BonusLine[]) =>
  new Map(lines.flatMap((line) => (line.kind === 'ranked' ? [[line.personId, line.regionId] as const] : [])))
