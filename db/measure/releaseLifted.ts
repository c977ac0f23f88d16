import { sql } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { lockCase, proceed, settle, writeFact } from '../case/record.ts'
import { obligationsOf } from '../case/view.ts'
import type { Db } from '../client.ts'

/**
 * Lets go of what was still to be carried out of measures whose entry was waived, or lifted on appeal. A background duty;
 * at most `limit` at once, each in a transaction of its own. Returns the cases to poke.
 */
export async function releaseLifted(db: Db, procedure: Procedure, now: Instant, limit = 100): Promise<string[]> {
  const lifted = await db.execute<{ case_id: string }>(sql`
    select m.case_id from measure m join "case" k on k.id = m.case_id and k.state = 'open'
    where m.approved and exists (
      select from consequence taken where taken.about_id = m.consequence_id and taken.kind in ('reversal', 'waiver'))
    order by m.case_id limit ${limit}`)
  const ids = lifted.map((row) => row.case_id)
  for (const id of ids)
    await db.transaction(async (tx) => {
      const held = await lockCase(tx, id)
      if (held?.state !== 'open') return
      const factId = (await writeFact(tx, id, { kind: 'measureLifted', occurredAt: now }, now))!
      const open = (await obligationsOf(tx, id)).filter((row) => row.work === 'open')
      const released = open.map(({ id: obligationId }) => ({
        obligationId,
        work: 'released' as const,
        occurredAt: now,
        factId,
        reason: 'lifted',
      }))
      await settle(tx, id, released, now)
      await proceed(tx, procedure, held, now)
    })
  return ids
}
