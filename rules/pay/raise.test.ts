import { describe, expect, it } from 'vitest'
import { at } from '../case.fixture.ts'
import { explain } from '../consequence/explain.ts'
import { DAY } from '../instant.ts'
import { statedTerms } from '../policy/stated.ts'
import { raiseEntries, type RaiseHistory } from './raise.ts'

const exam = { id: 'exam', at: at('2025-02-10T09:00:00'), kind: 'examTaken' as const }
const raises = (given: Partial<RaiseHistory> = {}, changed = {}) =>
  raiseEntries({
    termsAt: () => statedTerms(changed, ['S0A']),
    todayOn: '2026-06-30',
    inPostSinceOn: '2025-01-01',
    inPostUntilOn: null,
    blemishedAt: [],
    qualified: [exam],
    gradeAt: () => undefined,
    ...given,
  })
const reached = (given: Partial<RaiseHistory> = {}, changed = {}) =>
  raises(given, changed).map(({ arithmetic: { target, on } }) => `${String(target)} on ${String(on)}`)

describe('a recommended raise', () => {
  it('says who decides on what, since when and by what it was earned [S0-A-8.1c]', () => {
    expect(raises({ todayOn: '2025-07-01' })).toEqual([
      {
        key: 'window:raise:2:2025-01-01',
        kind: 'recommendation',
        action: 'raise',
        clause: 'S0-A-8.1c',
        policy: 'S0A',
        policyVersion: 1,
        amountFen: 0,
        occurredAt: at('2025-07-01T00:00:00'),
        evidenceIds: ['exam'],
        arithmetic: {
          rule: 'raise',
          grade: 3,
          target: 2,
          sinceOn: '2025-01-01',
          on: '2025-07-01',
          months: 6,
          by: 'examTaken',
        },
      },
    ])
  })

  it('rests on what qualified first, of two at one instant on the one whose id comes first [S0-A-8.1c]', () => {
    const of = (id: string, when: number) => ({ id, at: when, kind: 'contribution' as const })
    const all = [of('b', exam.at), of('later', exam.at + 1), of('a', exam.at), of('c', exam.at)]
    for (const qualified of [all, [...all].reverse()])
      expect(raises({ qualified, todayOn: '2025-07-01' }).map(({ evidenceIds }) => evidenceIds)).toEqual([['a']])
  })

  it('of one stretch stands beside that of another, whatever that one reached [S0-A-8.1b] [S0-A-8.1c]', () => {
    const blemishedAt = [at('2025-07-31T12:00:00')]
    expect(reached({ blemishedAt, todayOn: '2026-08-01' })).toEqual(['2 on 2025-07-01', '1 on 2026-08-01'])
  })

  it('is of the days that have come, for who leaves later too [S0-A-8.1c]', () => {
    expect(reached({ inPostUntilOn: '2026-12-31', todayOn: '2025-06-30' })).toEqual([])
    expect(reached({ inPostUntilOn: '2026-12-31', todayOn: '2025-07-01' })).toEqual(['2 on 2025-07-01'])
    expect(reached({ inPostUntilOn: '2025-07-02', todayOn: '2025-12-31' })).toEqual(['2 on 2025-07-01'])
    // On the first day out of the post nobody asks for a raise any more.
    expect(reached({ inPostUntilOn: '2025-07-01', todayOn: '2025-12-31' })).toEqual([])
  })

  it('counts no month before the post: who qualified and erred elsewhere begins with it [S0-A-8.1c]', () => {
    const earlier = { qualified: [{ ...exam, at: exam.at - 365 * DAY }], blemishedAt: [at('2024-12-20T09:00:00')] }
    expect(reached({ ...earlier, todayOn: '2025-06-30' })).toEqual([])
    expect(reached({ ...earlier, todayOn: '2025-07-01' })).toEqual(['2 on 2025-07-01'])
  })

  it('goes by the number of months in force when they are over, be it amended on the way [S0-A-8.1c]', () => {
    const amended = (months: number) => ({
      termsAt: (when: number) =>
        statedTerms(when < at('2025-03-01T00:00:00') ? {} : { 'window.gradeTwoMonths': months }),
    })
    expect(reached({ ...amended(9), todayOn: '2025-09-30' })).toEqual([])
    expect(reached({ ...amended(9), todayOn: '2025-10-01' })).toEqual(['2 on 2025-10-01'])
    expect(reached({ ...amended(3), todayOn: '2025-03-31' })).toEqual([])
    expect(reached({ ...amended(3), todayOn: '2025-10-01' })).toEqual(['2 on 2025-04-01'])
  })

  it('is not asked for while its number of months is blank [S0-A-8.1c]', () => {
    expect(reached({ todayOn: '2025-12-31' }, { 'window.gradeTwoMonths': null })).toEqual([])
  })
})

describe('a raise for a contribution that stands for every condition', () => {
  const everything = { 'window.gradeContribution': 'everything' }
  const of = (id: string, when: string) => ({ id, at: at(`${when}T09:00:00`), kind: 'contribution' as const })

  it('rests on the first one of its stretch, and says so in both languages [S0-A-8.1b]', () => {
    const blemishedAt = [at('2025-02-20T09:00:00')]
    const qualified = [of('before', '2025-02-15'), of('second', '2025-04-01'), exam, of('first', '2025-03-01')]
    const [early, raise, ...more] = raises({ blemishedAt, qualified, todayOn: '2025-05-01' }, everything)
    expect([early!.evidenceIds, more]).toEqual([['before'], []])
    expect(raise).toMatchObject({
      clause: 'S0-A-8.1b',
      occurredAt: at('2025-03-02T00:00:00'),
      evidenceIds: ['first'],
      arithmetic: { target: 1, sinceOn: '2025-02-21', by: 'contribution', alone: true },
    })
    const { zh, en } = explain({ ...raise!, kind: 'recommendation' }).because
    expect([zh, en]).toEqual([
      expect.stringContaining('代替其他条件'),
      expect.stringContaining('every other condition'),
    ])
  })

  it('rests on what qualified first once its months are over too [S0-A-8.1b]', () => {
    const late = { qualified: [exam, of('late', '2025-12-31')], todayOn: '2026-01-02' }
    expect(raises(late, everything).map(({ evidenceIds, arithmetic: { on } }) => [evidenceIds, on])).toEqual([
      [['exam'], '2026-01-01'],
    ])
  })
})

describe('its reason', () => {
  const because = (by: string) => {
    const arithmetic = { rule: 'raise', grade: 3, target: 2, sinceOn: '2025-01-01', months: 6, by }
    return explain({
      kind: 'recommendation',
      clause: 'S0-A-8.1c',
      policy: 'S0A',
      policyVersion: 1,
      amountFen: 0,
      arithmetic,
    }).because
  }

  it('names the exam or the contribution, in both languages [S0-A-8.1c]', () => {
    expect(because('examTaken')).toEqual({
      zh: '自 2025-01-01 起连续满 6 个月无事故、无罚款，且技能考试合格；基本工资由 3 等升为 2 等，报总经理决定。',
      en: 'No accident and no fine for 6 months since 2025-01-01, and the skill exam passed; base pay from grade 3 to grade 2, for the general manager to decide.',
    })
    const { zh, en } = because('contribution')
    expect(zh).toContain('且有重大贡献；')
    expect(en).toContain(', and a major contribution;')
  })
})
