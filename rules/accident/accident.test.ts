import { describe, expect, it } from 'vitest'
import type { CaseView, Fact } from '../case.ts'
import { explain } from '../consequence/explain.ts'
import { DAY, MINUTE } from '../instant.ts'
import { combine } from '../policy/combine.ts'
import { createCalendar } from '../time/calendar.ts'
import { publishedYears } from '../time/published.ts'
import { parseInstant } from '../time/local.ts'
import { accidentFines, type ClassifiedAccident } from './entries.ts'
import { classify, COMPLAINT_LEVELS, STOPPAGE_MANNERS, type Ground } from './grounds.ts'
import { owedByAccident } from './owed.ts'

const termsWith = (values: Record<string, unknown> = {}) =>
  combine(
    ['house', 'S0A'].map((policy) => ({
      policy,
      variant: '',
      version: 1,
      scope: 'company' as const,
      values: policy === 'S0A' ? values : {},
    })),
  )
const terms = termsWith()
const complaint = (level: (typeof COMPLAINT_LEVELS)[number]): Ground => ({ kind: 'complaint', level })

describe('the class of an accident', () => {
  it.each(['companyGm', 'viceGm'] as const)('is I when a complaint reaches the %s [S0-A-5.1a]', (level) => {
    expect(classify([complaint(level)], terms)).toEqual({ class: 'I', clause: 'S0-A-5.1a' })
  })

  it.each(STOPPAGE_MANNERS)("is I when a customer's site stands still through %s [S0-A-5.1a]", (manner) => {
    expect(classify([{ kind: 'stoppage', manner }], terms)?.class).toBe('I')
  })

  it.each([complaint('salesManager'), complaint('salesBackOffice'), { kind: 'lateReport' } as const])(
    'is II by %j [S0-A-5.2a]',
    (ground) => expect(classify([ground], terms)).toEqual({ class: 'II', clause: 'S0-A-5.2a' }),
  )

  it('is none for a complaint that stays within the service centre, unless its leaders count', () => {
    for (const level of ['centreGm', 'centreDeputyGm'] as const) {
      expect(classify([complaint(level)], terms)).toBeNull()
      expect(classify([complaint(level)], termsWith({ 'accident.leaders': 'centre' }))?.class).toBe('I')
    }
    expect(classify([], terms)).toBeNull()
  })

  it('is the gravest of all grounds, in any order', () => {
    const both = [complaint('salesManager'), complaint('viceGm')]
    expect(classify(both, terms)?.class).toBe('I')
    expect(classify(both.reverse(), terms)?.class).toBe('I')
  })
})

const AT = parseInstant('2026-03-02T10:00:00+08:00')

describe('what an accident costs', () => {
  const accident = (given: Partial<ClassifiedAccident>): ClassifiedAccident => ({
    caseId: 'accident-1',
    occurredAt: AT,
    class: 'I',
    groundIds: ['g'],
    engineerId: 'e',
    supervisorId: 's',
    terms,
    ...given,
  })
  const costs = (given: Partial<ClassifiedAccident>) =>
    accidentFines(accident(given)).map((one) => [one.personId, one.clause, one.amountFen])

  it('Class I: ¥100 the engineer, ¥50 the supervisor [S0-A-7.5a] [S0-A-7.S2a]', () => {
    expect(costs({})).toEqual([
      ['e', 'S0-A-7.5a', -10_000],
      ['s', 'S0-A-7.S2a', -5_000],
    ])
  })

  it('Class II: ¥50 the engineer, ¥30 the supervisor [S0-A-7.5b] [S0-A-7.S2b]', () => {
    expect(costs({ class: 'II' })).toEqual([
      ['e', 'S0-A-7.5b', -5_000],
      ['s', 'S0-A-7.S2b', -3_000],
    ])
  })

  it('nothing where it is none any more, nobody held the post, or the amount is blank; the supervisor’s own once', () => {
    expect(costs({ class: null })).toEqual([])
    expect(costs({ supervisorId: null })).toHaveLength(1)
    expect(costs({ supervisorId: 'e' })).toEqual([['e', 'S0-A-7.5a', -10_000]])
    expect(costs({ terms: termsWith({ 'accident.fineI': null }) })).toEqual([['s', 'S0-A-7.S2a', -5_000]])
  })
})

it('a fine explains itself, and so does the reversal of one that another class replaced', () => {
  const because = (arithmetic: Record<string, unknown>) =>
    explain({ kind: 'fine', clause: 'S0-A-7.5a', policy: 'S0A', policyVersion: 1, amountFen: 0, arithmetic }).because
  expect(because({ rule: 'accident', class: 'I', occurredAt: AT })).toEqual({
    zh: '2026-03-02 10:00:00 的事故定为 I 类：投诉到达副总以上领导，或因误操作、不按流程操作致客户现场停运（S0-A-5.1a）。',
    en: "The accident of 2026-03-02 10:00:00 is Class I: a complaint that reached a vice general manager or above, or a customer's site stopped by wrong or out-of-procedure operation (S0-A-5.1a).",
  })
  expect(because({ rule: 'reclassified', class: 'I' }).zh).toBe('同一事故只计一次：现定为 I 类，原记录冲回。')
  expect(because({ rule: 'reclassified', class: null }).en).toContain('it is no accident any more')
})

describe('what an accident owes', () => {
  let serial = 0
  const fact = (kind: string, occurredAt: number, data: Record<string, unknown>): Fact => ({
    id: `f${(serial += 1)}`,
    kind,
    occurredAt,
    knownAt: kind === 'ground' ? occurredAt + DAY : null,
    recordedAt: occurredAt,
    receivedAt: occurredAt,
    byId: null,
    data,
    correctsId: null,
  })
  const reported = fact('reported', AT, { engineerId: 'e', supervisorId: 's' })
  const viewOf = (ground: Ground, facts: Fact[] = [], under = terms): CaseView => ({
    id: 'accident-1',
    kind: 'accident',
    startedAt: AT,
    terms: under,
    calendar: createCalendar({ years: publishedYears }),
    facts: [reported, fact('ground', AT, { ground }), ...facts],
  })
  const solved = fact('attempted', AT + DAY, { solved: true })
  const failed = fact('attempted', AT + DAY, { solved: false })
  const I = complaint('viceGm')
  const II = complaint('salesManager')

  it('Class I: resources at once, counted from when it is known; Class II: not [S0-A-5.1b]', () => {
    expect(owedByAccident('mobilise', viewOf(I))).toMatchObject([
      {
        clause: 'S0-A-5.1b',
        bearer: { personId: 's' },
        due: { kind: 'prompt', targetAt: AT + DAY + 15 * MINUTE },
      },
    ])
    expect(owedByAccident('mobilise', viewOf(II))).toEqual([])
    expect(owedByAccident('mobilise', viewOf(I, [solved]))).toEqual([])
  })

  it('people who solve it, and another solution at once where they fail [S0-A-6.2a]', () => {
    expect(owedByAccident('solve', viewOf(II))).toMatchObject([{ clause: 'S0-A-6.2a', due: { kind: 'none' } }])
    expect(owedByAccident('fallback', viewOf(II, [solved]))).toEqual([])
    expect(owedByAccident('resolve', viewOf(II, [solved]))).toEqual([])
    const target = AT + DAY + 15 * MINUTE
    expect(owedByAccident('fallback', viewOf(II, [failed]))).toMatchObject([
      { clause: 'S0-A-6.2a', due: { kind: 'prompt', targetAt: target } },
    ])
    expect(owedByAccident('resolve', viewOf(II, [failed]))).toHaveLength(1)
  })

  it.each([
    [I, 'S0-A-5.1c'],
    [II, 'S0-A-5.2b'],
  ] as const)(
    'the engineer’s reflection after %j under %s: prompt, no fine [S0-A-5.1c] [S0-A-5.2b]',
    (ground, clause) => {
      const owed = owedByAccident('reflect', viewOf(ground, [solved]))
      expect(owed).toMatchObject([{ clause, bearer: { personId: 'e' }, due: { kind: 'prompt' } }])
      expect(owed[0]!.stake).toBeUndefined()
    },
  )

  it('the review with the engineer, and the bulletin, whose time is a blank [S0-A-6.2b] [S0-A-7.S1c]', () => {
    expect(owedByAccident('review', viewOf(II, [solved]))).toMatchObject([
      { clause: 'S0-A-6.2b', bearer: { personId: 's' }, recipient: { personId: 'e' } },
    ])
    const stake = { clause: 'S0-A-7.S1c', amountFen: -2_000 }
    expect(owedByAccident('bulletin', viewOf(II, [solved]))).toMatchObject([{ due: { kind: 'unset' }, stake }])
    const filled = termsWith({ 'accident.bulletin': 3 })
    // Monday 2 March plus a day is Tuesday; three working days later is Friday.
    const at = parseInstant('2026-03-06T23:59:59+08:00')
    expect(owedByAccident('bulletin', viewOf(II, [solved], filled))).toMatchObject([
      { due: { kind: 'by', at, edge: 'within' }, stake },
    ])
    const free = termsWith({ 'accident.bulletinLate': null })
    expect(owedByAccident('bulletin', viewOf(II, [solved], free))[0]!.stake).toBeUndefined()
  })

  it('nothing once no ground stands', () => {
    const view = viewOf(I)
    const dropped = fact('groundDropped', AT, { groundId: view.facts[1]!.id })
    expect(owedByAccident('solve', { ...view, facts: [...view.facts, dropped] })).toEqual([])
  })
})
