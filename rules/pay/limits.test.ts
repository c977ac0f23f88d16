import { describe, expect, it } from 'vitest'
import { payTermsWith as termsWith } from './terms.fixture.ts'
import { checkHelpers, rankingOf, type Standing } from './ranking.ts'
import { checkRate } from './rate.ts'

const refusal = (code: string, details: object) => expect.objectContaining({ code, details })

describe('a special rate', () => {
  const check = (perDayFen: number, usual: number | null) => () =>
    checkRate(termsWith({ 'pay.travelPerDay': usual }), perDayFen)

  it('needs the usual one first: the clause speaks of raising it [S0-A-8.2a]', () => {
    expect(check(12_000, null)).toThrow(
      refusal('pay.blank', { field: 'perDayFen', clause: 'S0-A-8.2a', params: { missing: 'pay.travelPerDay' } }),
    )
  })

  it('is above the usual one, if only by a fen; what was asked for is said in yuan [S0-A-8.2a]', () => {
    expect(check(8_050, 8_050)).toThrow(
      refusal('pay.notHigher', { field: 'perDayFen', clause: 'S0-A-8.2a', params: { usual: '80.50' } }),
    )
    expect(check(8_051, 8_050)).not.toThrow()
  })
})

describe('a reward of who served another region', () => {
  const helper = (amountFen: number, personId = 'b') => ({ personId, regionId: 'SD', amountFen, note: '支援抢修' })
  const check =
    (amounts: number[], regions: string[], most: number | null = 20_000) =>
    () =>
      checkHelpers(
        amounts.map((fen) => helper(fen)),
        new Map([['b', regions]]),
        termsWith({ 'pay.helperMost': most }),
      )

  it('asks for its limit, where anybody is to be rewarded [S0-A-8.1e]', () => {
    expect(check([1], ['HB'], null)).toThrow(
      refusal('pay.blank', { field: 'helpers', clause: 'S0-A-8.1e', params: { missing: 'pay.helperMost' } }),
    )
    expect(check([], ['HB'], null)()).toEqual([])
  })

  it('is something, and within the limit; the one that is not is named [S0-A-8.1e]', () => {
    const outOf = refusal('pay.outOfLimits', { field: 'helpers.1.amountFen', params: { max: '200.00' } })
    expect(check([20_000, 20_001], ['HB'])).toThrow(outOf)
    expect(check([1, 0], ['HB'])).toThrow(outOf)
    expect(check([1, 20_000], ['HB'])()).toEqual([
      { kind: 'helper', ...helper(1) },
      { kind: 'helper', ...helper(20_000) },
    ])
  })

  it('is nobody’s of that very region; who belongs to none that is known came from outside [S0-A-8.1e]', () => {
    expect(check([1, 1], ['HB', 'SD'])).toThrow(
      refusal('pay.notOutside', { field: 'helpers.0.personId', clause: 'S0-A-8.1e' }),
    )
    expect(checkHelpers([helper(1, 'new')], new Map(), termsWith({ 'pay.helperMost': 1 }))).toHaveLength(1)
  })
})

describe('the ranking of a region', () => {
  const set = termsWith({ 'pay.bonusBase': 200_000, 'pay.tierOne': 30, 'pay.tierTwo': 70 })
  const one = (personId: string, scoreFen: number): Standing => ({ personId, regionId: 'SD', months: 6, scoreFen })

  it('lists the best first, equals by name, whatever order they come in [S0-A-8.1f]', () => {
    const standings = [one('c', -500), one('b', 0), one('d', 100), one('a', 0)]
    for (const given of [standings, [...standings].reverse()])
      expect(rankingOf(given, set).map(({ personId, rank }) => `${rank} ${personId}`)).toEqual([
        '1 d',
        '2 a',
        '2 b',
        '4 c',
      ])
  })

  it('says of each line what it rests on, to the fen [S0-A-8.1f]', () => {
    const odd = termsWith({ 'pay.bonusBase': 99_999, 'pay.tierOne': 30, 'pay.tierTwo': 70 })
    expect(rankingOf([one('a', -500)], odd)).toEqual([
      {
        ...one('a', -500),
        kind: 'ranked',
        rank: 1,
        of: 1,
        tier: 1,
        coefficient: 80,
        baseFen: 99_999,
        amountFen: 79_999,
      },
    ])
  })
})
