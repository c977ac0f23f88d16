import { describe, expect, it } from 'vitest'
import { explain } from '../consequence/explain.ts'
import { HOUR } from '../instant.ts'
import { statedTerms } from '../policy/stated.ts'
import { statementsOf, type AttendanceEvent } from './statement.ts'

const absent = (on: string, id: string): AttendanceEvent => ({ id, on, kind: 'absent', lateMs: 0 })
const late = (on: string, id: string, lateMs = 4 * HOUR): AttendanceEvent => ({ id, on, kind: 'late', lateMs })
const stated = statedTerms({}, ['S4-D'])
const cited = { clause: 'S4-D-2.5a', policy: 'S4-D', policyVersion: 1 }
const four = [
  absent('2026-03-09', 'b'),
  absent('2026-03-02', 'd'),
  absent('2026-03-20', 'a'),
  absent('2026-03-10', 'c'),
]

describe('an absence statement', () => {
  it('rests on the absences alone, where lateness did not call for it [S4-D-2.5a]', () => {
    const events = [...four, late('2026-03-25', 'e', 3 * HOUR)]
    expect(statementsOf(events, () => stated)).toEqual([
      {
        month: '2026-03',
        cited,
        absences: 4,
        lateMs: 3 * HOUR,
        evidenceIds: ['a', 'b', 'c', 'd'],
        on: '2026-03-20',
      },
    ])
  })

  it('rests on the lateness alone, where absences did not call for it [S4-D-2.5a]', () => {
    const events = [late('2026-03-25', 'e', 1), late('2026-03-05', 'f', 3 * HOUR), absent('2026-03-30', 'a')]
    expect(statementsOf(events, () => stated)).toEqual([
      { month: '2026-03', cited, absences: 1, lateMs: 3 * HOUR + 1, evidenceIds: ['e', 'f'], on: '2026-03-25' },
    ])
  })

  it('goes by the rulebook in force on the last day recorded, in whatever order that came [S4-D-2.5a]', () => {
    const lax = statedTerms({ 'attendance.absences': 9 }, ['S4-D'])
    const laxUntil = (day: string) => (on: string) => (on <= day ? lax : stated)
    for (const events of [four, [...four].reverse(), [four[2]!, four[0]!, four[3]!, four[1]!]]) {
      expect(statementsOf(events, laxUntil('2026-03-19'))).toHaveLength(1)
      expect(statementsOf(events, laxUntil('2026-03-20'))).toEqual([])
    }
  })

  it('comes month by month in order, whatever order the events came in', () => {
    const events = ['2026-05', '2025-12', '2026-03'].map((month) => late(`${month}-10`, month))
    expect(statementsOf(events, () => stated).map(({ month }) => month)).toEqual(['2025-12', '2026-03', '2026-05'])
  })

  it('says how often and how long, in hours with two decimals [S4-D-2.5a]', () => {
    const arithmetic = { rule: 'attendanceMonth', month: '2026-03', absences: 4, lateMs: 3.5 * HOUR }
    expect(explain({ kind: 'statement', ...cited, amountFen: 0, arithmetic }).because).toEqual({
      zh: '2026-03 缺勤 4 次，迟到累计 3 小时 30 分，须提交缺勤情况说明。',
      en: '2026-03: 4 absences, lateness of 3 h 30 min in all; an absence statement is due.',
    })
  })
})
