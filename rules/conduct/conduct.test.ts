import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { statedTerms } from '../policy/stated.ts'
import { clause } from '../clauses/index.ts'
import { Refusal } from '../problem.ts'
import { CONDUCT_ITEMS, conductItems, conductParameters, costOf, countsConduct } from './items.ts'
import { readingOf, totalsOf as read, type ConductReading, type Pointed } from './totals.ts'

const stated = statedTerms({}, ['S4-Q'])
const filled = (key: string, value: unknown) => statedTerms({ [key]: value }, ['S4-Q'])

describe('conduct points', () => {
  it.each([
    ['late', 5, 'S4-Q-p4a'],
    ['seriouslyLate', 10, 'S4-Q-p4b'],
    ['unrelatedActivity', 10, 'S4-Q-p5'],
    ['property', 20, 'S4-Q-p6'],
    ['waste', 5, 'S4-Q-p7'],
    ['visitors', 5, 'S4-Q-p8'],
    ['unfriendly', 5, 'S4-Q-p9'],
    ['untidy', 5, 'S4-Q-p10'],
    ['games', 10, 'S4-Q-p11'],
    ['smoking', 10, 'S4-Q-p12'],
  ] as const)(
    '%s costs %d each time under %s [S4-Q-p4a, S4-Q-p4b, S4-Q-p5, S4-Q-p6, S4-Q-p7, S4-Q-p8, S4-Q-p9, S4-Q-p10, S4-Q-p11, S4-Q-p12]',
    (item, points, id) => {
      expect(costOf(stated, item)).toEqual({ item, points, cited: { clause: id, policy: 'S4-Q', policyVersion: 1 } })
      expect(clause(id).software).toBe('full')
    },
  )

  it('know no item beyond those that the text still has', () => {
    expect(CONDUCT_ITEMS).toHaveLength(10)
  })

  it('are serious from the limit on once it is set; while it is blank, as recorded [S4-Q-p4b]', () => {
    const twenty = filled('conduct.seriousFrom', 20 * 60_000)
    expect([19, 20, 21].map((minutes) => costOf(twenty, 'late', minutes).points)).toEqual([5, 10, 10])
    expect(costOf(twenty, 'seriouslyLate', 19).item).toBe('late')
    expect(costOf(stated, 'late', 480).item).toBe('late')
    expect(costOf(stated, 'seriouslyLate', 1).item).toBe('seriouslyLate')
    expect(costOf(twenty, 'seriouslyLate').item).toBe('seriouslyLate')
    expect(costOf(twenty, 'games', 30).item).toBe('games')
  })

  it('leave start score, period, consequence and what is serious blank [S4-Q-p12]', () => {
    for (const key of ['startScore', 'periodMonths', 'consequenceFrom', 'seriousFrom'])
      expect(conductParameters[`conduct.${key}`]!.value).toBeNull()
  })

  it('cost nothing where no rulebook counts them', () => {
    expect(countsConduct({})).toBe(false)
    expect(countsConduct(stated)).toBe(true)
    expect(() => costOf({}, 'waste')).toThrow(Refusal)
    expect(() => costOf(filled('conduct.waste', null), 'waste')).toThrow(Refusal)
  })
})

describe('totals', () => {
  const none: ConductReading = { startScore: null, periodMonths: null, consequenceFrom: null }
  const totalsOf = (entries: Pointed[], month: string, reading = none) => read(entries, month, () => reading)
  const entry = (on: string, points: number, more: Partial<Pointed> = {}): Pointed => ({
    personId: 'a',
    clause: 'S4-Q-p5',
    points,
    on,
    lifted: false,
    ...more,
  })

  it('add up per person, in the month and up to its end [S4-Q-p4a, S4-Q-p12]', () => {
    const entries = [
      entry('2026-02-28', 5),
      entry('2026-03-01', 10),
      entry('2026-03-31', 20, { clause: 'S4-Q-p6' }),
      entry('2026-04-01', 5),
      entry('2026-03-15', 10, { lifted: true }),
      entry('2026-03-15', 5, { personId: 'b' }),
    ]
    expect(totalsOf(entries, '2026-03')).toEqual([
      {
        personId: 'a',
        month: 30,
        events: 2,
        running: 35,
        score: null,
        reached: false,
        byClause: { 'S4-Q-p5': 10, 'S4-Q-p6': 20 },
      },
      { personId: 'b', month: 5, events: 1, running: 5, score: null, reached: false, byClause: { 'S4-Q-p5': 5 } },
    ])
  })

  it('say what is left and what is due only once somebody set what the text leaves out [S4-Q-p12]', () => {
    expect(readingOf(stated)).toEqual(none)
    const set = statedTerms({ 'conduct.startScore': 100, 'conduct.periodMonths': 3, 'conduct.consequenceFrom': 30 }, [
      'S4-Q',
    ])
    const reading = readingOf(set)
    const entries = [entry('2026-03-31', 20), entry('2026-04-01', 10), entry('2026-06-30', 15)]
    const of = (month: string, more: Pointed[] = []) => {
      const [{ running, score, reached }] = totalsOf([...entries, ...more], month, reading) as [
        ReturnType<typeof read>[0],
      ]
      return [running, score, reached]
    }
    expect(of('2026-03')).toEqual([20, 80, false])
    expect(of('2026-04')).toEqual([10, 90, false])
    expect(of('2026-06')).toEqual([25, 75, false])
    expect(of('2026-06', [entry('2026-05-15', 5)])).toEqual([30, 70, true])
    expect(totalsOf(entries, '2026-07', reading)).toEqual([])
  })

  it('of months come to the running total, in whatever order events arrive', () => {
    const event = fc.record({
      month: fc.integer({ min: 1, max: 12 }),
      points: fc.constantFrom(5, 10, 20),
      lifted: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const entries = events.map(({ month, ...rest }) =>
          entry(`2026-${String(month).padStart(2, '0')}-15`, rest.points, rest),
        )
        const months = Array.from({ length: 12 }, (_, n) => `2026-${String(n + 1).padStart(2, '0')}`)
        const all = (list: Pointed[]) => months.map((month) => totalsOf(list, month)[0]?.month ?? 0)
        const sum = all(entries).reduce((a, b) => a + b, 0)
        expect(sum).toBe(totalsOf(entries, '2026-12')[0]?.running ?? 0)
        expect(all([...entries].reverse())).toEqual(all(entries))
      }),
    )
  })

  it('say each item in both languages', () => {
    for (const { label } of Object.values(conductItems)) expect(label.zh && label.en).toBeTruthy()
  })
})
