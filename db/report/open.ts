import { and, desc, eq, gt, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { settingOf, type Terms } from '../../rules/policy/parameter.ts'
import { owesReport, type RestPeriod, type Span } from '../../rules/report/exposure.ts'
import { FORM_NAMES, formOf, type FormName } from '../../rules/report/forms.ts'
import { dueOf, isAsked, type Opened } from '../../rules/report/owed.ts'
import { opensAt, periodNamed, periodOf, periodsFrom, type Period, type Rhythm } from '../../rules/report/period.ts'
import type { Role } from '../../rules/roles.ts'
import type { Calendar } from '../../rules/time/calendar.ts'
import { loadCalendar } from '../calendar/loadCalendar.ts'
import { openCase } from '../case/openCase.ts'
import { lockCase, proceed, settle, writeFact } from '../case/record.ts'
import { obligationsOf } from '../case/view.ts'
import type { Db, Tx } from '../client.ts'
import { termsFor } from '../policy/terms.ts'
import { cases } from '../schema/case.ts'
import { absence, person, heldRole, substitution } from '../schema/person.ts'
import { reports } from '../schema/report.ts'

/** Being away on a trip or at a training is work; these are not. */
const LEAVE = ['leave', 'sick', 'other'] as const

/** Somebody who held a role in a period. */
interface Holder {
  personId: string
  regionId: string | null
  /** With the role as it was given, which is the one that a substitute is named for. */
  roles: (Span & { granted: Role })[]
  leave: Span[]
}

/**
 * Asks for the reports of a period: one case for each person who owes one, and one of the unit's where everybody who
 * holds the role was away. What stands is left; what turns out not to be owed (leave entered later, a role that ended) is
 * taken away, with its fine. Nobody is asked after the due time for a form that others were asked for in time.
 * Any number of processes may do this at once, any number of times. Returns how many it opened.
 */
export async function openReports(
  tx: Tx,
  procedure: Procedure,
  period: Period,
  now: Instant,
  overdue: 'ask' | 'leave' = 'ask',
): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`report:${period.key}`}, 0))`)
  const calendar = await loadCalendar(tx)
  let opened = 0
  for (const form of FORM_NAMES.filter((name) => formOf(name).rhythm === period.rhythm)) {
    const asked = await tx
      .select({ authorId: reports.authorId, receivedAt: reports.receivedAt, held: cases })
      .from(reports)
      .innerJoin(cases, eq(cases.id, reports.caseId))
      .where(and(eq(reports.form, form), eq(reports.period, period.key), isNull(cases.sample)))
    const holders = await holdersOf(tx, form, period)
    const standIns = await standInsOf(tx, form, period, holders)
    for (const { held, authorId } of asked) {
      if (held.state !== 'open' || authorId === null || standIns.includes(authorId)) continue
      const holder = holders.find(({ personId }) => personId === authorId)
      if (!holder || !owes(form, period, holder, held.terms, calendar)) await release(tx, procedure, held.id, now)
    }
    const termsOf = new Map(asked.map(({ authorId, held }) => [authorId, held.terms]))
    const owing = await owingOf(tx, { form, period, holders, standIns, termsOf, calendar })
    for (const one of owing) {
      const before = asked.filter(({ authorId }) => authorId === one.authorId)
      if (!before.every(wasTakenAway)) continue
      const due = dueOf(form, one.terms, period)
      const tooLate = asked.length > 0 || overdue === 'leave'
      if (tooLate && due.kind === 'by' && due.at <= now) continue
      await open(tx, procedure, { ...one, form, period, time: before.length }, now)
      opened += 1
    }
  }
  return opened
}

/** Whether a report that was asked for turned out not to be owed; one that a person withdrew stays withdrawn. */
const wasTakenAway = ({ held, receivedAt }: { held: { state: string }; receivedAt: Instant | null }) =>
  held.state === 'ended' && receivedAt === null

/** Those who held the role of a form at any time of the period, with when they held it and when they were on leave. */
async function holdersOf(tx: Tx, form: FormName, { fromAt, untilAt }: Period): Promise<Holder[]> {
  const overlaps = (table: typeof heldRole | typeof absence) =>
    and(lt(table.fromAt, untilAt), or(isNull(table.toAt), gt(table.toAt, fromAt)))
  const held = await tx
    .select({
      personId: heldRole.personId,
      regionId: heldRole.regionId,
      granted: heldRole.granted,
      fromAt: heldRole.fromAt,
      toAt: heldRole.toAt,
    })
    .from(heldRole)
    .innerJoin(person, eq(person.id, heldRole.personId))
    .where(and(eq(heldRole.role, formOf(form).by), overlaps(heldRole), eq(person.active, true), isNull(person.sample)))
    .orderBy(heldRole.personId, heldRole.fromAt)
  const ids = [...new Set(held.map(({ personId }) => personId))]
  const away =
    ids.length === 0
      ? []
      : await tx
          .select()
          .from(absence)
          .where(and(inArray(absence.personId, ids), inArray(absence.kind, [...LEAVE]), overlaps(absence)))
  return ids.map((personId) => {
    const roles = held.filter((role) => role.personId === personId)
    return {
      personId,
      roles,
      regionId: roles.at(-1)!.regionId,
      leave: away.filter((one) => one.personId === personId),
    }
  })
}

function owes(form: FormName, period: Period, holder: Holder, terms: Terms, calendar: Calendar): boolean {
  const due = dueOf(form, terms, period)
  const dueAt = due.kind === 'by' ? due.at : null
  return owesReport(period, dueAt, holder, calendar, settingOf<RestPeriod>(terms, 'report.restPeriod'))
}

interface Owing {
  authorId: string | null
  regionId: string | null
  terms: Terms
}

interface Asking {
  form: FormName
  period: Period
  holders: readonly Holder[]
  standIns: readonly string[]
  /** The terms of those who were asked before. */
  termsOf: ReadonlyMap<string | null, Terms>
  calendar: Calendar
}

/** Who owes the form: those who worked; for a department's report, else a substitute by dated grant, else the unit. */
async function owingOf(tx: Tx, { form, period, holders, standIns, termsOf, calendar }: Asking): Promise<Owing[]> {
  const owing: Owing[] = []
  const away: Owing[] = []
  for (const holder of holders) {
    const { personId, regionId } = holder
    const terms = termsOf.get(personId) ?? (await termsFor(tx, { topic: 'report', at: opensAt(period), personId }))
    if (!isAsked(terms, form)) continue
    const one = { authorId: personId, regionId, terms }
    if (owes(form, period, holder, terms, calendar)) owing.push(one)
    else away.push(one)
  }
  if (owing.length > 0 || away.length === 0 || formOf(form).by === 'engineer') return owing
  return [{ ...away[0]!, authorId: standIns[0] ?? null }]
}

/** Who stands in for holders of a department's role in the period by a dated grant, the first asked first. */
async function standInsOf(tx: Tx, form: FormName, { fromAt, untilAt }: Period, holders: readonly Holder[]) {
  if (holders.length === 0 || formOf(form).by === 'engineer') return []
  const lent = [formOf(form).by, ...holders.flatMap(({ roles }) => roles.map(({ granted }) => granted))]
  const granted = await tx
    .select({ personId: substitution.toPersonId })
    .from(substitution)
    .innerJoin(person, and(eq(person.id, substitution.toPersonId), eq(person.active, true)))
    .where(
      and(
        inArray(
          substitution.fromPersonId,
          holders.map(({ personId }) => personId),
        ),
        inArray(substitution.role, lent),
        lt(substitution.fromAt, untilAt),
        gt(substitution.toAt, fromAt),
      ),
    )
    .orderBy(substitution.rank, substitution.id)
  return granted.map(({ personId }) => personId)
}

async function open(
  tx: Tx,
  procedure: Procedure,
  { form, period, authorId, regionId, terms, time }: Owing & { form: FormName; period: Period; time: number },
  now: Instant,
): Promise<void> {
  const held = await openCase(tx, { kind: 'report', startedAt: opensAt(period), terms, regionId })
  // One that was taken away and is owed after all (a leave called off) is another.
  const key = [form, period.key, authorId ?? 'unit', ...(time > 0 ? [time] : [])].join(':')
  await tx
    .insert(reports)
    .values({ caseId: held.id, key, form, period: period.key, periodFromAt: period.fromAt, authorId })
  const data: Opened = { form, period: period.key, authorId }
  await writeFact(tx, held.id, { kind: 'opened', occurredAt: held.startedAt, data: { ...data } }, now)
  await proceed(tx, procedure, held, now)
}

/** Takes away what is not owed after all; a fine that fell meanwhile is reversed by the judgement. */
async function release(tx: Tx, procedure: Procedure, caseId: string, now: Instant): Promise<void> {
  const held = await lockCase(tx, caseId)
  if (held?.state !== 'open') return
  const factId = await writeFact(tx, caseId, { kind: 'notOwed', occurredAt: now }, now)
  const rows = (await obligationsOf(tx, caseId)).filter((row) => row.work === 'open')
  const evidence = { work: 'released' as const, verdict: 'void' as const, reason: 'notOwed', occurredAt: now, factId }
  await settle(
    tx,
    caseId,
    rows.map((row) => ({ obligationId: row.id, ...evidence })),
    now,
  )
  await proceed(tx, procedure, held, now)
}

/**
 * The second pair of eyes beside the Schedules: asks for every period of a rhythm since the last one that was asked for,
 * and looks at that one again. A house that never asked begins with what is not due yet of the period that runs.
 */
export async function openDueReports(db: Db, procedure: Procedure, rhythm: Rhythm, now: Instant): Promise<number> {
  const names = FORM_NAMES.filter((name) => formOf(name).rhythm === rhythm)
  const current = periodOf(rhythm, now)
  const [last] = await db
    .select({ period: reports.period })
    .from(reports)
    .where(inArray(reports.form, names))
    .orderBy(desc(reports.periodFromAt))
    .limit(1)
  let opened = 0
  for (const period of periodsFrom(last ? periodNamed(rhythm, last.period) : current, current)) {
    const known = last === undefined || period.key === last.period
    opened += await db.transaction((tx) => openReports(tx, procedure, period, now, known ? 'leave' : 'ask'))
  }
  return opened
}
