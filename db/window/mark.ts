import { sql } from 'drizzle-orm'
import { DAY, type Instant } from '../../rules/instant.ts'
import { atTime, localDate } from '../../rules/time/local.ts'
import type { Db, Tx } from '../client.ts'
import { windowLooks } from '../schema/window.ts'

/** Notes that the past of these people changed: their windows are computed anew after the commit. */
export async function markWindows(tx: Tx, personIds: readonly (string | null)[]): Promise<void> {
  const ids = [...new Set(personIds.filter((id) => id !== null))].sort()
  if (ids.length === 0) return
  await tx
    .insert(windowLooks)
    .values(ids.map((personId) => ({ personId })))
    .onConflictDoUpdate({ target: windowLooks.personId, set: { due: true } })
}

/**
 * Marks every engineer and supervisor whose windows were not computed yet today, for clean months end by themselves: also
 * after their last day, until the month that it lay in is over. And everybody who ever was one, where theirs were not
 * computed since a rulebook changed. A background duty.
 */
export async function markOutdated(db: Db, now: Instant): Promise<void> {
  const midnight = new Date(atTime(localDate(now), '00:00')).toISOString()
  const lately = new Date(now - 40 * DAY).toISOString()
  await db.execute(sql`
    insert into window_look (person_id)
    select distinct r.person_id from held_role r join person p on p.id = r.person_id
    where r.role in ('engineer', 'serviceSupervisor') and (p.active or r.to_at is not null)
    on conflict (person_id) do update set due = true
    where not window_look.due and (window_look.looked_at < ${midnight}::timestamptz and exists (
        select from held_role r where r.person_id = window_look.person_id
          and r.role in ('engineer', 'serviceSupervisor') and coalesce(r.to_at, 'infinity') > ${lately}::timestamptz)
      or window_look.looked_at <= (select max(recorded_at) from policy_version))`)
}
