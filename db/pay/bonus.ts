import { and, asc, eq, gt, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { lastHalf, type Half } from '../../rules/pay/half.ts'
import { rankingOf, type BonusLine, type Standing } from '../../rules/pay/ranking.ts'
import type { Terms } from '../../rules/policy/parameter.ts'
import { addMonths, atTime, localDate } from '../../rules/time/local.ts'
import { openCase } from '../case/openCase.ts'
import { proceed, writeFact } from '../case/record.ts'
import type { Db, Tx } from '../client.ts'
import { termsFor } from '../policy/terms.ts'
import { assessments } from '../schema/assessment.ts'
import { bonuses } from '../schema/pay.ts'
import { person, personRegion, personRole } from '../schema/person.ts'

/**
 * Opens the bonus of the last half-year that is over (S0-A-8.1f), once; nothing where nobody was assessed in it. Every
 * process may do this at any time. Returns how many it opened.
 */
export async function openBonus(tx: Tx, procedure: Procedure, now: Instant): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('bonus', 0))`)
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

/** The staff's sheets of a half-year's months, in order. */
export function sheetsOf(tx: Db | Tx, half: Half) {
  return tx
    .select({ month: assessments.month, issuedAt: assessments.issuedAt, sheet: assessments.sheet })
    .from(assessments)
    .where(and(eq(assessments.scope, 'staff'), inArray(assessments.month, half.months)))
    .orderBy(asc(assessments.month))
}

/** The half-year's ranking by the sheets as they were issued. Throws where a number it takes is blank. */
export async function rankHalf(tx: Db | Tx, half: Half, terms: Terms): Promise<BonusLine[]> {
  return rankingOf(await standingsOf(tx, half), terms)
}

async function standingsOf(tx: Db | Tx, half: Half): Promise<Standing[]> {
  const sheets = await sheetsOf(tx, half)
  const [fromAt, untilAt] = [atTime(half.fromOn, '00:00'), atTime(addMonths(half.fromOn, 6), '00:00')]
  const held = await tx
    .select({ personId: personRole.personId, fromAt: personRole.fromAt, toAt: personRole.toAt })
    .from(personRole)
    .innerJoin(person, eq(person.id, personRole.personId))
    .where(
      and(
        eq(personRole.role, 'engineer'),
        isNull(person.sample),
        lt(personRole.fromAt, untilAt),
        or(isNull(personRole.toAt), gt(personRole.toAt, fromAt)),
      ),
    )
  const ids = [...new Set(held.map(({ personId }) => personId))].sort()
  const regions = await regionsOf(tx, ids)
  return ids.map((personId): Standing => {
    const posts = held.filter((one) => one.personId === personId)
    const months = half.months.filter((month) => {
      const first = atTime(`${month}-01`, '00:00')
      const next = atTime(addMonths(`${month}-01`, 1), '00:00')
      return posts.some((post) => post.fromAt < next && (post.toAt === null || post.toAt > first))
    })
    const own = sheets.flatMap(({ sheet }) => sheet?.people.filter((one) => one.personId === personId) ?? [])
    const scoreFen = own.reduce((sum, { totalFen }) => sum + totalFen, 0)
    // Who works in several regions belongs to the one entered first.
    return { personId, regionId: regions.get(personId)?.[0] ?? null, months: months.length, scoreFen }
  })
}

/** The regions that people work in, by the regions' ids in order. */
export async function regionsOf(tx: Db | Tx, ids: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  if (ids.length === 0) return found
  const rows = await tx
    .select()
    .from(personRegion)
    .where(inArray(personRegion.personId, [...ids]))
    .orderBy(asc(personRegion.regionId))
  for (const { personId, regionId } of rows) found.set(personId, [...(found.get(personId) ?? []), regionId])
  return found
}
