import { sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { caseKindLabels } from '../../rules/labels.ts'
import { promiseLabel } from '../../rules/promises.ts'
import type { Material, OtherWork, OwnPromise, TeamReport, WorkedTask } from '../../rules/report/draft.ts'
import { formOf, type FormName, type Sections } from '../../rules/report/forms.ts'
import type { Period } from '../../rules/report/period.ts'
import type { Db } from '../client.ts'
import { countPeriod, ofDepartment, ofPerson, type About } from './count.ts'

/** As many of the department's promises as a person reads; an engineer's own are fewer. */
const MOST = 50

type CaseKind = keyof typeof caseKindLabels

interface PromiseRow extends Record<string, unknown> {
  kind: string
  promise: string
  due_at: string | null
}

/** What a report of a period can be drafted from, as the cases stand now. */
export async function materialOf(db: Db, form: FormName, about: About, period: Period): Promise<Material> {
  const [late, open] = [await promisesOf(db, about, period, 'late'), await promisesOf(db, about, period, 'open')]
  return {
    tasks: about.personId === null ? [] : await tasksOf(db, about, period),
    others: about.personId === null ? [] : await othersOf(db, about.personId, period),
    late,
    open,
    team: formOf(form).rhythm === 'weekly' && about.personId === null ? await teamOf(db, about, period) : [],
    figures: await countPeriod(db, about, period),
  }
}

const at = (when: Instant) => sql`${new Date(when).toISOString()}::timestamptz`

/** Tasks of the engineer's on which something was settled in the period, with what. */
async function tasksOf(db: Db, about: About, { fromAt, untilAt }: Period): Promise<WorkedTask[]> {
  const rows = await db.execute<{ customer: string; requirement: string; ended: boolean; kept: string[] }>(sql`
    select u.name as customer, t.requirement, coalesce(k.ended_at < ${at(untilAt)}, false) as ended,
      array_agg(o.promise order by o.settled_at, o.id) as kept
    from service_task t join "case" k on k.id = t.case_id join customer u on u.id = t.customer_id
      join obligation o on o.case_id = k.id and o.bearer_id = ${about.personId} and o.work = 'done'
        and o.settled_at >= ${at(fromAt)} and o.settled_at < ${at(untilAt)}
    where k.sample is null
    group by k.id, u.name, t.requirement order by k.id`)
  return rows.map(({ kept, ...task }) => ({ ...task, kept: kept.map((one) => promiseLabel('serviceTask', one)) }))
}

/** What a person settled in other cases, whether it was theirs or their role's: how often, by kind and promise. */
async function othersOf(db: Db, personId: string, { fromAt, untilAt }: Period): Promise<OtherWork[]> {
  const rows = await db.execute<{ kind: CaseKind; promise: string; times: number }>(sql`
    select k.kind, o.promise, count(distinct (k.id, o.round))::int as times
    from obligation o join "case" k on k.id = o.case_id join fact f on f.id = o.evidence_id
    where o.work = 'done' and o.settled_at >= ${at(fromAt)} and o.settled_at < ${at(untilAt)}
      and f.by_id = ${personId} and k.sample is null and k.kind not in ('serviceTask', 'report', 'workReport')
    group by k.kind, o.promise order by k.kind, times desc, o.promise`)
  const kinds = [...new Set(rows.map(({ kind }) => kind))]
  return kinds.map((kind) => ({
    kind: caseKindLabels[kind],
    kept: rows
      .filter((row) => row.kind === kind)
      .map(({ promise, times }) => ({ label: promiseLabel(kind, promise), times })),
  }))
}

/** Promises that turned late in the period, or those still open that were owed before its end; the most urgent first. */
async function promisesOf(db: Db, about: About, { fromAt, untilAt }: Period, which: 'late' | 'open') {
  const state =
    which === 'late'
      ? sql`o.verdict = 'late' and o.late_from_at >= ${at(fromAt)} and o.late_from_at < ${at(untilAt)}`
      : sql`o.work = 'open' and o.opened_at < ${at(untilAt)}`
  const rows = await db.execute<PromiseRow>(sql`
    select k.kind, o.promise, o.due_at from obligation o join "case" k on k.id = o.case_id
    where k.kind not in ('report', 'workReport', 'assessment') and ${ofDepartment(about)} and ${ofPerson(sql`o.bearer_id`, about)}
      and ${state} order by o.due_at nulls last, o.id limit ${MOST}`)
  return rows.map(({ kind, promise, due_at }): OwnPromise => ({
    label: promiseLabel(kind, promise),
    dueAt: due_at === null ? null : Date.parse(due_at),
  }))
}

/** What the engineers of the department handed in for the same week. */
async function teamOf(db: Db, about: About, { key }: Period): Promise<TeamReport[]> {
  const rows = await db.execute<{ name: string; sections: Sections | null }>(sql`
    select p.name, r.sections from report r join "case" k on k.id = r.case_id join person p on p.id = r.author_id
    where r.form = 'engineerWeekly' and r.period = ${key} and ${ofDepartment(about)}
      and not exists (select from obligation o where o.case_id = k.id and o.promise = r.form and o.verdict = 'void')
    order by p.code`)
  return [...rows]
}
