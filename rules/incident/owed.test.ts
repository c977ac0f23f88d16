import { describe, expect, it } from 'vitest'
import { at, viewOf, type Told } from '../case.fixture.ts'
import { firstKnown, flagsKnownAt } from './incident.ts'
import { owedByIncident } from './owed.ts'
import { wholeOf, type Part } from './whole.ts'

const T0 = at('2026-05-09T20:00:00')
const told = (kind: string, when: number, flags: string[], more: Partial<Told> = {}): Told => ({
  kind,
  at: when,
  byId: 'finder',
  ...more,
  data: { flags, ownRoles: [], vacantRoles: [], engineer: false, ...more.data },
})
const view = (...facts: Told[]) => viewOf('incident', facts)

describe('an incident', () => {
  it('owes nothing before it is known, and no other promise', () => {
    for (const promise of ['phone', 'report', 'massFault', 'track', 'dance'])
      expect(owedByIncident(promise, view())).toEqual([])
    expect(() => owedByIncident('dance', view(told('known', T0, [])))).toThrow('an incident knows no promise dance')
  })

  it('is tracked to its end by the manager [S2-T2-3.3-6]', () => {
    expect(owedByIncident('track', view(told('known', T0, ['qualityIncident'])))).toEqual([
      {
        clause: 'S2-T2-3.3-6',
        policy: 'S2',
        policyVersion: 1,
        bearer: { role: 'technicalServiceManager' },
        anchorAt: T0,
        due: { kind: 'none' },
      },
    ])
  })

  it('that nobody of ours is known to have found is the unit’s to report [S2-3.3.5b]', () => {
    const owed = owedByIncident('report', view(told('known', T0, ['qualityIncident'], { byId: undefined })))
    expect(owed.map(({ bearer }) => bearer)).toEqual(Array.from({ length: 5 }, () => ({ unit: true })))
  })
})

describe('what was known of an incident', () => {
  const MINUTE = 60_000
  const mass = 'massStateGrid'
  // Written down in another order than it happened.
  const facts = view(
    told('learned', T0 + 20 * MINUTE, [mass]),
    told('downgraded', T0 + 10 * MINUTE, [mass]),
    told('known', T0, ['qualityIncident']),
    told('learned', T0 + 5 * MINUTE, [mass]),
  )
  it.each([
    [-1, []],
    [0, ['qualityIncident']],
    [5 * MINUTE - 1, ['qualityIncident']],
    [5 * MINUTE, ['qualityIncident', mass]],
    [10 * MINUTE, ['qualityIncident']],
    [20 * MINUTE, ['qualityIncident', mass]],
  ])('after %i ms: %j', (after, flags) => expect(flagsKnownAt(facts, T0 + after)).toEqual(flags))

  it('is first known when it was said first, which taking it back is not [S2-3.2.2.8]', () => {
    expect(firstKnown(facts, mass)!.occurredAt).toBe(T0 + 5 * MINUTE)
    expect(firstKnown(view(told('downgraded', T0, [mass])), mass)).toBeUndefined()
  })
})

describe('a duty to several', () => {
  const part = (verdict: string, more: Partial<Part> = {}): Part => ({
    work: 'done',
    verdict,
    dueAt: T0,
    settledAt: T0 + 1,
    ...more,
  })
  it.each([
    [[], { done: 0, of: 0, verdict: 'void', lateByMs: null }],
    [[part('void')], { done: 0, of: 0, verdict: 'void', lateByMs: null }],
    [[part('late'), part('late', { settledAt: T0 + 7 })], { done: 2, of: 2, verdict: 'late', lateByMs: 7 }],
    [
      [part('late'), part('late', { work: 'open', settledAt: null })],
      { done: 1, of: 2, verdict: 'late', lateByMs: null },
    ],
    [[part('late'), part('late', { dueAt: null })], { done: 2, of: 2, verdict: 'late', lateByMs: null }],
    [[part('onTime'), part('excused')], { done: 2, of: 2, verdict: 'excused', lateByMs: null }],
  ] as [Part[], object][])('%j stands as a whole', (parts, whole) => expect(wholeOf(parts)).toEqual(whole))
})
