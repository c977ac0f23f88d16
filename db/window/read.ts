import { and, desc, eq, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import type { Db } from '../client.ts'
import { inScope, type Reading } from '../case/read.ts'
import { cases } from '../schema/case.ts'
import { consequences } from '../schema/consequence.ts'
import { recommendations } from '../schema/window.ts'

export interface RecommendationFilter {
  scope: Reading
  personId?: string
  /** That one only. */
  caseId?: string
  /** Only those that wait for the general manager. */
  waiting?: boolean
  after?: readonly [Instant, string]
  limit: number
}

/** Recommendations, the newest first, each with the ledger entry it stands in. */
export function listRecommendations(db: Db, { scope, personId, caseId, waiting, after, limit }: RecommendationFilter) {
  return db
    .select({
      caseId: recommendations.caseId,
      state: cases.state,
      personId: recommendations.personId,
      action: recommendations.action,
      grounded: recommendations.grounded,
      decision: recommendations.decision,
      recordedAt: consequences.recordedAt,
      entry: consequences,
    })
    .from(recommendations)
    .innerJoin(cases, eq(cases.id, recommendations.caseId))
    .innerJoin(consequences, eq(consequences.id, recommendations.consequenceId))
    .where(
      and(
        inScope(scope),
        personId === undefined ? undefined : eq(recommendations.personId, personId),
        caseId === undefined ? undefined : eq(recommendations.caseId, caseId),
        waiting ? eq(cases.state, 'open') : undefined,
        after &&
          sql`(${consequences.recordedAt}, ${recommendations.caseId}) < (${new Date(after[0]).toISOString()}::timestamptz, ${after[1]})`,
      ),
    )
    .orderBy(desc(consequences.recordedAt), desc(recommendations.caseId))
    .limit(limit)
}
