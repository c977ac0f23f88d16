import { describe, expect, it } from 'vitest'
import { balanceOf, checkMovement, checkReminder, signed } from './fund.ts'

describe('the fund of fines and rewards [S2-T2-3.8-10]', () => {
  const owes = { claimFen: -7_000, movedFen: 2_000 }

  it('knows what somebody owes or is owed', () => {
    expect(balanceOf(owes)).toEqual({ owesFen: 5_000, isOwedFen: 0 })
    expect(balanceOf({ claimFen: 10_000, movedFen: -4_000 })).toEqual({ owesFen: 0, isOwedFen: 6_000 })
    expect(balanceOf({ claimFen: -7_000, movedFen: 7_000 })).toEqual({ owesFen: 0, isOwedFen: 0 })
  })

  it('collects no more than is owed, and pays out no more either', () => {
    checkMovement(owes, 'payment', 5_000)
    expect(() => checkMovement(owes, 'payment', 5_001)).toThrow('fund.tooMuch')
    expect(() => checkMovement(owes, 'payment', 0)).toThrow('fund.tooMuch')
    expect(() => checkMovement(owes, 'payout', 1)).toThrow('fund.tooMuch')
    checkMovement({ claimFen: 10_000, movedFen: 0 }, 'payout', 10_000)
    expect([signed('payment', 5), signed('payout', 5)]).toEqual([5, -5])
  })

  it('reminds whoever owes, and nobody else', () => {
    expect(checkReminder(owes)).toBe(5_000)
    expect(() => checkReminder({ claimFen: 0, movedFen: 0 })).toThrow('fund.nothingOwed')
  })
})
