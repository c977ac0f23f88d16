import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY, type Instant } from '../instant.ts'
import { combine } from '../policy/combine.ts'
import { localDate, parseInstant } from '../time/local.ts'
import { engineerEntries } from './engineer.ts'
import type { EngineerHistory } from './history.ts'
import { engineerWindows, supervisorWindows } from './state.ts'

const at = (iso: string) => parseInstant(`${iso}+08:00`)
const terms = (values = {}) => combine([{ policy: 'S0A', variant: '', version: 1, scope: 'company', values }])
const history = (now: Instant, given: Partial<EngineerHistory> = {}, values = {}): EngineerHistory => ({
  termsAt: () => terms(values),
  todayOn: localDate(now),
  accidents: [],
  workedOn: new Set(),
  openingMonths: new Set(),
  exams: [],
  ratings: [],
  documents: new Map(),
  ...given,
})
const accident = (id: string, when: Instant, of: 'I' | 'II' = 'I') => ({ id, at: when, class: of, waived: false })
const windowOf = (now: Instant, name: string, given: Partial<EngineerHistory>, values = {}) =>
  engineerWindows(history(now, given, values), now).find(({ window }) => window === name)!

describe('how a counted window stands', () => {
  const first = at('2026-01-15T10:00:00')

  it('says what counts, what it would take, and until when [S0-A-7.6]', () => {
    const one = { accidents: [accident('a', first)] }
    expect(windowOf(at('2026-02-01T00:00:00'), 'window.downgradeCount', one)).toMatchObject({
      kind: 'count',
      clause: 'S0-A-7.6',
      action: 'downgrade',
      counting: [{ id: 'a', at: first }],
      missing: 1,
      untilAt: at('2026-04-15T10:00:00'),
      times: 0,
    })
    const after = windowOf(at('2026-04-15T10:00:00') + 1, 'window.downgradeCount', one)
    expect(after).toMatchObject({ counting: [], missing: 2, untilAt: null })
  })

  it('begins anew once it was reached, and says so where the reading counts again', () => {
    const two = { accidents: [accident('a', first), accident('b', first + DAY)] }
    const now = first + 2 * DAY
    expect(windowOf(now, 'window.downgradeCount', two)).toMatchObject({ counting: [], missing: 2, times: 1 })
    const again = windowOf(now, 'window.downgradeCount', two, { 'window.reuse': 'again' })
    expect(again).toMatchObject({ counting: [{ id: 'b' }], missing: 1, times: 1 })
  })

  it('has no state where a number is blank', () => {
    expect(windowOf(first, 'window.downgradeCount', {}, { 'window.downgradeCount': null })).toMatchObject({
      reading: null,
      counting: [],
      missing: 0,
    })
  })

  it('is right: so many more accidents now ask for it, one less does not [S0-A-7.6 S0-A-7.7]', () => {
    const days = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 12 })
    const values = fc.record({
      'window.span': fc.constantFrom('rolling', 'calendar'),
      'window.reuse': fc.constantFrom('once', 'again'),
    })
    fc.assert(
      fc.property(days, values, fc.constantFrom('I', 'II'), (past, chosen, of) => {
        const now = first + 401 * DAY
        const accidents = past.map((day, index) => accident(`p${index}`, first + day * DAY, of))
        // All at this very instant: a millisecond later the oldest may count no more.
        const asked = (more: number, clause: string, action: string) => {
          const added = Array.from({ length: more }, (_, index) => accident(`n${index}`, now, of))
          const all = { ...history(now, {}, chosen), accidents: [...accidents, ...added] }
          return engineerEntries(all).filter((entry) => entry.clause === clause && entry.action === action).length
        }
        for (const state of engineerWindows({ ...history(now, {}, chosen), accidents }, now)) {
          const counts = of === 'I' ? ['window.downgradeCount', 'window.dismissalCountI'] : ['window.dismissalCountII']
          if (state.kind !== 'count' || !counts.includes(state.window)) continue
          const { clause, action, missing } = state
          expect(asked(missing, clause, action)).toBe(asked(0, clause, action) + 1)
          expect(asked(missing - 1, clause, action)).toBe(asked(0, clause, action))
        }
      }),
      { numRuns: 60 },
    )
  })
})

it('has no windows where no rulebook states them', () => {
  const now = at('2026-03-10T09:00:00')
  const bare = { ...history(now), termsAt: () => ({}) }
  expect(engineerWindows(bare, now)).toEqual([])
  expect(supervisorWindows({ ...bare, activeMonths: new Set() }, now)).toEqual([])
})

describe('how the clean months stand [S0-A-7.8 S0-A-7.S5]', () => {
  const months = { openingMonths: new Set(['2026-01', '2026-02']) }
  const clean = (now: Instant, given: Partial<EngineerHistory>, values = {}) =>
    windowOf(now, 'window.clean', given, values)

  it('counts those that are over and names the first day of the reward', () => {
    expect(clean(at('2026-03-10T09:00:00'), months)).toMatchObject({ missing: 1, earliestOn: '2026-04-01' })
    expect(clean(at('2026-02-28T23:59:59'), months)).toMatchObject({ missing: 2, earliestOn: '2026-04-01' })
  })

  it.each([
    ['calendar', { missing: 3, earliestOn: '2026-07-01' }],
    ['rolling', { missing: 3, earliestOn: '2026-06-06' }],
    ['fixed', { missing: 3, earliestOn: '2026-07-01' }],
  ])('an accident of this month breaks the row: %s', (span, expected) => {
    const broken = { ...months, accidents: [accident('a', at('2026-03-05T09:00:00'))] }
    expect(clean(at('2026-03-10T09:00:00'), broken, { 'window.cleanSpan': span })).toMatchObject(expected)
  })

  it('knows nothing of somebody without records', () => {
    expect(clean(at('2026-03-10T09:00:00'), {})).toMatchObject({ reading: null, earliestOn: null })
    const now = at('2026-03-10T09:00:00')
    const states = supervisorWindows({ ...history(now), activeMonths: new Set(['2026-01', '2026-02']) }, now)
    expect(states.map(({ kind, window }) => [kind, window])).toEqual([
      ['count', 'window.departmentCount'],
      ['clean', 'window.departmentClean'],
    ])
    // Nobody was there, so no month counts yet.
    expect(states[1]).toMatchObject({ row: [], missing: 6, earliestOn: '2026-09-01' })
  })
})
