import { describe, expect, it } from 'vitest'
import { refusalOf } from '../problem.fixture.ts'
import { createCalendar } from '../time/calendar.ts'
import { publishedYears } from '../time/published.ts'
import { siteCalendar } from './change.ts'
import { termsOf } from './change.fixture.ts'
import type { Broken } from './dates.ts'
import { completed, refuseBroken } from './plan.ts'

function under(policy: string) {
  const terms = termsOf(policy)
  return { terms, calendar: siteCalendar(terms, createCalendar({ years: publishedYears })) }
}
const TODAY = '2026-09-20'

describe('a plan of which something is left out', () => {
  it('gives notice and applies today, and hands over as late as the ten working days still fit [S4-N-3.3]', () => {
    expect(completed(under('S4-N'), { takesOverOn: '2026-10-20' }, TODAY, false)).toEqual({
      noticeOn: TODAY,
      applyOn: TODAY,
      handoverStartOn: '2026-09-30',
      takesOverOn: '2026-10-20',
    })
  })

  it('keeps what was given, whether it fits or not', () => {
    const given = {
      noticeOn: '2026-09-21',
      applyOn: '2026-09-22',
      handoverStartOn: '2026-10-08',
      takesOverOn: '2026-10-20',
    }
    expect(completed(under('S4-N'), given, TODAY, false)).toEqual(given)
  })

  it('hands over for the days that the client consented to, but a demanded replacement for its ten [S4-N-3.3] [S4-S-3.4d]', () => {
    const startOn = (policy: string, demanded: boolean) =>
      completed(under(policy), { takesOverOn: '2026-10-20' }, TODAY, demanded, 5).handoverStartOn
    expect(startOn('S4-N', false)).toBe('2026-10-13')
    expect(startOn('S4-S', true)).toBe('2026-09-30')
  })

  it('leaves the handover open as long as its end or its length is open', () => {
    const open = { noticeOn: TODAY, applyOn: TODAY, handoverStartOn: null }
    expect(completed(under('S4-N'), {}, TODAY, false)).toEqual({ ...open, takesOverOn: null })
    expect(completed(under('S4-D'), { takesOverOn: '2026-10-20' }, TODAY, false)).toEqual({
      ...open,
      takesOverOn: '2026-10-20',
    })
  })
})

describe('dates that break promises', () => {
  const broken = (promise: Broken['promise'], field: Broken['field'], clause: string): Broken => {
    return { promise, field, clause, plannedOn: '2026-09-21', latestOn: '2026-09-20', earliestOn: '2026-10-21' }
  }
  const all = [
    broken('notice', 'takesOverOn', 'S4-N-3.1'),
    broken('leadTime', 'takesOverOn', 'S4-N-3.2'),
    broken('start', 'handoverStartOn', 'S4-N-3.2'),
    broken('handOver', 'takesOverOn', 'S4-N-3.3'),
    broken('replace', 'handoverStartOn', 'S4-S-3.4b'),
  ]
  const params = { planned: '2026-09-21', latest: '2026-09-20', earliest: '2026-10-21' }

  it('are refused all at once, each with what would hold; of a limit from behind, by when [S4-N-3.1] [S4-S-3.4b]', () => {
    const late = { expected: '≥ 2026-10-21', params }
    expect(refusalOf(() => refuseBroken(all, []))).toEqual({
      code: 'staffChange.datesCannotHold',
      clause: 'S4-N-3.1',
      each: [
        { code: 'staffChange.noticeTooLate', field: 'plan.takesOverOn', clause: 'S4-N-3.1', ...late },
        { code: 'staffChange.leadTimeTooShort', field: 'plan.takesOverOn', clause: 'S4-N-3.2', ...late },
        { code: 'staffChange.startsTooEarly', field: 'plan.handoverStartOn', clause: 'S4-N-3.2', ...late },
        { code: 'staffChange.handoverDoesNotFit', field: 'plan.takesOverOn', clause: 'S4-N-3.3', ...late },
        {
          code: 'staffChange.replacementTooLate',
          field: 'plan.handoverStartOn',
          clause: 'S4-S-3.4b',
          expected: '≤ 2026-10-21',
          params,
        },
      ],
    })
  })

  it('stand where all that they break is waived, but the application comes first whatever is [S4-N-3.2]', () => {
    const waived = ['notice', 'leadTime', 'handOver', 'replace'] as const
    const refused = refusalOf(() => refuseBroken(all, waived))
    expect(refused?.each?.map(({ code }) => code)).toEqual(['staffChange.startsTooEarly'])
    expect(refused?.clause).toBe('S4-N-3.2')
    const setAside = (promises: typeof all, ...aside: (typeof waived)[number][]) =>
      refusalOf(() => refuseBroken(promises, aside))?.each?.map(({ code }) => code)
    expect(setAside(all.slice(0, 2), 'notice')).toEqual(['staffChange.leadTimeTooShort'])
    expect(setAside(all.slice(0, 2), 'notice', 'leadTime')).toBeUndefined()
    expect(setAside([])).toBeUndefined()
  })
})
