import { sql } from 'drizzle-orm'
import type { CaseView } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import type { Due, Owed } from '../../rules/obligation/obligation.ts'
import type { Tx } from '../client.ts'
import { announce } from '../consequence/announce.ts'
import { alert } from './alert.ts'
import { judge, type Evidence } from './judge.ts'
import { lockCases } from './lock.ts'
import { clockOf } from './owe.ts'

/** A promise's new due time, and the anchor that its reminders are laid out from. */
export interface Redue {
  obligationId: string
  due: Due
  anchorAt: Instant
  /** What being late costs from now on; null: nothing. Left out: what it cost before. */
  stake?: Owed['stake'] | null
}

/**
 * Moves due times: all promises given, of however many cases, in one UPDATE from the computed columns. `view` holds the
 * terms and calendar that their ladders follow; callers group promises by it. Each due time gets a new revision, so it
 * can be missed and escalate anew. Verdicts are derived again from what is recorded: an open promise waits for its new
 * time, a kept one is compared with it, and an entry that the old time had caused is reversed. An accepted cause stands.
 * A workflow is poked only where the case's alarm moved earlier. Returns the ids of the cases to poke after the commit.
 */
export async function redue(
  tx: Tx,
  rows: readonly Redue[],
  view: Pick<CaseView, 'terms' | 'calendar'>,
  now: Instant,
): Promise<string[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.obligationId)
  const concerned = await tx.execute<{ id: string }>(
    sql`select distinct case_id as id from obligation where id = any(${sql.param(ids)}::uuid[])`,
  )
  const caseIds = concerned.map((row) => row.id)
  await lockCases(tx, caseIds)
  const { settled, reversed } = await move(tx, rows, view, now)
  const judgement = await judge(tx, caseIds, now, settled, 'person')
  await alert(tx, judgement.fired, now)
  await announce(tx, [...reversed, ...judgement.entries], now)
  return arm(tx, caseIds)
}

/** The UPDATE. Returns what is to be compared with its new due time, and the keys of the reversals it wrote. */
async function move(
  tx: Tx,
  rows: readonly Redue[],
  view: Pick<CaseView, 'terms' | 'calendar'>,
  now: Instant,
): Promise<{ settled: Evidence[]; reversed: string[] }> {
  const iso = (at: Instant | null | undefined) => (at === null || at === undefined ? null : new Date(at).toISOString())
  const given = rows.map(({ obligationId, due, anchorAt, stake }) => {
    const clock = clockOf(due, anchorAt, view)
    return {
      id: obligationId,
      due_kind: clock.dueKind,
      due_at: iso(clock.dueAt),
      late_from_at: iso(clock.lateFromAt),
      due_provisional: clock.dueProvisional,
      anchor_at: iso(anchorAt),
      steps: clock.steps,
      restake: stake !== undefined,
      stake,
    }
  })
  const [result] = await tx.execute<{ moved: { settled: Evidence[]; reversed: string[] } }>(sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as g(id uuid, due_kind text, due_at timestamptz,
        late_from_at timestamptz, due_provisional boolean, anchor_at timestamptz, steps jsonb, restake boolean,
        stake jsonb)
    ), target as (
      select g.*, o.verdict as verdict_before, o.due_rev as rev_before, o.stepped_at,
        case when o.verdict in ('excused', 'void') then o.verdict else 'pending' end as verdict_after
      from given g join obligation o on o.id = g.id
    ), moved as (
      update obligation o set
        due_kind = t.due_kind, due_at = t.due_at, late_from_at = t.late_from_at, due_provisional = t.due_provisional,
        anchor_at = t.anchor_at, steps = t.steps, due_rev = o.due_rev + 1, verdict = t.verdict_after,
        stake = case when t.restake then nullif(t.stake, 'null'::jsonb) else o.stake end,
        next_alarm_at = case when o.work = 'open' then (
          select min(alarm) from (
            select to_timestamp((s->>'at')::numeric / 1000) as alarm from jsonb_array_elements(t.steps) s
            union all
            select t.late_from_at where t.verdict_after = 'pending'
          ) alarms where alarm > coalesce(t.stepped_at, '-infinity') or alarm = t.late_from_at
        ) end
      from target t where o.id = t.id
      returning o.*, t.verdict_before, t.rev_before
    ), reversed as (
      insert into consequence (key, kind, person_id, case_id, obligation_id, about_id, amount_fen, clause, policy,
        policy_version, occurred_at, recorded_at, arithmetic, evidence_ids, sample)
      select 'obligation:' || m.id || ':reversed:' || m.rev_before, 'reversal', c.person_id, c.case_id, m.id, c.id,
        -left_of.fen, c.clause, c.policy, c.policy_version, ${iso(now)}::timestamptz, ${iso(now)}::timestamptz,
        jsonb_build_object('rule', 'redue', 'dueAt', m.due_at, 'amountFen', -left_of.fen), '[]'::jsonb, c.sample
      from moved m join consequence c on c.key = 'obligation:' || m.id || ':late:' || m.rev_before
      cross join lateral (
        select c.amount_fen + coalesce(sum(a.amount_fen), 0)::int as fen from consequence a where a.about_id = c.id
      ) left_of
      where m.verdict_before = 'late' and m.verdict <> 'late' and (left_of.fen <> 0 or c.amount_fen = 0)
      on conflict (key) do nothing returning key
    )
    select json_build_object(
      'settled', coalesce((select json_agg(json_build_object('obligationId', id, 'work', work,
        'occurredAt', extract(epoch from settled_at) * 1000)) from moved where work <> 'open' and settled_at is not null), '[]'),
      'reversed', coalesce((select json_agg(key) from reversed), '[]')
    ) as moved`)
  return result!.moved
}

/** Writes each case's earliest alarm to it, and asks for a poke where that is earlier than what its workflow waits for. */
async function arm(tx: Tx, caseIds: readonly string[]): Promise<string[]> {
  const poked = await tx.execute<{ id: string }>(sql`
    with concerned as (
      select unnest(${sql.param([...caseIds])}::text[]) as case_id
    ), alarm as (
      select o.case_id as id, min(o.next_alarm_at) filter (where o.work = 'open') as at
      from obligation o join concerned using (case_id) group by o.case_id
    ), next as (
      select c.id, c.armed_at as armed_before, alarm.at
      from "case" c join alarm on alarm.id = c.id where c.state = 'open'
    ), armed as (
      update "case" c set next_alarm_at = n.at, armed_at = least(n.at, c.armed_at)
      from next n where c.id = n.id
      returning c.id, n.at is not null and (n.armed_before is null or n.at < n.armed_before) as earlier
    )
    insert into poke (case_id) select id from armed where earlier order by id
    on conflict (case_id) do update set rev = poke.rev + 1, next_attempt_at = now()
    returning case_id as id`)
  return poked.map((row) => row.id)
}
