import { describe, expect, it } from 'vitest'
import { payTermsWith } from './terms.fixture.ts'
import type { LocalDate } from '../instant.ts'
import { createCalendar } from '../time/calendar.ts'
import { addDays } from '../time/local.ts'
import { publishedYears } from '../time/published.ts'
import type { PayGrade } from '../window/payGrade.ts'
import { arrears } from './arrears.ts'
import { rankingOf } from './ranking.ts'
import { checkRate } from './rate.ts'
import { payLines, payTotal, type PayLine, type PayMaterial } from './statement.ts'

const MONTH = { fromOn: '2026-03-01', toOn: '2026-03-31' }
const calendar = createCalendar({ years: publishedYears })
/** Days in the post, with a grade from a day on and what a grade is worth. */
const daysOf = (fromOn: LocalDate, toOn: LocalDate, grade: PayGrade = 3, changed: Record<string, unknown> = {}) => {
  const days: PayMaterial['days'][number][] = []
  for (let on = fromOn; on <= toOn; on = addDays(on, 1)) days.push({ on, grade, terms: payTermsWith(changed) })
  return days
}
const pay = (given: Partial<PayMaterial> = {}, changed: Record<string, unknown> = {}) =>
  payLines({
    month: MONTH,
    days: daysOf('2026-03-01', '2026-03-31', 3, changed),
    bonuses: [],
    changes: [],
    travel: [],
    rates: [],
    termsOn: () => payTermsWith(changed),
    calendar,
    ...given,
  })
const only = (lines: readonly PayLine[], kind: PayLine['kind']) => lines.filter((line) => line.kind === kind)
const base = (days: PayMaterial['days']) => only(pay({ days }), 'base').map(({ amountFen }) => amountFen)

describe("a month's pay", () => {
  const set = { 'pay.bonusBase': 200_000, 'pay.tierOne': 30, 'pay.tierTwo': 70 }
  const ranked = rankingOf([{ personId: 'a', regionId: null, months: 6, scoreFen: 0 }], payTermsWith(set))[0]!
  const bonuses = [{ half: '2026-H1', line: ranked }]

  it('is base pay plus bonus [S0-A-8.1a]', () => {
    const lines = pay({ bonuses })
    expect(lines.slice(0, 2)).toMatchObject([
      { kind: 'base', clause: 'S0-A-8.1d', amountFen: 150_000, because: { zh: '基本工资 3 等' } },
      { kind: 'bonus', clause: 'S0-A-8.1f', amountFen: 160_000, because: { zh: '2026-H1 排名 1／1，系数 0.8' } },
    ])
    expect(payTotal(lines)).toBe(310_000)
  })

  it('of who left or became something else is the bonus that was earned before [S0-A-8.1f]', () => {
    expect(pay({ days: [], bonuses })).toMatchObject([{ kind: 'bonus', amountFen: 160_000 }])
    expect(pay({ days: [] })).toEqual([])
  })

  it('shows a bonus ranked anew as its difference, and nothing where that is none [S0-A-8.1f]', () => {
    const after = { ...ranked, rank: 2, of: 3, tier: 2 as const, coefficient: 50, amountFen: 100_000, scoreFen: -5_000 }
    const change = { personId: 'a', before: ranked, after, amountFen: -60_000 }
    expect(only(pay({ changes: [{ half: '2026-H1', change }] }), 'bonus')).toEqual([
      {
        kind: 'bonus',
        clause: 'S0-A-8.1f',
        amountFen: -60_000,
        because: {
          zh: '2026-H1 奖金重新排名：本人考核净额由 ¥0.00 变为 −¥50.00；冲回排名 1／1、系数 0.8、¥1600.00，重新记入排名 2／3、系数 0.5、¥1000.00',
          en: '2026-H1, ranked anew: their own score went from ¥0.00 to −¥50.00; taken back: 1 of 1, coefficient 0.8, ¥1600.00; entered: 2 of 3, coefficient 0.5, ¥1000.00',
        },
      },
    ])
    const same = { ...change, after: { ...ranked, of: 3 }, amountFen: 0 }
    expect(only(pay({ changes: [{ half: '2026-H1', change: same }] }), 'bonus')).toEqual([])
  })

  it.each([
    [1, 'S0-A-8.1b', 200_000],
    [2, 'S0-A-8.1c', 180_000],
    [3, 'S0-A-8.1d', 150_000],
  ] as const)('of grade %i is by %s [S0-A-8.1b] [S0-A-8.1c] [S0-A-8.1d]', (grade, clause, amountFen) => {
    expect(pay({ days: daysOf(MONTH.fromOn, MONTH.toOn, grade) })[0]).toMatchObject({ clause, amountFen })
  })
})

describe('base pay of part of a month', () => {
  it('counts each calendar day by the grade and amount that held on it', () => {
    expect(base(daysOf('2026-03-02', '2026-03-31'))).toEqual([Math.round((150_000 * 30) / 31)])
    expect(base(daysOf('2026-03-01', '2026-03-01'))).toEqual([Math.round(150_000 / 31)])
    expect(base(daysOf('2026-03-01', '2026-03-31'))).toEqual([150_000])
    const raised = [...daysOf('2026-03-01', '2026-03-15'), ...daysOf('2026-03-16', '2026-03-31', 2)]
    expect(only(pay({ days: raised }), 'base')).toMatchObject([
      {
        clause: 'S0-A-8.1d',
        amountFen: 72_581,
        because: { zh: '基本工资 3 等，2026-03-01 至 2026-03-15：15／31 个日历日' },
      },
      {
        clause: 'S0-A-8.1c',
        amountFen: 92_903,
        because: { en: 'Base pay, grade 2, 2026-03-16 to 2026-03-31: 16 of 31 calendar days' },
      },
    ])
    const more = { 'pay.gradeThree': 160_000 }
    const rate = [...daysOf('2026-03-01', '2026-03-30'), ...daysOf('2026-03-31', '2026-03-31', 3, more)]
    expect(base(rate)).toEqual([Math.round((150_000 * 30) / 31), Math.round(160_000 / 31)])
  })

  it('by working days asks for no day of rest; or the month is whole, by the first day in the post', () => {
    const by = (part: string) => ({ 'pay.partMonth': part })
    const working = (fromOn: LocalDate, toOn: LocalDate) => base(daysOf(fromOn, toOn, 3, by('workingDays')))
    // The first is a Sunday; 22 working days.
    expect(working('2026-03-02', '2026-03-31')).toEqual([150_000])
    expect(working('2026-03-03', '2026-03-31')).toEqual([Math.round((150_000 * 21) / 22)])
    expect(working('2026-03-28', '2026-03-29')).toEqual([0])
    const whole = [
      ...daysOf('2026-03-20', '2026-03-25', 3, by('wholeMonth')),
      ...daysOf('2026-03-26', '2026-03-31', 2, by('wholeMonth')),
    ]
    expect(base(whole)).toEqual([150_000])
  })

  it('stays blank where the amount is', () => {
    expect(base(daysOf('2026-03-10', '2026-03-31', 3, { 'pay.gradeThree': null }))).toEqual([null])
  })
})

describe('allowances', () => {
  const daysAway = (fromOn: LocalDate, n: number, regionId: string | null) =>
    Array.from({ length: n }, (_, i) => ({ on: addDays(fromOn, i), regionId }))

  it('of travel are for each day in the post, once, nothing while the amount is blank [S0-A-8.2a]', () => {
    const travel = [...daysAway('2026-03-02', 3, null), ...daysAway('2026-03-04', 2, 'XJ')]
    const line = (changed: object, given = {}) => only(pay({ travel, ...given }, { ...changed }), 'travel')
    expect(line({})).toMatchObject([{ amountFen: null, because: { zh: '出差 4 天，每天金额未定' } }])
    expect(line({ 'pay.travelPerDay': 8_000 })).toMatchObject([{ clause: 'S0-A-8.2a', amountFen: 32_000 }])
    const joined = { days: daysOf('2026-03-04', '2026-03-31') }
    expect(line({ 'pay.travelPerDay': 8_000 }, joined)).toMatchObject([{ amountFen: 16_000 }])
  })

  it('of travel are by the amount in force on the day [S0-A-8.2a]', () => {
    const termsOn = (on: LocalDate) => payTermsWith({ 'pay.travelPerDay': on < '2026-03-03' ? 8_000 : 9_000 })
    const lines = only(pay({ travel: daysAway('2026-03-02', 3, null), termsOn }), 'travel')
    expect(lines.map((one) => one.amountFen)).toEqual([8_000, 18_000])
  })

  it('pays a special region’s days by the rate the general manager approved, on its days only [S0-A-8.2a]', () => {
    const travel = [...daysAway('2026-03-02', 2, 'SD'), ...daysAway('2026-03-04', 3, 'XJ')]
    const rates = [{ regionId: 'XJ', perDayFen: 12_000, fromOn: '2026-03-05', toOn: '2026-03-05' }]
    const lines = only(pay({ travel, rates }, { 'pay.travelPerDay': 8_000 }), 'travel')
    expect(lines.map((one) => one.amountFen)).toEqual([32_000, 12_000])
    expect(() => checkRate(payTermsWith({ 'pay.travelPerDay': 8_000 }), 8_000)).toThrow('pay.notHigher')
    expect(() => checkRate(payTermsWith(), 12_000)).toThrow('pay.blank')
    checkRate(payTermsWith({ 'pay.travelPerDay': 8_000 }), 8_001)
  })

  it('of the phone are whole for a month begun, nothing while blank [S0-A-8.2b]', () => {
    const phone = (changed: Record<string, unknown> = {}) =>
      only(pay({ days: daysOf('2026-03-31', '2026-03-31', 3, changed) }, changed), 'phone')
    expect(phone()).toMatchObject([{ clause: 'S0-A-8.2b', amountFen: null }])
    expect(phone({ 'pay.phonePerMonth': 5_000 })).toMatchObject([{ amountFen: 5_000 }])
  })
})

describe('a closed month', () => {
  const line = (kind: PayLine['kind'], amountFen: number | null): PayLine => ({
    kind,
    clause: kind === 'base' ? 'S0-A-8.1d' : 'S0-A-8.2a',
    because: { zh: '', en: '' },
    amountFen,
  })

  it('is put right once, by the difference, less what later sheets put right already [S0-A-8.2a]', () => {
    const held = [line('base', 150_000), line('travel', null), line('bonus', 160_000)]
    const now = [line('base', 150_000), line('travel', 24_000)]
    const [missing, ...none] = arrears('2026-03', { now, held, carried: [] })
    expect(none).toEqual([])
    expect(missing).toEqual({
      kind: 'travel',
      clause: 'S0-A-8.2a',
      amountFen: 24_000,
      of: '2026-03',
      because: {
        zh: '更正已结月份 2026-03：应为 ¥240.00，已列 ¥0.00',
        en: '2026-03, a closed month, put right: ¥240.00 is due, ¥0.00 was listed',
      },
    })
    expect(arrears('2026-03', { now, held, carried: [missing!] })).toEqual([])
    expect(arrears('2026-03', { now: [line('base', 150_000)], held, carried: [missing!] })).toMatchObject([
      { kind: 'travel', amountFen: -24_000 },
    ])
    expect(arrears('2026-03', { now: [], held, carried: [] })).toMatchObject([{ kind: 'base', amountFen: -150_000 }])
  })
})
