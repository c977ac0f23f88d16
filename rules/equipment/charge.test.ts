import { describe, expect, it } from 'vitest'
import type { Terms } from '../policy/parameter.ts'
import { S1 } from '../policy/S1.ts'
import { parseInstant } from '../time/local.ts'
import { chargeOf, repairInWarranty } from './charge.ts'

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

describe('a fault that comes of a repair is put right free of charge in the repair’s warranty [S1-4.4.2]', () => {
  const at = (text: string) => parseInstant(`${text}+08:00`)
  const repair = { id: 'r', repairedAt: at('2026-01-31T10:00:00'), caseId: 'earlier', warrantyUntilOn: '2026-02-28' }
  const found = (serviceAt: string, more: Partial<typeof repair>[] = [], caseId = 'now') =>
    repairInWarranty([repair, ...more.map((one) => ({ ...repair, ...one }))], { caseId, serviceAt: at(serviceAt) })?.id

  it.each([
    ['2026-01-31T10:00:00', undefined],
    ['2026-01-31T10:00:01', 'r'],
    ['2026-02-28T23:59:59', 'r'],
    ['2026-03-01T00:00:00', undefined],
  ])('at %s: %s', (serviceAt, id) => expect(found(serviceAt)).toBe(id))

  it('is the latest repair before it, none of the same case, none without a warranty', () => {
    const on = '2026-02-10T10:00:00'
    expect(found(on, [{ id: 'later', repairedAt: at('2026-02-01T10:00:00') }])).toBe('later')
    expect(found(on, [], 'earlier')).toBeUndefined()
    expect(repairInWarranty([{ ...repair, warrantyUntilOn: null }], { caseId: 'now', serviceAt: at(on) })).toBeNull()
  })
})
