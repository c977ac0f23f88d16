import { describe, expect, it } from 'vitest'
import { createCalendar } from '../time/calendar.ts'
import { parseInstant } from '../time/local.ts'
import { publishedYears } from '../time/published.ts'
import { deliveredAt, seenByDelivery } from './delivery.ts'

const calendar = createCalendar({ years: publishedYears })
const at = (text: string) => parseInstant(`${text}+08:00`)

describe('a notice is delivered', () => {
  it('by every way that was taken: in the app for who can sign in, by mail for who has a mailbox', () => {
    expect(deliveredAt({ active: true, inAppAt: 5 })).toBe(5)
    expect(deliveredAt({ active: true, inAppAt: 5, email: 9 })).toBe(9)
    expect(deliveredAt({ active: true, inAppAt: 5, email: null })).toBeNull()
    expect(deliveredAt({ active: false, inAppAt: 5 })).toBeNull()
    expect(deliveredAt({ active: false, inAppAt: 5, email: 9 })).toBe(9)
    expect(deliveredAt({ active: true, inAppAt: null })).toBeNull()
  })
})

describe('one that nobody opens counts as seen', () => {
  // A Wednesday before the Spring Festival of 2026 (15 to 23 February off, Saturday the 14th and 28th worked).
  const delivered = at('2026-02-11T10:00:00')
  const seen = (now: string, leave: { fromAt: number; toAt: number | null }[] = []) =>
    seenByDelivery(calendar, delivered, 5, leave, at(now))

  it('after five working days, the holiday not counted, once the fifth is over', () => {
    expect(seen('2026-02-25T23:59:59')).toBeNull()
    expect(seen('2026-02-26T00:00:00')).toBe(at('2026-02-25T23:59:59'))
    expect(seen('2026-06-01T00:00:00')).toBe(at('2026-02-25T23:59:59'))
  })

  it('days of leave don’t count, nor does one that goes on', () => {
    const leave = [{ fromAt: at('2026-02-24T00:00:00'), toAt: at('2026-02-26T00:00:00') }]
    expect(seen('2026-02-27T12:00:00', leave)).toBeNull()
    expect(seen('2026-02-28T00:00:00', leave)).toBe(at('2026-02-27T23:59:59'))
    expect(seen('2026-12-01T00:00:00', [{ fromAt: delivered, toAt: null }])).toBeNull()
  })
})
