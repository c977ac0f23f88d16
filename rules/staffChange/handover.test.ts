import { describe, expect, it } from 'vitest'
import type { CaseView, Fact } from '../case.ts'
import { SECOND } from '../instant.ts'
import { refusalOf } from '../problem.fixture.ts'
import { at, change, fact } from './change.fixture.ts'
import { checkCompletion, handoverFloor } from './handover.ts'
import { dayText } from './ordinal.ts'
import { owedByStaffChange } from './owed.ts'
import { DELIVERABLES } from './parameters.ts'

/** A change under a policy whose handover began at an instant, all three deliverables handed over a second later. */
function under(policy: string, beganAt: number, settings: Record<string, unknown> = {}, more: Fact[] = []): CaseView {
  const trigger = policy === 'S4-S' ? 'client' : 'contractor'
  const given = DELIVERABLES.map((deliverable) => fact('delivered', beganAt + SECOND, { deliverable }))
  const facts = [fact('handoverStarted', beganAt), ...given, ...more]
  return change(policy, { settings, started: { trigger }, startedAt: beganAt, facts })
}

const refusal = (view: CaseView, occurredAt: number) => refusalOf(() => checkCompletion(view, occurredAt))

describe.each([
  ['National Day, from 30 September', '09-30T08:00:00', '10-19T18:00:00'],
  ['National Day, from its middle: the first working day after it counts', '10-03T09:00:00', '10-20T18:00:00'],
  // 11, 12, 13, 14 (make-up), then the holiday 15 to 23, 24 to 28 (make-up Saturday), 2 March.
  ['Spring Festival, from 11 February', '02-11T09:00:00', '03-02T18:00:00'],
  ['an evening: the day it began counts', '09-30T21:00:00', '10-19T18:00:00'],
])('ten working days across %s', (_, began, end) => {
  it('are full at the end of work of the tenth, not a second before [S4-N-3.3]', () => {
    const view = under('S4-N', at(began))
    expect(handoverFloor(view)).toMatchObject({ days: 10, at: at(end), provisional: false })
    expect(refusal(view, at(end) - SECOND)?.code).toBe('staffChange.handoverTooShort')
    expect(refusal(view, at(end))).toBeUndefined()
    expect(refusal(view, at(end) + SECOND)).toBeUndefined()
  })

  it('are hard where the client demanded the replacement [S4-S-3.4d]', () => {
    const consent = fact('waived', at(began), { promise: 'handOver', role: 'clientInformation', workingDays: 5 })
    const view = under('S4-S', at(began), {}, [consent])
    expect(refusal(view, at(end) - SECOND)?.clause).toBe('S4-S-3.4d')
    expect(refusal(view, at(end))).toBeUndefined()
  })
})

describe('a handover', () => {
  it('says when it may end, and under which clause it has to last [S4-N-3.3]', () => {
    expect(refusal(under('S4-N', at('10-03T09:00:00')), at('10-08T18:00:00'))).toEqual({
      code: 'staffChange.handoverTooShort',
      field: 'occurredAt',
      expected: '≥ 2026-10-20T18:00:00+08:00',
      clause: 'S4-N-3.3',
      params: { day: { zh: '第一日', en: 'first day' }, days: 10, earliest: '2026-10-20 18:00' },
    })
  })

  it('has no end before it has a beginning', () => {
    expect(() => handoverFloor(change('S4-N'))).toThrow('the handover has not begun')
  })

  it('names the day it is, also on a day of rest', () => {
    const view = under('S4-N', at('09-30T08:00:00'))
    const day = (time: string) => refusal(view, at(time))?.params?.day
    expect(day('09-30T18:00:00')).toEqual({ zh: '第一日', en: 'first day' })
    expect(day('10-10T18:00:00')).toEqual({ zh: '第四日', en: 'fourth day' })
    expect(day('10-11T18:00:00')).toEqual({ zh: '第四日', en: 'fourth day' })
    expect(day('10-16T18:00:00')).toEqual({ zh: '第九日', en: 'ninth day' })
  })

  it('is shorter by the consent recorded last, and by nothing else [S4-N-3.3]', () => {
    const consents = [8, 9, 7].map((workingDays, i) =>
      fact('waived', at('10-08T09:00:00') + i, { promise: 'handOver', role: 'clientInformation', workingDays }),
    )
    const other = fact('waived', at('10-08T09:00:00'), {
      promise: 'notice',
      role: 'clientInformation',
      workingDays: null,
    })
    const floor = (more: Fact[]) => handoverFloor(under('S4-N', at('09-30T08:00:00'), {}, more))
    expect(floor([other])).toMatchObject({ days: 10 })
    expect(floor([other, ...consents])).toMatchObject({ days: 7, at: at('10-14T18:00:00') })
  })

  it('has no floor where the rulebook leaves the length blank, and is a to-do there', () => {
    const view = under('S4-D', at('09-30T08:30:00'))
    expect(handoverFloor(view)).toEqual({ kind: 'unset' })
    expect(owedByStaffChange('handOver', view).map((owed) => [owed.due, owed.clause])).toEqual([
      [{ kind: 'unset' }, 'S4-D-3.2'],
      [{ kind: 'unset' }, 'S4-D-3.2'],
    ])
    expect(refusal(view, at('09-30T17:30:00'))).toBeUndefined()
  })

  it('ends with its rulebook’s hours once the blank is filled in: 17:30 under D', () => {
    const filled = under('S4-D', at('09-30T08:30:00'), { 'staffChange.handover': 10 })
    expect(handoverFloor(filled)).toMatchObject({ at: at('10-19T17:30:00') })
  })

  it('may end any time on its last day where the setting says so', () => {
    const view = under('S4-N', at('09-30T08:00:00'), { 'staffChange.handoverEnds': 'anyTime' })
    expect(refusal(view, at('10-18T23:59:59'))?.code).toBe('staffChange.handoverTooShort')
    expect(refusal(view, at('10-19T00:00:00'))).toBeUndefined()
  })

  it('counts weekends where only statutory holidays rest', () => {
    const view = under('S4-N', at('09-30T08:00:00'), { 'staffChange.restOn': 'statutoryHolidaysOnly' })
    // 1 to 3 Oct are the holiday by law: 30 Sep, then 4 to 12 Oct.
    expect(handoverFloor(view)).toMatchObject({ at: at('10-12T18:00:00') })
  })

  it('needs the deliverables of this beginning, not of an earlier one [S4-N-3.3]', () => {
    const missing = {
      zh: '移交运维文档、提交情况报告、完成现场培训',
      en: 'Hand over the documents, Give the situation report, Train the successor on site',
    }
    const refused = { code: 'staffChange.deliverablesMissing', field: 'deliverables', params: { missing } }
    const again = (policy: string) =>
      under(policy, at('09-30T08:00:00'), {}, [fact('handoverStarted', at('10-08T08:00:00'))])
    expect(refusal(again('S4-N'), at('10-21T18:00:00'))).toEqual({ ...refused, clause: 'S4-N-3.3' })
    expect(refusal(again('S4-D'), at('10-21T18:00:00'))).toEqual(refused)
  })

  it('counts a deliverable from its beginning to its end, both instants included [S4-N-3.3]', () => {
    const [begunAt, endAt] = [at('09-30T08:00:00'), at('10-19T18:00:00')]
    const settings = { 'staffChange.deliverables': ['documents'] }
    const missingWith = (deliveredAt: number) => {
      const facts = [fact('handoverStarted', begunAt), fact('delivered', deliveredAt, { deliverable: 'documents' })]
      return refusal(change('S4-N', { settings, startedAt: begunAt, facts }), endAt)?.params?.missing
    }
    expect([begunAt, endAt].map(missingWith)).toEqual([undefined, undefined])
    const missing = { zh: '移交运维文档', en: 'Hand over the documents' }
    expect([begunAt - 1, endAt + 1].map(missingWith)).toEqual([missing, missing])
  })
})

it('writes a day’s number in both languages', () => {
  expect([0, 1, 9, 10, 11, 15, 20, 21, 99, 100].map((n) => dayText(n).zh)).toEqual([
    '第零日',
    '第一日',
    '第九日',
    '第十日',
    '第十一日',
    '第十五日',
    '第二十日',
    '第二十一日',
    '第九十九日',
    '第100日',
  ])
  expect([0, 9, 12].map((n) => dayText(n).en)).toEqual(['zeroth day', 'ninth day', 'twelfth day'])
  const figures = ['13th', '19th', '20th', '21st', '22nd', '23rd', '24th', '101st', '111th']
  expect([13, 19, 20, 21, 22, 23, 24, 101, 111].map((n) => dayText(n).en)).toEqual(figures.map((one) => `${one} day`))
})
