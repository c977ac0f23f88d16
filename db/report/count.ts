import { sql, type SQL } from 'drizzle-orm'
import type { AccidentClass } from '../../rules/accident/grounds.ts'
import type { Instant } from '../../rules/instant.ts'
import type { Verdict, Work } from '../../rules/obligation/obligation.ts'
import { figuresOf, type CountedRating, type Figures } from '../../rules/report/figures.ts'
import type { Period } from '../../rules/report/period.ts'
import type { ResponsibilityForm } from '../../rules/serviceTask/form.ts'
import type { Grade } from '../../rules/serviceTask/ratings.ts'
import type { Db, Tx } from '../client.ts'

/** Whose work a report is about: one engineer's, or the department's (of a region, or everywhere). */
export interface About {
  personId: string | null
  regionId: string | null
}

/** From an instant until (not including) another. */
export type Between = Pick<Period, 'fromAt' | 'untilAt'>

/** Procedures that serve customers: their promises make the timeliness rate. */
const SERVICE_KINDS = ['call', 'incident', 'serviceTask']

const at = (when: Instant) => sql`${new Date(when).toISOString()}::timestamptz`
const texts = (all: readonly string[]) => sql`${sql.param([...all])}::text[]`
export const within = (column: SQL, { fromAt, untilAt }: Between) =>
  sql`${column} >= ${at(fromAt)} and ${column} < ${at(untilAt)}`

/** Real cases of the part of the department a report is about. */
export const ofDepartment = ({ regionId }: About) =>
  sql`k.sample is null and ${regionId === null ? sql`true` : sql`k.region_id = ${regionId}`}`

/** Whether a column names the person a report is about; true for the department's. */
export const ofPerson = (column: SQL, { personId }: About) =>
  personId === null ? sql`true` : sql`${column} = ${personId}`

/** The data of a period (S3-4.2(2), S0-A-6.6), counted from cases, ratings, forms, accidents, reports and the ledger as they stand. */
export async function countPeriod(db: Db | Tx, about: About, period: Between): Promise<Figures> {
  const here = ofDepartment(about)
  const promises = await db.execute<{ verdict: Verdict; work: Work }>(sql`
    select o.verdict, o.work from obligation o join "case" k on k.id = o.case_id
    where k.kind = any(${texts(SERVICE_KINDS)}) and ${here} and ${ofPerson(sql`o.bearer_id`, about)}
      and o.verdict <> 'void' and ${within(sql`o.late_from_at`, period)}`)
  const ratings = await db.execute<{ attitude: Grade | null; skill: Grade; result: Grade }>(sql`
    select r.attitude, r.skill, r.result from service_rating r join "case" k on k.id = r.case_id
    where not r.superseded and ${here} and ${ofPerson(sql`r.engineer_id`, about)} and ${within(sql`r.signed_at`, period)}`)
  const documents = await db.execute<{ form: ResponsibilityForm }>(sql`
    select t.form from service_task t join "case" k on k.id = t.case_id
    where ${here} and ${ofPerson(sql`t.engineer_id`, about)} and exists (
      select from obligation o where o.case_id = k.id and o.promise = 'complete' and o.work = 'done'
        and ${within(sql`o.settled_at`, period)})`)
  const weeklies = await db.execute<{ received: boolean }>(sql`
    select r.received_at is not null as received from report r join "case" k on k.id = r.case_id
    join obligation o on o.case_id = k.id and o.promise = r.form
    where r.form = 'engineerWeekly' and o.verdict <> 'void' and ${here} and ${ofPerson(sql`r.author_id`, about)}
      and ${within(sql`o.late_from_at`, period)}`)
  const [counts] = await db.execute<{
    opened: number
    ended: number
    classI: number
    classII: number
    fen: number
  }>(sql`
    select
      (select count(*)::int from service_task t join "case" k on k.id = t.case_id where ${here}
        and ${ofPerson(sql`t.engineer_id`, about)} and ${within(sql`k.started_at`, period)}) as opened,
      (select count(*)::int from service_task t join "case" k on k.id = t.case_id where ${here}
        and ${ofPerson(sql`t.engineer_id`, about)} and ${within(sql`k.ended_at`, period)}) as ended,
      ${accidents('I', about, period)} as "classI",
      ${accidents('II', about, period)} as "classII",
      (select coalesce(sum(c.amount_fen), 0)::int from consequence c join "case" k on k.id = c.case_id
        where ${here} and ${ofPerson(sql`c.person_id`, about)} and ${within(sql`c.recorded_at`, period)}) as fen`)
  const { opened, ended, classI, classII, fen } = counts!
  return figuresOf({
    promises,
    ratings: ratings.map((row): CountedRating => (row.attitude === null ? null : (row as CountedRating))),
    documents: documents.map(({ form }) => form),
    weeklies,
    accidents: { classI, classII },
    cases: { opened, ended },
    finesFen: fen,
  })
}

/** Service accidents of the period that stand in a class (S0-A-5.1a, S0-A-5.2a), each once however many people it cost. */
const accidents = (grade: AccidentClass, about: About, period: Between) => sql`
  (select count(*)::int from accident a join "case" k on k.id = a.case_id where a.class = ${grade}
   and ${ofDepartment(about)} and ${ofPerson(sql`a.engineer_id`, about)} and ${within(sql`a.occurred_at`, period)})`
