import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { payTermsWith } from './terms.fixture.ts'
import { atTime } from '../time/local.ts'
import { policyOf } from '../policy/index.ts'
import { rankingOf, type BonusLine, type Standing } from './ranking.ts'
import { changesOf, explainChange, standingLines, type BonusChange } from './rerank.ts'
import type { Span } from '../report/exposure.ts'
import { scoreOf, type ScoredEntry } from './score.ts'

const [FROM, UNTIL] = [atTime('2026-01-01', '00:00'), atTime('2026-07-01', '00:00')]
const posts: Span[] = [{ fromAt: FROM, toAt: null }]

describe("a half-year's score", () => {
  const fine = (occurredAt: number, about: ScoredEntry['about'] = [{ kind: 'confirmation', amountFen: 0 }]) => ({
    kind: 'fine',
    amountFen: -5_000,
    occurredAt,
    about,
  })
  const score = (entries: ScoredEntry[], counts: 'confirmed' | 'recorded' = 'confirmed', held = posts) =>
    scoreOf(entries, held, { fromAt: FROM, untilAt: UNTIL, counts })

  it('is of what happened in it, to the millisecond, however late it was recorded [S0-A-8.1f]', () => {
    expect(
      [FROM - 1, FROM, UNTIL - 1, UNTIL].map((at) => score([fine(at)], 'confirmed', [{ fromAt: 0, toAt: null }])),
    ).toEqual([0, -5_000, -5_000, 0])
  })

  it('takes along a reversal, waiver or reduction, and leaves out what waits unless the house counts it [S0-A-8.1f]', () => {
    expect(
      score([
        fine(FROM, [
          { kind: 'confirmation', amountFen: 0 },
          { kind: 'waiver', amountFen: 5_000 },
        ]),
      ]),
    ).toBe(0)
    expect(score([fine(FROM, [{ kind: 'reduction', amountFen: 2_000 }])])).toBe(-3_000)
    expect(score([fine(FROM, [])])).toBe(0)
    expect(score([fine(FROM, [])], 'recorded')).toBe(-5_000)
    expect(score([{ kind: 'reward', amountFen: 10_000, occurredAt: FROM, about: [] }])).toBe(10_000)
  })

  it('is of the time in the post', () => {
    const left = FROM + 1_000
    const held = [{ fromAt: FROM, toAt: left }]
    expect([left - 1, left].map((at) => score([fine(at)], 'confirmed', held))).toEqual([-5_000, 0])
    const again = [...held, { fromAt: left + 500, toAt: null }]
    expect([FROM, left + 499, left + 500].map((at) => score([fine(at)], 'confirmed', again))).toEqual([
      -5_000, 0, -5_000,
    ])
  })
})

describe('an approved bonus', () => {
  const numbers = { 'pay.bonusBase': 200_000, 'pay.tierOne': 33, 'pay.tierTwo': 66 }
  const terms = payTermsWith(numbers)
  const standing = (personId: string, scoreFen: number): Standing => ({ personId, regionId: 'SD', months: 6, scoreFen })
  const ranked = (...scores: number[]) =>
    rankingOf(
      scores.map((fen, i) => standing(`p${i}`, fen)),
      terms,
    )
  const helper: BonusLine = { kind: 'helper', personId: 'h', regionId: 'SD', amountFen: 9_000, note: 'x' }

  it('is taken back and entered anew for everybody whose place the past moved, and for nobody else [S0-A-8.1f]', () => {
    const approved = [...ranked(0, -1_000, -2_000), helper]
    expect(changesOf(approved, ranked(0, -1_000, -2_000))).toEqual([])
    const changes = changesOf(approved, ranked(-1_500, -1_000, -2_000))
    expect(changes.map(({ personId, amountFen }) => [personId, amountFen])).toEqual([
      ['p0', -60_000],
      ['p1', 60_000],
    ])
    const [own, others] = changes.map((one) => explainChange('2026-H1', one).zh)
    expect(own).toContain(
      '本人考核净额由 ¥0.00 变为 −¥15.00；冲回排名 1／3、系数 0.8、¥1600.00，重新记入排名 2／3、系数 0.5',
    )
    expect(others).toContain('同区域其他人的考核有变')
    // Others' amounts are nobody else's to read.
    expect(others).not.toContain('15.00')
  })

  it('takes in who turns out to have been in the post, and lets go of who was not [S0-A-8.1f]', () => {
    const [joined] = changesOf(ranked(0), ranked(0, 0)).filter(({ personId }) => personId === 'p1')
    expect(joined).toMatchObject({ before: null, amountFen: 160_000 })
    const [gone] = changesOf(ranked(0, -1), ranked(0)).filter(({ personId }) => personId === 'p1')
    expect(gone).toMatchObject({ after: null, amountFen: -100_000 })
    expect(explainChange('2026-H1', gone!).en).toContain('entered: nothing')
  })

  it('is explained in both languages: by their own score, by others’, or by the months in the post [S0-A-8.1f]', () => {
    const explained = (before: BonusLine[], now: ReturnType<typeof ranked>) =>
      changesOf(before, now).map((one) => [one.personId, explainChange('2026-H1', one)])
    expect(explained(ranked(0, -1_000), ranked(-1_500, -1_000))).toEqual([
      [
        'p0',
        {
          zh: '2026-H1 奖金重新排名：本人考核净额由 ¥0.00 变为 −¥15.00；冲回排名 1／2、系数 0.8、¥1600.00，重新记入排名 2／2、系数 0.5、¥1000.00',
          en: '2026-H1, ranked anew: their own score went from ¥0.00 to −¥15.00; taken back: 1 of 2, coefficient 0.8, ¥1600.00; entered: 2 of 2, coefficient 0.5, ¥1000.00',
        },
      ],
      [
        'p1',
        {
          zh: '2026-H1 奖金重新排名：同区域其他人的考核有变；冲回排名 2／2、系数 0.5、¥1000.00，重新记入排名 1／2、系数 0.8、¥1600.00',
          en: "2026-H1, ranked anew: others' assessments in the region changed; taken back: 2 of 2, coefficient 0.5, ¥1000.00; entered: 1 of 2, coefficient 0.8, ¥1600.00",
        },
      ],
    ])
    expect(explained([], ranked(0))).toEqual([
      [
        'p0',
        {
          zh: '2026-H1 奖金重新排名：在岗月数有更正；冲回无，重新记入排名 1／1、系数 0.8、¥1600.00',
          en: '2026-H1, ranked anew: the months in the post were corrected; taken back: nothing; entered: 1 of 1, coefficient 0.8, ¥1600.00',
        },
      ],
    ])
    expect(explained(ranked(0), [])).toEqual([
      [
        'p0',
        {
          zh: '2026-H1 奖金重新排名：在岗月数有更正；冲回排名 1／1、系数 0.8、¥1600.00，重新记入无',
          en: '2026-H1, ranked anew: the months in the post were corrected; taken back: 1 of 1, coefficient 0.8, ¥1600.00; entered: nothing',
        },
      ],
    ])
  })

  it('says which erratum, and the base where that was wrong [S0-A-8.1f]', () => {
    const right = rankingOf([standing('p0', 0)], payTermsWith({ ...numbers, 'pay.bonusBase': 100_000 }))
    const [change] = changesOf(ranked(0), right)
    expect(change).toMatchObject({ amountFen: -80_000 })
    const errata = [{ policy: 'S0A', variant: '', version: 3 }]
    const title = policyOf('S0A').title
    expect(explainChange('2026-H1', { ...change!, errata })).toEqual({
      zh: `2026-H1 奖金重新排名：奖金参数勘误（《${title.zh}》第 3 版）；冲回排名 1／1、基数 ¥2000.00、系数 0.8、¥1600.00，重新记入排名 1／1、基数 ¥1000.00、系数 0.8、¥800.00`,
      en: `2026-H1, ranked anew: an erratum of what it is computed with (${title.en}, version 3); taken back: 1 of 1, base ¥2000.00, coefficient 0.8, ¥1600.00; entered: 1 of 1, base ¥1000.00, coefficient 0.8, ¥800.00`,
    })
  })

  it('names people in one order, whoever was in it before', () => {
    const [first, second] = ranked(0, -1_000)
    expect(changesOf([second!], [first!]).map(({ personId }) => personId)).toEqual(['p0', 'p1'])
  })

  it('comes to what the last ranking gives, whatever came between; the differences add up to it [S0-A-8.1f]', () => {
    const scores = fc.array(fc.integer({ min: -20, max: 5 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(fc.array(scores, { minLength: 2, maxLength: 5 }), (rounds) => {
        const [first, ...later] = rounds.map((round) => ranked(...round))
        const approved: BonusLine[] = [...first!, helper]
        const entered: BonusChange[] = []
        for (const now of later) entered.push(...changesOf(standingLines(approved, entered), now))
        const stands = standingLines(approved, entered)
        expect(changesOf(stands, later.at(-1)!)).toEqual([])
        const sum = (lines: readonly { amountFen: number }[]) => lines.reduce((all, one) => all + one.amountFen, 0)
        expect(sum(stands)).toBe(sum(approved) + sum(entered))
        expect(sum(stands)).toBe(sum(later.at(-1)!) + helper.amountFen)
      }),
      { numRuns: 100 },
    )
  })
})
