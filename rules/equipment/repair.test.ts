import { describe, expect, it } from 'vitest'
import { DAY, SECOND } from '../instant.ts'
import { statedTerms } from '../policy/stated.ts'
import { parseInstant } from '../time/local.ts'
import { judgeRepair, warrantyUntil, type Repair, type Sign } from './repair.ts'

const at = (text: string) => parseInstant(`${text}+08:00`)
const terms = (months: number | null) => statedTerms({ 'repair.warranty': months }, ['S1'])
const repairedAt = at('2026-01-31T10:00:00')
const repair: Repair = { id: 'r', equipmentId: 'thing', engineerId: 'one', repairedAt, caseId: null }
const sign = (given: Partial<Sign>): Sign => ({
  ...{ id: 's', kind: 'report', equipmentId: 'thing', at: repairedAt + DAY, caseId: null, repairId: null },
  ...given,
})
const judge = (signs: Sign[], aside: string[] = [], months: number | null = 1, now = repairedAt) =>
  judgeRepair(repair, signs, new Set(aside), terms(months), now)
const failed = (...signs: Sign[]) => judge(signs).failed

describe('the warranty of a repair [S1-4.4.2]', () => {
  it.each([
    ['2026-01-15T00:00:00', 1, '2026-02-15'],
    ['2026-01-31T23:59:59', 1, '2026-02-28'],
    ['2028-01-31T10:00:00', 1, '2028-02-29'],
    ['2028-02-29T10:00:00', 12, '2029-02-28'],
    ['2026-02-28T10:00:00', 1, '2026-03-28'],
    ['2026-10-31T10:00:00', 6, '2027-04-30'],
  ])('of what was repaired at %s for %i months lasts until the end of %s', (from, months, until) => {
    expect(warrantyUntil(at(from), terms(months))).toBe(until)
  })

  it('is blank as the rulebook has it, and then nothing is judged', () => {
    expect(warrantyUntil(repairedAt, statedTerms({}, ['S1']))).toBeNull()
    expect(judge([sign({}), sign({ id: 't', kind: 'stated' })], [], null)).toMatchObject({
      ...{ warrantyUntilOn: null, state: 'unset', failed: false },
      signs: [{ id: 't', counts: false }],
    })
  })

  it('runs through its last day, to the second', () => {
    const end = at('2026-03-01T00:00:00')
    expect([end - SECOND, end].map((now) => judge([], [], 1, now).state)).toEqual(['running', 'ended'])
  })
})

describe('a repaired thing has failed again [S1-4.4.1]', () => {
  it.each([
    ['a second before the repair', repairedAt - SECOND, false],
    ['at the repair', repairedAt, false],
    ['a second after it', repairedAt + SECOND, true],
    ['the day before the warranty’s last', at('2026-02-27T12:00:00'), true],
    ['in the last second of its last day', at('2026-02-28T23:59:59'), true],
    ['in its last millisecond', at('2026-03-01T00:00:00') - 1, true],
    ['in the first second after it', at('2026-03-01T00:00:00'), false],
    ['the day after', at('2026-03-01T12:00:00'), false],
  ] as const)('by a fault %s: %#', (_, when, expected) => {
    for (const kind of ['report', 'repair', 'stated'] as const) expect(failed(sign({ kind, at: when }))).toBe(expected)
  })

  it('by a sign of the same thing, and by what is stated of this repair, alone', () => {
    expect(failed(sign({ equipmentId: 'other' }))).toBe(false)
    expect(failed(sign({ kind: 'stated', repairId: 'other' }))).toBe(false)
    expect(failed(sign({ kind: 'stated', repairId: 'r' }))).toBe(true)
    // The repair itself is none of its signs.
    expect(failed(sign({ id: 'r', kind: 'repair' }))).toBe(false)
  })

  it('unless somebody set every sign aside', () => {
    const signs = [sign({ id: 'a' }), sign({ id: 'b', at: repairedAt + 2 * DAY })]
    expect(judge(signs, ['a']).failed).toBe(true)
    expect(judge(signs, ['a', 'b'])).toMatchObject({
      failed: false,
      signs: [
        { id: 'a', setAside: true },
        { id: 'b', setAside: true },
      ],
    })
  })

  it('not by the repair that answers reports which were all set aside', () => {
    const reports = [sign({ id: 'a', caseId: 'c' }), sign({ id: 'b', caseId: 'c' })]
    const again = sign({ id: 'again', kind: 'repair', caseId: 'c', at: repairedAt + 3 * DAY })
    expect(judge([...reports, again], ['a', 'b']).failed).toBe(false)
    expect(judge([...reports, again], ['a', 'b']).signs.map(({ setAside }) => setAside)).toEqual([true, true, false])
    expect(judge([...reports, again], ['a']).failed).toBe(true)
    const counts = (other: Partial<Sign>) => judge([...reports, { ...again, ...other }], ['a', 'b']).failed
    expect([counts({ caseId: 'd' }), counts({ caseId: null }), counts({ kind: 'report' })]).toEqual([true, true, true])
    expect(judge([again]).failed).toBe(true)
    const early = sign({ id: 'a', caseId: 'c', at: repairedAt - DAY })
    expect(judge([early, again], ['a']).failed).toBe(true)
  })
})
