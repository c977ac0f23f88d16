import { describe, expect, it } from 'vitest'
import { createCalendar } from '../time/calendar.ts'
import { publishedYears } from '../time/published.ts'
import { termsOf } from './change.fixture.ts'
import { siteCalendar } from './change.ts'
import { preview, type Previewed } from './preview.ts'

function under(policy: string, settings: Record<string, unknown> = {}) {
  const terms = termsOf(policy, settings)
  return { terms, calendar: siteCalendar(terms, createCalendar({ years: publishedYears })) }
}
const N = under('S4-N')
const seen = (given: Partial<Previewed>, by = N) => {
  const found = preview(by, { given: {}, todayOn: '2026-09-20', demandedOn: null, askedDays: null, ...given })
  return { ...found, on: (date: string) => found.days.find((day) => day.on === date)! }
}

describe('planning a change on 20 September, across National Day', () => {
  const planned = () => seen({ given: { takesOverOn: '2026-10-20' } })

  it('shows the first feasible day: a month on, and not a day before [S4-N-3.1]', () => {
    const { on, check } = planned()
    expect(on('2026-10-19').breaks).toEqual(['notice'])
    expect(on('2026-10-20').breaks).toEqual([])
    expect(check.broken).toEqual([])
  })

  it('shows what breaks on days too near: the month, the twelve days, and no room for the ten [S4-N-3.1] [S4-N-3.2] [S4-N-3.3]', () => {
    const { on } = planned()
    expect(on('2026-09-28').breaks).toEqual(['notice', 'leadTime', 'start'])
    expect(on('2026-10-12').breaks).toEqual(['notice', 'leadTime'])
    expect(on('2026-10-13').breaks).toEqual(['notice'])
    expect(on('2026-09-20').breaks).toBeNull()
    expect(on('2026-09-19').breaks).toBeNull()
    expect(on('2026-09-21').breaks).toEqual(['notice', 'leadTime', 'start'])
  })

  it('numbers the working days of the handover, the make-up Saturday among them [S4-N-3.3]', () => {
    const { on, plan, handoverEndOn } = planned()
    expect(plan.handoverStartOn).toBe('2026-09-30')
    expect(handoverEndOn).toBe('2026-10-19')
    expect(on('2026-09-29').handoverDay).toBeNull()
    expect(on('2026-09-30')).toMatchObject({ type: 'workday', working: true, handoverDay: 1 })
    expect(on('2026-10-01')).toMatchObject({ type: 'statutoryHoliday', working: false, handoverDay: null })
    expect(on('2026-10-10')).toMatchObject({ type: 'makeUpWorkday', working: true, handoverDay: 4 })
    expect(on('2026-10-11')).toMatchObject({ type: 'weekend', handoverDay: null })
    expect(on('2026-10-19').handoverDay).toBe(10)
    expect(on('2026-10-20').handoverDay).toBeNull()
  })

  it('says until when each step still holds with the planned day [S4-N-3.1] [S4-N-3.2] [S4-N-3.3]', () => {
    const latest = { noticeOn: '2026-09-20', applyOn: '2026-09-28', handoverStartOn: '2026-09-30' }
    expect(planned().latest).toEqual(latest)
    expect(seen({ given: { takesOverOn: '2026-10-20' } }, under('S4-D')).latest).toEqual({
      ...latest,
      handoverStartOn: null,
    })
    expect(seen({}).latest).toBeNull()
  })

  it('counts back from the handover’s beginning where the setting says so, however open its end is', () => {
    const by = under('S4-N', { 'staffChange.changeIs': 'handoverStarts' })
    expect(seen({ given: { handoverStartOn: '2026-10-20' } }, by)).toMatchObject({
      latest: { noticeOn: '2026-09-20', applyOn: '2026-09-28', handoverStartOn: null },
      handoverEndOn: '2026-11-02',
    })
  })

  it('shows whole months, as far as one clock after the other would reach', () => {
    const days = seen({}).days
    expect(days[0]!.on).toBe('2026-09-01')
    expect(days.at(-1)!.on).toBe('2026-12-31')
  })

  it('looks 210 days ahead at most, and no less far than the day asked for', () => {
    const last = (takesOverOn: string) => seen({ given: { takesOverOn } }).days.at(-1)!
    expect(last('2027-01-17').on).toBe('2027-01-31')
    expect(last('2027-01-18').on).toBe('2027-02-28')
    // 210 days after 20 September it is 18 April; two weeks on begins the month that is shown to its end.
    expect(last('2028-01-01')).toMatchObject({ on: '2027-05-31', provisional: true })
  })
})

it('with a shorter handover that the client would be asked for, its days are fewer [S4-N-3.3]', () => {
  const { on, handoverEndOn } = seen({
    given: { handoverStartOn: '2026-09-30', takesOverOn: '2026-10-20' },
    askedDays: 5,
  })
  expect(handoverEndOn).toBe('2026-10-12')
  expect(on('2026-10-12').handoverDay).toBe(5)
})

it('a handover whose length the rulebook leaves blank has no days to number', () => {
  const { days, handoverDays, on } = seen({ given: { takesOverOn: '2026-10-20' } }, under('S4-D'))
  expect(handoverDays).toBeNull()
  expect(days.every((day) => day.handoverDay === null)).toBe(true)
  expect(on('2026-10-20').breaks).toEqual([])
})

it('a demanded replacement is feasible until its fifteenth working day is over, no notice asked [S4-S-3.4b] [S4-S-3.4c]', () => {
  const { on, latest, check } = seen({ todayOn: '2026-09-14', demandedOn: '2026-09-14' }, under('S4-S'))
  expect(latest).toBeNull()
  expect(check.replaceByOn).toBe('2026-10-10')
  // The handover's last day is Saturday the 10th, worked; the new person may take over on the Monday.
  expect(on('2026-10-12').breaks).toEqual([])
  expect(on('2026-10-13').breaks).toEqual(['replace'])
  // Ten working days from the day of the application, the make-up Sunday among them; no handover begins before it.
  expect(on('2026-09-24').breaks).toEqual(['start'])
  expect(on('2026-09-25').breaks).toEqual([])
})

it('the handover of a demanded replacement keeps its ten days, whatever is asked for [S4-S-3.4d]', () => {
  const given = { applyOn: '2026-09-21', takesOverOn: '2026-10-20' }
  const found = seen({ given, demandedOn: '2026-09-21', askedDays: 5 }, under('S4-S'))
  expect(found).toMatchObject({ handoverDays: 10, handoverEndOn: '2026-10-19', latest: null })
  expect(found.plan.handoverStartOn).toBe('2026-09-30')
})
