import { sql } from 'drizzle-orm'
import { causeUntil } from '../../rules/consequence/entry.ts'
import type { Instant } from '../../rules/instant.ts'
import { numberOf } from '../../rules/policy/parameter.ts'
import { loadCalendar } from '../calendar/loadCalendar.ts'
import { lockCase } from '../case/record.ts'
import type { Db } from '../client.ts'
import { notify } from '../notification/notify.ts'
import { decidersOf, lastDeciders } from './decide.ts'
import { entryById } from './enter.ts'

interface Waiting extends Record<string, unknown> {
  id: string
  case_id: string
  claimed_at: string
}

/**
 * Reminds who may decide of causes that wait: after the working days of the house rule `appeal.decideTarget` those who
 * were asked, after as many again the general managers. Said anew, a cause doesn't wait anew; nobody is fined. A
 * background duty.
 */
export async function remindDeciders(db: Db, now: Instant): Promise<void> {
  const waiting = await db.execute<Waiting>(sql`
    select c.id, c.case_id, min(f.occurred_at) as claimed_at
    from consequence c join fact f on f.case_id = c.case_id and f.kind = 'causeClaimed'
      and f.data->>'consequenceId' = c.id::text
    where c.about_id is null and not exists (select from consequence a where a.about_id = c.id)
    group by c.id order by c.id`)
  const calendar = await loadCalendar(db)
  for (const { id, case_id, claimed_at } of waiting)
    await db.transaction(async (tx) => {
      const held = (await lockCase(tx, case_id))!
      const { entry, about } = (await entryById(tx, id))!
      const target = numberOf(held.terms, 'appeal.decideTarget')
      const claimedAt = Date.parse(claimed_at)
      const due = [1, 2].filter((times) => now > causeUntil(calendar, claimedAt, target * times))
      if (about.length > 0 || due.length === 0) return
      const step = due.length
      const asked = await (step === 1 ? decidersOf : lastDeciders)(tx, entry, held, now)
      const { kind, clause, amountFen, arithmetic } = entry
      const points = kind === 'points' && { points: arithmetic.points }
      const notice = {
        key: `consequence:${entry.key}:cause:due${step}`,
        template: 'consequence.causeWaits' as const,
        params: { consequenceId: id, kind, clause, amountFen, ...points, claimedAt },
        caseId: case_id,
      }
      await notify(
        tx,
        asked.map((personId) => ({ ...notice, personId })),
        now,
      )
    })
}
