import { describe, expect, it } from 'vitest'
import { refusalOf } from '../problem.fixture.ts'
import { localTime } from '../time/local.ts'
import { at, change, fact } from './change.fixture.ts'
import { checkOrder } from './order.ts'

const APPROVED = at('09-29T15:30:00')
const approved = { facts: [fact('approved', APPROVED)] }
const claimed = (view: ReturnType<typeof change>, occurredAt: number, kind = 'approved', promise = 'approve') =>
  refusalOf(() => checkOrder(view, kind, promise, occurredAt))

describe('an act that claims a time', () => {
  it('may come at the instant of the fact it rests on, not a millisecond before [S4-N-3.2]', () => {
    expect(claimed(change('S4-N', approved), APPROVED + 1)).toBeUndefined()
    expect(claimed(change('S4-N', approved), APPROVED)).toBeUndefined()
    expect(claimed(change('S4-N', approved), APPROVED - 1)).toEqual({
      code: 'staffChange.outOfOrder',
      field: 'occurredAt',
      clause: 'S4-N-3.2',
      params: {
        first: { zh: '审批变更申请', en: 'Approve the application' },
        at: `2026-09-29 ${localTime(APPROVED)}`,
      },
    })
  })

  it('is held to the approval by the clause of the demanded replacement where there is one [S4-S-3.4c]', () => {
    const demanded = change('S4-S', { ...approved, started: { trigger: 'client' } })
    expect(claimed(demanded, APPROVED - 1)).toMatchObject({ clause: 'S4-S-3.4c' })
    expect(claimed(change('S4-S', approved), APPROVED - 1)).toMatchObject({ clause: 'S4-S-3.2' })
  })

  it('cites no clause where none asks for the order, nor where the rulebook leaves it blank', () => {
    const applied = change('S4-N', { facts: [fact('applied', APPROVED)] })
    const expected = { code: 'staffChange.outOfOrder', field: 'occurredAt', params: expect.anything() as object }
    expect(claimed(applied, APPROVED - 1, 'applied', 'apply')).toEqual(expected)
    const blank = change('S4-N', { ...approved, settings: { 'staffChange.application': null } })
    expect(claimed(blank, APPROVED - 1)).toEqual(expected)
  })

  it('rests on nothing that has not happened', () => {
    expect(claimed(change('S4-N'), APPROVED - 1)).toBeUndefined()
    expect(claimed(change('S4-N', approved), APPROVED - 1, 'handedOver', 'handOver')).toBeUndefined()
  })
})
