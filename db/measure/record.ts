import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Standing } from '../../rules/measure/ladder.ts'
import { tally, type MeritRecord } from '../../rules/measure/record.ts'
import type { Db, Tx } from '../client.ts'
import { entriesOf } from '../evaluation/basis.ts'
import { evaluations, measures } from '../schema/evaluation.ts'

/** As many results of evaluations as a decision looks back on. */
const RESULTS = 8

/** The measures of somebody that were approved and whose entry stands: not waived, not reversed. */
export async function standingMeasures(db: Db | Tx, personId: string): Promise<Standing[]> {
  return db
    .select({ measure: measures.measure, at: sql<number>`${measures.decidedAt}`.mapWith(measures.decidedAt) })
    .from(measures)
    .where(
      and(
        eq(measures.personId, personId),
        eq(measures.approved, true),
        sql`not exists (select from consequence taken where taken.about_id = ${measures.consequenceId}
          and taken.kind in ('reversal', 'waiver'))`,
      ),
    )
    .orderBy(measures.decidedAt, measures.caseId)
}

/** What is known of somebody for decisions on promotion, pay and reward (S3-7.3). */
export async function meritRecord(db: Db | Tx, personId: string): Promise<MeritRecord> {
  const results = await db
    .select({ programme: evaluations.programme, toOn: evaluations.toOn, result: evaluations.result })
    .from(evaluations)
    .where(and(eq(evaluations.personId, personId), isNotNull(evaluations.assessedAt)))
    .orderBy(desc(evaluations.toOn), desc(evaluations.caseId))
    .limit(RESULTS)
  return {
    ...tally(await entriesOf(db, personId)),
    measures: await standingMeasures(db, personId),
    evaluations: results.map(({ programme, toOn, result }) => {
      const { grade, total } = result!
      return { programme, toOn, grade, total }
    }),
  }
}
