import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkProposal } from '../penalty/penalty.ts'
import { checkReduction } from './appeal.ts'

describe('a reduction', () => {
  it('leaves something, and less than stood: what is taken off and what is left make the fine', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 100_000 }), fc.integer({ min: -5, max: 100_005 }), (fine, left) => {
        if (left > 0 && left < fine) expect(checkReduction(-fine, left) + left).toBe(fine)
        else expect(() => checkReduction(-fine, left)).toThrow('appeal.notLess')
      }),
    )
  })
})

describe('a proposal', () => {
  const terms = (value: number | null) => ({
    'penalty.exam': { value, clause: 'S2-4.4.6b', policy: 'S2', variant: '', version: 1 },
  })
  const exam = { ground: 'penalty.exam', kind: 'fine' as const }

  it.each([
    [1, -1],
    [20_000, -20_000],
    [0, 'penalty.outOfLimits'],
    [20_001, 'penalty.outOfLimits'],
  ])('of %i fen lies within the limit, or is refused [S2-4.4.6b]', (amountFen, expected) => {
    const check = () => checkProposal(terms(20_000), { ...exam, amountFen })
    if (typeof expected === 'number') expect(check()).toBe(expected)
    else expect(check).toThrow(expected)
  })

  it('has no amount while the limit is blank, but a statement needs none [S2-4.4.6b]', () => {
    expect(() => checkProposal(terms(null), { ...exam, amountFen: 1 })).toThrow('penalty.noLimit')
    expect(checkProposal(terms(null), { ...exam, kind: 'statement', amountFen: 0 })).toBe(0)
    expect(() => checkProposal(terms(null), { ...exam, kind: 'statement', amountFen: 1 })).toThrow(
      'penalty.statementIsFree',
    )
  })
})
