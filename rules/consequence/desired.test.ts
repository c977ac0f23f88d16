import { describe, expect, it } from 'vitest'
import { difference } from './desired.ts'

describe('what the ledger lacks, and what it should not have', () => {
  const fine = { id: '1', key: 'a', amountFen: -5_000 }

  it('is nothing where it says what is desired, decided or not', () => {
    for (const one of [fine, { ...fine, isDecided: true }, { id: '1', key: 'a' }])
      expect(difference([one], [{ key: 'a', amountFen: -5_000 }])).toEqual({ add: [], reverse: [] })
  })

  it('is both where the amount was a slip, but not where somebody decided on it', () => {
    const desired = [{ key: 'a', amountFen: -500 }]
    expect(difference([fine], desired)).toEqual({ add: desired, reverse: [fine] })
    expect(difference([{ ...fine, isDecided: true }], desired)).toEqual({ add: [], reverse: [] })
  })

  it('is by key otherwise: missing ones, and ones that no longer follow', () => {
    const desired = [{ key: 'b', amountFen: -5_000 }]
    expect(difference([fine], desired)).toEqual({ add: desired, reverse: [fine] })
    expect(difference([{ ...fine, isDecided: true }], [])).toEqual({ add: [], reverse: [{ ...fine, isDecided: true }] })
  })
})
