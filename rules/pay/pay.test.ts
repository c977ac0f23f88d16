import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explain } from '../consequence/explain.ts'
import type { Instant } from '../instant.ts'
import { payTermsWith as termsWith } from './terms.fixture.ts'
import { addDays, atTime, parseInstant } from '../time/local.ts'
import type { PayGrade } from '../window/payGrade.ts'
import { halfOf, lastHalf } from './half.ts'
import { raiseEntries, type RaiseHistory } from './raise.ts'
import { bonusBlanks, checkHelpers, fillBlanks, rankingOf, type Standing } from './ranking.ts'

const at = (iso: string): Instant => parseInstant(`${iso}+08:00`)

describe('base pay is re-evaluated', () => {
  const exam = { id: 'exam', at: at('2025-02-10T09:00:00'), kind: 'examTaken' as const }
  const grades: { at: Instant; grade: PayGrade }[] = []
  const raises = (given: Partial<RaiseHistory> = {}, changed = {}) =>
    raiseEntries({
      termsAt: () => termsWith(changed),
      todayOn: '2026-06-30',
      inPostSinceOn: '2025-01-01',
      inPostUntilOn: null,
      blemishedAt: [],
      qualified: [exam],
      gradeAt: (when) => grades.findLast((one) => one.at <= when)?.grade,
      ...given,
    })
  const seen = (given: Partial<RaiseHistory> = {}, changed = {}) =>
    raises(given, changed).map(({ clause, occurredAt, arithmetic }) => [clause, occurredAt, arithmetic.target])

  it('to grade two after six clean months with the skill exam, to the day [S0-A-8.1c]', () => {
    const day = at('2025-07-01T00:00:00')
    expect(seen({ todayOn: '2025-07-01' })).toEqual([['S0-A-8.1c', day, 2]])
    expect(seen({ todayOn: '2025-06-30' })).toEqual([])
    const blemish = at('2025-01-15T23:59:59')
    expect(seen({ todayOn: '2025-07-16', blemishedAt: [blemish] })).toEqual([
      ['S0-A-8.1c', at('2025-07-16T00:00:00'), 2],
    ])
    expect(seen({ todayOn: '2025-07-15', blemishedAt: [blemish] })).toEqual([])
  })

  it('to grade one after twelve; nobody having decided on grade two, that alone is asked [S0-A-8.1b]', () => {
    expect(seen({ todayOn: '2026-01-01' })).toEqual([['S0-A-8.1b', at('2026-01-01T00:00:00'), 1]])
    const two = (when: Instant) => (when >= at('2025-07-03T10:00:00') ? (2 as const) : undefined)
    expect(seen({ gradeAt: two })).toEqual([
      ['S0-A-8.1c', at('2025-07-01T00:00:00'), 2],
      ['S0-A-8.1b', at('2026-01-01T00:00:00'), 1],
    ])
    expect(seen({ gradeAt: () => 1 })).toEqual([])
  })

  it('the day after the exam or a major contribution, where that came last [S0-A-8.1b]', () => {
    const late = { id: 'c', at: at('2026-03-05T09:00:00'), kind: 'contribution' as const }
    expect(raises({ qualified: [late] })).toMatchObject([
      { occurredAt: at('2026-03-06T00:00:00'), evidenceIds: ['c'], arithmetic: { target: 1, by: 'contribution' } },
    ])
    expect(raises({ qualified: [] })).toEqual([])
  })

  it('once for a stretch; a blemish begins the next one; out of the post nothing is reached', () => {
    const blemishedAt = [at('2025-08-20T09:00:00')]
    expect(seen({ blemishedAt })).toEqual([
      ['S0-A-8.1c', at('2025-07-01T00:00:00'), 2],
      ['S0-A-8.1c', at('2026-02-21T00:00:00'), 2],
    ])
    expect(seen({ inPostUntilOn: '2025-06-30' })).toEqual([])
    expect(raises({}, { 'window.gradeOneMonths': null }).map((one) => one.arithmetic.target)).toEqual([2])
  })

  it('explains itself in both languages', () => {
    for (const entry of raises()) {
      const { because } = explain(entry)
      expect(because.zh + because.en).not.toMatch(/undefined|NaN|null/)
      expect(because.zh).toContain('2025-01-01')
    }
  })

  it('comes to the same whatever order facts arrive in', () => {
    const day = fc.integer({ min: 0, max: 540 }).map((n) => atTime(addDays('2025-01-01', n), '12:00'))
    fc.assert(
      fc.property(fc.array(day, { maxLength: 5 }), fc.array(day, { maxLength: 3 }), (blemishedAt, passed) => {
        const qualified = passed.map((when, i) => ({ id: `q${i}`, at: when, kind: 'contribution' as const }))
        const turned = { blemishedAt: [...blemishedAt].reverse(), qualified: [...qualified].reverse() }
        expect(raises(turned)).toEqual(raises({ blemishedAt, qualified }))
      }),
      { numRuns: 60 },
    )
  })
})

describe('the half-yearly bonus', () => {
  const set = { 'pay.bonusBase': 200_000, 'pay.tierOne': 30, 'pay.tierTwo': 70 }
  const one = (personId: string, scoreFen: number, given: Partial<Standing> = {}): Standing => ({
    personId,
    regionId: 'SD',
    months: 6,
    scoreFen,
    ...given,
  })
  const ten = Array.from({ length: 10 }, (_, i) => one(`p${i}`, -1_000 * i))

  it('goes by the ranking in three tiers with coefficients 0.8, 0.5 and 0.3 [S0-A-8.1f]', () => {
    const lines = rankingOf(ten, termsWith(set))
    expect(lines.map(({ rank, tier, amountFen }) => [rank, tier, amountFen])).toEqual([
      ...[1, 2, 3].map((rank) => [rank, 1, 160_000]),
      ...[4, 5, 6, 7].map((rank) => [rank, 2, 100_000]),
      ...[8, 9, 10].map((rank) => [rank, 3, 60_000]),
    ])
  })

  it('who stands equal shares the better rank; the first is in the first tier, however few there are [S0-A-8.1f]', () => {
    const tied = rankingOf([one('a', 0), one('b', 0), one('c', -1)], termsWith(set))
    expect(tied.map(({ personId, rank, tier }) => [personId, rank, tier])).toEqual([
      ['a', 1, 1],
      ['b', 1, 1],
      ['c', 3, 2],
    ])
    expect(rankingOf([one('a', -9)], termsWith(set))).toMatchObject([{ tier: 1 }])
    expect(rankingOf([one('new', 0, { months: 2 }), one('a', -9, { months: 3 })], termsWith(set))).toMatchObject([
      { personId: 'a', of: 1 },
    ])
  })

  it('waits for its base and the borders of its tiers, and for nothing else [S0-A-8.1f]', () => {
    expect(bonusBlanks(termsWith())).toEqual(['pay.bonusBase', 'pay.tierOne', 'pay.tierTwo'])
    expect(bonusBlanks(termsWith(set))).toEqual([])
  })

  it('takes a blank as it is filled later, and nothing else [S0-A-8.1f]', () => {
    const later = termsWith({ ...set, 'pay.bonusBase': null, 'pay.coefficientOne': 10, 'report.engineerFine': 1 })
    const blankFine = { ...termsWith()['report.engineerFine']!, value: null }
    const filled = fillBlanks({ ...termsWith(), 'report.engineerFine': blankFine }, later)
    expect(bonusBlanks(filled)).toEqual(['pay.bonusBase'])
    expect([filled['pay.coefficientOne']!.value, filled['report.engineerFine']!.value]).toEqual([80, null])
    expect(filled['pay.tierOne']).toBe(later['pay.tierOne'])
  })

  it('follows the region, and rewards who served it from outside, as people judge it within a limit [S0-A-8.1e]', () => {
    const lines = rankingOf([one('a', -9), one('b', 0, { regionId: 'HB' })], termsWith(set))
    expect(lines.map(({ personId, rank, of }) => [personId, rank, of])).toEqual([
      ['a', 1, 1],
      ['b', 1, 1],
    ])
    const helper = { personId: 'b', regionId: 'SD', amountFen: 20_000, note: '支援抢修' }
    const check = (amountFen: number, regions: string[], changed: object = { 'pay.helperMost': 20_000 }) =>
      checkHelpers([{ ...helper, amountFen }], new Map([['b', regions]]), termsWith({ ...changed }))
    expect(check(20_000, ['HB'])).toEqual([{ kind: 'helper', ...helper }])
    expect(() => check(20_001, ['HB'])).toThrow('pay.outOfLimits')
    expect(() => check(1, ['HB', 'SD'])).toThrow('pay.notOutside')
    expect(() => check(1, ['HB'], {})).toThrow('pay.blank')
  })

  it('is of the half-year that is over', () => {
    expect(halfOf('2026-06-30')).toMatchObject({ key: '2026-H1', fromOn: '2026-01-01', toOn: '2026-06-30' })
    expect(lastHalf('2026-07-01')).toMatchObject({ key: '2026-H1', months: expect.arrayContaining(['2026-06']) })
    expect(lastHalf('2026-06-30')).toMatchObject({ key: '2025-H2', toOn: '2025-12-31' })
  })
})
