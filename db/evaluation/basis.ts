import { sql } from 'drizzle-orm'
import { indicatorsOf, type Basis } from '../../rules/evaluation/basis.ts'
import type { Db, Tx } from '../client.ts'
import { tally, type CountedEntry } from '../../rules/measure/record.ts'
import { countPeriod, within, type Between } from '../report/count.ts'

/**
 * What the records say of somebody's work in a time: the figures that reports count, the indicators made of them, and
 * what the ledger and the person's file hold (S1-5.3.5, S4-K-14, S3-7.3).
 */
export async function basisOf(db: Db | Tx, personId: string, during: Between): Promise<Basis> {
  const figures = await countPeriod(db, { personId, regionId: null }, during)
  const [row] = await db.execute<{
    onTime: number
    late: number
    ended: number
    resolved: number
    complaints: number
    passed: number
    failed: number
    contributions: number
  }>(sql`
    select
      (select count(*)::int from obligation o join "case" k on k.id = o.case_id where k.kind = 'call' and k.sample is null
        and o.bearer_id = ${personId} and o.verdict = 'onTime' and ${within(sql`o.late_from_at`, during)}) as "onTime",
      (select count(*)::int from obligation o join "case" k on k.id = o.case_id where k.kind = 'call' and k.sample is null
        and o.bearer_id = ${personId} and o.verdict = 'late' and ${within(sql`o.late_from_at`, during)}) as late,
      (select count(*)::int from service_task t join "case" k on k.id = t.case_id where k.sample is null
        and t.engineer_id = ${personId} and k.state = 'ended' and ${within(sql`k.ended_at`, during)}) as ended,
      (select count(*)::int from service_task t join "case" k on k.id = t.case_id where k.sample is null
        and t.engineer_id = ${personId} and k.state = 'ended' and ${within(sql`k.ended_at`, during)}
        and coalesce(trim(t.form->'record'->>'resolution'), '') <> '') as resolved,
      (select count(*)::int from accident a join "case" k on k.id = a.case_id where k.sample is null
        and a.engineer_id = ${personId} and a.class is not null and ${within(sql`a.occurred_at`, during)}
        and exists (select from fact f where f.case_id = k.id and f.kind = 'ground'
          and f.data->'ground'->>'kind' = 'complaint' and not exists (select from fact d where d.case_id = k.id
            and d.kind = 'groundDropped' and d.data->>'groundId' = f.id::text))) as complaints,
      ${exams(personId, true, during)} as passed,
      ${exams(personId, false, during)} as failed,
      ${ofFile(personId, 'contribution', during)} as contributions`)
  const { onTime, late, ended, resolved, complaints, passed, failed, contributions } = row!
  const counted = await entriesOf(db, personId, during)
  const { points, rewards, penalties } = tally(counted)
  return {
    figures,
    indicators: indicatorsOf(figures, { calls: { onTime, late }, tasks: { ended, resolved } }),
    complaints,
    exams: { passed, failed },
    contributions,
    points,
    rewards,
    penalties,
  }
}

const ofFile = (personId: string, kind: string, during: Between, more = sql`true`) => sql`
  (select count(*)::int from fact f join person_file p on p.case_id = f.case_id where p.person_id = ${personId}
   and f.kind = ${kind} and ${more} and ${within(sql`f.occurred_at`, during)}
   and not exists (select from fact later where later.corrects_id = f.id))`

const exams = (personId: string, passed: boolean, during: Between) =>
  ofFile(personId, 'examTaken', during, sql`f.data->>'passed' = ${String(passed)}`)

/** Somebody's entries of a time (of all time, where none is given), each with what stands of it. */
export async function entriesOf(db: Db | Tx, personId: string, during?: Between): Promise<CountedEntry[]> {
  const rows = await db.execute<{ kind: string; standingFen: number; points: number; lifted: boolean }>(sql`
    select c.kind, (c.amount_fen + coalesce(sum(a.amount_fen), 0))::int as "standingFen",
      coalesce((c.arithmetic->>'points')::int, 0) as points,
      coalesce(bool_or(a.kind in ('reversal', 'waiver')), false) as lifted
    from consequence c left join consequence a on a.about_id = c.id
    where c.person_id = ${personId} and c.about_id is null and c.kind <> 'recommendation'
      and ${during ? within(sql`c.occurred_at`, during) : sql`true`}
    group by c.id order by c.id`)
  return [...rows]
}
