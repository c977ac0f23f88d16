import type { LocalDate } from '../instant.ts'
import { citation, isBlank, numberOf, settingOf, type Parameter, type Terms } from '../policy/parameter.ts'

/** One event of attendance as recorded: an absence, or minutes of lateness. */
export interface AttendanceEvent {
  id: string
  on: LocalDate
  kind: 'absent' | 'late'
  /** Of lateness, in ms. */
  lateMs: number
}

/** The numbers of a month's absence statement (S4-D-2.5a, S4-N-2.5a). */
export const statementParameters = (clause: string): Record<string, Parameter> => ({
  'attendance.absences': {
    clause,
    label: { zh: '当月缺勤次数', en: 'Absences in a month' },
    unit: 'count',
    value: 3,
  },
  // The text prints 超过3次以上, which can be read both ways.
  'attendance.absencesReading': {
    clause: null,
    label: { zh: '“超过3次以上”的读法', en: 'How “more than 3 or above” is read' },
    unit: 'setting',
    value: 'moreThan',
    choices: ['moreThan', 'atLeast'],
  },
  'attendance.lateness': {
    clause,
    label: { zh: '当月迟到累计时长', en: 'Lateness added up in a month' },
    unit: 'ms',
    value: 3 * 60 * 60 * 1_000,
  },
})

/** The statement that a month calls for, and on what it rests. */
export interface RequiredStatement {
  month: string
  cited: { clause: string; policy: string; policyVersion: number }
  absences: number
  lateMs: number
  evidenceIds: string[]
  /** The last day of an event it rests on. */
  on: LocalDate
}

/**
 * The absence statements that months call for: more than 3 absences (or 3 and more, as the reading is set), or lateness
 * that adds up to more than 3 hours; 3 hours exactly is not more. One statement a month, whatever calls for it.
 */
export function statementsOf(
  events: readonly AttendanceEvent[],
  termsOn: (on: LocalDate) => Terms,
): RequiredStatement[] {
  const months = [...new Set(events.map(({ on }) => on.slice(0, 7)))].sort()
  return months.flatMap((month) => {
    const own = events.filter(({ on }) => on.slice(0, 7) === month)
    const terms = termsOn(lastDay(own))
    if (isBlank(terms, 'attendance.absences') || isBlank(terms, 'attendance.lateness')) return []
    const absent = own.filter(({ kind }) => kind === 'absent')
    const late = own.filter(({ kind }) => kind === 'late')
    const lateMs = late.reduce((sum, one) => sum + one.lateMs, 0)
    const least = numberOf(terms, 'attendance.absences')
    const atLeast = settingOf(terms, 'attendance.absencesReading') === 'atLeast'
    const tooOften = atLeast ? absent.length >= least : absent.length > least
    const tooLong = lateMs > numberOf(terms, 'attendance.lateness')
    if (!tooOften && !tooLong) return []
    const rests = [...(tooOften ? absent : []), ...(tooLong ? late : [])]
    return [
      {
        month,
        cited: citation(terms, 'attendance.absences'),
        absences: absent.length,
        lateMs,
        evidenceIds: rests.map(({ id }) => id).sort(),
        on: lastDay(rests),
      },
    ]
  })
}

const lastDay = (events: readonly AttendanceEvent[]): LocalDate =>
  events
    .map(({ on }) => on)
    .sort()
    .at(-1)!
