import { describe, expect, it } from 'vitest'
import { at } from '../case.fixture.ts'
import { SECOND } from '../instant.ts'
import { compareCalled, comparison, LISTED, type Called } from './difference.ts'

const DUE = at('2026-04-07T10:00:00')
const what = { zh: '回电', en: 'Return the call' }
const called = (more: Partial<Called> = {}): Called => ({
  key: 'k',
  personId: 'one',
  caseId: 'case',
  clause: 'S0-A-7.1',
  kind: 'fine',
  at: DUE,
  evidenceIds: ['fact'],
  amountFen: -5_000,
  what,
  ...more,
})
const promise = (more: Partial<Called> = {}) =>
  called({ kind: 'promise', amountFen: 0, dueAt: DUE, settledAt: DUE + SECOND, verdict: 'late', ...more })
const told = (was?: Called, is?: Called) =>
  compareCalled(was ? [was] : [], is ? [is] : []).differences.map((one) => one.explanation)

describe('what differs', () => {
  it('is said whole: whose it is, what it rests on, both sums and both verdicts', () => {
    const was = promise({ amountFen: -5_000 })
    const is = promise({ dueAt: DUE + 5 * SECOND, verdict: 'onTime', at: DUE + 5 * SECOND, evidenceIds: ['later'] })
    expect(compareCalled([was], [is])).toEqual({
      compared: 1,
      lateBefore: 1,
      lateAfter: 0,
      beforeFen: -5_000,
      afterFen: 0,
      unlisted: 0,
      people: [{ personId: 'one', beforeFen: -5_000, afterFen: 0 }],
      differences: [
        {
          personId: 'one',
          caseId: 'case',
          clause: 'S0-A-7.1',
          kind: 'promise',
          at: DUE + 5 * SECOND,
          beforeFen: -5_000,
          afterFen: 0,
          before: 'late',
          after: 'onTime',
          evidenceIds: ['later'],
          explanation: {
            zh: '回电：应于 2026-04-07 10:00:00 → 2026-04-07 10:00:05，实际 2026-04-07 10:00:01；逾期 → 按时；金额 −¥50.00 → ¥0.00。',
            en: 'Return the call: due 2026-04-07 10:00:00 → 2026-04-07 10:00:05, done 2026-04-07 10:00:01; late → on time; amount −¥50.00 → ¥0.00.',
          },
        },
      ],
    })
  })

  it.each([
    ['pending', '未到期', 'not yet due'],
    ['onTime', '按时', 'on time'],
    ['excused', '免责', 'excused'],
    ['void', '不计', 'void'],
  ] as const)('a verdict of %s reads %s', (verdict, zh, en) => {
    const open = { dueAt: null, settledAt: null }
    expect(told(promise(open), promise({ ...open, verdict }))).toEqual([
      { zh: `回电：应于 — → —，尚未办结；逾期 → ${zh}。`, en: `Return the call: due — → —, not done; late → ${en}.` },
    ])
  })

  it('may be new, gone, or of another amount', () => {
    expect(told(undefined, called())).toEqual([
      { zh: '回电：新增；金额 ¥0.00 → −¥50.00。', en: 'Return the call: would be new; amount ¥0.00 → −¥50.00.' },
    ])
    expect(told(called({ amountFen: 10_000 }))).toEqual([
      {
        zh: '回电：不再成立；金额 ¥100.00 → ¥0.00。',
        en: 'Return the call: would not follow; amount ¥100.00 → ¥0.00.',
      },
    ])
    expect(told(called(), called({ amountFen: -2_050 }))).toEqual([
      {
        zh: '回电：数额变化；金额 −¥50.00 → −¥20.50。',
        en: 'Return the call: would change; amount −¥50.00 → −¥20.50.',
      },
    ])
    expect(told(called({ amountFen: 0 }))).toEqual([
      { zh: '回电：不再成立。', en: 'Return the call: would not follow.' },
    ])
  })

  it('may be points, which cost no money', () => {
    const points = (n?: number) => called({ kind: 'points', amountFen: 0, ...(n !== undefined && { points: n }) })
    expect(told(points(5), points(10))).toEqual([
      { zh: '回电：数额变化；扣分 5 → 10。', en: 'Return the call: would change; points 5 → 10.' },
    ])
    expect(told(undefined, points(10))[0]!.zh).toBe('回电：新增；扣分 0 → 10。')
    expect(told(points(5))[0]!.en).toBe('Return the call: would not follow; points 5 → 0.')
    expect(told(points(5), points(5))).toEqual([])
  })

  it('is a difference too where only its kind or its verdict is another', () => {
    expect(told(called(), called({ kind: 'reward' }))).toHaveLength(1)
    expect(told(promise(), promise({ verdict: 'excused' }))).toHaveLength(1)
    expect(told(promise(), promise({ dueAt: DUE + SECOND }))).toEqual([])
  })
})

describe('a long comparison', () => {
  it('adds up what comes some of it at a time; each person by name, nobody’s left out of the people', () => {
    const sum = comparison()
    sum.add([called({ key: '1', personId: 'two' })], [])
    sum.add([called({ key: '2' }), called({ key: '3', amountFen: -1_000 })], [called({ key: '4', amountFen: 10_000 })])
    sum.add([called({ key: '5', personId: null })], [])
    expect(sum.summary()).toMatchObject({
      compared: 5,
      beforeFen: -16_000,
      afterFen: 10_000,
      people: [
        { personId: 'one', beforeFen: -6_000, afterFen: 10_000 },
        { personId: 'two', beforeFen: -5_000, afterFen: 0 },
      ],
    })
  })

  it('lists a thousand, those that cost something first, and says how many it left out', () => {
    const free = Array.from({ length: LISTED }, (_, n) => promise({ key: `free${n}` }))
    const kept = free.map((one) => ({ ...one, verdict: 'onTime' as const }))
    const { differences, unlisted, people } = compareCalled([...free, called({ key: 'dear' })], kept)
    expect(differences).toHaveLength(1_000)
    expect(differences[0]).toMatchObject({ kind: 'fine', beforeFen: -5_000 })
    expect(unlisted).toBe(1)
    expect(people).toHaveLength(1)
  })
})
