import { and, asc, eq, gte, inArray, isNull, lt, sql } from 'drizzle-orm'
import type { Counts } from '../../rules/assessment/lines.ts'
import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { lastHalf, type Half } from '../../rules/pay/half.ts'
import { rankingOf, type RankedLine, type Standing } from '../../rules/pay/ranking.ts'
import { scoreOf, type ScoredEntry } from '../../rules/pay/score.ts'
import { settingOf, type Terms } from '../../rules/policy/parameter.ts'
import { addMonths, atTime, localDate } from '../../rules/time/local.ts'
import { openCase } from '../case/openCase.ts'
import { proceed, writeFact } from '../case/record.ts'
import type { Db, Tx } from '../client.ts'
import { entriesAbout } from '../consequence/enter.ts'
import { termsFor } from '../policy/terms.ts'
import { roleHoldsWithin } from '../person/grantsAt.ts'
import { regionsOn } from '../person/regionsOn.ts'
import { assessments } from '../schema/assessment.ts'
import { consequences } from '../schema/consequence.ts'
import { bonuses } from '../schema/pay.ts'
import { person, personRole } from '../schema/person.ts'

/**
 * Opens the bonus of the last half-year that is over (S0-A-8.1f), once; nothing where nobody was assessed in it. Every
 * process may do this at any time. Returns how many it opened.
 */
export async function openBonus(tx: Tx, procedure: Procedure, now: Instant): Promise<number> {
  await lockBonuses(tx)
  const half = lastHalf(localDate(now))
  const [standing] = await tx.select().from(bonuses).where(eq(bonuses.half, half.key))
  if (standing || (await sheetsOf(tx, half)).length === 0) return 0
  const startedAt = atTime(addMonths(half.fromOn, 6), '00:00')
  const terms = await termsFor(tx, { topic: 'discipline', at: startedAt })
  if (!terms['pay.bonusBase']) return 0
  const held = await openCase(tx, { kind: 'bonus', startedAt, terms })
  await tx.insert(bonuses).values({ caseId: held.id, half: half.key })
  await writeFact(tx, held.id, { kind: 'opened', occurredAt: startedAt, data: { half: half.key } }, now)
  await proceed(tx, procedure, held, now)
  return 1
}

/** Bonuses are opened and ranked anew one after the other. */
export async function lockBonuses(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('bonus', 0))`)
}

/** The staff's sheets of a half-year's months, in order. */
export function sheetsOf(tx: Db | Tx, half: Half) {
  return tx
    .select({ month: assessments.month, issuedAt: assessments.issuedAt })
    .from(assessments)
    .where(and(eq(assessments.scope, 'staff'), inArray(assessments.month, half.months)))
    .orderBy(asc(assessments.month))
}

/**
 * The half-year's ranking by the ledger as it stands: what happened in it, with everything done about that since
 * (S0-A-8.1f), everybody in the region in which the half-year's end found them (house rule). `regionOf` says where somebody
 * belongs who was ranked before: a move changes no ranking of the past. Throws where a number it takes is blank.
 */
export async function rankHalf(
  tx: Db | Tx,
  half: Half,
  terms: Terms,
  regionOf: ReadonlyMap<string, string | null> = new Map(),
): Promise<RankedLine[]> {
  return rankingOf(await standingsOf(tx, half, settingOf<Counts>(terms, 'assessment.counts'), regionOf), terms)
}

async function standingsOf(
  tx: Db | Tx,
  half: Half,
  counts: Counts,
  regionOf: ReadonlyMap<string, string | null>,
): Promise<Standing[]> {
  const [fromAt, untilAt] = [atTime(half.fromOn, '00:00'), atTime(addMonths(half.fromOn, 6), '00:00')]
  const held = await tx
    .select({ personId: personRole.personId, fromAt: personRole.fromAt, toAt: personRole.toAt })
    .from(personRole)
    .innerJoin(person, eq(person.id, personRole.personId))
    .where(and(eq(personRole.role, 'engineer'), isNull(person.sample), roleHoldsWithin(fromAt, untilAt, personRole)))
  const ids = [...new Set(held.map(({ personId }) => personId))].sort()
  const regions = await regionsOn(tx, ids, untilAt - 1)
  const entries = await entriesOf(tx, ids, fromAt, untilAt)
  return ids.map((personId): Standing => {
    const posts = held.filter((one) => one.personId === personId)
    const months = half.months.filter((month) => {
      const first = atTime(`${month}-01`, '00:00')
      const next = atTime(addMonths(`${month}-01`, 1), '00:00')
      return posts.some((post) => post.fromAt < next && (post.toAt === null || post.toAt > first))
    })
    const scoreFen = scoreOf(entries.get(personId) ?? [], posts, { fromAt, untilAt, counts })
    // Who works in several regions belongs to the one entered first.
    const regionId = regionOf.has(personId) ? regionOf.get(personId)! : (regions.get(personId)?.[0] ?? null)
    return { personId, regionId, months: months.length, scoreFen }
  })
}

/** The entries of the ledger of what happened to people in a time, each with what was done about it. */
async function entriesOf(tx: Db | Tx, ids: readonly string[], fromAt: Instant, untilAt: Instant) {
  const found = new Map<string, ScoredEntry[]>()
  if (ids.length === 0) return found
  const rows = await tx
    .select()
    .from(consequences)
    .where(
      and(
        inArray(consequences.personId, [...ids]),
        isNull(consequences.aboutId),
        isNull(consequences.sample),
        gte(consequences.occurredAt, fromAt),
        lt(consequences.occurredAt, untilAt),
      ),
    )
  const about = await entriesAbout(
    tx,
    rows.map(({ id }) => id),
  )
  for (const row of rows)
    found.set(row.personId!, [...(found.get(row.personId!) ?? []), { ...row, about: about.get(row.id)! }])
  return found
}
