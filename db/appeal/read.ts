import { and, desc, eq, isNull, or, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import type { Scope } from '../../rules/permissions.ts'
import { inScope } from '../case/read.ts'
import type { Db } from '../client.ts'
import { appeals } from '../schema/appeal.ts'
import { cases } from '../schema/case.ts'
import { consequences } from '../schema/consequence.ts'

/** What is shown of an appeal: its reasons, how it stands, and the entry it is about. */
const columns = {
  appeal: appeals,
  state: cases.state,
  amountFen: consequences.amountFen,
  clause: consequences.clause,
}

export interface AppealFilter {
  /** Their own appeals are always among them. */
  personId: string
  /** The regions whose appeals of others they may see. */
  scope: Scope
  open?: boolean
  after?: readonly [Instant, string]
  limit: number
}

/** Appeals, the newest first: one's own, and those within the scope. */
export function listAppeals(db: Db, { personId, scope, open, after, limit }: AppealFilter) {
  return db
    .select(columns)
    .from(appeals)
    .innerJoin(cases, eq(cases.id, appeals.caseId))
    .innerJoin(consequences, eq(consequences.id, appeals.consequenceId))
    .where(
      and(
        visibleTo(personId, scope),
        open ? and(isNull(appeals.outcome), eq(cases.state, 'open')) : undefined,
        after &&
          sql`(${appeals.filedAt}, ${appeals.caseId}) < (${new Date(after[0]).toISOString()}::timestamptz, ${after[1]})`,
      ),
    )
    .orderBy(desc(appeals.filedAt), desc(appeals.caseId))
    .limit(limit)
}

/** One appeal; undefined where it is neither one's own nor within the scope. */
export async function readAppeal(db: Db, caseId: string, personId: string, scope: Scope) {
  const [row] = await db
    .select(columns)
    .from(appeals)
    .innerJoin(cases, eq(cases.id, appeals.caseId))
    .innerJoin(consequences, eq(consequences.id, appeals.consequenceId))
    .where(and(eq(appeals.caseId, caseId), visibleTo(personId, scope)))
  return row
}

const visibleTo = (personId: string, scope: Scope) => or(eq(appeals.personId, personId), inScope(scope))
