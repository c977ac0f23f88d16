import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY, type Instant } from '../instant.ts'
import { statedTerms } from '../policy/stated.ts'
import { parseInstant, weekday, localDate } from '../time/local.ts'
import { weeklyOrders, type Job } from './order.ts'

const at = (text: string) => parseInstant(`${text}+08:00`)
const from = at('2028-02-25T09:00:00')
const told = (job: Partial<Job>, now: Instant, changed = {}) =>
  weeklyOrders({ fromAt: from, doneAt: null, orders: [], ...job }, statedTerms(changed, ['S2']), now)

describe('work orders of a job longer than a week [S2-5.1.3b]', () => {
  it('are looked at once it has lasted longer than seven days, over the leap day too', () => {
    const week = at('2028-03-03T09:00:00')
    expect([week - 1, week].map((now) => told({}, now))).toEqual([null, null])
    expect(told({}, week + 1)).toMatchObject({ clause: 'S2-5.1.3b', have: 0, limit: 2, state: 'missed' })
    expect(told({ doneAt: week }, week + 30 * DAY)).toBeNull()
    expect(told({ doneAt: week + 1 }, week + 30 * DAY)).toMatchObject({ limit: 1, state: 'missed', untilAt: week + 1 })
  })

  it('count in the week in which they were filled in, to the millisecond', () => {
    const second = from + 7 * DAY
    const now = second + DAY
    const state = (...orders: Instant[]) => told({ orders }, now)!
    expect(state(second - 1)).toMatchObject({ have: 1, limit: 2, state: 'lacking', untilAt: second + 7 * DAY - 1 })
    expect(state(second)).toMatchObject({ have: 1, limit: 2, state: 'missed' })
    expect(state(from, second)).toMatchObject({ have: 2, state: 'met' })
    expect(state(from - 1, second)).toMatchObject({ have: 1, state: 'missed' })
  })

  it('are judged by the readings of a week, and by nobody where the number is blank', () => {
    const doneAt = from + 10 * DAY
    const last = { doneAt, orders: [from] }
    expect(told(last, doneAt)).toMatchObject({ limit: 1, state: 'met' })
    expect(told(last, doneAt, { 'watch.orderPart': 'owed' })).toMatchObject({ limit: 2, state: 'lacking' })
    expect(told(last, from + 14 * DAY, { 'watch.orderPart': 'owed' })!.state).toBe('missed')
    const monday = at('2028-02-28T00:00:00')
    const calendar = { 'watch.orderWeek': 'calendar' }
    expect(told({ orders: [monday] }, from + 8 * DAY, calendar)).toMatchObject({ have: 1, limit: 1, state: 'met' })
    expect(told({ orders: [monday - 1] }, monday + 7 * DAY, calendar)).toMatchObject({ have: 0, state: 'missed' })
    expect(told(last, doneAt, { 'watch.order': null })).toMatchObject({ state: 'blank', have: null, limit: null })
    expect(weeklyOrders({ fromAt: from, doneAt: null, orders: [] }, {}, doneAt)).toBeNull()
  })

  it('stand as somebody with a wall calendar would tick them off, day by day', () => {
    const start = at('2027-12-27T00:00:00')
    const job = fc.record({
      begin: fc.nat(6),
      days: fc.integer({ min: 1, max: 40 }),
      open: fc.boolean(),
      later: fc.integer({ min: 0, max: 20 }),
      ordered: fc.array(fc.nat(60), { maxLength: 9 }),
      week: fc.constantFrom('rolling', 'calendar'),
      part: fc.constantFrom('owed', 'notOwed'),
    })
    fc.assert(
      fc.property(job, ({ begin, days, open, later, ordered, week, part }) => {
        const first = start + begin * DAY
        const end = first + days * DAY
        const now = open ? end : end + later * DAY
        const orders = ordered.map((day) => start + day * DAY + DAY / 2).filter((order) => order <= now)
        const terms = statedTerms({ 'watch.orderWeek': week, 'watch.orderPart': part }, ['S2'])
        const ask = (list: Instant[]) =>
          weeklyOrders({ fromAt: first, doneAt: open ? null : end, orders: list }, terms, now)
        const answer = ask(orders)
        expect(ask(orders.toReversed())).toEqual(answer)
        if (days <= 7) {
          expect(answer).toBeNull()
          return
        }
        // Seven sheets at a time: torn off where a week begins; a day is blank, worked, and may hold an order.
        let sheet = first
        while (week === 'calendar' && weekday(localDate(sheet)) !== 1) sheet -= DAY
        let [have, limit, missed, lacking] = [0, 0, false, false]
        for (; open ? sheet <= end : sheet < end; sheet += 7 * DAY) {
          const seven = Array.from({ length: 7 }, (_, i) => sheet + i * DAY)
          const worked = seven.filter((day) => day >= first && (open || day < end)).length
          if (worked < 7 && part === 'notOwed') continue
          limit += 1
          if (seven.some((day) => orders.includes(day + DAY / 2))) have += 1
          else if (seven[6]! + DAY <= now) missed = true
          else lacking = true
        }
        expect(answer).toMatchObject({ have, limit, state: missed ? 'missed' : lacking ? 'lacking' : 'met' })
      }),
      { numRuns: 300 },
    )
  })
})
