import { sql } from 'drizzle-orm'
import { newId } from '../../db/id.ts'
import { cases, obligations } from '../../db/schema/case.ts'
import type { Db } from '../../db/client.ts'
import type { Promised } from './oracle.ts'

/** A case of one promise, as bare as the judging statement needs it. */
export async function barePromise(
  db: Db,
  promised: Promised,
  bearerId: string,
): Promise<{ caseId: string; obligationId: string }> {
  const caseId = `call-${newId()}`
  const alarms = [...promised.steps.map((step) => step.at), promised.lateFromAt]
  await db.insert(cases).values({ id: caseId, kind: 'call', terms: {}, startedAt: 0, nextAlarmAt: Math.min(...alarms) })
  const [row] = await db
    .insert(obligations)
    .values({
      caseId,
      promise: 'return',
      clause: 'S2-3.1.1c',
      policy: 'S2',
      policyVersion: 1,
      round: 1,
      bearerId,
      dueKind: 'by',
      dueAt: promised.lateFromAt - 1_000,
      lateFromAt: promised.lateFromAt,
      anchorAt: 0,
      answerableFromAt: promised.answerableFromAt,
      openedAt: 0,
      steps: promised.steps,
      nextAlarmAt: Math.min(...alarms),
      stake: { clause: 'S0-A-7.1', amountFen: promised.stakeFen, policy: 'S0-A', policyVersion: 1 },
    })
    .returning({ id: obligations.id })
  return { caseId, obligationId: row!.id }
}

/** How a promise stands, with what was done about it and what it cost. */
export async function standingOf(db: Db, obligationId: string) {
  const [row] = await db.execute<{
    work: string
    verdict: string
    fired: string[]
    folded: string[]
    entries: number[]
  }>(sql`
    select o.work, o.verdict,
      (select coalesce(json_agg(step order by step), '[]') from escalation e where e.obligation_id = o.id and e.state = 'fired') as fired,
      (select coalesce(json_agg(step order by step), '[]') from escalation e where e.obligation_id = o.id and e.state = 'folded') as folded,
      (select coalesce(json_agg(amount_fen order by id), '[]') from consequence c where c.obligation_id = o.id) as entries
    from obligation o where o.id = ${obligationId}`)
  return row!
}
