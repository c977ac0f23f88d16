import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { legOf, type CtiEvent } from './telephony.ts'

const base = { direction: 'in' as const, from: '+8613800000000', to: '+864008001234' }
const ring: CtiEvent = { event: 'newCall', ...base, occurredAt: 1_000 }
const answer: CtiEvent = { event: 'answer', ...base, user: 'li', answeringNumber: '+8613900000000', occurredAt: 2_000 }
const hangup = (cause: string, direction: 'in' | 'out' = 'in'): CtiEvent => ({
  event: 'hangup',
  ...base,
  direction,
  cause,
  occurredAt: 3_000,
})

describe('a call leg, summed up from its events', () => {
  it.each([
    ['rings', [ring], 'ringing'],
    ['is talked on', [ring, answer], 'talking'],
    ['was talked on', [ring, answer, hangup('normalClearing')], 'talked'],
    ['was missed when the caller gave up', [ring, hangup('cancel')], 'missed'],
    ['was missed when it was busy, even if only the end is known', [hangup('busy')], 'missed'],
    ['is missed by nobody when it was forwarded: that leg tells', [ring, hangup('forwarded')], 'forwarded'],
    ['went unanswered when it was ours', [hangup('noAnswer', 'out')], 'unanswered'],
  ])('%s', (_, events, state) => expect(legOf(events).state).toBe(state))

  it('knows who answered, and when each thing was', () => {
    expect(legOf([ring, answer, hangup('normalClearing')])).toMatchObject({
      startedAt: 1_000,
      answeredAt: 2_000,
      endedAt: 3_000,
      answeredUser: 'li',
      answeringNumber: '+8613900000000',
    })
  })

  it('is the same in whatever order the events came', () => {
    const events = [ring, answer, hangup('normalClearing')]
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: 1 }), (some) => {
        expect(legOf(some)).toEqual(legOf(events.filter((event) => some.includes(event))))
      }),
    )
  })

  it('takes the number from any event that shows it', () => {
    expect(legOf([{ ...ring, from: null }, answer]).from).toBe(base.from)
    expect(legOf([{ ...ring, from: null }]).from).toBeNull()
  })
})
