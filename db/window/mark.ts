import { sql } from 'drizzle-orm'
import type { LocalDate } from '../../rules/instant.ts'
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

/** Marks every engineer and supervisor whose windows were not computed today yet: clean months end by themselves. */
export async function markPassingDay(db: Db, todayOn: LocalDate): Promise<void> {
  await db.execute(sql`
    insert into window_look (person_id)
    select distinct r.person_id from person_role r join person p on p.id = r.person_id
    where r.role in ('engineer', 'serviceDirector') and p.active
    on conflict (person_id) do update set due = true
    where window_look.looked_on is null or window_look.looked_on < ${todayOn}::date`)
}
