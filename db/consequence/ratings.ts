import { and, eq, like, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { ASPECTS, ratingEntries, type Aspect, type Evaluation, type Grade } from '../../rules/serviceTask/ratings.ts'
import type { Tx } from '../client.ts'
import { standingRecords } from '../record/read.ts'
import { cases } from '../schema/case.ts'
import { consequences } from '../schema/consequence.ts'
import { serviceRatings } from '../schema/serviceTask.ts'
import { markWindows } from '../window/mark.ts'
import { reconcile } from './reconcile.ts'

/**
 * Makes the ledger say what an engineer's ratings as they are known now call for: entries it lacks, and reversals of
 * those that no longer follow (a rating that arrived late or was corrected moves the row of fair ones). Call it after
 * every change of the engineer's ratings; two at once for one engineer wait for each other. The case is locked before.
 */
export async function recomputeRatings(tx: Tx, engineerId: string, now: Instant): Promise<void> {
  await tx.execute(sql`select 1 from person where id = ${engineerId} for no key update`)
  const evaluations = await evaluationsOf(tx, engineerId)
  const desired = ratingEntries(evaluations).map((entry) => ({
    ...entry,
    kind: 'fine',
    personId: engineerId,
  }))
  const theirs = and(eq(consequences.personId, engineerId), like(consequences.key, 'rating:%'))
  const known = evaluations.map(({ id }) => id)
  await reconcile(tx, theirs, desired, { rule: 'rating' }, known, now)
  await markWindows(tx, [engineerId])
}

/** What an engineer's customers scored and signed, superseded records left out; and rows taken over. */
export async function evaluationsOf(tx: Tx, engineerId: string): Promise<Evaluation[]> {
  const rows = await tx
    .select({ rating: serviceRatings, terms: cases.terms })
    .from(serviceRatings)
    .innerJoin(cases, eq(cases.id, serviceRatings.caseId))
    .where(and(eq(serviceRatings.engineerId, engineerId), eq(serviceRatings.superseded, false)))
  const opening = (await standingRecords(tx, engineerId))
    .filter(({ kind }) => kind === 'openingFairRow')
    .map(({ id, caseId, occurredAt: signedAt, data }): Evaluation => {
      return { id, caseId, signedAt, scores: null, terms: {}, opening: Number(data.count) }
    })
  const scored = rows.map(({ rating, terms }) => ({
    id: rating.factId,
    caseId: rating.caseId,
    signedAt: rating.signedAt,
    terms,
    scores:
      rating.attitude === null
        ? null
        : (Object.fromEntries(ASPECTS.map((aspect) => [aspect, rating[aspect]])) as Record<Aspect, Grade>),
  }))
  return [...opening, ...scored]
}
