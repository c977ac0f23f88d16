import { and, eq, gt, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import type { TravelDay } from '../../rules/pay/travel.ts'
import { addDays, localDate } from '../../rules/time/local.ts'
import type { Db, Tx } from '../client.ts'
import { absence } from '../schema/person.ts'

/** Days away in a stretch of time: trips entered as such, and those of service tasks from setting out to being back. */
export async function travelIn(
  tx: Db | Tx,
  personIds: readonly string[],
  { fromAt: sinceAt, untilAt }: { fromAt: Instant; untilAt: Instant },
  now: Instant,
): Promise<Map<string, TravelDay[]>> {
  const days = new Map<string, TravelDay[]>()
  const add = (personId: string, fromAt: Instant, toAt: Instant | null, regionId: string | null) => {
    const lastOn = localDate(Math.min(toAt === null ? now : toAt - 1, untilAt - 1))
    for (let on = localDate(Math.max(fromAt, sinceAt)); on <= lastOn; on = addDays(on, 1))
      days.set(personId, [...(days.get(personId) ?? []), { on, regionId }])
  }
  const trips = await tx
    .select()
    .from(absence)
    .where(
      and(
        inArray(absence.personId, [...personIds]),
        eq(absence.kind, 'trip'),
        lt(absence.fromAt, untilAt),
        or(isNull(absence.toAt), gt(absence.toAt, sinceAt)),
      ),
    )
  for (const { personId, fromAt, toAt } of trips) add(personId, fromAt, toAt, null)
  const iso = (at: Instant) => new Date(at).toISOString()
  const tasks = await tx.execute<{
    engineer_id: string
    region_id: string | null
    from_at: string
    to_at: string | null
  }>(sql`
    select t.engineer_id, k.region_id, d.settled_at as from_at, b.settled_at as to_at
    from service_task t join "case" k on k.id = t.case_id
      join obligation d on d.case_id = k.id and d.round = k.round and d.promise = 'depart' and d.work = 'done'
      left join obligation b on b.case_id = k.id and b.round = k.round and b.promise = 'return' and b.work = 'done'
    where t.engineer_id = any(${sql.param([...personIds])}::text[]) and k.sample is null
      and d.settled_at < ${iso(untilAt)}::timestamptz
      and (b.settled_at is null or b.settled_at >= ${iso(sinceAt)}::timestamptz)
      and (b.settled_at is not null or k.state = 'open')`)
  for (const { engineer_id, region_id, from_at, to_at } of tasks)
    add(engineer_id, Date.parse(from_at), to_at === null ? null : Date.parse(to_at) + 1, region_id)
  return days
}
