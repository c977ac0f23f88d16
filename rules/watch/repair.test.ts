import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeRepair, type JudgedRepair, type Repair, type Sign } from '../equipment/repair.ts'
import { DAY, type Instant } from '../instant.ts'
import { statedTerms } from '../policy/stated.ts'
import { localDate, parseInstant } from '../time/local.ts'
import { repairRates } from './repair.ts'

const at = (text: string) => parseInstant(`${text}+08:00`)
const now = at('2026-06-15T12:00:00')
const termsOf =
  (changed: Record<string, unknown> = {}) =>
  () =>
    statedTerms({ 'repair.warranty': 12, 'watch.repair': 2.5, ...changed }, ['S1'])
const one = (id: string, given: Partial<JudgedRepair> = {}): JudgedRepair => ({
  ...{ id, equipmentId: `thing ${id}`, engineerId: 'one', repairedAt: at('2026-05-01T10:00:00'), caseId: null },
  ...{ warrantyUntilOn: '2027-05-01', state: 'running', signs: [], failed: false },
  ...given,
})
/** So many repairs, of which the first few failed. */
const some = (of: number, failed: number) =>
  Array.from({ length: of }, (_, i) => one(String(i).padStart(4, '0'), { failed: i < failed }))

describe('the failure rate of repaired equipment [S1-4.4.1]', () => {
  it('is kept at exactly the cap, and is not one failure later', () => {
    const rate = (of: number, failed: number, cap = 2.5) =>
      repairRates(some(of, failed), termsOf({ 'watch.repair': cap }), now)[0]!
    expect(rate(40, 1)).toMatchObject({ clause: 'S1-4.4.1', unit: 'percent', have: 2.5, limit: 2.5, state: 'met' })
    expect(rate(39, 1).state).toBe('exceeded')
    expect(rate(40, 2)).toMatchObject({ have: 5, state: 'exceeded', share: { failed: 2, of: 40 } })
    expect([rate(1_000, 23, 2.3).state, rate(1_000, 24, 2.3).state]).toEqual(['met', 'exceeded'])
    expect([rate(3, 0, 0).state, rate(3, 1, 0).state, rate(3, 3, 100).state]).toEqual(['met', 'exceeded', 'met'])
  })

  it('names the repairs that it counts', () => {
    const [{ share, fromAt, untilAt } = expect.fail()] = repairRates(some(2, 1).reverse(), termsOf(), now)
    expect(share).toEqual({ failed: 1, of: 2, repairIds: ['0000', '0001'], failedIds: ['0000'] })
    expect([fromAt, untilAt]).toEqual([at('2026-05-01T10:00:00'), null])
  })

  it('is shown without being judged while the cap is blank, as the rulebook has it', () => {
    const blank = termsOf({ 'watch.repair': null })
    expect(repairRates(some(4, 1), blank, now)).toMatchObject([{ have: 25, limit: null, state: 'blank' }])
    expect(repairRates(some(4, 1), () => ({}), now)).toEqual([])
  })

  it('is not to be said while the warranty is blank; of repairs without one it is silent once there is a warranty', () => {
    const unset = [one('a', { state: 'unset', warrantyUntilOn: null, failed: false })]
    const blank = termsOf({ 'repair.warranty': null })
    expect(repairRates(unset, blank, now)).toMatchObject([{ have: null, state: 'blank', share: { of: 0, failed: 0 } }])
    expect(repairRates(unset, termsOf(), now)).toEqual([])
    expect(repairRates([...unset, one('b')], blank, now)).toMatchObject([{ have: 0, share: { repairIds: ['b'] } }])
    expect(repairRates([], blank, now)).toEqual([])
  })

  it('counts repairs whose warranty runs now, or those of a calendar period over their whole warranty', () => {
    const ended = { state: 'ended', warrantyUntilOn: '2026-05-01', failed: true } as const
    const repairs = [
      one('old', { ...ended, repairedAt: at('2025-03-31T23:59:59') }),
      one('quarter', { ...ended, repairedAt: at('2026-03-31T23:59:59') }),
      one('month', { ...ended, repairedAt: at('2026-04-01T00:00:00') }),
      one('runs', { repairedAt: at('2025-07-01T00:00:00') }),
      one('new', { repairedAt: now }),
    ]
    const told = (period: string) =>
      repairRates(repairs, termsOf({ 'watch.repairPeriod': period }), now).map(({ fromAt, untilAt, share }) => [
        localDate(fromAt),
        untilAt && localDate(untilAt),
        share.repairIds.join(' '),
      ])
    expect(told('inWarranty')).toEqual([['2025-07-01', null, 'new runs']])
    expect(told('monthly')).toEqual([
      ['2025-07-01', '2025-07-31', 'runs'],
      ['2026-06-01', '2026-06-30', 'new'],
    ])
    expect(told('quarterly')).toEqual([
      ['2025-07-01', '2025-09-30', 'runs'],
      ['2026-01-01', '2026-03-31', 'quarter'],
      ['2026-04-01', '2026-06-30', 'month new'],
    ])
    expect(told('yearly')).toEqual([
      ['2025-01-01', '2025-12-31', 'old runs'],
      ['2026-01-01', '2026-12-31', 'month new quarter'],
    ])
  })

  it('of a calendar period goes by the cap in force when that began', () => {
    const turn = at('2026-05-01T00:00:00')
    const dated = (from: Instant) =>
      termsOf({ 'watch.repairPeriod': 'monthly', 'watch.repair': from < turn ? 50 : 10 })()
    const repairs = [turn - 1, turn].flatMap((repairedAt, i) => [
      one(`${i}a`, { repairedAt, failed: true }),
      one(`${i}b`, { repairedAt }),
    ])
    expect(repairRates(repairs, dated, now).map(({ limit, state }) => [limit, state])).toEqual([
      [50, 'met'],
      [10, 'exceeded'],
    ])
  })

  it('comes to what somebody counts with a wall calendar, whatever order things were entered in', () => {
    const first = at('2027-12-01T09:00:00')
    const days = 150
    const day = fc.nat(days)
    const thing = fc.nat(2)
    const drawn = fc.record({
      repairs: fc.array(fc.record({ thing, day }), { maxLength: 8 }),
      reports: fc.array(fc.record({ thing, day }), { maxLength: 8 }),
      months: fc.integer({ min: 0, max: 3 }),
      cap: fc.constantFrom(0, 12.5, 33.33, 50, 100),
      unit: fc.constantFrom('eachRepair', 'eachPiece'),
      today: day,
    })
    fc.assert(
      fc.property(drawn, ({ repairs, reports, months, cap, unit, today }) => {
        const clock = first + today * DAY + DAY / 2
        // Repairs at nine, reports at ten: on the same day the report comes after the repair.
        const done = repairs.flatMap(({ thing, day }, i): Repair[] =>
          day > today
            ? []
            : [{ id: `r${i}`, equipmentId: `${thing}`, engineerId: '', repairedAt: first + day * DAY, caseId: null }],
        )
        const heard = reports.flatMap(({ thing, day }, i): Sign[] =>
          day > today ? [] : [sign(`f${i}`, 'report', `${thing}`, first + day * DAY + DAY / 24)],
        )
        const signs = [...heard, ...done.map((r) => sign(r.id, 'repair', r.equipmentId, r.repairedAt))]
        const terms = termsOf({ 'repair.warranty': months, 'watch.repair': cap, 'watch.repairUnit': unit })
        const judged = (list: Repair[], all: Sign[]) =>
          list.map((repair) => judgeRepair(repair, all, new Set(), terms(), clock))
        const answer = repairRates(judged(done, signs), terms, clock)
        expect(repairRates(judged(done.toReversed(), signs.toReversed()), terms, clock)).toEqual(answer)
        const [counted, failing] = tickedOff(done, signs, months, clock)
        expect(answer.map(({ share }) => [share.repairIds, share.failedIds])).toEqual(
          counted.length > 0 ? [[counted.map(({ id }) => id).sort(), failing.map(({ id }) => id).sort()]] : [],
        )
        if (counted.length === 0) return
        const pieces = (list: Repair[]) => (unit === 'eachRepair' ? list : [...new Set(list.map((r) => r.equipmentId))])
        const [n, bad] = [pieces(counted).length, pieces(failing).length]
        expect(answer[0]).toMatchObject({ have: (bad * 100) / n, state: bad / n > cap / 100 ? 'exceeded' : 'met' })
      }),
      { numRuns: 300 },
    )
  })
})

const sign = (id: string, kind: Sign['kind'], equipmentId: string, when: Instant): Sign => ({
  ...{ id, kind, equipmentId, at: when, caseId: null, repairId: null },
})

/** The repairs in warranty today and those of them that failed: each warranty crossed out on the wall, day by day. */
function tickedOff(repairs: readonly Repair[], signs: readonly Sign[], months: number, clock: Instant) {
  const daysOf = ({ repairedAt }: Repair) => {
    const [, month, number] = localDate(repairedAt).split('-').map(Number) as [number, number, number]
    const last = ((month - 1 + months) % 12) + 1
    const crossed = new Set([localDate(repairedAt)])
    for (let at = repairedAt + DAY; months > 0; at += DAY) {
      const on = localDate(at)
      crossed.add(on)
      const isLast = on.slice(5, 7) === String(last).padStart(2, '0')
      if (isLast && (Number(on.slice(8)) === number || localDate(at + DAY).slice(8) === '01')) break
    }
    return crossed
  }
  const counted = repairs.filter((repair) => daysOf(repair).has(localDate(clock)))
  const failing = counted.filter((repair) => {
    const days = daysOf(repair)
    return signs.some(
      (one) => one.equipmentId === repair.equipmentId && one.at > repair.repairedAt && days.has(localDate(one.at)),
    )
  })
  return [counted, failing] as const
}
