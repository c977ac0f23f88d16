import { and, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import { DAY, type Instant, type LocalDate } from '../../rules/instant.ts'
import { FORM_NAMES, formOf, kindOfForm, type FormName } from '../../rules/report/forms.ts'
import { dueOf, type Opened } from '../../rules/report/owed.ts'
import { opensAt, periodNamed, periodOf, periodsFrom, type Period, type Rhythm } from '../../rules/report/period.ts'
import type { Terms } from '../../rules/policy/parameter.ts'
import { loadCalendar } from '../calendar/loadCalendar.ts'
import { openCase } from '../case/openCase.ts'
import { lockCase, proceed, settle, writeFact } from '../case/record.ts'
import { obligationsOf } from '../case/view.ts'
import type { Db, Tx } from '../client.ts'
import { superiorOf } from '../person/resolve.ts'
import { cases } from '../schema/case.ts'
import { reports } from '../schema/report.ts'
import { liftJudgement } from './judge.ts'
import { reportTerms } from './terms.ts'
import { holdersOf, owes, owingOf, standInsOf } from './who.ts'

/** The procedures of reports, by the kind of their cases. */
export type ReportProcedures = Readonly<Record<'report' | 'workReport', Procedure>>

/**
 * Asks for the reports of a period: one case for each person who owes one, and one of the unit's where everybody who
 * holds the role was away. What stands is left; what turns out not to be owed (leave entered later, a role that ended) is
 * taken away, with its fine. Nobody is asked after the due time for a form that others were asked for in time.
 * Any number of processes may do this at once, any number of times. Returns how many it opened.
 */
export async function openReports(
  tx: Tx,
  procedures: ReportProcedures,
  period: Period,
  now: Instant,
  overdue: 'ask' | 'leave' = 'ask',
): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`report:${period.key}`}, 0))`)
  const calendar = await loadCalendar(tx)
  const termsFor = await reportTerms(tx, opensAt(period))
  let opened = 0
  for (const form of FORM_NAMES.filter((name) => mayHave(name, period.rhythm))) {
    const procedure = procedures[kindOfForm(form)]
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
    const owing = await owingOf({ form, period, holders, standIns, termsOf, termsFor, calendar })
    for (const one of owing) {
      const before = asked.filter(({ authorId }) => authorId === one.authorId)
      if (!before.every(wasTakenAway)) continue
      const due = dueOf(form, one.terms, period)
      const dueAt = due.kind === 'by' ? due.at : due.kind === 'prompt' ? due.targetAt : Infinity
      const tooLate = asked.length > 0 || overdue === 'leave'
      if (tooLate && dueAt <= now) continue
      const key = keyOf(form, period.key, one.authorId, before.length)
      await openOne(tx, procedure, { ...one, form, period, key, startedAt: opensAt(period) }, now)
      opened += 1
    }
  }
  return opened
}

/** Whether a form comes round in this rhythm, or may, where somebody sets how often. */
const mayHave = (form: FormName, rhythm: Rhythm) => formOf(form).rhythm === rhythm || formOf(form).every !== undefined

/** One that was taken away and is owed after all (a leave called off) is another. */
const keyOf = (form: FormName, period: string, authorId: string | null, time: number) =>
  [form, period, authorId ?? 'unit', ...(time > 0 ? [time] : [])].join(':')

/** Whether a report that was asked for turned out not to be owed; one that a person withdrew stays withdrawn. */
const wasTakenAway = ({ held, receivedAt }: { held: { state: string }; receivedAt: Instant | null }) =>
  held.state === 'ended' && receivedAt === null

/** One report that somebody owes. */
export interface NewReport {
  form: FormName
  period: Period
  authorId: string | null
  regionId: string | null
  terms: Terms
  key: string
  startedAt: Instant
  /** Of one that somebody asked for, or that something called for. */
  asked?: { dueOn?: LocalDate; request?: string; byId?: string; aboutCaseId?: string }
}

/** Opens one report's case; what it owes is opened with it. Returns the case's id. */
export async function openOne(tx: Tx, procedure: Procedure, given: NewReport, now: Instant): Promise<string> {
  const { form, period, authorId, regionId, terms, key, startedAt, asked } = given
  const held = await openCase(tx, { kind: kindOfForm(form), startedAt, terms, regionId, parentId: asked?.aboutCaseId })
  const rhythm = kindOfForm(form) === 'workReport' ? period.rhythm : null
  const { request, byId: askedById, aboutCaseId } = asked ?? {}
  const row = { caseId: held.id, key, form, period: period.key, periodFromAt: period.fromAt, authorId, rhythm }
  await tx.insert(reports).values({ ...row, request, askedById, aboutCaseId })
  const superior = formOf(form).to === 'superior' && authorId ? await superiorOf(tx, authorId, now) : undefined
  const data: Opened = {
    form,
    period: period.key,
    authorId,
    ...(rhythm && !asked && { rhythm }),
    ...(superior?.personIds[0] && { recipientId: superior.personIds[0] }),
    ...(asked?.dueOn && { dueOn: asked.dueOn }),
  }
  await writeFact(tx, held.id, { kind: 'opened', occurredAt: startedAt, byId: askedById, data: { ...data } }, now)
  await proceed(tx, procedure, held, now)
  return held.id
}

/** Takes away what is not owed after all; a fine that fell meanwhile is reversed by the judgement. */
export async function release(tx: Tx, procedure: Procedure, caseId: string, now: Instant): Promise<void> {
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
  await liftJudgement(tx, caseId, factId!, now)
  await proceed(tx, procedure, held, now)
}

/** How far back a missed period is asked for still: nobody writes a daily report of the month before. */
const LOOK_BACK: Partial<Record<Rhythm, number>> = { daily: 7 * DAY }

/**
 * The second pair of eyes beside the Schedules: asks for every period of a rhythm since the last one that was asked for,
 * and looks at that one again. A house that never asked begins with what is not due yet of the period that runs.
 */
export async function openDueReports(
  db: Db,
  procedures: ReportProcedures,
  rhythm: Rhythm,
  now: Instant,
): Promise<number> {
  const names = FORM_NAMES.filter((name) => formOf(name).rhythm === rhythm)
  const current = periodOf(rhythm, now)
  const [last] = await db
    .select({ period: reports.period })
    .from(reports)
    .where(
      or(
        inArray(reports.form, names),
        and(eq(reports.rhythm, rhythm), isNull(reports.askedById), isNull(reports.aboutCaseId)),
      ),
    )
    .orderBy(desc(reports.periodFromAt))
    .limit(1)
  const first = last ? periodNamed(rhythm, last.period) : current
  const sinceAt = now - (LOOK_BACK[rhythm] ?? Infinity)
  let opened = 0
  for (const period of periodsFrom(first, current).filter(({ untilAt }) => untilAt > sinceAt)) {
    const known = last === undefined || period.key === last.period
    opened += await db.transaction((tx) => openReports(tx, procedures, period, now, known ? 'leave' : 'ask'))
  }
  return opened
}
