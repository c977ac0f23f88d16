import { describe, expect, it } from 'vitest'
import { createCalendar } from '../time/calendar.ts'
import { publishedYears } from '../time/published.ts'
import { siteCalendar, type Plan } from './change.ts'
import { termsOf } from './change.fixture.ts'
import { checkDates, lastNoticeOn, type Checked, type Reckoning } from './dates.ts'

function under(policy: string, settings: Record<string, unknown> = {}): Reckoning {
  const terms = termsOf(policy, settings)
  return { terms, calendar: siteCalendar(terms, createCalendar({ years: publishedYears })) }
}

/** The check of a plan of which only the given days are known. */
function checked(by: Reckoning, given: Partial<Plan>, about: Partial<Checked> = {}) {
  const plan = { noticeOn: '2026-09-20', applyOn: '2026-09-28', handoverStartOn: null, takesOverOn: null, ...given }
  return checkDates(by, { plan, demandedOn: null, ...about })
}

describe('what dates break, with the day that has to move', () => {
  it('is the day of taking over, where that is the change [S4-N-3.1] [S4-N-3.2] [S4-N-3.3]', () => {
    const late = { noticeOn: '2026-09-21', applyOn: '2026-09-29', handoverStartOn: '2026-10-08' }
    expect(checked(under('S4-N'), { ...late, takesOverOn: '2026-10-20' }).broken).toEqual([
      {
        promise: 'notice',
        field: 'takesOverOn',
        clause: 'S4-N-3.1',
        plannedOn: '2026-09-21',
        latestOn: '2026-09-20',
        earliestOn: '2026-10-21',
      },
      {
        promise: 'leadTime',
        field: 'takesOverOn',
        clause: 'S4-N-3.2',
        plannedOn: '2026-09-29',
        latestOn: '2026-09-28',
        earliestOn: '2026-10-21',
      },
      {
        promise: 'handOver',
        field: 'takesOverOn',
        clause: 'S4-N-3.3',
        plannedOn: '2026-10-08',
        latestOn: '2026-09-30',
        earliestOn: '2026-10-21',
      },
    ])
  })

  it('is the beginning of the handover, where that is the change, however open its end is [S4-N-3.1]', () => {
    const by = under('S4-N', { 'staffChange.changeIs': 'handoverStarts' })
    expect(checked(by, { handoverStartOn: '2026-10-20' }).broken).toEqual([])
    expect(checked(by, { noticeOn: '2026-09-21', handoverStartOn: '2026-10-20' }).broken).toEqual([
      {
        promise: 'notice',
        field: 'handoverStartOn',
        clause: 'S4-N-3.1',
        plannedOn: '2026-09-21',
        latestOn: '2026-09-20',
        earliestOn: '2026-10-21',
      },
    ])
  })

  it('is a handover begun before the application, not on its day [S4-N-3.2] [S4-S-3.4c]', () => {
    const early = { noticeOn: '2026-09-01', applyOn: '2026-09-15', takesOverOn: '2026-11-02' }
    expect(checked(under('S4-N'), { ...early, handoverStartOn: '2026-09-15' }).broken).toEqual([])
    const { broken, earliest } = checked(under('S4-N'), { ...early, handoverStartOn: '2026-09-14' })
    const start = { promise: 'start', field: 'handoverStartOn', plannedOn: '2026-09-14', latestOn: '2026-09-15' }
    expect(broken).toEqual([{ ...start, clause: 'S4-N-3.2', earliestOn: earliest.overlapped.handoverStartOn }])
    const demanded = checked(
      under('S4-S'),
      { ...early, handoverStartOn: '2026-09-14' },
      { demandedOn: '2026-09-14' },
    ).broken
    expect(demanded).toEqual([{ ...start, clause: 'S4-S-3.4c', earliestOn: '2026-09-17' }])
  })

  it('is nothing as long as no day of the change is known', () => {
    expect(checked(under('S4-N'), { noticeOn: '2026-12-31', applyOn: '2026-12-31' }).broken).toEqual([])
  })
})

describe('the month of notice, as the settings read it [S4-N-3.1]', () => {
  it.each([
    ['clamp', '2026-02-28'],
    ['next', '2026-03-01'],
    ['stick', '2026-02-28'],
  ])('into a month that is too short: %s', (endOfMonth, on) => {
    expect(lastNoticeOn(under('S4-N', { 'staffChange.noticeEndOfMonth': endOfMonth }), '2026-03-31').on).toBe(on)
  })

  // 11 October is a Sunday; the Saturday before it is worked.
  it.each([
    ['keep', '2026-10-11'],
    ['next', '2026-10-12'],
    ['previous', '2026-10-10'],
  ])('on a day of rest: %s', (onRestDay, on) => {
    expect(lastNoticeOn(under('S4-N', { 'staffChange.noticeOnRestDay': onRestDay }), '2026-11-11').on).toBe(on)
  })
})

describe('a demanded replacement whose beginning is open', () => {
  const demanded = (given: Partial<Plan>) =>
    checked(under('S4-S'), { applyOn: '2026-11-05', ...given }, { demandedOn: '2026-09-21' })

  it('is complete the day before the new person takes over [S4-S-3.4b]', () => {
    expect(demanded({ takesOverOn: '2026-10-20' }).broken).toEqual([])
    expect(demanded({ takesOverOn: '2026-10-21' }).broken).toEqual([
      {
        promise: 'replace',
        field: 'handoverStartOn',
        clause: 'S4-S-3.4b',
        plannedOn: '2026-10-20',
        latestOn: '2026-10-19',
        earliestOn: '2026-09-30',
      },
    ])
  })

  it('breaks nothing while its end is open too, and says by when it has to be over [S4-S-3.4b]', () => {
    expect(demanded({})).toMatchObject({ broken: [], replaceByOn: '2026-10-19', provisional: false })
    expect(checked(under('S4-S'), {}).replaceByOn).toBeNull()
  })

  it('is handed over from the working day after the approval, whichever way one reckons [S4-S-3.4c] [S4-S-3.4d]', () => {
    // Applied for on Thursday 5 November and approved on the Friday, it begins on the Monday.
    const dates = {
      noticeOn: null,
      applyOn: '2026-11-05',
      handoverStartOn: '2026-11-09',
      handoverEndOn: '2026-11-20',
      takesOverOn: '2026-11-21',
    }
    expect(demanded({}).earliest).toEqual({ overlapped: dates, inARow: dates })
  })
})
