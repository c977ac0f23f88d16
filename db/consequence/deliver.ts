import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { deliveredAt, seenByDelivery } from '../../rules/consequence/delivery.ts'
import type { Instant } from '../../rules/instant.ts'
import { within, type Scope } from '../../rules/permissions.ts'
import { isBlank, numberOf } from '../../rules/policy/parameter.ts'
import { refuse } from '../../rules/problem.ts'
import { loadCalendar } from '../calendar/loadCalendar.ts'
import { lockCase, writeFact } from '../case/record.ts'
import type { Db, Tx } from '../client.ts'
import { termsFor } from '../policy/terms.ts'
import { consequences, consequenceSeen } from '../schema/consequence.ts'
import { absence, awayKinds } from '../schema/person.ts'

interface Unseen extends Record<string, unknown> {
  id: string
  person_id: string
  active: boolean
  in_app_at: string | null
  mails: number
  mailed_at: string | null
}

/**
 * Lets entries that nobody opens end fairly: one whose notice was delivered counts as seen after the working days of the
 * house rule `consequence.deliveredAfter`, the person's leave left out. The time to give a cause begins then. A
 * background duty; at most `limit` at once. Returns how many it marked.
 */
export async function deliverDue(db: Db, now: Instant, limit = 1_000): Promise<number> {
  const terms = await termsFor(db, { topic: 'house', at: now })
  if (isBlank(terms, 'consequence.deliveredAfter')) return 0
  const workingDays = numberOf(terms, 'consequence.deliveredAfter')
  const unseen = await db.execute<Unseen>(sql`
    select c.id, c.person_id, p.active, min(n.delivered_at) filter (where n.channel = 'inApp') as in_app_at,
      count(*) filter (where n.channel = 'email')::int as mails,
      max(n.delivered_at) filter (where n.channel = 'email') as mailed_at
    from consequence c join person p on p.id = c.person_id
      join notification n on n.person_id = c.person_id and n.template = 'consequence.entered'
        and n.params->>'consequenceId' = c.id::text
    where c.about_id is null and c.kind in ('fine', 'points', 'statement', 'block', 'measure')
      and c.recorded_at < ${new Date(now).toISOString()}::timestamptz
      and not exists (select from consequence a where a.about_id = c.id)
      and not exists (select from consequence_seen s where s.consequence_id = c.id and s.person_id = c.person_id)
      and n.read_at is null
    group by c.id, p.id
    having count(*) filter (where n.channel = 'email' and n.delivered_at is null) = 0
      and (p.active or count(*) filter (where n.channel = 'email') > 0)
    order by c.recorded_at limit ${limit}`)
  const calendar = await loadCalendar(db)
  let marked = 0
  for (const { id: consequenceId, person_id: personId, active, in_app_at, mails, mailed_at } of unseen) {
    const parsed = (at: string | null) => (at === null ? null : Date.parse(at))
    const email = mails > 0 ? { email: parsed(mailed_at) } : {}
    const delivered = deliveredAt({ active, inAppAt: parsed(in_app_at), ...email })
    if (delivered === null) continue
    const away = await db
      .select()
      .from(absence)
      .where(and(eq(absence.personId, personId), inArray(absence.kind, [...awayKinds])))
    const seenAt = seenByDelivery(calendar, delivered, workingDays, away, now)
    if (seenAt === null) continue
    const row = { consequenceId, personId, seenAt, by: 'delivered' as const }
    await db.insert(consequenceSeen).values(row).onConflictDoNothing()
    marked += 1
  }
  return marked
}

export interface HandOver {
  consequenceId: string
  /** When it was handed over. */
  handedAt: Instant
  /** How: in person, by registered letter, who was there. */
  note: string
  byId: string
  scope: Scope
}

/**
 * Records that an entry was handed over personally to who never opened it: it is seen from then on. By who leads, within
 * their regions; never by the person concerned. Whoever opened it earlier saw it earlier.
 */
export async function handOver(tx: Tx, given: HandOver, now: Instant): Promise<void> {
  const { consequenceId, handedAt, note, byId, scope } = given
  const [entry] = await tx
    .select()
    .from(consequences)
    .where(and(eq(consequences.id, consequenceId), isNull(consequences.aboutId)))
  const held = entry && (await lockCase(tx, entry.caseId))
  if (!held || entry.personId === null || !within(scope, held.regionId))
    return refuse('consequence.unknown', { field: 'id' })
  if (entry.personId === byId) refuse('consequence.concerned')
  if (handedAt > now) refuse('fact.future', { field: 'handedAt' })
  if (handedAt < entry.recordedAt) refuse('consequence.handedBefore', { field: 'handedAt' })
  const fact = { kind: 'entryHandedOver', occurredAt: handedAt, byId, data: { consequenceId, note } }
  await writeFact(tx, held.id, fact, now)
  await tx
    .insert(consequenceSeen)
    .values({ consequenceId, personId: entry.personId, seenAt: handedAt, by: 'handedOver' })
    .onConflictDoUpdate({
      target: [consequenceSeen.consequenceId, consequenceSeen.personId],
      set: { seenAt: handedAt, by: 'handedOver' },
      setWhere: sql`${consequenceSeen.seenAt} > ${new Date(handedAt).toISOString()}::timestamptz`,
    })
}
