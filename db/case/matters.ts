import { sql } from 'drizzle-orm'
import type { Db } from '../client.ts'

/** How much of what was typed stands in a line. */
const CHARACTERS = 40

/** Whose matter a case is, or which month's, half's or rulebook's: for cases that no customer is concerned with. */
export async function mattersOf(db: Db, caseIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.execute<{ id: string; name: string | null; more: string | null }>(sql`
    select m.case_id as id, p.name, left(m.more, ${CHARACTERS}) as more from (
      select case_id, engineer_id as person_id, description as more from accident
      union all select case_id, person_id, from_on || ' – ' || to_on from evaluation
      union all select case_id, person_id, null from measure
      union all select case_id, person_id, null from appeal
      union all select case_id, person_id, null from penalty
      union all select case_id, person_id, null from statement
      union all select case_id, person_id, null from recommendation
      union all select case_id, null, note from rulebook_draft
      union all select case_id, null, month from assessment
      union all select case_id, null, half from bonus
    ) m left join person p on p.id = m.person_id
    where m.case_id = any(${sql.param([...caseIds])}::text[])`)
  return new Map(rows.map(({ id, name, more }) => [id, [name, more].filter(Boolean).join('：')]))
}
