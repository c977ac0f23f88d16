import { and, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { AccidentClass } from '../../rules/accident/grounds.ts'
import { eventOf, idsIn } from '../../rules/consequence/event.ts'
import type { Instant, LocalDate } from '../../rules/instant.ts'
import type { Role } from '../../rules/roles.ts'
import { ASPECTS, type Aspect, type Grade } from '../../rules/serviceTask/ratings.ts'
import { localDate } from '../../rules/time/local.ts'
import type { TermsAt } from '../../rules/window/entry.ts'
import { daysAtWork } from '../../rules/window/exposure.ts'
import {
  sinceOf,
  type AccidentEvent,
  type EngineerHistory,
  type SupervisorHistory,
} from '../../rules/window/history.ts'
import { loadCalendar } from '../calendar/loadCalendar.ts'
import { originsOf } from '../case/origins.ts'
import type { Tx } from '../client.ts'
import { standingRecords } from '../record/read.ts'
import { uncorrected } from '../case/uncorrected.ts'
import { accidents } from '../schema/accident.ts'
import { cases, facts } from '../schema/case.ts'
import { consequences } from '../schema/consequence.ts'
import { absence, awayKinds, heldRole } from '../schema/person.ts'
import { serviceRatings } from '../schema/serviceTask.ts'

type Records = Awaited<ReturnType<typeof standingRecords>>

/** What the windows of an engineer rest on, as it is known now. */
export async function engineerHistory(
  tx: Tx,
  personId: string,
  termsAt: TermsAt,
  now: Instant,
): Promise<EngineerHistory> {
  const records = await standingRecords(tx, personId)
  const of = (kind: string) => records.filter((fact) => fact.kind === kind)
  const exams = of('examTaken').filter((fact) => fact.data.exam === 'training')
  const rated = await tx
    .select()
    .from(serviceRatings)
    .where(and(eq(serviceRatings.engineerId, personId), eq(serviceRatings.superseded, false)))
  const isWaived = await waivedOf(tx, personId, [...exams.map(({ id }) => id), ...rated.map(({ factId }) => factId)])
  const known = {
    accidents: [...(await accidentsOf(tx, accidents.engineerId, personId)), ...openingAccidents(records)],
    openingMonths: openingMonths(records),
    ratings: [
      ...ratingsOf(rated, isWaived),
      ...of('openingRating').map((fact) => ({ ...happened(fact), worst: fact.data.worst as Grade })),
    ],
    documents: new Map(
      of('documentsChecked')
        .sort((a, b) => a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1))
        .map((fact) => [fact.data.month as string, { id: fact.id, complete: fact.data.complete === true }]),
    ),
  }
  const sinceOn = sinceOf([...known.documents.keys(), ...known.openingMonths], [...known.ratings, ...known.accidents])
  return {
    ...known,
    termsAt,
    todayOn: localDate(now),
    workedOn: await workedOn(tx, { personId, role: 'engineer', sinceOn }, now),
    exams: [
      ...exams.map((fact) => ({
        ...happened(fact),
        passed: fact.data.passed === true,
        opening: false,
        waived: isWaived(fact.id),
      })),
      ...of('openingExamFailed').map((fact) => ({ ...happened(fact), passed: false, opening: true })),
    ],
  }
}

/** What the windows of a supervisor rest on: the department's accidents while they held the post. */
export async function supervisorHistory(
  tx: Tx,
  personId: string,
  termsAt: TermsAt,
  now: Instant,
): Promise<SupervisorHistory> {
  const records = await standingRecords(tx, personId)
  const known = {
    accidents: [...(await accidentsOf(tx, accidents.supervisorId, personId)), ...openingAccidents(records)],
    openingMonths: openingMonths(records),
    activeMonths: await activeMonths(tx, personId),
  }
  const sinceOn = sinceOf([...known.activeMonths, ...known.openingMonths], known.accidents)
  const post = { personId, role: 'serviceSupervisor' as const, sinceOn }
  return { ...known, termsAt, todayOn: localDate(now), workedOn: await workedOn(tx, post, now) }
}

const happened = (fact: Records[number]) => ({ id: fact.id, at: fact.occurredAt })

/** Of an engineer their own, of a supervisor the department's. */
const openingAccidents = (records: Records): AccidentEvent[] =>
  records
    .filter((fact) => fact.kind === 'openingAccident')
    .map((fact) => ({ ...happened(fact), class: fact.data.class as AccidentClass, waived: false }))

const openingMonths = (records: Records) =>
  new Set(records.filter((fact) => fact.kind === 'openingCleanMonth').map((fact) => fact.data.month as string))

/** Accidents by one of their two people; `waived` where that person's fine for it was. */
async function accidentsOf(
  tx: Tx,
  column: typeof accidents.engineerId | typeof accidents.supervisorId,
  personId: string,
): Promise<AccidentEvent[]> {
  const rows = await tx
    .select({
      id: facts.id,
      at: accidents.occurredAt,
      class: accidents.class,
      waived: sql<boolean>`exists (
        select from consequence e join consequence w on w.about_id = e.id and w.kind = 'waiver'
        where e.case_id = ${accidents.caseId} and e.person_id = ${personId} and e.key like 'accident:%'
          and e.arithmetic->>'class' = ${accidents.class})`,
    })
    .from(accidents)
    .innerJoin(cases, and(eq(cases.id, accidents.caseId), ne(cases.state, 'withdrawn')))
    .innerJoin(facts, and(eq(facts.caseId, accidents.caseId), eq(facts.kind, 'reported')))
    .where(and(eq(column, personId), isNotNull(accidents.class), uncorrected))
  return rows.map((row) => ({ ...row, class: row.class! }))
}

const WORST = ['poor', 'fair', 'good', 'excellent'] as const
const worstOf = (scores: readonly { grade: Grade }[]): Grade | undefined =>
  WORST.find((grade) => scores.some((one) => one.grade === grade))

/** Whether the fine of an exam, a signature or a score was waived; corrected since, it is the same one. */
type IsWaived = (factId: string, aspect?: Aspect) => boolean

/** What the waived fines of a person were for: an exam or a signature by its fact, a score by its fact and aspect. */
async function waivedOf(tx: Tx, personId: string, factIds: readonly string[]): Promise<IsWaived> {
  const waiver = alias(consequences, 'waiver')
  const rows = await tx
    .select({ arithmetic: consequences.arithmetic, evidenceIds: consequences.evidenceIds })
    .from(consequences)
    .innerJoin(waiver, and(eq(waiver.aboutId, consequences.id), eq(waiver.kind, 'waiver')))
    .where(and(eq(consequences.personId, personId), eq(consequences.kind, 'fine')))
  const waived = rows.flatMap(({ arithmetic: { rule, aspect, scores }, evidenceIds }) =>
    rule === 'poor' ? `${evidenceIds[0]!}.${String(aspect)}` : rule === 'fair' ? (scores as string[]) : evidenceIds,
  )
  const originOf = await originsOf(tx, [...factIds, ...waived.flatMap(idsIn)])
  const origins = new Set(waived.map((one) => eventOf(one, originOf)))
  return (factId, aspect) => origins.has(aspect ? `${originOf(factId)}.${aspect}` : originOf(factId))
}

function ratingsOf(rows: readonly (typeof serviceRatings.$inferSelect)[], isWaived: IsWaived) {
  return rows.map(({ factId, signedAt, ...scored }) => {
    // A signature missing or forged stands for three poor scores (S0-A-7.3c).
    const scores = ASPECTS.map((aspect) => ({ aspect, grade: scored[aspect] ?? 'poor' }))
    const standing = scores.filter(({ aspect }) => !isWaived(factId) && !isWaived(factId, aspect))
    const worstStanding = worstOf(standing) ?? 'excellent'
    return { id: factId, at: signedAt, worst: worstOf(scores)!, worstStanding, unsigned: scored.attitude === null }
  })
}

/** The working days at work in a post since its records begin: before them no month is looked at. */
async function workedOn(
  tx: Tx,
  { personId, role, sinceOn }: { personId: string; role: Role; sinceOn: LocalDate | undefined },
  now: Instant,
): Promise<Set<LocalDate>> {
  if (sinceOn === undefined) return new Set()
  const held = await tx
    .select({ fromAt: heldRole.fromAt, toAt: heldRole.toAt })
    .from(heldRole)
    .where(and(eq(heldRole.personId, personId), eq(heldRole.role, role)))
  if (held.length === 0) return new Set()
  const away = await tx
    .select({ fromAt: absence.fromAt, toAt: absence.toAt })
    .from(absence)
    .where(and(eq(absence.personId, personId), inArray(absence.kind, [...awayKinds])))
  const heldOn = localDate(Math.min(...held.map((span) => span.fromAt)))
  const fromOn = heldOn > sinceOn ? heldOn : sinceOn
  return new Set(daysAtWork(await loadCalendar(tx), held, away, { fromOn, toOn: localDate(now) }))
}

/**
 * Months in which the department began any service task, by the sample that the supervisor belongs to: everywhere, or in
 * the region they hold the post for.
 */
async function activeMonths(tx: Tx, personId: string): Promise<Set<string>> {
  const rows = await tx.execute<{ month: string }>(sql`
    select distinct to_char(started_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month from "case" c
    where kind = 'serviceTask' and state <> 'withdrawn'
      and sample is not distinct from (select sample from person where id = ${personId})
      and exists (select from held_role r where r.person_id = ${personId} and r.role = 'serviceSupervisor'
        and (r.region_id is null or r.region_id = c.region_id))`)
  return new Set(rows.map((row) => row.month))
}
