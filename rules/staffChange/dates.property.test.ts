import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LocalDate } from '../instant.ts'
import { combine } from '../policy/combine.ts'
import { createCalendar } from '../time/calendar.ts'
import { addDays } from '../time/local.ts'
import { publishedYears } from '../time/published.ts'
import { addWorkingDays, countWorkingDays, workingDaysBefore } from '../time/working.ts'
import { siteCalendar, type Plan } from './change.ts'
import { changeOn, checkDates, type Reckoning } from './dates.ts'
import { REST_READINGS } from './parameters.ts'

const day = fc.integer({ min: 0, max: 330 }).map((n) => addDays('2025-11-15', n))
const reckoning = fc
  .record({
    'staffChange.changeIs': fc.constantFrom('takesOver', 'handoverStarts'),
    'staffChange.restOn': fc.constantFrom(...Object.keys(REST_READINGS)),
    'staffChange.noticeEndOfMonth': fc.constantFrom('clamp', 'next', 'stick'),
    'staffChange.noticeOnRestDay': fc.constantFrom('keep', 'next', 'previous'),
  })
  .map((values): Reckoning => {
    const terms = combine([{ policy: 'S4-N', variant: '', version: 1, scope: 'project', values }])
    return { terms, calendar: siteCalendar(terms, createCalendar({ years: publishedYears })) }
  })
const open = (noticeOn: LocalDate, applyOn: LocalDate): Plan => ({
  noticeOn,
  applyOn,
  handoverStartOn: null,
  takesOverOn: null,
})

describe('the earliest dates, whatever the settings and the season', () => {
  it('hold, overlapped and in a row, and give the handover its ten days before the new person takes over', () => {
    fc.assert(
      fc.property(reckoning, day, day, (by, noticeOn, applyOn) => {
        const { earliest } = checkDates(by, { plan: open(noticeOn, applyOn), demandedOn: null })
        for (const dates of [earliest.overlapped, earliest.inARow]) {
          expect(checkDates(by, { plan: dates as Plan, demandedOn: null }).broken).toEqual([])
          const lastOn = addDays(dates.takesOverOn, -1)
          expect(countWorkingDays(by.calendar, dates.handoverStartOn, lastOn).days).toBeGreaterThanOrEqual(10)
          expect(dates.handoverStartOn > dates.applyOn).toBe(true)
        }
        expect(earliest.overlapped.takesOverOn <= earliest.inARow.takesOverOn).toBe(true)
      }),
    )
  })

  it('are the earliest: a day sooner breaks a promise, or leaves no day for the approval', () => {
    fc.assert(
      fc.property(reckoning, day, day, (by, noticeOn, applyOn) => {
        const { overlapped } = checkDates(by, { plan: open(noticeOn, applyOn), demandedOn: null }).earliest
        const takesOverOn = addDays(overlapped.takesOverOn, -1)
        const handoverStartOn = workingDaysBefore(by.calendar, takesOverOn, 10).on
        const sooner = { noticeOn, applyOn, handoverStartOn, takesOverOn }
        const { broken } = checkDates(by, { plan: sooner, demandedOn: null })
        const approvedOn = addWorkingDays(by.calendar, applyOn, 1).on
        expect(broken.length > 0 || handoverStartOn <= approvedOn).toBe(true)
        expect(changeOn(by.terms, sooner)).not.toBeNull()
      }),
    )
  })
})
