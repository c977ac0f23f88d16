import { describe, expect, it } from 'vitest'
import type { Terms } from '../policy/parameter.ts'
import { S1 } from '../policy/S1.ts'
import { chargeOf } from './charge.ts'

const { clause, value } = S1.parameters['charge.priceList']!
const terms: Terms = { 'charge.priceList': { value, clause, policy: 'S1', variant: '', version: 1 } }
const set: Terms = { 'charge.priceList': { ...terms['charge.priceList']!, value: 12_000 } }

describe('what a service costs the customer', () => {
  const warranty = { commissionedOn: '2025-03-01', warrantyUntilOn: '2028-02-29' }

  it.each([
    ['2025-02-28', 'priceList', 'S1-3.5.2', null],
    ['2025-03-01', 'free', 'S4-B-1.1.2', 0],
    ['2028-02-28', 'free', 'S4-B-1.1.2', 0],
    ['2028-02-29', 'free', 'S4-B-1.1.2', 0],
    ['2028-03-01', 'cost', 'S4-B-1.1.4', null],
    ['2031-01-01', 'cost', 'S4-B-1.1.4', null],
  ] as const)('on %s: %s [S4-B-1.1.2, S4-B-1.1.4, S1-3.5.2]', (on, kind, cited, amountFen) => {
    expect(chargeOf(warranty, on, terms)).toEqual({ kind, clause: cited, amountFen })
  })

  it('is free through 28 February of a year without a leap day [S4-B-1.1.2, S4-B-1.1.4]', () => {
    const until = { ...warranty, warrantyUntilOn: '2027-02-28' }
    expect(chargeOf(until, '2027-02-28', terms).kind).toBe('free')
    expect(chargeOf(until, '2027-03-01', terms).kind).toBe('cost')
  })

  it('is what the price list says where no warranty is known, to be set while that is blank [S1-3.5.2]', () => {
    const unknown = { commissionedOn: '2025-03-01', warrantyUntilOn: null }
    expect(chargeOf(unknown, '2026-01-01', terms)).toMatchObject({ kind: 'priceList', amountFen: null })
    expect(chargeOf(unknown, '2026-01-01', set)).toEqual({ kind: 'priceList', clause: 'S1-3.5.2', amountFen: 12_000 })
  })

  it('needs no first day: one that is not known shuts nothing out [S4-B-1.1.2]', () => {
    expect(chargeOf({ commissionedOn: null, warrantyUntilOn: '2026-01-01' }, '2020-01-01', set).kind).toBe('free')
  })
})
