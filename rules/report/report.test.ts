import { describe, expect, it } from 'vitest'
import type { CaseView } from '../case.ts'
import { DAY, SECOND } from '../instant.ts'
import { policies } from '../policy/index.ts'
import type { Terms } from '../policy/parameter.ts'
import { lateFrom } from '../time/due.ts'
import { createCalendar } from '../time/calendar.ts'
import { parseInstant } from '../time/local.ts'
import { publishedYears } from '../time/published.ts'
import { missingSections } from './draft.ts'
import { owesReport, type Span } from './exposure.ts'
import { forms, type FormName } from './forms.ts'
import { dueOf, owedByReport, periodOfReport } from './owed.ts'
import { opensAt, periodNamed, periodOf, periodsFrom } from './period.ts'

const calendar = createCalendar({ years: publishedYears })
const at = (text: string) => parseInstant(`${text}+08:00`)

/** The terms of a case under the rulebooks as they are written. */
const terms: Terms = Object.fromEntries(
  policies
    .filter(({ id }) => ['house', 'S0A', 'S3'].includes(id))
    .flatMap(({ id, parameters }) =>
      Object.entries(parameters).map(([key, { value, clause }]) => [
        key,
        { value, clause, policy: id, variant: '', version: 1 },
      ]),
    ),
)
const filled = (key: string, value: unknown): Terms => ({ ...terms, [key]: { ...terms[key]!, value } })

describe('a period', () => {
  it.each([
    ['2026-11-16T00:00:00', '2026-11-16'],
    ['2026-11-22T23:59:59', '2026-11-16'],
    ['2026-11-23T00:00:00', '2026-11-23'],
  ])('of a week is the one that holds the planned time: %s', (planned, monday) => {
    expect(periodOf('weekly', at(planned))).toMatchObject({ key: monday, fromOn: monday })
  })

  it.each([
    ['2026-03-01T00:00:00', '2026-02', '2026-02-28'],
    ['2026-01-01T00:00:00', '2025-12', '2025-12-31'],
    ['2026-12-31T23:59:59', '2026-11', '2026-11-30'],
  ])('of a month is the one before the planned time: %s', (planned, month, lastDay) => {
    expect(periodOf('monthly', at(planned))).toMatchObject({ key: month, toOn: lastDay })
  })

  it('follows another without a gap, across a year and a leap day', () => {
    const weeks = periodsFrom(periodNamed('weekly', '2027-12-27'), periodNamed('weekly', '2028-03-06'))
    for (const [i, week] of weeks.slice(1).entries()) expect(week.fromAt).toBe(weeks[i]!.untilAt)
    expect(weeks.every(({ fromAt, untilAt }) => untilAt - fromAt === 7 * DAY)).toBe(true)
    const months = periodsFrom(periodNamed('monthly', '2027-11'), periodNamed('monthly', '2028-02'))
    expect(months.map(({ key, toOn }) => [key, toOn]).at(-1)).toEqual(['2028-02', '2028-02-29'])
  })
})

describe('the due time', () => {
  const week = periodOf('weekly', at('2026-11-16T00:00:00'))
  const lateAt = (form: FormName) => {
    const due = dueOf(form, terms, week)
    return due.kind === 'by' ? lateFrom(due.at, due.edge) : undefined
  }

  it.each([
    ['engineerWeekly', '2026-11-21T18:00:00'],
    ['supervisorWeekly', '2026-11-22T18:00:00'],
  ] as const)('of %s: %s itself is late, a second before is not [S0-A-2.3] [S0-A-6.5]', (form, instant) => {
    expect(lateAt(form)).toBe(at(instant))
    expect(at(instant) - SECOND < lateAt(form)!).toBe(true)
  })

  it('is unset where the rulebook leaves it blank [S0-A-6.6] [S3-4.2(1)]', () => {
    expect(dueOf('monthlyReport', terms, periodNamed('monthly', '2026-01'))).toEqual({ kind: 'unset' })
    expect(dueOf('departmentWeekly', terms, week)).toEqual({ kind: 'unset' })
  })

  it('of a month’s report is the last second of its day, at most the month’s last [S0-A-6.6]', () => {
    const january = periodNamed('monthly', '2026-01')
    const due = (day: number) => dueOf('monthlyReport', filled('report.monthlyDay', day), january)
    expect(due(5)).toEqual({ kind: 'by', at: at('2026-02-05T23:59:59'), edge: 'within' })
    expect(due(31)).toEqual({ kind: 'by', at: at('2026-02-28T23:59:59'), edge: 'within' })
  })
})

describe('what a report owes', () => {
  const view = (form: FormName, period: string, of: Terms): CaseView => {
    const startedAt = opensAt(periodOfReport(form, { period }))
    const opened = { id: '1', kind: 'opened', byId: null, correctsId: null, knownAt: null, receivedAt: startedAt }
    const data = { form, period, authorId: 'someone' }
    const facts = [{ ...opened, occurredAt: startedAt, recordedAt: startedAt, data }]
    return { id: 'report-1', kind: 'report', startedAt, terms: of, calendar, facts }
  }

  it.each([
    ['engineerWeekly', '2026-11-16', 'S0-A-2.3', 'S0-A-7.3b'],
    ['supervisorWeekly', '2026-11-16', 'S0-A-6.5', 'S0-A-7.S1a'],
    ['monthlyReport', '2026-10', 'S0-A-6.6', 'S0-A-7.S1b'],
  ] as const)(
    '%s of %s: under %s, ¥20 under %s if late [S0-A-7.3b] [S0-A-7.S1a] [S0-A-7.S1b]',
    (form, period, clause, fine) => {
      const [owed] = owedByReport(form, view(form, period, terms))
      expect(owed).toMatchObject({
        clause,
        bearer: { personId: 'someone' },
        stake: { clause: fine, amountFen: -2_000 },
      })
      expect(owedByReport('another', view(form, period, terms))).toEqual([])
    },
  )

  it('the department’s weekly report costs nothing: the rulebook states no fine [S3-4.2(1)]', () => {
    const [owed] = owedByReport('departmentWeekly', view('departmentWeekly', '2026-11-16', terms))
    expect(owed!.stake).toBeUndefined()
  })

  it('a blank amount blocks the fine, not the report [S0-A-7.3b]', () => {
    const [owed] = owedByReport(
      'engineerWeekly',
      view('engineerWeekly', '2026-11-16', filled('report.engineerFine', null)),
    )
    expect(owed).toMatchObject({ due: { kind: 'by' } })
    expect(owed!.stake).toBeUndefined()
  })

  it('lacks what of the four parts is missing or blank [S3-4.2(1)]', () => {
    const { required } = forms.departmentWeekly
    expect(missingSections(required, { progress: '做了', plan: ' ' })).toEqual(['problems', 'plan', 'suggestions'])
    expect(missingSections(required, { progress: 'a', problems: 'b', plan: 'c', suggestions: 'd' })).toEqual([])
  })
})

describe('who owes a weekly report [S0-A-2.3]', () => {
  const week = periodNamed('weekly', '2026-11-16')
  const dueAt = at('2026-11-21T18:00:00')
  const always: Span[] = [{ fromAt: 0, toAt: null }]
  const span = (from: string, to: string | null): Span => ({ fromAt: at(from), toAt: to === null ? null : at(to) })
  const owes = (roles: Span[], leave: Span[] = []) => owesReport(week, dueAt, { roles, leave }, calendar, 'owed')

  it.each([
    ['a whole week of leave', always, [span('2026-11-16T08:30:00', '2026-11-20T18:00:00')], false],
    [
      'leave in two pieces without a gap',
      always,
      [span('2026-11-14T00:00:00', '2026-11-18T12:00:00'), span('2026-11-18T12:00:00', null)],
      false,
    ],
    ['leave but for the last second of a day', always, [span('2026-11-16T08:30:00', '2026-11-20T17:59:59')], true],
    ['one day worked', always, [span('2026-11-17T00:00:00', null)], true],
    ['a role that ended a second before it was due', [span('2026-01-01T00:00:00', '2026-11-21T17:59:59')], [], false],
    ['a role that ended as it was due', [span('2026-01-01T00:00:00', '2026-11-21T18:00:00')], [], true],
    ['a role from the last working day on', [span('2026-11-20T08:30:00', null)], [], true],
    ['a role a second into the last working day', [span('2026-11-20T08:30:01', null)], [], false],
    ['no role', [], [], false],
  ] as [string, Span[], Span[], boolean][])('%s', (_, roles, leave, expected) => {
    expect(owes(roles, leave)).toBe(expected)
  })

  it('a week of the holidays is owed, as the clause makes no exception, unless the house says otherwise', () => {
    const golden = periodNamed('weekly', '2026-02-16')
    const due = at('2026-02-21T18:00:00')
    expect(owesReport(golden, due, { roles: always, leave: [] }, calendar, 'owed')).toBe(true)
    expect(owesReport(golden, due, { roles: always, leave: [] }, calendar, 'notOwed')).toBe(false)
    expect(owesReport(golden, due, { roles: always, leave: [{ fromAt: 0, toAt: null }] }, calendar, 'owed')).toBe(false)
  })
})
