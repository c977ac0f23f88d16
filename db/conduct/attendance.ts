import { and, eq, like } from 'drizzle-orm'
import { statementsOf, type AttendanceEvent } from '../../rules/attendance/statement.ts'
import { MINUTE, type Instant, type LocalDate } from '../../rules/instant.ts'
import type { Terms } from '../../rules/policy/parameter.ts'
import { refuse } from '../../rules/problem.ts'
import { atTime, localDate } from '../../rules/time/local.ts'
import { writeFact } from '../case/record.ts'
import type { Case } from '../case/lock.ts'
import type { Tx } from '../client.ts'
import { reconcile, type DesiredEntry } from '../consequence/reconcile.ts'
import { personTerms } from '../evaluation/terms.ts'
import { standingRecords } from '../record/read.ts'
import { facts } from '../schema/case.ts'
import { consequences } from '../schema/consequence.ts'
import { personFiles } from '../schema/record.ts'
import { fileToRecordIn, type Recorder } from './record.ts'

export interface AttendanceRecord {
  personId: string
  kind: AttendanceEvent['kind']
  occurredAt: Instant
  /** Of lateness. */
  minutes?: number
  note: string
}

/**
 * Records an absence or lateness of resident staff; the month's absence statement (S4-D-2.5a, S4-N-2.5a) follows, and is
 * taken back where it no longer does. Refuses somebody whom no rulebook with such statements binds.
 */
export async function recordAttendance(
  tx: Tx,
  given: AttendanceRecord & Recorder,
  now: Instant,
): Promise<{ id: string }> {
  const { personId, kind, occurredAt, minutes, note, byId } = given
  if (kind === 'late' && minutes === undefined) refuse('attendance.minutes', { field: 'minutes' })
  const file = await fileToRecordIn(tx, given, now)
  const terms = await personTerms(tx, 'attendance', personId, occurredAt)
  if (!terms['attendance.absences']) refuse('attendance.notBound', { field: 'personId' })
  const data = { kind, minutes, note }
  const id = (await writeFact(tx, file.id, { kind: 'attendanceRecorded', occurredAt, byId, data }, now))!
  await recomputeStatements(tx, personId, file, now)
  return { id }
}

/** Takes an attendance record back; the statements are counted anew. Never one's own. */
export async function takeAttendanceBack(
  tx: Tx,
  { id, reason, byId, scope }: Recorder & { id: string; reason: string },
  now: Instant,
): Promise<{ id: string }> {
  const [found] = await tx
    .select()
    .from(facts)
    .where(and(eq(facts.id, id), eq(facts.kind, 'attendanceRecorded')))
  const personId = found && (await ownerOf(tx, found.caseId))
  if (!found || !personId) return refuse('record.unknown', { field: 'id' })
  const file = await fileToRecordIn(tx, { personId, occurredAt: now, byId, scope }, now)
  const later = await tx.select({ id: facts.id }).from(facts).where(eq(facts.correctsId, id))
  if (later.length > 0) refuse('record.correctedAlready')
  const back = { kind: 'recordTakenBack', occurredAt: now, byId, data: { reason }, correctsId: id }
  const factId = (await writeFact(tx, file.id, back, now))!
  await recomputeStatements(tx, personId, file, now)
  return { id: factId }
}

type Records = Awaited<ReturnType<typeof standingRecords>>

/** What the standing records of a person say of their attendance. */
export const attendanceOf = (records: Records): AttendanceEvent[] =>
  records
    .filter((fact) => fact.kind === 'attendanceRecorded')
    .map(({ id, occurredAt, data }) => ({
      id,
      on: localDate(occurredAt),
      kind: data.kind as AttendanceEvent['kind'],
      lateMs: Number(data.minutes ?? 0) * MINUTE,
    }))

async function recomputeStatements(tx: Tx, personId: string, { id: caseId }: Case, now: Instant): Promise<void> {
  const events = attendanceOf(await standingRecords(tx, personId))
  const terms = new Map<LocalDate, Terms>()
  for (const { on } of events)
    if (!terms.has(on)) terms.set(on, await personTerms(tx, 'attendance', personId, atTime(on, '23:59:59')))
  const desired = statementsOf(events, (on) => terms.get(on)!).map(
    ({ month, cited, absences, lateMs, evidenceIds, on }): DesiredEntry => ({
      key: `attendance:${personId}:${month}`,
      kind: 'statement',
      personId,
      caseId,
      ...cited,
      amountFen: 0,
      occurredAt: Math.min(now, atTime(on, '23:59:59')),
      evidenceIds,
      arithmetic: { rule: 'attendanceMonth', month, absences, lateMs },
    }),
  )
  const theirs = and(eq(consequences.personId, personId), like(consequences.key, 'attendance:%'))
  const known = events.map(({ id }) => id)
  await reconcile(tx, theirs, desired, { rule: 'attendanceCorrected' }, known, now)
}

async function ownerOf(tx: Tx, caseId: string): Promise<string | undefined> {
  const [file] = await tx.select().from(personFiles).where(eq(personFiles.caseId, caseId))
  return file?.personId
}
