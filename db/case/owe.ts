import { sql } from 'drizzle-orm'
import type { CaseView } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { alarmEnd, SHORT_CLOCK_MS, steps, type Ladder } from '../../rules/obligation/ladder.ts'
import type { Due, Owed, Step } from '../../rules/obligation/obligation.ts'
import { settingOf } from '../../rules/policy/parameter.ts'
import { lateFrom } from '../../rules/time/due.ts'
import { addWorkingDays } from '../../rules/time/working.ts'
import { atTime, localDate, localTime } from '../../rules/time/local.ts'
import { obligations } from '../schema/case.ts'
import type { Tx } from '../client.ts'
import type { Case } from './lock.ts'

type Row = typeof obligations.$inferInsert

/** A due time as the row keeps it: what is compared (`lateFromAt`), what is shown, and the alarms around it. */
export function clockOf(due: Due, anchorAt: Instant, view: Pick<CaseView, 'terms' | 'calendar'>): ClockColumns {
  const end = alarmEnd(due)
  const late = due.kind === 'by' ? lateFrom(due.at, due.edge) : null
  const long = end !== null && end - anchorAt > SHORT_CLOCK_MS
  const ladder = settingOf<Ladder>(view.terms, long ? 'ladder.long' : 'ladder.short')
  const plus = (at: Instant, days: number) =>
    days === 0 ? at : atTime(addWorkingDays(view.calendar, localDate(at), days).on, localTime(at))
  return {
    dueKind: due.kind,
    dueAt: due.kind === 'by' || due.kind === 'notBefore' ? due.at : end,
    lateFromAt: late,
    dueProvisional: 'provisional' in due && due.provisional === true,
    steps: end === null ? [] : steps(ladder, due, anchorAt, late ?? end, plus),
  }
}

type ClockColumns = Pick<Row, 'dueKind' | 'dueAt' | 'lateFromAt' | 'dueProvisional'> & { steps: Step[] }

function bearerOf(bearer: Owed['bearer']): Pick<Row, 'bearerId' | 'bearerRole'> {
  if ('personId' in bearer) return { bearerId: bearer.personId }
  return { bearerRole: 'role' in bearer ? bearer.role : 'unit' }
}

/** The row of a promise as `owed` of its noun states it. */
export function rowOf(
  held: Pick<Case, 'id' | 'round'>,
  promise: string,
  owed: Owed,
  view: CaseView,
  now: Instant,
): Row {
  const clock = clockOf(owed.due, owed.anchorAt, view)
  const alarms = [...clock.steps.map((step) => step.at), ...(clock.lateFromAt === null ? [] : [clock.lateFromAt!])]
  return {
    caseId: held.id,
    promise,
    clause: owed.clause,
    policy: owed.policy,
    policyVersion: owed.policyVersion,
    round: held.round,
    ...bearerOf(owed.bearer),
    recipientId: owed.recipient?.personId,
    recipientRole: owed.recipient?.role,
    ...clock,
    anchorAt: owed.anchorAt,
    answerableFromAt: owed.answerableFromAt ?? owed.anchorAt,
    openedAt: now,
    nextAlarmAt: alarms.length === 0 ? null : Math.min(...alarms.filter(Number.isFinite)),
    stake: owed.stake,
  }
}

/** The row that remembers a promise of the story which this case never owed. */
export function neverOwed(held: Pick<Case, 'id' | 'round' | 'kind'>, promise: string, now: Instant): Row {
  return {
    caseId: held.id,
    promise,
    clause: `house:${held.kind}.${promise}`,
    policy: 'house',
    policyVersion: 0,
    round: held.round,
    dueKind: 'none',
    anchorAt: now,
    answerableFromAt: now,
    openedAt: now,
    work: 'released',
    verdict: 'void',
    settledAt: now,
    reason: 'notOwed',
  }
}

/** Opens promises, and returns them. One that stands already (same clause, bearer, recipient, round) stays as it is. */
export async function open(tx: Tx, rows: Row[]): Promise<(typeof obligations.$inferSelect)[]> {
  return tx.insert(obligations).values(rows).onConflictDoNothing().returning()
}

/**
 * Writes the earliest alarm of a case's open promises to the case. Answers whether its workflow sleeps past it: then the
 * alarm is noted as armed, and the workflow has to be poked.
 */
export async function armCase(tx: Tx, { id, armedAt }: Pick<Case, 'id' | 'armedAt'>): Promise<boolean> {
  const before = armedAt === null ? null : new Date(armedAt).toISOString()
  const rows = await tx.execute<{ earlier: boolean }>(sql`
    update "case" set next_alarm_at = next.at,
      armed_at = case when next.at < coalesce(${before}::timestamptz, 'infinity') then next.at else armed_at end
    from (select min(next_alarm_at) as at from obligation where case_id = ${id} and work = 'open') next
    where id = ${id} returning next.at is not null and next.at < coalesce(${before}::timestamptz, 'infinity') as earlier`)
  return rows[0]?.earlier ?? false
}
