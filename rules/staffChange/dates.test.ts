import { describe, expect, it } from 'vitest'
import { createCalendar } from '../time/calendar.ts'
import { publishedYears } from '../time/published.ts'
import { termsOf } from './change.fixture.ts'
import { siteCalendar, type Plan } from './change.ts'
import { checkDates, lastApplicationOn, lastNoticeOn, replaceByOn, type Reckoning } from './dates.ts'

function under(policy: string, settings: Record<string, unknown> = {}): Reckoning {
  const terms = termsOf(policy, settings)
  return { terms, calendar: siteCalendar(terms, createCalendar({ years: publishedYears })) }
}

const plan = (given: Partial<Plan>): Plan => ({
  noticeOn: '2026-09-20',
  applyOn: '2026-09-28',
  handoverStartOn: '2026-09-30',
  takesOverOn: '2026-10-20',
  ...given,
})

const brokenBy = (by: Reckoning, given: Partial<Plan>, demandedOn: string | null = null) =>
  checkDates(by, { plan: plan(given), demandedOn }).broken.map((one) => [one.promise, one.latestOn, one.earliestOn])

describe('a change on 20 October under N, across National Day', () => {
  const N = under('S4-N')

  it('asks for the notice by 20 September [S4-N-3.1]', () => {
    expect(lastNoticeOn(N, '2026-10-20').on).toBe('2026-09-20')
    expect(brokenBy(N, { noticeOn: '2026-09-20' })).toEqual([])
    expect(brokenBy(N, { noticeOn: '2026-09-21' })).toEqual([['notice', '2026-09-20', '2026-10-21']])
  })

  it('asks for the application by 28 September, twelve working days before [S4-N-3.2]', () => {
    expect(lastApplicationOn(N, '2026-10-20').on).toBe('2026-09-28')
    expect(brokenBy(N, { applyOn: '2026-09-29' })).toEqual([['leadTime', '2026-09-28', '2026-10-21']])
  })

  it('asks for a handover begun by 30 September, ten working days with the make-up Saturday [S4-N-3.3]', () => {
    expect(brokenBy(N, { handoverStartOn: '2026-09-30' })).toEqual([])
    // The first working day after the holiday begins one day of ten too late.
    expect(brokenBy(N, { handoverStartOn: '2026-10-08' })).toEqual([['handOver', '2026-09-30', '2026-10-21']])
  })

  it('names every promise that the dates break at once', () => {
    const late = { noticeOn: '2026-10-12', applyOn: '2026-10-12', handoverStartOn: '2026-10-13' }
    expect(brokenBy(N, late).map(([promise]) => promise)).toEqual(['notice', 'leadTime', 'handOver'])
  })

  it('works out the earliest dates, overlapped and in a row', () => {
    const given = plan({ noticeOn: '2026-09-21', applyOn: '2026-09-21', handoverStartOn: null })
    const { overlapped, inARow } = checkDates(N, { plan: given, demandedOn: null }).earliest
    expect(overlapped).toEqual({
      noticeOn: '2026-09-21',
      applyOn: '2026-09-21',
      handoverStartOn: '2026-10-08',
      handoverEndOn: '2026-10-20',
      takesOverOn: '2026-10-21',
    })
    // The month is up on 21 Oct; twelve working days later the handover begins, ten more and it is over.
    expect(inARow).toEqual({
      noticeOn: '2026-09-21',
      applyOn: '2026-10-21',
      handoverStartOn: '2026-11-06',
      handoverEndOn: '2026-11-19',
      takesOverOn: '2026-11-20',
    })
  })

  it('finds earliest dates that hold, whichever day the change is', () => {
    for (const changeIs of ['takesOver', 'handoverStarts']) {
      const by = under('S4-N', { 'staffChange.changeIs': changeIs })
      const asked = plan({ noticeOn: '2026-09-21', applyOn: '2026-09-23' })
      const { earliest } = checkDates(by, { plan: asked, demandedOn: null })
      for (const dates of [earliest.overlapped, earliest.inARow])
        expect(brokenBy(by, dates as Plan), changeIs).toEqual([])
    }
  })
})

describe('where the change is the start of the handover', () => {
  const by = under('S4-N', { 'staffChange.changeIs': 'handoverStarts' })

  it('counts notice and application back from that day', () => {
    const broken = checkDates(by, { plan: plan({}), demandedOn: null }).broken
    expect(broken.map(({ promise, field, latestOn }) => [promise, field, latestOn])).toEqual([
      ['notice', 'handoverStartOn', '2026-08-30'],
      ['leadTime', 'handoverStartOn', lastApplicationOn(by, '2026-09-30').on],
    ])
  })
})

describe('Spring Festival 2026', () => {
  const N = under('S4-N')

  it('leaves the holiday out and counts the make-up days 14 and 28 February [S4-N-3.2] [S4-N-3.3]', () => {
    // Holiday 15–23 Feb; counted back from 3 March: 2 Mar, 28, 27, 26, 25, 24, 14, 13, 12, 11, 10, 9 Feb.
    expect(lastApplicationOn(N, '2026-03-03').on).toBe('2026-02-09')
    expect(lastNoticeOn(N, '2026-03-03').on).toBe('2026-02-03')
    const given = { noticeOn: '2026-02-03', applyOn: '2026-02-09', takesOverOn: '2026-03-03' }
    expect(brokenBy(N, { ...given, handoverStartOn: '2026-02-11' })).toEqual([])
    expect(brokenBy(N, { ...given, handoverStartOn: '2026-02-12' })).toEqual([['handOver', '2026-02-11', '2026-03-04']])
  })
})

describe('the technology department’s rulebook', () => {
  const D = under('S4-D')

  it('asks for the same month and the same twelve working days [S4-D-3.1] [S4-D-3.2]', () => {
    const dates = { handoverStartOn: '2026-10-19' }
    expect(brokenBy(D, dates)).toEqual([])
    expect(brokenBy(D, { ...dates, noticeOn: '2026-09-21' })).toEqual([['notice', '2026-09-20', '2026-10-21']])
    expect(brokenBy(D, { ...dates, applyOn: '2026-09-29' })).toEqual([['leadTime', '2026-09-28', '2026-10-21']])
  })

  it('leaves the length of the handover open, so no date is too short for it', () => {
    const { earliest } = checkDates(D, { plan: plan({ handoverStartOn: '2026-10-20' }), demandedOn: null })
    expect(earliest.overlapped.handoverEndOn).toBeNull()
  })
})

describe('a replacement that the client demands', () => {
  const S = under('S4-S')

  it('is complete by the fifteenth working day after the demand [S4-S-3.4b]', () => {
    // After 21 Sep: 22, 23, 24, 28, 29, 30 Sep, 8, 9, 10, 12, 13, 14, 15, 16, 19 Oct.
    expect(replaceByOn(S, '2026-09-21').on).toBe('2026-10-19')
  })

  it('asks for no month and no twelve days, but for ten full days of handover inside the fifteen [S4-S-3.4b] [S4-S-3.4d]', () => {
    const given = { noticeOn: '2026-09-21', applyOn: '2026-09-24', takesOverOn: '2026-10-20' }
    expect(brokenBy(S, { ...given, handoverStartOn: '2026-09-30' }, '2026-09-21')).toEqual([])
    expect(brokenBy(S, { ...given, handoverStartOn: '2026-10-08', takesOverOn: '2026-10-21' }, '2026-09-21')).toEqual([
      ['replace', '2026-10-19', '2026-09-30'],
    ])
    expect(brokenBy(S, { ...given, handoverStartOn: '2026-10-09', takesOverOn: '2026-10-20' }, '2026-09-21')).toEqual([
      ['replace', '2026-10-19', '2026-09-30'],
      ['handOver', '2026-09-30', '2026-10-22'],
    ])
  })
})

it('reckons with weekends where the rulebook’s rest days are read as statutory holidays only', () => {
  const literal = under('S4-N', { 'staffChange.restOn': 'statutoryHolidaysOnly' })
  expect(lastApplicationOn(literal, '2026-10-20').on).toBe('2026-10-08')
})

it('says that dates are provisional where they reach into a year not published yet', () => {
  const N = under('S4-N')
  const far = plan({ noticeOn: '2026-12-01', applyOn: '2026-12-01', handoverStartOn: null, takesOverOn: '2027-02-01' })
  expect(checkDates(N, { plan: far, demandedOn: null }).provisional).toBe(true)
  expect(checkDates(N, { plan: plan({}), demandedOn: null }).provisional).toBe(false)
})
