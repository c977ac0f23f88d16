import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOUR, type Instant } from '../instant.ts'
import { statedTerms } from '../policy/stated.ts'
import type { Grade } from '../serviceTask/ratings.ts'
import { createCalendar } from '../time/calendar.ts'
import { parseInstant } from '../time/local.ts'
import { publishedYears } from '../time/published.ts'
import years from '../time/years.json' with { type: 'json' }
import { engineerEntries } from './engineer.ts'
import { daysAtWork, type Span } from './exposure.ts'
import type { AccidentEvent, EngineerHistory, SupervisorHistory } from './history.ts'
import { supervisorEntries } from './supervisor.ts'

/*
 * The windows told once more, straight from the text and as simply as possible: plain dates, no helper of the rules. The
 * year 2024 has a leap day; the Spring Festival and the National Day leave February and October with few working days.
 */
const at = (iso: string): Instant => parseInstant(`${iso}+08:00`)
const calendar = createCalendar({ years: publishedYears })
const [SINCE, UNTIL] = ['2024-01-01', '2025-01-01']
const MONTHS = Array.from({ length: 12 }, (_, n) => `2024-${String(n + 1).padStart(2, '0')}`)
const monthOf = (when: Instant) => new Date(when + 8 * HOUR).toISOString().slice(0, 7)
const daysOf2024 = Array.from({ length: 366 }, (_, n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10))
const year = years.find((one) => one.year === 2024)!
const works = (on: string) =>
  !year.statutory.includes(on) &&
  !year.adjustedRest.includes(on) &&
  (year.makeUp.includes(on) || ![0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay()))
/** n months later at the same clock time; where the day is missing, the month's last. */
const later = (when: Instant, n: number) => {
  const local = new Date(when + 8 * HOUR)
  const [y, m] = [local.getUTCFullYear(), local.getUTCMonth() + n]
  const day = Math.min(local.getUTCDate(), new Date(Date.UTC(y, m + 1, 0)).getUTCDate())
  return Date.UTC(y, m, day) + ((when + 8 * HOUR) % (24 * HOUR)) - 8 * HOUR
}

/** Any instant of the year, and those a millisecond to either side of month ends, the leap day and holidays. */
const instants = fc.oneof(
  fc.integer({ min: at('2024-01-01T00:00:00'), max: at('2024-12-31T23:59:59') }),
  fc
    .tuple(
      fc.constantFrom('02-29', '03-01', '02-10', '04-30', '05-01', '05-31', '07-01', '10-01', '10-31', '11-30'),
      fc.integer({ min: -1, max: 1 }),
    )
    .map(([on, ms]) => at(`2024-${on}T00:00:00`) + ms),
)
const spans = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 365 }), fc.integer({ min: 1, max: 45 })).map(([from, days]): Span => {
    const fromAt = at('2024-01-01T00:00:00') + from * 24 * HOUR
    return { fromAt, toAt: fromAt + days * 24 * HOUR }
  }),
  { maxLength: 3 },
)
const accidents = fc.uniqueArray(
  fc.record({ at: instants, class: fc.constantFrom('I' as const, 'II' as const), waived: fc.boolean() }),
  { maxLength: 9, selector: (one) => one.at },
)
const readings = fc.record({
  'window.reuse': fc.constantFrom('once', 'again'),
  'window.downgradeReuse': fc.constantFrom('asAll', 'asAll', 'once', 'again'),
  'window.departmentReuse': fc.constantFrom('asAll', 'once', 'again'),
  'window.cleanOverlap': fc.constantFrom('asAll', 'asAll', 'restart', 'overlap'),
  'window.departmentCleanIdleMonth': fc.constantFrom('asAll', 'breaks', 'pauses'),
  'window.unsigned': fc.constantFrom('poor', 'ignored'),
  'window.waived': fc.constantFrom('dropped', 'counts'),
  'window.overlap': fc.constantFrom('restart', 'overlap'),
  'window.idleMonth': fc.constantFrom('breaks', 'pauses'),
  'window.minDays': fc.integer({ min: 0, max: 23 }),
})
type Readings = Record<string, string | number>
/** A window's own reading, or the one for all. */
const own = (given: Readings, name: string, general: string) =>
  given[name] === undefined || given[name] === 'asAll' ? given[general] : given[name]
const numbered = (all: readonly { at: Instant; class: 'I' | 'II'; waived: boolean }[]): AccidentEvent[] =>
  all.map((one, n) => ({ id: `a${String(n).padStart(2, '0')}`, ...one }))
const countedBy = (all: readonly AccidentEvent[], of: 'I' | 'II', { 'window.waived': waived }: Readings) =>
  all.filter((one) => one.class === of && (!one.waived || waived === 'counts')).sort((a, b) => a.at - b.at)

/** So many within so many months: at each event, the last so many unused ones that are all near enough. */
function groups(events: readonly AccidentEvent[], count: number, months: number, reuse: unknown): string[] {
  let free: AccidentEvent[] = []
  const found: string[] = []
  for (const event of events) {
    free.push(event)
    const near = free.filter((one) => later(one.at, months) >= event.at).slice(-count)
    if (near.length < count) continue
    found.push(near.map((one) => one.id).join('+'))
    if (reuse === 'once') free = free.filter((one) => !near.includes(one))
  }
  return found
}

/** Where each rewarded row of clean months begins and ends, from a letter for each month: clean, idle or blemished. */
function rows(letters: string, months: number, window: string, given: Readings) {
  const overlap = own(given, `${window}Overlap`, 'window.overlap')
  const idle = own(given, `${window}IdleMonth`, 'window.idleMonth')
  const found: string[] = []
  let row: string[] = []
  ;[...letters].forEach((letter, n) => {
    if (letter === 'c') row.push(MONTHS[n]!)
    else if (letter === 'b' || idle === 'breaks') row = []
    if (letter !== 'c' || row.length < months) return
    found.push(`${row.at(-months)!}..${row.at(-1)!}`)
    row = overlap === 'restart' ? [] : row.slice(1 - months || row.length)
  })
  return found
}
const noons = daysOf2024.filter(works).map((on) => ({ on, noon: at(`${on}T12:00:00`) }))
const atWork = (month: string, away: readonly Span[]) =>
  noons.filter(({ on, noon }) => on.startsWith(month) && !away.some((span) => span.fromAt <= noon && noon < span.toAt!))
    .length
const history = (given: Readings, away: Span[], all: AccidentEvent[]) => {
  const terms = statedTerms(given, ['S0A'])
  const workedOn = new Set(daysAtWork(calendar, [{ fromAt: 0, toAt: null }], away, { fromOn: SINCE, toOn: UNTIL }))
  return { termsAt: () => terms, todayOn: UNTIL, accidents: all, workedOn, openingMonths: new Set<string>() }
}
const rewarded = (entries: readonly { kind: string; occurredAt: Instant; arithmetic: Record<string, unknown> }[]) =>
  entries
    .filter(({ kind }) => kind === 'reward')
    .map(({ arithmetic: { fromOn, toOn } }) => `${String(fromOn).slice(0, 7)}..${String(toOn).slice(0, 7)}`)

describe('the windows, counted by hand', () => {
  it('of an engineer: the same events, the same months, the same amounts [S0-A-7.6] [S0-A-7.7] [S0-A-7.8]', () => {
    const rating = fc.record({
      at: instants,
      worst: fc.constantFrom<Grade>('excellent', 'good', 'good', 'fair', 'poor'),
      worstStanding: fc.constantFrom<Grade>('good', 'fair'),
      unsigned: fc.boolean(),
    })
    const papers = fc.array(fc.constantFrom(true, true, true, false, undefined), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(
        accidents,
        fc.array(rating, { maxLength: 4 }),
        papers,
        spans,
        readings,
        (drawn, scored, complete, away, given) => {
          const all = numbered(drawn)
          const ratings = scored.map((one, n) => ({ id: `r${n}`, ...one }))
          const documents = new Map(
            MONTHS.flatMap((month, n) =>
              complete[n] === undefined ? [] : [[month, { id: `d${month}`, complete: complete[n] }] as const],
            ),
          )
          // A word about January, so that the records begin with the year.
          const known = { id: 'r', at: at('2024-01-02T09:00:00'), worst: 'good' as const }
          const entries = engineerEntries({
            ...history(given, away, [...all].reverse()),
            exams: [],
            ratings: [...ratings, known],
            documents,
          } satisfies EngineerHistory)
          const asked = (action: string, what: string) =>
            entries
              .filter((one) => one.action === action && one.arithmetic.what === what)
              .map((one) => one.evidenceIds.join('+'))
          const [one, two] = [countedBy(all, 'I', given), countedBy(all, 'II', given)]
          expect(asked('downgrade', 'accidentI')).toEqual(
            groups(one, 2, 3, own(given, 'window.downgradeReuse', 'window.reuse')),
          )
          expect(asked('dismissal', 'accidentI')).toEqual(groups(one, 3, 6, given['window.reuse']))
          expect(asked('dismissal', 'accidentII')).toEqual(groups(two, 6, 6, given['window.reuse']))
          const counts = given['window.waived'] === 'counts'
          const spoilt = [
            ...[...one, ...two].map((event) => event.at),
            ...ratings
              .filter(({ unsigned }) => !unsigned || given['window.unsigned'] === 'poor')
              .filter(({ worst, worstStanding }) => ['fair', 'poor'].includes(counts ? worst : worstStanding))
              .map((event) => event.at),
          ].map(monthOf)
          const letters = MONTHS.map((month, n) => {
            if (spoilt.includes(month)) return 'b'
            if (atWork(month, away) < given['window.minDays']) return 'i'
            return complete[n] === true ? 'c' : 'b'
          }).join('')
          expect(rewarded(entries)).toEqual(rows(letters, 3, 'window.clean', given))
          for (const { amountFen, kind } of entries) expect(amountFen).toBe(kind === 'reward' ? 10_000 : 0)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('of a department: its supervisor’s downgrade and reward [S0-A-7.S4] [S0-A-7.S5]', () => {
    const active = fc.array(fc.boolean(), { minLength: 11, maxLength: 11 }).map((rest) => [true, ...rest])
    fc.assert(
      fc.property(accidents, active, spans, readings, (drawn, serving, away, given) => {
        const all = numbered(drawn)
        const activeMonths = new Set(MONTHS.filter((_, n) => serving[n]))
        const entries = supervisorEntries({
          ...history(given, away, [...all].reverse()),
          activeMonths,
        } satisfies SupervisorHistory)
        const one = countedBy(all, 'I', given)
        expect(entries.filter(({ kind }) => kind === 'recommendation').map((e) => e.evidenceIds.join('+'))).toEqual(
          groups(one, 3, 3, own(given, 'window.departmentReuse', 'window.reuse')),
        )
        const letters = MONTHS.map((month, n) =>
          one.some((event) => monthOf(event.at) === month)
            ? 'b'
            : serving[n] && atWork(month, away) >= given['window.minDays']
              ? 'c'
              : 'i',
        ).join('')
        expect(rewarded(entries)).toEqual(rows(letters, 6, 'window.departmentClean', given))
      }),
      { numRuns: 40 },
    )
  })
})
