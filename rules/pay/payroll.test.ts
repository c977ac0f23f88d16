import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { onPayroll, payrollOf } from './payroll.ts'
import { PAY_KINDS, payTotal, type PayLine } from './statement.ts'

const line = (kind: PayLine['kind'], amountFen: number | null, of?: string): PayLine => ({
  ...{ kind, clause: 'S0-A-8.1a', because: { zh: '', en: '' }, amountFen },
  ...(of === undefined ? {} : { of }),
})

describe('what payroll takes over of one person [S0-A-8.1a]', () => {
  it('is asked of who has an amount of either kind, or pay that is blank', () => {
    const [nothing, empty] = [{ totalFen: 0 }, { totalFen: 0, pay: [] }]
    const [fined, blank] = [{ totalFen: -1 }, { totalFen: 0, pay: [line('phone', null)] }]
    expect(onPayroll([nothing, fined, empty, blank])).toEqual([fined, blank])
  })

  it('is the assessment alone where there is no pay', () => {
    const byKind = { base: null, bonus: null, travel: null, phone: null }
    expect(payrollOf({ totalFen: -2_000 })).toEqual({
      ...{ assessmentFen: -2_000, byKind, earlierFen: null, payFen: null, totalFen: -2_000, unset: [] },
    })
  })

  it('counts no blank as nothing: it is named, beside what is set of the same kind [S0-A-8.2a] [S0-A-8.2b]', () => {
    const pay = [
      line('base', 150_000),
      line('travel', null),
      line('travel', 24_000),
      line('phone', null),
      line('base', -5, '2026-01'),
    ]
    expect(payrollOf({ totalFen: 0, pay })).toEqual({
      ...{ assessmentFen: 0, earlierFen: -5, payFen: 173_995, totalFen: 173_995, unset: ['travel', 'phone'] },
      byKind: { base: 150_000, bonus: null, travel: 24_000, phone: null },
    })
  })

  it('adds up, however its lines are split', () => {
    const lines = fc.array(
      fc.record({
        kind: fc.constantFrom(...PAY_KINDS),
        amountFen: fc.option(fc.integer({ min: -1e9, max: 1e9 })),
        of: fc.option(fc.constant('2026-01'), { nil: undefined }),
      }),
    )
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), lines, (totalFen, given) => {
        const pay = given.map(({ kind, amountFen, of }) => line(kind, amountFen, of))
        const { byKind, earlierFen, payFen, ...one } = payrollOf({ totalFen, pay })
        const parts = [...Object.values(byKind), earlierFen]
        expect(parts.reduce((sum: number, fen) => sum + (fen ?? 0), 0)).toBe(payFen ?? 0)
        expect(one.totalFen).toBe(totalFen + payTotal(pay))
      }),
    )
  })
})
