import { sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import type { Audience, Verdict, Work } from '../../rules/obligation/obligation.ts'
import type { Tx } from '../client.ts'

/** What settles a promise: an act with the instant that decides, or a decision about the verdict. */
export interface Evidence {
  obligationId: string
  work?: Exclude<Work, 'open'>
  /** When the act happened; compared with the due time. */
  occurredAt: Instant
  factId?: string
  /** A person's decision that overrides the comparison. */
  verdict?: 'excused' | 'void'
  /** A code, kept in the row. */
  reason?: string
}

export interface FiredStep {
  key: string
  obligationId: string
  caseId: string
  step: string
  audience: Audience
}

export interface Judgement {
  judged: {
    id: string
    caseId: string
    promise: string
    work: Work
    verdict: Verdict
    before: Verdict
    dueRev: number
  }[]
  fired: FiredStep[]
  /** Keys of the ledger entries that this judgement made. */
  entries: string[]
}

/**
 * The one statement that judges promises. Two paths: the timer's (no evidence: steps due by `now`; late where due has
 * passed) and the evidence's (its `occurredAt` against due; a reversal where the promise had been judged late).
 * The cases must be locked (`lockCases`) by an earlier statement of the same transaction, or it would not see what the
 * other path committed while this one waited. Steps overdue together are folded into the last of them.
 */
export async function judge(
  tx: Tx,
  caseIds: readonly string[],
  now: Instant,
  evidence: readonly Evidence[],
  by: 'timer' | 'sweep' | 'person',
): Promise<Judgement> {
  const given = JSON.stringify(evidence.map((e) => ({ ...e, occurredAt: new Date(e.occurredAt).toISOString() })))
  const at = new Date(now).toISOString()
  const rows = await tx.execute<{ judgement: Judgement }>(sql`
    with evidence as (
      select "obligationId" as id, work, "occurredAt" as occurred_at, "factId" as fact_id, verdict, reason
      from jsonb_to_recordset(${given}::jsonb) as e("obligationId" uuid, work text, "occurredAt" timestamptz,
        "factId" uuid, verdict text, reason text)
    ), target as (
      select o.id, o.verdict as verdict_before, o.stepped_at as stepped_before, e.id is not null as proven,
        e.occurred_at, e.fact_id, e.reason, coalesce(e.work, o.work) as work,
        case
          when e.verdict is not null then e.verdict
          when o.verdict in ('excused', 'void') then o.verdict
          when e.work = 'released' and o.verdict = 'pending'
            then case when e.occurred_at >= o.late_from_at then 'late' else 'void' end
          when e.work in ('done', 'elsewhere')
            then case when e.occurred_at >= o.late_from_at then 'late' else 'onTime' end
          when e.id is null and o.verdict = 'pending' and o.late_from_at <= ${at}::timestamptz then 'late'
          else o.verdict
        end as verdict
      from obligation o left join evidence e on e.id = o.id
      where o.case_id = any(${sql.param([...caseIds])}::text[])
        and (e.id is not null or (o.work = 'open' and o.next_alarm_at <= ${at}::timestamptz))
    ), judged as (
      update obligation o set
        work = t.work,
        verdict = t.verdict,
        settled_at = case when t.proven and t.work <> 'open' then t.occurred_at else o.settled_at end,
        evidence_id = coalesce(t.fact_id, o.evidence_id),
        reason = coalesce(t.reason, o.reason),
        due_rev = o.due_rev + (t.verdict = 'late' and t.verdict_before in ('onTime', 'excused'))::int,
        stepped_at = greatest(o.stepped_at, ${at}::timestamptz),
        next_alarm_at = case when t.work = 'open' then (
          select min(alarm) from (
            select to_timestamp((s->>'at')::numeric / 1000) as alarm from jsonb_array_elements(o.steps) s
            union all
            select o.late_from_at where t.verdict = 'pending'
          ) alarms where alarm > ${at}::timestamptz
        ) end
      from target t where o.id = t.id
      returning o.*, t.verdict_before, t.stepped_before
    ), step as (
      select j.id, j.case_id, j.due_rev, s.step, s."to" as audience, to_timestamp(s.at / 1000) as planned_at,
        row_number() over (partition by j.id order by s.at desc, s.step) as recency
      from judged j, jsonb_to_recordset(j.steps) as s(step text, at numeric, "to" text)
      where j.work = 'open' and to_timestamp(s.at / 1000) <= ${at}::timestamptz
        and to_timestamp(s.at / 1000) > coalesce(j.stepped_before, '-infinity')
    ), taken as (
      insert into escalation (key, obligation_id, case_id, step, audience, planned_at, fired_at, state, by)
      select 'obligation:' || id || ':' || due_rev || ':' || step, id, case_id, step, audience, planned_at,
        ${at}::timestamptz, case when recency = 1 then 'fired' else 'folded' end, ${by}
      from step on conflict (key) do nothing
      returning key, obligation_id, case_id, step, audience, state
    ), late as (
      insert into consequence (key, kind, person_id, case_id, obligation_id, amount_fen, clause, policy, policy_version,
        occurred_at, recorded_at, arithmetic, evidence_ids, sample)
      select 'obligation:' || j.id || ':late:' || j.due_rev, 'fine', j.bearer_id, j.case_id, j.id,
        (j.stake->>'amountFen')::int, j.stake->>'clause', j.stake->>'policy', (j.stake->>'policyVersion')::int,
        j.late_from_at, ${at}::timestamptz,
        jsonb_build_object('rule', 'late', 'dueAt', j.due_at, 'settledAt', j.settled_at, 'amountFen', j.stake->'amountFen'),
        case when j.evidence_id is null then '[]'::jsonb else jsonb_build_array(j.evidence_id) end, c.sample
      from judged j join "case" c on c.id = j.case_id
      where j.verdict = 'late' and j.verdict_before <> 'late' and j.stake is not null and j.bearer_id is not null
        and j.answerable_from_at < j.late_from_at
      on conflict (key) do nothing returning key
    ), reversed as (
      insert into consequence (key, kind, person_id, case_id, obligation_id, about_id, amount_fen, clause, policy,
        policy_version, occurred_at, recorded_at, arithmetic, evidence_ids, sample)
      select 'obligation:' || j.id || ':reversed:' || j.due_rev, 'reversal', c.person_id, c.case_id, j.id, c.id,
        -left_of.fen, c.clause, c.policy, c.policy_version, coalesce(j.settled_at, ${at}::timestamptz), ${at}::timestamptz,
        jsonb_build_object('rule', j.verdict, 'dueAt', j.due_at, 'settledAt', j.settled_at, 'amountFen', -left_of.fen),
        case when j.evidence_id is null then '[]'::jsonb else jsonb_build_array(j.evidence_id) end, c.sample
      from judged j join consequence c on c.key = 'obligation:' || j.id || ':late:' || j.due_rev
      cross join lateral (
        select c.amount_fen + coalesce(sum(a.amount_fen), 0)::int as fen from consequence a where a.about_id = c.id
      ) left_of
      where j.verdict_before = 'late' and j.verdict <> 'late' and (left_of.fen <> 0 or c.amount_fen = 0)
      on conflict (key) do nothing returning key
    ), armed as (
      update "case" c set next_alarm_at = case when c.state = 'open' then (
        select min(alarm) from (
          select next_alarm_at as alarm from judged j where j.case_id = c.id
          union all
          select next_alarm_at from obligation o where o.case_id = c.id and not exists (select from judged j where j.id = o.id)
        ) alarms
      ) end
      where c.id in (select case_id from judged)
    )
    select json_build_object(
      'judged', coalesce((select json_agg(json_build_object('id', id, 'caseId', case_id, 'promise', promise, 'work', work,
        'verdict', verdict, 'before', verdict_before, 'dueRev', due_rev)) from judged), '[]'),
      'fired', coalesce((select json_agg(json_build_object('key', key, 'obligationId', obligation_id, 'caseId', case_id,
        'step', step, 'audience', audience)) from taken where state = 'fired'), '[]'),
      'entries', (select coalesce(json_agg(key), '[]') from (select key from late union all select key from reversed) e)
    ) as judgement`)
  return rows[0]!.judgement
}
