import { describe, expect, it } from 'vitest'
import type { LocalDate } from '../instant.ts'
import { createCalendar } from '../time/calendar.ts'
import { addDays } from '../time/local.ts'
import { publishedYears } from '../time/published.ts'
import { baseLines } from './base.ts'
import type { BonusLine } from './ranking.ts'
import { payLines, type PayMaterial } from './statement.ts'
import { payTermsWith } from './terms.fixture.ts'
import { travelLines, type SpecialRate, type TravelDay } from './travel.ts'

const MONTH = { fromOn: '2026-03-01', toOn: '2026-03-31' }
const calendar = createCalendar({ years: publishedYears })
const marchWith = (changed: Record<string, unknown>) =>
  Array.from({ length: 31 }, (_, i) => ({
    on: addDays(MONTH.fromOn, i),
    grade: 3 as const,
    terms: payTermsWith(changed),
  }))
const pay = (changed: Record<string, unknown>, given: Partial<PayMaterial> = {}) =>
  payLines({
    month: MONTH,
    days: marchWith(changed),
    bonuses: [],
    changes: [],
    travel: [],
    rates: [],
    termsOn: () => payTermsWith(changed),
    calendar,
    ...given,
  })

describe('a whole month without travel', () => {
  const base = {
    kind: 'base',
    clause: 'S0-A-8.1d',
    because: { zh: '基本工资 3 等', en: 'Base pay, grade 3' },
    amountFen: 150_000,
  }
  const phone = { kind: 'phone', clause: 'S0-A-8.2b' }

  it('is base pay and the telephone, whose amount may be blank [S0-A-8.1d] [S0-A-8.2b]', () => {
    expect(pay({})).toEqual([
      base,
      { ...phone, because: { zh: '每月金额未定', en: 'The amount per month is blank' }, amountFen: null },
    ])
    expect(pay({ 'pay.phonePerMonth': 5_000 })).toEqual([
      base,
      { ...phone, because: { zh: '每月话费补助', en: 'Per month' }, amountFen: 5_000 },
    ])
  })

  it('has the bonus between them, each line with its place or its reason [S0-A-8.1a] [S0-A-8.1e] [S0-A-8.1f]', () => {
    const ranked: BonusLine = {
      kind: 'ranked',
      personId: 'a',
      regionId: 'SD',
      months: 6,
      scoreFen: 0,
      rank: 2,
      of: 3,
      tier: 2,
      coefficient: 50,
      baseFen: 200_000,
      amountFen: 100_000,
    }
    const helper: BonusLine = { kind: 'helper', personId: 'a', regionId: 'XJ', amountFen: 9_000, note: '支援抢修' }
    const lines = pay({}, { bonuses: [ranked, helper].map((line) => ({ half: '2025-H2', line })) })
    expect(lines.map(({ kind }) => kind)).toEqual(['base', 'bonus', 'bonus', 'phone'])
    expect(lines.slice(1, 3)).toEqual([
      {
        kind: 'bonus',
        clause: 'S0-A-8.1f',
        because: { zh: '2025-H2 排名 2／3，系数 0.5', en: '2025-H2: ranked 2 of 3, coefficient 0.5' },
        amountFen: 100_000,
      },
      {
        kind: 'bonus',
        clause: 'S0-A-8.1e',
        because: { zh: '2025-H2 支援外区服务：支援抢修', en: '2025-H2, service to another region: 支援抢修' },
        amountFen: 9_000,
      },
    ])
  })
})

describe('a day in the post', () => {
  it('with a blank amount stands apart from those that have one, in both languages [S0-A-8.1d]', () => {
    const days = [...marchWith({ 'pay.gradeThree': null }).slice(0, 1), ...marchWith({}).slice(1)]
    expect(pay({}, { days }).slice(0, 2)).toEqual([
      {
        kind: 'base',
        clause: 'S0-A-8.1d',
        because: {
          zh: '基本工资 3 等，2026-03-01 至 2026-03-01：1／31 个日历日',
          en: 'Base pay, grade 3, 2026-03-01 to 2026-03-01: 1 of 31 calendar days',
        },
        amountFen: null,
      },
      expect.objectContaining({ amountFen: 145_161 }),
    ])
  })

  it('that is no working day is listed and counts nothing, where the house goes by working days', () => {
    const days = marchWith({ 'pay.partMonth': 'workingDays' }).slice(0, 2)
    // The first is a Sunday; March 2026 has 22 working days.
    expect(pay({}, { days })[0]).toMatchObject({
      because: {
        zh: '基本工资 3 等，2026-03-01 至 2026-03-02：1／22 个工作日',
        en: 'Base pay, grade 3, 2026-03-01 to 2026-03-02: 1 of 22 working days',
      },
      amountFen: 6_818,
    })
  })
})

describe('base pay', () => {
  it('of nobody in the post is no line', () => {
    expect(baseLines([], MONTH, calendar)).toEqual([])
  })

  it('of two grades that are worth the same stands under the clause of each [S0-A-8.1c] [S0-A-8.1d]', () => {
    const days = marchWith({ 'pay.gradeTwo': 150_000 }).map((day, i) => (i < 30 ? day : { ...day, grade: 2 as const }))
    expect(baseLines(days, MONTH, calendar).map(({ clause, amountFen }) => [clause, amountFen])).toEqual([
      ['S0-A-8.1d', 145_161],
      ['S0-A-8.1c', 4_839],
    ])
  })
})

describe('travel', () => {
  const day = (on: LocalDate, regionId: string | null = null): TravelDay => ({ on, regionId })
  const XJ: SpecialRate = { regionId: 'XJ', perDayFen: 12_050, fromOn: '2026-03-05', toOn: '2026-03-06' }
  const lines = (travel: TravelDay[], usual: number | null, rates: SpecialRate[] = []) =>
    travelLines(travel, rates, () => payTermsWith({ 'pay.travelPerDay': usual }))
  const amounts = (...given: Parameters<typeof lines>) => lines(...given).map(({ amountFen }) => amountFen)

  it('is explained by days and rate, the lowest rate first, what is blank before it [S0-A-8.2a]', () => {
    const travel = [day('2026-03-05', 'XJ'), day('2026-03-06', 'XJ'), day('2026-03-02')]
    expect(lines(travel, 8_000, [XJ])).toEqual([
      {
        kind: 'travel',
        clause: 'S0-A-8.2a',
        because: { zh: '出差 1 天，每天 ¥80.00', en: 'Days of travel: 1, ¥80.00 a day' },
        amountFen: 8_000,
      },
      {
        kind: 'travel',
        clause: 'S0-A-8.2a',
        because: { zh: '出差 2 天，每天 ¥120.50', en: 'Days of travel: 2, ¥120.50 a day' },
        amountFen: 24_100,
      },
    ])
    expect(lines(travel, null, [XJ])[0]).toEqual({
      kind: 'travel',
      clause: 'S0-A-8.2a',
      because: { zh: '出差 1 天，每天金额未定', en: 'Days of travel: 1, the amount per day is blank' },
      amountFen: null,
    })
    expect(amounts(travel, null, [XJ])).toEqual([null, 24_100])
  })

  it('goes by a special rate on its first and last day, not a day before or after, in its region alone [S0-A-8.2a]', () => {
    const on = (date: LocalDate, regionId = 'XJ', rate = XJ) => amounts([day(date, regionId)], 8_000, [rate])
    expect(['2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07'].map((date) => on(date))).toEqual([
      [8_000],
      [12_050],
      [12_050],
      [8_000],
    ])
    expect(on('2026-03-05', 'SD')).toEqual([8_000])
    expect(on('2036-03-05', 'XJ', { ...XJ, toOn: null })).toEqual([12_050])
  })

  it('goes by the best of several rates, and never by less than the usual one [S0-A-8.2a]', () => {
    const more = { ...XJ, perDayFen: 15_000 }
    expect(amounts([day('2026-03-05', 'XJ')], 8_000, [XJ, more])).toEqual([15_000])
    expect(amounts([day('2026-03-05', 'XJ')], 20_000, [XJ])).toEqual([20_000])
  })

  it('cites what its amount rested on as the first of its days ended [S0-A-8.2a]', () => {
    const terms = payTermsWith({ 'pay.travelPerDay': 8_000 })
    const house = { ...terms, 'pay.travelPerDay': { ...terms['pay.travelPerDay']!, clause: null } }
    const cited = (from: LocalDate) =>
      travelLines([day(from), day('2026-03-20')], [], (on) => (on < '2026-03-10' ? house : terms)).map(
        (one) => one.clause,
      )
    expect([cited('2026-03-09'), cited('2026-03-10')]).toEqual([['house:pay.travelPerDay'], ['S0-A-8.2a']])
  })

  it('pays a day of two trips once, by the better of them in whatever order [S0-A-8.2a]', () => {
    const both = [day('2026-03-05', 'XJ'), day('2026-03-05', 'SD')]
    for (const travel of [both, [...both].reverse()])
      for (const usual of [8_000, null]) expect(amounts(travel, usual, [XJ])).toEqual([12_050])
  })
})
