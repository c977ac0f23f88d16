import { desc, eq, lt, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { halfNamed, type Half } from '../../rules/pay/half.ts'
import { bonusBlanks, type BonusLine } from '../../rules/pay/ranking.ts'
import { explainChange } from '../../rules/pay/rerank.ts'
import { refuse } from '../../rules/problem.ts'
import { addMonths, atTime } from '../../rules/time/local.ts'
import type { Db } from '../client.ts'
import { cases } from '../schema/case.ts'
import { bonuses } from '../schema/pay.ts'
import { rankHalf, sheetsOf } from './bonus.ts'
import { bonusTerms, placesMoved } from './bonusTerms.ts'
import { changesIn } from './rerank.ts'

const columns = {
  id: bonuses.caseId,
  half: bonuses.half,
  state: cases.state,
  terms: cases.terms,
  lines: bonuses.lines,
  proposedAt: bonuses.proposedAt,
  proposedById: bonuses.proposedById,
  approvedAt: bonuses.approvedAt,
}

/** The bonuses, the newest first. */
export function listBonuses(db: Db, { after, limit }: { after?: string; limit: number }) {
  return db
    .select(columns)
    .from(bonuses)
    .innerJoin(cases, eq(cases.id, bonuses.caseId))
    .where(after === undefined ? undefined : lt(bonuses.caseId, after))
    .orderBy(desc(bonuses.caseId))
    .limit(limit)
}

/** Somebody from outside a region who served it in a half-year, and how often: whom the bonus may be adjusted for. */
export interface Helper {
  personId: string
  regionId: string
  tasks: number
}

/**
 * One bonus: as proposed, or as the ledger gives it now; what is blank or not issued yet stands in its way, and so do
 * places that moved since it was proposed; and what was changed in it since its approval.
 */
export async function readBonus(db: Db, caseId: string, now: Instant) {
  const [row] = await db
    .select(columns)
    .from(bonuses)
    .innerJoin(cases, eq(cases.id, bonuses.caseId))
    .where(eq(bonuses.caseId, caseId))
  if (!row) return refuse('pay.unknown', { field: 'id' })
  const half = halfNamed(row.half)
  const terms = row.approvedAt ? row.terms : await bonusTerms(db, row.terms, now)
  const blanks = bonusBlanks(terms)
  const sheetsOpen = (await sheetsOf(db, half)).filter(({ issuedAt }) => issuedAt === null).map(({ month }) => month)
  const lines: BonusLine[] = row.lines ?? (blanks.length > 0 ? [] : await rankHalf(db, half, terms))
  const changes = (await changesIn(db, caseId)).map((one) => ({ ...one, because: explainChange(row.half, one) }))
  const waits = row.lines !== null && row.approvedAt === null && blanks.length === 0
  const moved = waits ? await placesMoved(db, half, lines, terms) : 0
  return { ...row, lines, changes, blanks, moved, sheetsOpen, helpers: await helpersOf(db, half) }
}

async function helpersOf(db: Db, { fromOn }: Half): Promise<Helper[]> {
  const iso = (at: Instant) => new Date(at).toISOString()
  const [fromAt, untilAt] = [atTime(fromOn, '00:00'), atTime(addMonths(fromOn, 6), '00:00')]
  const rows = await db.execute<{ person_id: string; region_id: string; tasks: number }>(sql`
    select t.engineer_id as person_id, k.region_id, count(distinct k.id)::int as tasks
    from service_task t join "case" k on k.id = t.case_id
      join obligation o on o.case_id = k.id and o.promise = 'complete' and o.work = 'done'
    where k.sample is null and k.region_id is not null and t.engineer_id is not null
      and o.settled_at >= ${iso(fromAt)}::timestamptz and o.settled_at < ${iso(untilAt)}::timestamptz
      and not exists (select from person_region r where r.person_id = t.engineer_id and r.region_id = k.region_id)
    group by 1, 2 order by 3 desc, 1, 2`)
  return rows.map(({ person_id: personId, region_id: regionId, tasks }) => ({ personId, regionId, tasks }))
}
