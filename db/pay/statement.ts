import { and, eq, gt, gte, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { payLines, type PayLine, type TravelDay } from '../../rules/pay/statement.ts'
import { opensAt, type Period } from '../../rules/report/period.ts'
import { addDays, atTime, localDate } from '../../rules/time/local.ts'
import { LOWEST_GRADE } from '../../rules/window/payGrade.ts'
import type { Db, Tx } from '../client.ts'
import { termsFor } from '../policy/terms.ts'
import { bonuses } from '../schema/pay.ts'
import { absence } from '../schema/person.ts'
import { gradeOn } from '../window/grade.ts'
import { postsOf } from './raise.ts'
import { ratesWithin } from './rate.ts'

/**
 * The pay lines of engineers for a month (S0-A-8.1a), as everything stands; people who were no engineer in it have none.
 * `now` ends trips that go on.
 */
export async function payOfMonth(
  tx: Db | Tx,
  personIds: readonly string[],
  month: Period,
  now: Instant,
): Promise<Map<string, PayLine[]>> {
  const pay = new Map<string, PayLine[]>()
  if (personIds.length === 0) return pay
  const rates = await ratesWithin(tx, month.fromOn, month.toOn)
  const approved = await tx
    .select({ half: bonuses.half, lines: bonuses.lines })
    .from(bonuses)
    .where(and(gte(bonuses.approvedAt, month.fromAt), lt(bonuses.approvedAt, month.untilAt)))
  const travel = await travelIn(tx, personIds, month, now)
  for (const personId of personIds) {
    const post = (await postsOf(tx, personId)).find(
      ({ sinceOn, untilOn }) => sinceOn <= month.toOn && (untilOn === null || untilOn > month.fromOn),
    )
    if (!post) continue
    const firstOn = post.sinceOn > month.fromOn ? post.sinceOn : month.fromOn
    const terms = await termsFor(tx, { topic: 'discipline', at: opensAt(month) - 1, personId })
    if (!terms['pay.gradeOne']) continue
    const grade = (await gradeOn(tx, personId, atTime(firstOn, '00:00'))) ?? LOWEST_GRADE
    const own = approved.flatMap(({ half, lines }) =>
      lines!.filter((line) => line.personId === personId).map((line) => ({ half, line })),
    )
    pay.set(personId, payLines({ grade, bonuses: own, travel: travel.get(personId) ?? [], rates }, terms))
  }
  return pay
}

/** Days away in a month: trips entered as such, and those of service tasks from setting out to being back. */
async function travelIn(tx: Db | Tx, personIds: readonly string[], month: Period, now: Instant) {
  const days = new Map<string, TravelDay[]>()
  const add = (personId: string, fromAt: Instant, toAt: Instant | null, regionId: string | null) => {
    const lastOn = localDate(Math.min(toAt === null ? now : toAt - 1, month.untilAt - 1))
    for (let on = localDate(Math.max(fromAt, month.fromAt)); on <= lastOn; on = addDays(on, 1))
      days.set(personId, [...(days.get(personId) ?? []), { on, regionId }])
  }
  const trips = await tx
    .select()
    .from(absence)
    .where(
      and(
        inArray(absence.personId, [...personIds]),
        eq(absence.kind, 'trip'),
        lt(absence.fromAt, month.untilAt),
        or(isNull(absence.toAt), gt(absence.toAt, month.fromAt)),
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
      and d.settled_at < ${iso(month.untilAt)}::timestamptz
      and (b.settled_at is null or b.settled_at >= ${iso(month.fromAt)}::timestamptz)
      and (b.settled_at is not null or k.state = 'open')`)
  for (const { engineer_id, region_id, from_at, to_at } of tasks)
    add(engineer_id, Date.parse(from_at), to_at === null ? null : Date.parse(to_at) + 1, region_id)
  return days
}
