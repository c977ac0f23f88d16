import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { statedTerms } from '../policy/stated.ts'
import { HOUR, MINUTE } from '../instant.ts'
import { S4D } from '../policy/S4D.ts'
import { S4N, S4O } from '../policy/S4N.ts'
import { S4S } from '../policy/S4S.ts'
import type { Policy, Terms } from '../policy/parameter.ts'
import { blocksOf, type ContractReport } from '../reimbursement/block.ts'
import { statementsOf, type AttendanceEvent } from './statement.ts'

const termsOf = ({ id }: Policy, changed: Record<string, unknown> = {}): Terms => statedTerms(changed, [id])
const absent = (on: string, id = on): AttendanceEvent => ({ id, on, kind: 'absent', lateMs: 0 })
const late = (on: string, lateMs: number, id = `${on}L`): AttendanceEvent => ({ id, on, kind: 'late', lateMs })
const days = (n: number, month = '2026-03') =>
  Array.from({ length: n }, (_, day) => absent(`${month}-${String(day + 1).padStart(2, '0')}`))
const found = (events: AttendanceEvent[], terms = termsOf(S4D)) => statementsOf(events, () => terms)

describe('the absence statement of a month', () => {
  it.each([
    [S4D, 'S4-D-2.5a'],
    [S4N, 'S4-N-2.5a'],
    [S4O, 'S4-O-2.5a'],
    [S4S, 'S4-S-2.5a'],
  ])(
    'is called for by more than 3 absences, each print by its own clause [S4-D-2.5a, S4-N-2.5a, S4-O-2.5a, S4-S-2.5a]',
    (policy, clause) => {
      const terms = termsOf(policy)
      expect(found(days(3), terms)).toEqual([])
      expect(found(days(4), terms)).toMatchObject([{ month: '2026-03', absences: 4, cited: { clause } }])
    },
  )

  it('or by 3 and more, as the reading of “超过3次以上” is set [S4-D-2.5a]', () => {
    const atLeast = termsOf(S4D, { 'attendance.absencesReading': 'atLeast' })
    expect(found(days(2), atLeast)).toEqual([])
    expect(found(days(3), atLeast)).toHaveLength(1)
  })

  it('by lateness of more than 3 hours in all; 3 hours exactly are not more [S4-D-2.5a, S4-N-2.5a]', () => {
    const lots = [late('2026-03-02', 2 * HOUR), late('2026-03-03', HOUR)]
    expect(found(lots)).toEqual([])
    expect(found([...lots, late('2026-03-04', 1)])).toMatchObject([{ lateMs: 3 * HOUR + 1, on: '2026-03-04' }])
  })

  it('counts within the calendar month: what lies across its end does not add up', () => {
    expect(found([...days(2), ...days(2, '2026-04')])).toEqual([])
    expect(found([late('2026-03-31', 2 * HOUR), late('2026-04-01', 2 * HOUR)])).toEqual([])
  })

  it('is one, and rests on what called for it', () => {
    const both = found([...days(4), late('2026-03-20', 3 * HOUR + MINUTE), late('2026-03-21', MINUTE)])
    expect(both).toHaveLength(1)
    expect(both[0]!.evidenceIds).toHaveLength(6)
    expect(found([...days(4), late('2026-03-20', MINUTE)])[0]!.evidenceIds).toHaveLength(4)
  })

  it('is blocked by a blank', () => {
    expect(found(days(9), termsOf(S4D, { 'attendance.absences': null }))).toEqual([])
  })

  it('doesn’t depend on the order of arrival, and agrees with counting by hand', () => {
    const event = fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      month: fc.integer({ min: 1, max: 3 }),
      minutes: fc.integer({ min: 0, max: 120 }),
    })
    fc.assert(
      fc.property(fc.array(event, { maxLength: 25 }), (all) => {
        const events = all.map(({ day, month, minutes }, n) => {
          const on = `2026-0${month}-${String(day).padStart(2, '0')}`
          return minutes === 0 ? absent(on, `${n}`) : late(on, minutes * MINUTE, `${n}`)
        })
        const byHand = ['2026-01', '2026-02', '2026-03'].filter((month) => {
          const own = events.filter(({ on }) => on.startsWith(month))
          return (
            own.filter(({ kind }) => kind === 'absent').length > 3 ||
            own.reduce((sum, one) => sum + one.lateMs, 0) > 3 * HOUR
          )
        })
        expect(found(events).map(({ month }) => month)).toEqual(byHand)
        expect(found([...events].reverse())).toEqual(found(events))
      }),
    )
  })
})

describe('a trip without the customer’s stamp [S2-3.2.4.3b]', () => {
  const terms = statedTerms({}, ['S2'])
  const report = (id: string, stamped: boolean, at: number, trip = 'A'): ContractReport => ({ id, stamped, at, trip })
  const blocked = (reports: ContractReport[], under = terms) =>
    blocksOf(reports, () => under).map((one) => one.report.id)

  it('is not reimbursed, until a stamped report of the same trip comes', () => {
    expect(blocked([report('1', false, 1)])).toEqual(['1'])
    expect(blocked([report('1', true, 1)])).toEqual([])
    expect(blocked([report('1', false, 1), report('2', true, 2)])).toEqual([])
    expect(blocked([report('2', true, 2), report('1', false, 1), report('3', false, 3, 'B')])).toEqual(['3'])
    expect(blocksOf([report('1', false, 1)], () => terms)[0]!.cited.clause).toBe('S2-3.2.4.3b')
  })

  it('is, where the rulebook is set so, or none asks for it', () => {
    const free = statedTerms({ 'reimbursement.stamp': 'notRequired' }, ['S2'])
    expect(blocked([report('1', false, 1)], free)).toEqual([])
    expect(blocked([report('1', false, 1)], {})).toEqual([])
  })
})
