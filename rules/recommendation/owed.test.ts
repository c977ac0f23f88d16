import { describe, expect, it } from 'vitest'
import { at, viewOf, type Told } from '../case.fixture.ts'
import { owedByRecommendation } from './owed.ts'

const [RAISED, FELL] = [at('2026-03-01T00:00:00'), at('2026-04-01T00:00:00')]
const raise = { clause: 'S0-A-8.1c', policy: 'S0A', policyVersion: 2 }
const downgrade = { clause: 'S0-A-7.6', policy: 'S0A', policyVersion: 3 }
const recommended: Told = { kind: 'recommended', at: RAISED, recordedAt: RAISED + 5, data: { ...raise, personId: 'p' } }
const fell: Told = { kind: 'groundFell', at: FELL, recordedAt: FELL + 7, data: { ...downgrade, personId: 'p' } }
const decide = (...told: Told[]) => owedByRecommendation('decide', viewOf('recommendation', told))
const waits = { bearer: { role: 'companyGm' }, due: { kind: 'none' } }

describe('a recommendation', () => {
  it('waits for the general manager without a clock, from when it was recorded [S0-A-8.1c]', () => {
    expect(decide(recommended)).toEqual([{ ...raise, ...waits, anchorAt: RAISED + 5 }])
  })

  it('whose ground fell is asked about anew under what that rests on, whichever is known first', () => {
    expect(decide(recommended, fell)).toEqual([{ ...downgrade, ...waits, anchorAt: FELL + 7 }])
    expect(decide(fell, recommended)).toEqual([{ ...downgrade, ...waits, anchorAt: FELL + 7 }])
  })

  it('owes nothing while nobody asked, and no other promise', () => {
    expect(decide({ kind: 'opened', at: RAISED })).toEqual([])
    expect(() => owedByRecommendation('carryOut', viewOf('recommendation', [recommended]))).toThrow(
      'a recommendation knows no promise carryOut',
    )
  })
})
