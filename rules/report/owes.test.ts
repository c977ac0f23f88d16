import { describe, expect, it } from 'vitest'
import { at, viewOf } from '../case.fixture.ts'
import { HOUR, type Instant } from '../instant.ts'
import { statedTerms } from '../policy/stated.ts'
import { createCalendar } from '../time/calendar.ts'
import { publishedYears } from '../time/published.ts'
import { owesReport, type Span } from './exposure.ts'
import { figuresOf, type Counted } from './figures.ts'
import { deliveryOf, kindOfForm } from './forms.ts'
import { dueOf, owedByReport, rhythmOf, type Opened } from './owed.ts'
import { periodNamed, periodOf } from './period.ts'

const calendar = createCalendar({ years: publishedYears })
const span = (from: string, to: string | null): Span => ({ fromAt: at(from), toAt: to === null ? null : at(to) })

describe('who owes a weekly report [S0-A-2.3]', () => {
  const week = periodNamed('weekly', '2026-11-16')
  const saturday = at('2026-11-21T18:00:00')
  const always = [span('2020-01-01T00:00:00', null)]
  const owes = (roles: Span[], leave: Span[] = [], dueAt: Instant | null = saturday, of = week) =>
    owesReport(of, dueAt, { roles, leave }, calendar, 'owed')

  it('holds the role as it is due: who got it back at that instant did not', () => {
    const earlier = span('2026-01-01T00:00:00', '2026-11-18T18:00:00')
    expect(owes([earlier, { fromAt: saturday, toAt: null }])).toBe(false)
    expect(owes([earlier, { fromAt: saturday - 1, toAt: null }])).toBe(true)
  })

  it('holds it by any one of several stretches', () => {
    expect(owes([span('2020-01-01T00:00:00', '2021-01-01T00:00:00'), span('2026-01-01T00:00:00', null)])).toBe(true)
  })

  it('worked on a day that began before it was due', () => {
    const monday = [span('2026-11-16T00:00:00', '2026-11-17T00:00:00')]
    const tuesday = at('2026-11-17T08:30:00')
    expect([tuesday, tuesday + 1].map((dueAt) => owes(always, monday, dueAt))).toEqual([false, true])
  })

  it('worked on its last day, where the State makes up for a holiday on a Sunday', () => {
    const newYear = periodNamed('weekly', '2025-12-29')
    expect(owes([span('2026-01-04T00:00:00', null)], [], null, newYear)).toBe(true)
    expect(owes([span('2026-01-05T00:00:00', null)], [], null, newYear)).toBe(false)
  })

  it('was not on leave throughout, in whatever order the pieces of it were recorded', () => {
    const pieces = [
      span('2026-11-16T08:30:00', '2026-11-17T12:00:00'),
      span('2026-11-17T12:00:00', '2026-11-18T12:00:00'),
      span('2026-11-18T12:00:00', null),
    ]
    expect(owes(always, pieces)).toBe(false)
    expect(owes(always, [...pieces].reverse())).toBe(false)
    expect(owes(always, [pieces[1]!, pieces[2]!, pieces[0]!])).toBe(false)
    expect(owes(always, [pieces[2]!, pieces[0]!])).toBe(true)
  })
})

describe('a report owed', () => {
  const startedAt = at('2026-11-16T00:00:00')
  const owed = (promise: string, said: Partial<Opened>, recordedAt = startedAt, start = startedAt) => {
    const data = { period: '2026-11-16', authorId: 'someone', ...said }
    return owedByReport(
      promise,
      viewOf('report', [{ kind: 'opened', at: start, recordedAt, data }], { startedAt: start }),
    )
  }
  const whole = {
    clause: 'S0-A-2.3',
    policy: 'S0A',
    policyVersion: 1,
    bearer: { personId: 'someone' },
    recipient: { role: 'serviceSupervisor' },
    anchorAt: startedAt,
    answerableFromAt: startedAt,
    due: { kind: 'by', at: at('2026-11-21T18:00:00'), edge: 'before' },
    stake: { clause: 'S0-A-7.3b', policy: 'S0A', policyVersion: 1, amountFen: -2_000 },
  }

  it('weekly by an engineer is all of this [S0-A-2.3] [S0-A-7.3b]', () => {
    expect(owed('engineerWeekly', { form: 'engineerWeekly' })).toEqual([whole])
  })

  it('is held against nobody for the time before it was recorded, nor before it began', () => {
    const since = (recordedAt: Instant) => owed('engineerWeekly', { form: 'engineerWeekly' }, recordedAt)
    expect(since(startedAt + HOUR)).toEqual([{ ...whole, answerableFromAt: startedAt + HOUR }])
    expect(since(startedAt - HOUR)).toEqual([whole])
  })

  it('by a role that nobody holds is the unit’s gap [S0-A-2.3]', () => {
    expect(owed('engineerWeekly', { form: 'engineerWeekly', authorId: null })).toEqual([
      { ...whole, bearer: { unit: true } },
    ])
  })

  it('on a day that somebody named counts with that day’s last second; to a role, or a superior known [S2-T2-3.9-8]', () => {
    const asked = at('2026-03-04T10:00:00')
    const said = { form: 'regionalData', dueOn: '2026-03-06' } as const
    expect(owed('deliver', said, asked, asked)).toMatchObject([
      { due: { kind: 'by', at: at('2026-03-06T23:59:59'), edge: 'within' }, anchorAt: asked },
    ])
    expect(owed('deliver', { form: 'mistake' }, asked, asked)[0]).not.toHaveProperty('recipient')
    expect(owed('another', { form: 'mistake' }, asked, asked)).toEqual([])
  })

  it('has no clock while its time is blank, be its day set or not [S0-A-2.3]', () => {
    const due = (changed: object) =>
      dueOf('engineerWeekly', statedTerms({ ...changed }), periodNamed('weekly', '2026-11-16'))
    expect(due({ 'report.engineerTime': null })).toEqual({ kind: 'unset' })
    expect(due({ 'report.engineerDay': null })).toEqual({ kind: 'unset' })
  })

  it('only when asked for comes round by no rhythm [S2-T2-3.9-8]', () => {
    expect(rhythmOf('regionalData', statedTerms())).toBeUndefined()
    expect(rhythmOf('engineerWeekly', statedTerms())).toBe('weekly')
  })
})

it('is of its own kind of case, kept by a promise of that kind', () => {
  const kept = (['engineerWeekly', 'monthlyReport', 'workDaily', 'mistake'] as const).map((form) => [
    kindOfForm(form),
    deliveryOf(form),
  ])
  expect(kept).toEqual([
    ['report', 'engineerWeekly'],
    ['report', 'monthlyReport'],
    ['workReport', 'deliver'],
    ['workReport', 'deliver'],
  ])
})

it('the day before a quarter and a year begins lies in the one before', () => {
  expect(periodOf('quarterly', at('2026-07-01T00:00:00')).key).toBe('2026-Q2')
  expect(periodOf('yearly', at('2026-07-01T00:00:00')).key).toBe('2025')
  expect(periodOf('daily', at('2026-07-01T23:59:59')).key).toBe('2026-07-01')
})

describe('figures [S0-A-6.6]', () => {
  const counted = (given: Partial<Counted>) =>
    figuresOf({
      promises: [],
      ratings: [],
      documents: [],
      weeklies: [],
      accidents: { classI: 0, classII: 0 },
      cases: { opened: 0, ended: 0 },
      finesFen: 0,
      ...given,
    })

  it('call overdue what is late and still open, nothing else', () => {
    const promises = (['pending', 'onTime', 'late', 'excused', 'void'] as const).flatMap((verdict) =>
      (['open', 'done', 'released'] as const).map((work) => ({ verdict, work })),
    )
    expect(counted({ promises }).promises).toEqual({ onTime: 3, late: 3, excused: 3, overdue: 1 })
  })

  it('ask a service on site for appointment and trip, a remote one for neither; a signed form is an entry [S0-A-7.3a]', () => {
    const entries = (mode: 'onSite' | 'remote', more: object = {}) =>
      counted({ documents: [{ mode, ...more }], ratings: [{ attitude: 'good', skill: 'good', result: 'good' }, null] })
        .documents
    expect(entries('remote')).toEqual({ filled: 1, expected: 7 })
    expect(entries('onSite')).toEqual({ filled: 1, expected: 9 })
    const travel = { destination: '济南', transport: '火车', departOn: '2026-03-02', returnOn: '2026-03-03' }
    expect(
      entries('onSite', { appointmentAt: 1, travel, solution: '更换', record: { work: '更换', resolution: '' } }),
    ).toEqual({ filled: 5, expected: 9 })
  })
})
