import { describe, expect, it } from 'vitest'
import { at, viewOf } from '../case.fixture.ts'
import { statedTerms } from '../policy/stated.ts'
import { owedByBonus, owedByPayRate } from './owed.ts'

const [OPENED, SENT_BACK] = [at('2026-07-01T00:00:00'), at('2026-07-06T10:00:00')]
const set = statedTerms({ 'pay.bonusBase': 200_000, 'pay.tierOne': 30, 'pay.tierTwo': 70 })
const cited = { clause: 'S0-A-8.1f', policy: 'S0A', policyVersion: 1 }
const opened = { kind: 'opened', at: OPENED }

describe("a half-year's bonus", () => {
  it('is the supervisor’s to propose to the general manager, on no day that the clause names [S0-A-8.1f]', () => {
    expect(owedByBonus('propose', viewOf('bonus', [opened], { terms: set }))).toEqual([
      {
        ...cited,
        bearer: { role: 'serviceSupervisor' },
        recipient: { role: 'companyGm' },
        anchorAt: OPENED,
        due: { kind: 'none' },
      },
    ])
  })

  it.each(['pay.bonusBase', 'pay.tierOne', 'pay.tierTwo'])(
    'shows %s, while blank, as what it lacks [S0-A-8.1f]',
    (key) => {
      const terms = { ...set, [key]: { ...set[key]!, value: null } }
      expect(owedByBonus('propose', viewOf('bonus', [opened], { terms }))[0]!.due).toEqual({ kind: 'unset' })
      expect(owedByBonus('decide', viewOf('bonus', [opened], { terms }))[0]!.due).toEqual({ kind: 'none' })
    },
  )

  it('is the general manager’s to decide, from when it was proposed last [S0-A-8.1f]', () => {
    const view = viewOf('bonus', [opened, { kind: 'bonusProposed', at: SENT_BACK }], { terms: set })
    expect(owedByBonus('decide', view)).toEqual([
      {
        ...cited,
        bearer: { role: 'companyGm' },
        recipient: { role: 'companyGm' },
        anchorAt: SENT_BACK,
        due: { kind: 'none' },
      },
    ])
  })

  it('counts from the start of its case while nothing is recorded yet', () => {
    const [owed] = owedByBonus('propose', viewOf('bonus', [], { terms: set, startedAt: OPENED }))
    expect(owed!.anchorAt).toBe(OPENED)
  })
})

describe('a special travel allowance', () => {
  const proposed = { kind: 'rateProposed', at: SENT_BACK }

  it('waits for the general manager alone, without a clock [S0-A-8.2a]', () => {
    expect(
      owedByPayRate('decide', viewOf('payRate', [opened, proposed, { kind: 'noted', at: SENT_BACK + 1 }])),
    ).toEqual([
      {
        clause: 'S0-A-8.2a',
        policy: 'S0A',
        policyVersion: 1,
        bearer: { role: 'companyGm' },
        anchorAt: SENT_BACK,
        due: { kind: 'none' },
      },
    ])
  })

  it('owes nothing before it is proposed, and nothing else ever [S0-A-8.2a]', () => {
    expect(owedByPayRate('decide', viewOf('payRate', [opened]))).toEqual([])
    expect(owedByPayRate('propose', viewOf('payRate', [proposed]))).toEqual([])
  })
})
