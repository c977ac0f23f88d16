import { describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE, SECOND } from '../instant.ts'
import { alarmEnd, SHORT_CLOCK_MS, steps, type Ladder } from './ladder.ts'

const ladder: Ladder = {
  reminders: [0.5, 0.805],
  rungs: [
    { step: 'superior', to: 'superior', afterMs: 0 },
    { step: 'deputy', to: 'deputyGm', afterMs: 15 * MINUTE },
    { step: 'gm', to: 'gm', afterWorkingDays: 2 },
  ],
}
/** Two calendar days for each working day, so that the two can't be mixed up. */
const plus = (at: number, days: number) => at + days * 2 * DAY

describe('the alarms of a promise', () => {
  it('remind the bearer on the way, and tell those above from the moment it is late', () => {
    expect(steps(ladder, { kind: 'by', at: HOUR, edge: 'within' }, 0, HOUR + SECOND, plus)).toEqual([
      { step: 'remind50', at: 30 * MINUTE, to: 'bearer' },
      { step: 'remind81', at: 48.3 * MINUTE, to: 'bearer' },
      { step: 'superior', at: HOUR + SECOND, to: 'superior' },
      { step: 'deputy', at: HOUR + SECOND + 15 * MINUTE, to: 'deputyGm' },
      { step: 'gm', at: HOUR + SECOND + 4 * DAY, to: 'gm' },
    ])
  })

  it('are laid between the anchor and the end, in whole milliseconds', () => {
    const due = { kind: 'by', at: 1_001, edge: 'within' } as const
    expect(steps({ reminders: [0.5], rungs: [] }, due, 1_000, 2_000, plus)).toEqual([
      { step: 'remind50', at: 1_001, to: 'bearer' },
    ])
  })

  it('of a prompt promise lead to its house target; what has no end has none', () => {
    expect(alarmEnd({ kind: 'prompt', targetAt: 7 })).toBe(7)
    expect(alarmEnd({ kind: 'by', at: 8, edge: 'before' })).toBe(8)
    for (const due of [{ kind: 'notBefore', at: 7 }, { kind: 'unset' }, { kind: 'none' }] as const) {
      expect(alarmEnd(due)).toBeNull()
      expect(steps(ladder, due, 0, 10, plus)).toEqual([])
    }
  })

  it('climb the short ladder up to a clock of two hours', () => expect(SHORT_CLOCK_MS).toBe(7_200_000))
})
