import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { difference } from '../consequence/desired.ts'
import type { Instant } from '../instant.ts'
import { combine } from '../policy/combine.ts'
import type { Grade } from '../serviceTask/ratings.ts'
import { createCalendar } from '../time/calendar.ts'
import { addMonths, localDate, parseInstant } from '../time/local.ts'
import { publishedYears } from '../time/published.ts'
import { engineerEntries } from './engineer.ts'
import { daysAtWork } from './exposure.ts'
import type { AccidentEvent, EngineerHistory } from './history.ts'
import { monthsTouched } from './months.ts'

const at = (iso: string) => parseInstant(`${iso}+08:00`)
const terms = combine([{ policy: 'S0A', variant: '', version: 1, scope: 'company', values: {} }])
const year = { fromOn: '2023-12-01', toOn: '2025-01-01' }
const workedOn = new Set(daysAtWork(createCalendar({ years: publishedYears }), [{ fromAt: 0, toAt: null }], [], year))
const documents = new Map(
  monthsTouched('2023-12-01', '2024-12-01').map((month) => [month, { id: `doc${month}`, complete: true }]),
)

type Happening =
  | { what: 'accident'; at: Instant; class: 'I' | 'II' }
  | { what: 'exam'; at: Instant; passed: boolean }
  | { what: 'rating'; at: Instant; worst: Grade }

/** The last millisecond of a month and the first of the next, the leap day, and days between. */
const moments = fc.oneof(
  fc.integer({ min: at('2023-12-01T00:00:00'), max: at('2024-11-30T00:00:00') }),
  fc
    .tuple(
      fc.constantFrom('2024-01-01', '2024-02-29', '2024-03-01', '2024-06-01', '2024-07-01'),
      fc.integer({ min: -1, max: 1 }),
    )
    .map(([on, ms]) => at(`${on}T00:00:00`) + ms),
)

describe('the ledger of windows', () => {
  it('comes to the same whatever order events arrive in, and reverses nothing twice [S0-A-7.4b] [S0-A-7.6] [S0-A-7.7] [S0-A-7.8]', () => {
    const worst = fc.constantFrom<Grade>('excellent', 'good', 'good', 'fair', 'poor')
    const happening: fc.Arbitrary<Happening> = fc.oneof(
      fc.record({
        what: fc.constant('accident' as const),
        at: moments,
        class: fc.constantFrom('I' as const, 'II' as const),
      }),
      fc.record({ what: fc.constant('exam' as const), at: moments, passed: fc.boolean() }),
      fc.record({ what: fc.constant('rating' as const), at: moments, worst }),
    )
    const entriesOf = (events: { id: string; event: Happening }[]) => {
      const of = <W extends string>(what: W) =>
        events.filter((one) => one.event.what === what).map(({ id, event }) => ({ ...event, id }) as never)
      return engineerEntries({
        termsAt: () => terms,
        todayOn: '2025-01-01',
        accidents: of('accident').map((one: AccidentEvent) => ({ ...one, waived: false })),
        exams: of('exam').map((one: EngineerHistory['exams'][number]) => ({ ...one, opening: false })),
        ratings: of('rating'),
        documents,
        workedOn,
        openingMonths: new Set(),
      })
    }
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 9 }), fc.infiniteStream(fc.nat()), (drawn, draws) => {
        const events = drawn.map((event, index) => ({ id: `e${index}`, event }))
        const arrivals = [...events]
          .map((one) => ({ one, draw: draws.next().value as number }))
          .sort((a, b) => a.draw - b.draw)
        const ledger: { id: string; key: string; amountFen: number; aboutId?: string }[] = []
        arrivals.forEach((_, arrived) => {
          const gone = new Set(ledger.map((entry) => entry.aboutId))
          const standing = ledger.filter((entry) => !entry.aboutId && !gone.has(entry.id))
          const { add, reverse } = difference(standing, entriesOf(arrivals.slice(0, arrived + 1).map(({ one }) => one)))
          for (const { id, key } of reverse)
            ledger.push({
              id: `${id}-`,
              key,
              amountFen: -ledger.find((entry) => entry.id === id)!.amountFen,
              aboutId: id,
            })
          for (const { key, amountFen } of add) ledger.push({ id: `${ledger.length}`, key, amountFen })
        })
        const gone = new Set(ledger.flatMap((entry) => entry.aboutId ?? []))
        const standing = ledger.filter((entry) => !entry.aboutId && !gone.has(entry.id))
        const expected = events.length === 0 ? [] : entriesOf(events)
        expect(standing.map((entry) => entry.key).sort()).toEqual(expected.map((entry) => entry.key).sort())
        expect(ledger.reduce((sum, entry) => sum + entry.amountFen, 0)).toBe(
          expected.reduce((sum, entry) => sum + entry.amountFen, 0),
        )
        expect(gone.size).toBe(ledger.filter((entry) => entry.aboutId).length)
        expect(rewardsByHand(events.map(({ event }) => event))).toBe(
          expected.filter((entry) => entry.kind === 'reward').length,
        )
      }),
      { numRuns: 200 },
    )
  })

  /** By brute force: a year of months, each clean unless an accident or a rating below good fell into it; count threes. */
  function rewardsByHand(events: { what: string; at: Instant; worst?: Grade }[]): number {
    if (events.length === 0) return 0
    const text = Array.from({ length: 12 }, (_, index) => addMonths('2023-12-01', index).slice(0, 7))
      .map((month) =>
        events.some(
          (event) =>
            localDate(event.at).startsWith(month) &&
            (event.what === 'accident' || event.worst === 'fair' || event.worst === 'poor'),
        )
          ? 'x'
          : 'c',
      )
      .join('')
    return text.split('x').reduce((sum, run) => sum + Math.floor(run.length / 3), 0)
  }
})
