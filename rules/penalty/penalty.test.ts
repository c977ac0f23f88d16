import { describe, expect, it } from 'vitest'
import { at, viewOf } from '../case.fixture.ts'
import { statedTerms } from '../policy/stated.ts'
import { owedByPenalty } from './owed.ts'
import { penaltyGrounds, REWARDED } from './parameters.ts'
import { checkProposal, type Proposal } from './penalty.ts'

const refusal = (code: string, details: object) => expect.objectContaining({ code, details })
const limit = (ground: string, value: number | null = 50_000) => statedTerms({ [ground]: value })
const check = (proposal: Partial<Proposal>, value: number | null = 50_000) => {
  const whole: Proposal = { ground: 'penalty.exam', kind: 'fine', amountFen: 10_000, ...proposal }
  return () => checkProposal(limit(whole.ground, value), whole)
}

describe('a proposal by the case', () => {
  it('of a fine goes into the ledger with a minus, a reward without, up to the limit [S2-4.4.6b]', () => {
    expect(check({ amountFen: 50_000 })()).toBe(-50_000)
    expect(check({ amountFen: 1 })()).toBe(-1)
    expect(check({ kind: 'reward', amountFen: 50_000 })()).toBe(50_000)
  })

  it.each([0, -1, 50_001])('of %i fen is out of its limits, which are said in yuan [S2-4.4.6b]', (amountFen) => {
    const outOf = { field: 'amountFen', clause: 'S2-4.4.6b', params: { max: '500.00' } }
    for (const kind of ['fine', 'reward'] as const)
      expect(check({ kind, amountFen })).toThrow(refusal('penalty.outOfLimits', outOf))
  })

  it('waits for its limit: the rulebook names no amount [S2-4.4.6b]', () => {
    expect(check({}, null)).toThrow(refusal('penalty.noLimit', { field: 'ground', clause: 'S2-4.4.6b' }))
  })

  it('of a statement costs nothing, and needs no limit [S2-3.2.2.5]', () => {
    const ground = 'penalty.service'
    expect(check({ ground, kind: 'statement', amountFen: 0 }, null)()).toBe(0)
    expect(check({ ground, kind: 'statement', amountFen: 1 })).toThrow(
      refusal('penalty.statementIsFree', { field: 'amountFen' }),
    )
  })

  it.each(Object.entries(penaltyGrounds))(
    'under %s rests on its own clause [S2-3.9.8, S2-4.4.6b, S2-4.4.7b]',
    (ground, { clause }) => {
      const reward = check({ ground, kind: 'reward' })
      if (REWARDED.includes(ground)) expect(reward()).toBe(10_000)
      else expect(reward).toThrow(refusal('penalty.noReward', { field: 'kind', clause }))
      expect(check({ ground })()).toBe(-10_000)
    },
  )
})

describe('the decision on it', () => {
  const proposed = { kind: 'penaltyProposed', at: at('2026-03-04T10:00:00'), data: { ground: 'penalty.exam' } }

  it('is the centre’s general manager’s, promptly: three working days are the house’s target [S2-T2-3.1-6]', () => {
    expect(owedByPenalty('decide', viewOf('penalty', [proposed]))).toEqual([
      {
        clause: 'S2-4.4.6b',
        policy: 'S2',
        policyVersion: 1,
        bearer: { role: 'centreGm' },
        anchorAt: proposed.at,
        due: { kind: 'prompt', targetAt: at('2026-03-09T23:59:59') },
      },
    ])
  })

  it('is owed once something is proposed, and is all that is', () => {
    expect(owedByPenalty('decide', viewOf('penalty', [{ ...proposed, kind: 'opened' }]))).toEqual([])
    expect(() => owedByPenalty('carryOut', viewOf('penalty', [proposed]))).toThrow(
      'a penalty knows no promise carryOut',
    )
  })
})
