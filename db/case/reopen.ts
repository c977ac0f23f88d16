import { eq, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { cases } from '../schema/case.ts'
import type { Tx } from '../client.ts'
import { alert } from './alert.ts'
import { judge } from './judge.ts'
import type { Case } from './lock.ts'

/**
 * Opens promises again whose evidence turned out not to hold: what had been on time waits once more and is judged by the
 * clock at once; late stays late and an accepted cause stands. Each gets a new revision, so it can be missed anew; steps
 * taken before are not taken again. A case that had ended is open again. The case must be locked and not withdrawn.
 * Returns it as it stands: hand that to `proceed`.
 */
export async function reopen(tx: Tx, held: Case, obligationIds: readonly string[], now: Instant): Promise<Case> {
  await tx.execute(sql`
    update obligation o set
      work = 'open', settled_at = null, evidence_id = null, due_rev = o.due_rev + 1,
      verdict = case when o.verdict = 'onTime' then 'pending' else o.verdict end,
      reason = case when o.verdict = 'excused' then o.reason end,
      next_alarm_at = (
        select min(alarm) from (
          select to_timestamp((s->>'at')::numeric / 1000) as alarm from jsonb_array_elements(o.steps) s
          union all
          select o.late_from_at where o.verdict = 'onTime'
        ) alarms where alarm > coalesce(o.stepped_at, '-infinity') or alarm = o.late_from_at
      )
    where o.case_id = ${held.id} and o.work <> 'open' and o.id = any(${sql.param([...obligationIds])}::uuid[])`)
  const again = { state: 'open', endedAt: null, armedAt: null, reopened: held.reopened + 1 }
  const open =
    held.state === 'open' ? held : (await tx.update(cases).set(again).where(eq(cases.id, held.id)).returning())[0]!
  const judgement = await judge(tx, [held.id], now, [], 'person')
  await alert(tx, judgement.fired, now)
  return open
}
