import { describe, expect, it } from 'vitest'
import { at, viewOf, type Told } from '../case.fixture.ts'
import { periodNamed } from '../report/period.ts'
import type { Span } from '../report/exposure.ts'
import { membership, total, type LedgerRow } from './lines.ts'
import { owedByAssessment } from './owed.ts'
import { scopeOfPerson } from './sheet.ts'

const OPENED = at('2026-03-01T00:00:00')
const opened = (scope: 'staff' | 'supervisor'): Told => ({
  kind: 'opened',
  at: OPENED,
  data: { scope, month: '2026-02' },
})
const [issued, returned, signed]: Told[] = [
  { kind: 'issued', at: at('2026-03-03T10:00:00') },
  { kind: 'returned', at: at('2026-03-04T10:00:00') },
  { kind: 'signed', at: at('2026-03-05T10:00:00') },
]
const owed = (promise: string, ...told: (Told | undefined)[]) =>
  owedByAssessment(promise, viewOf('assessment', told as Told[], { startedAt: OPENED }))
const cited = { clause: 'S0-A-6.4', policy: 'S0A', policyVersion: 1 }
const gm = { role: 'companyGm' }
const none = { kind: 'none' }

describe('a sheet [S0-A-6.4]', () => {
  const due = { kind: 'by', at: at('2026-03-04T23:59:59'), edge: 'within', provisional: false }

  it('of the staff is issued to the general manager within three working days', () => {
    const bearer = { role: 'serviceSupervisor' }
    expect(owed('issue', opened('staff'))).toEqual([{ ...cited, bearer, recipient: gm, anchorAt: OPENED, due }])
    expect(owed('issue', opened('staff'), issued, returned)).toEqual([
      { ...cited, bearer, recipient: gm, anchorAt: returned!.at, due: none },
    ])
  })

  it('is signed by the general manager for finance, from when it was issued', () => {
    const sign = { ...cited, bearer: gm, recipient: { role: 'finance' }, due: none }
    expect(owed('sign', opened('staff'), issued, signed)).toEqual([{ ...sign, anchorAt: issued!.at }])
    expect(owed('sign', opened('staff'))).toEqual([{ ...sign, anchorAt: OPENED }])
    expect(owed('sign', opened('supervisor'), issued)).toEqual([])
  })

  it('is acknowledged by finance, from what happened last: the signature, or the general manager’s own issue', () => {
    const acknowledge = { ...cited, bearer: { role: 'finance' }, recipient: gm, due: none }
    expect(owed('acknowledge', opened('staff'), issued, signed)).toEqual([{ ...acknowledge, anchorAt: signed!.at }])
    expect(owed('acknowledge', opened('supervisor'), issued)).toEqual([{ ...acknowledge, anchorAt: issued!.at }])
  })

  it('knows no other promise', () => {
    expect(() => owed('pay', opened('staff'))).toThrow('an assessment sheet knows no promise pay')
  })
})

describe('what stands on it [S0-A-6.4]', () => {
  const UNTIL = 1_000
  const row = (
    id: string,
    kind: string,
    amountFen: number,
    aboutId: string | null = null,
    recordedAt = 10,
  ): LedgerRow => ({
    id,
    kind,
    amountFen,
    aboutId,
    recordedAt,
  })
  const fine = row('f', 'fine', -2_000)
  const sheet = (rows: LedgerRow[]) => {
    const { lines, waiting } = membership(rows, { untilAt: UNTIL, counts: 'confirmed' })
    return [lines.map(({ id }) => id), waiting.map(({ id }) => id)]
  }

  it('is a reward at once, a fine when it is confirmed; the confirmation is no line', () => {
    expect(sheet([row('r', 'reward', 5_000), fine, row('g', 'fine', -1), row('c', 'confirmation', 0, 'f')])).toEqual([
      ['r', 'f'],
      ['g'],
    ])
  })

  it('is a correction of an earlier sheet’s entry recorded before the month’s end, to the millisecond', () => {
    const waiver = (recordedAt: number) => row('w', 'waiver', 2_000, 'held', recordedAt)
    expect(sheet([waiver(UNTIL - 1)])).toEqual([['w'], []])
    expect(sheet([waiver(UNTIL)])).toEqual([[], []])
  })

  it('is what was done about its own entries up to now, and what was done about that in turn', () => {
    const reduced = row('d', 'reduction', 500, 'f', UNTIL + 5)
    expect(sheet([fine, reduced])).toEqual([['f', 'd'], []])
    expect(sheet([fine, reduced, row('b', 'reversal', -500, 'd', UNTIL - 1)])).toEqual([['f', 'd', 'b'], []])
  })

  it('comes to its sum, fines with their minus', () => {
    expect(total([fine, row('r', 'reward', 5_000)])).toBe(3_000)
    expect(total([])).toBe(0)
  })
})

describe('on which sheet somebody stands', () => {
  const march = periodNamed('monthly', '2026-03')
  const scope = (staff: Span[], supervisor: Span[] = [], now = march.untilAt) =>
    scopeOfPerson({ staff, supervisor }, march, now)

  it('is decided by any stretch that reaches into the month, its first and last instant included', () => {
    const earlier = { fromAt: 0, toAt: march.fromAt }
    expect(scope([earlier])).toBe('final')
    expect(scope([{ fromAt: march.untilAt, toAt: null }])).toBe('final')
    expect(scope([earlier, { fromAt: march.untilAt - 1, toAt: null }])).toBe('staff')
    expect(scope([{ fromAt: 0, toAt: march.fromAt + 1 }])).toBe('staff')
  })

  it('is the supervisor’s for who was supervisor in part of it', () => {
    expect(scope([{ fromAt: 0, toAt: null }], [{ fromAt: march.untilAt - 1, toAt: null }])).toBe('supervisor')
  })

  it('is the supervisor’s for who became supervisor since, and would have to issue the staff’s', () => {
    const always = [{ fromAt: 0, toAt: null }]
    const since = [{ fromAt: march.untilAt + 5, toAt: null }]
    expect([4, 5, 6].map((later) => scope(always, since, march.untilAt + later))).toEqual([
      'staff',
      'supervisor',
      'supervisor',
    ])
    // Not for who was it before the month, nor for who is to be.
    expect(scope(always, [{ fromAt: 0, toAt: march.fromAt }], march.untilAt + 9)).toBe('staff')
  })
})
