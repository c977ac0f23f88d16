import { eq, sql } from 'drizzle-orm'
import type { SeenBy } from '../../rules/consequence/delivery.ts'
import { causeUntil, entryState } from '../../rules/consequence/entry.ts'
import type { Instant } from '../../rules/instant.ts'
import { numberOf } from '../../rules/policy/parameter.ts'
import { loadCalendar } from '../calendar/loadCalendar.ts'
import { lockCase } from '../case/record.ts'
import type { Db, Tx } from '../client.ts'
import { consequences, consequenceSeen } from '../schema/consequence.ts'
import { enterAbout, entryById } from './enter.ts'

/** Keeps when a person first opened an entry of their own. Somebody else's look doesn't count. */
export async function markSeen(tx: Tx, consequenceId: string, personId: string, now: Instant): Promise<void> {
  const [entry] = await tx.select().from(consequences).where(eq(consequences.id, consequenceId))
  if (!entry || entry.personId !== personId) return
  await tx.insert(consequenceSeen).values({ consequenceId, personId, seenAt: now }).onConflictDoNothing()
}

interface Waiting {
  id: string
  case_id: string
  seen_at: string
  /** How they came to know; null: they read the notice. */
  by: SeenBy | null
}

/**
 * Confirms entries that burden somebody, when that person saw them, or read the notice of them, and gave no cause within the working days of the
 * house rule `consequence.confirmAfter`. A background duty; at most `limit` at once, each in a transaction of its own.
 * Returns how many it confirmed.
 */
export async function confirmDue(db: Db, now: Instant, limit = 200): Promise<number> {
  const calendar = await loadCalendar(db)
  const waiting = await db.execute<Waiting & Record<string, unknown>>(sql`
    select id, case_id, seen_at, by from (
      select c.id, c.case_id, least(
        (select s.seen_at from consequence_seen s where s.consequence_id = c.id and s.person_id = c.person_id),
        (select min(n.read_at) from notification n where n.person_id = c.person_id
          and n.params->>'consequenceId' = c.id::text)
      ) as seen_at,
      (select s.by from consequence_seen s where s.consequence_id = c.id and s.person_id = c.person_id) as by
      from consequence c
      where c.about_id is null and c.kind in ('fine', 'points', 'statement', 'block', 'measure') and c.person_id is not null
        and not exists (select from consequence a where a.about_id = c.id)
        and not exists (select from fact f where f.case_id = c.case_id and f.kind = 'causeClaimed'
          and f.data->>'consequenceId' = c.id::text)
    ) entry where seen_at <= ${new Date(now).toISOString()}::timestamptz
    order by seen_at limit ${limit}`)
  let confirmed = 0
  for (const { id, case_id, seen_at, by } of waiting) {
    const seenAt = Date.parse(seen_at)
    const done = await db.transaction(async (tx) => {
      const held = await lockCase(tx, case_id)
      const found = await entryById(tx, id)
      if (!held || !found || entryState(found.about) !== 'provisional') return undefined
      const workingDays = numberOf(held.terms, 'consequence.confirmAfter')
      if (now <= causeUntil(calendar, seenAt, workingDays)) return undefined
      const arithmetic = { rule: 'unanswered', seenAt, workingDays, ...(by && { by }) }
      return enterAbout(tx, found.entry, { kind: 'confirmation', arithmetic }, now)
    })
    if (done) confirmed += 1
  }
  return confirmed
}
