import { describe, expect, it } from 'vitest'
import type { CaseView } from '../case.ts'
import { DAY, HOUR, SECOND } from '../instant.ts'
import { policies } from '../policy/index.ts'
import type { Terms } from '../policy/parameter.ts'
import { createCalendar } from '../time/calendar.ts'
import { lateFrom } from '../time/due.ts'
import { parseInstant } from '../time/local.ts'
import { publishedYears } from '../time/published.ts'
import { FORM_NAMES, formOf, forms, kindOfForm, partsOf, type FormName } from './forms.ts'
import type { Role } from '../roles.ts'
import { dueOf, isAsked, isAskedOf, owedByReport, rhythmOf, type Opened } from './owed.ts'
import { opensAt, periodNamed, periodOf, periodsFrom } from './period.ts'

const calendar = createCalendar({ years: publishedYears })
const at = (text: string) => parseInstant(`${text}+08:00`)

/** The terms under every rulebook that speaks of reports, as they are written, with some blanks filled in. */
const termsOf = (filled: Record<string, unknown> = {}): Terms =>
  Object.fromEntries(
    policies
      .filter(({ id, topics }) => id === 'house' || topics.includes('report'))
      .flatMap(({ id, parameters }) =>
        Object.entries(parameters).map(([key, { value, clause }]) => [
          key,
          { value: key in filled ? filled[key] : value, clause, policy: id, variant: '', version: 1 },
        ]),
      ),
  )

function view(said: Partial<Opened> & { form: FormName }, startedAt: number, terms = termsOf()): CaseView {
  const data = { period: '2026-03-04', authorId: 'someone', recipientId: 'boss', ...said }
  const fact = { id: '1', kind: 'opened', byId: null, correctsId: null, knownAt: null, receivedAt: startedAt }
  const facts = [{ ...fact, occurredAt: startedAt, recordedAt: startedAt, data }]
  return { id: 'workReport-1', kind: 'workReport', startedAt, terms, calendar, facts }
}

describe('periods of every rhythm', () => {
  it.each([
    ['daily', '2026-03-04T00:00:00', '2026-03-04', '2026-03-04', '2026-03-04'],
    ['quarterly', '2026-04-01T00:00:00', '2026-Q1', '2026-01-01', '2026-03-31'],
    ['quarterly', '2026-03-31T23:59:59', '2025-Q4', '2025-10-01', '2025-12-31'],
    ['yearly', '2029-01-01T00:00:00', '2028', '2028-01-01', '2028-12-31'],
    ['yearly', '2028-12-31T23:59:59', '2027', '2027-01-01', '2027-12-31'],
  ] as const)('%s at %s is %s', (rhythm, planned, key, fromOn, toOn) => {
    const period = periodOf(rhythm, at(planned))
    expect(period).toMatchObject({ key, fromOn, toOn })
    expect(periodNamed(rhythm, key)).toEqual(period)
    expect(opensAt(period)).toBe(rhythm === 'daily' ? period.fromAt : period.untilAt)
  })

  it('follow each other without a gap, over a leap day and a year', () => {
    const days = periodsFrom(periodNamed('daily', '2028-02-27'), periodNamed('daily', '2028-03-01'))
    expect(days.map(({ key }) => key)).toEqual(['2028-02-27', '2028-02-28', '2028-02-29', '2028-03-01'])
    const quarters = periodsFrom(periodNamed('quarterly', '2025-Q3'), periodNamed('quarterly', '2026-Q2'))
    expect(quarters.map(({ key }) => key)).toEqual(['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2'])
  })
})

describe('a daily report', () => {
  it('of all staff is owed straight after work: prompt, to the superior, at no cost [S2-1.2.12.6]', () => {
    const day = periodNamed('daily', '2026-03-04')
    const [owed] = owedByReport('deliver', view({ form: 'workDaily', rhythm: 'daily' }, day.fromAt))
    expect(owed).toMatchObject({ clause: 'S2-1.2.12.6', recipient: { personId: 'boss' } })
    expect(owed!.anchorAt).toBe(at('2026-03-04T18:00:00'))
    expect(owed!.due).toEqual({ kind: 'prompt', targetAt: at('2026-03-04T23:59:59') })
    expect(owed!.stake).toBeUndefined()
    expect(formOf('workDaily').required.map((part) => partsOf('workDaily')[part].zh)).toEqual([
      '结论',
      '要点',
      '本人看法',
    ])
  })

  it('from the site is owed on its day, to headquarters; before a clock time once one is set [S4-A-3.2b]', () => {
    const day = periodNamed('daily', '2026-03-04')
    const [owed] = owedByReport('deliver', view({ form: 'siteDaily', rhythm: 'daily' }, day.fromAt))
    expect(owed).toMatchObject({ clause: 'S4-A-3.2b', recipient: { role: 'serviceDirector' } })
    expect(owed!.due).toEqual({ kind: 'by', at: at('2026-03-04T23:59:59'), edge: 'within' })
    expect(lateFrom(at('2026-03-04T23:59:59'), 'within')).toBe(day.fromAt + DAY)
    const set = dueOf('siteDaily', termsOf({ 'report.siteTime': 20 * HOUR }), day)
    expect(set).toEqual({ kind: 'by', at: at('2026-03-04T20:00:00'), edge: 'before' })
  })
})

describe('a report that the rulebook wants "regularly"', () => {
  it.each([
    ['residentRegular', 'report.residentEvery', 'report.residentDay', 'S4-I-3.2(4)'],
    ['progressRegular', 'report.progressEvery', 'report.progressDay', 'S4-J-10'],
    ['serviceStatistics', 'report.statisticsEvery', 'report.statisticsDay', 'S4-C-2.3'],
    ['centreUpward', 'report.centreEvery', 'report.centreDay', 'S2-T2-3.1-8'],
    ['serviceUpward', 'report.serviceEvery', 'report.serviceDay', 'S2-T2-3.3-9'],
    ['supportUpward', 'report.supportEvery', 'report.supportDay', 'S2-T2-3.4-8'],
    ['headUpward', 'report.headEvery', 'report.headDay', 'S3-3.1(5)'],
    ['faultSummary', 'report.faultsEvery', 'report.faultsDay', 'S2-T2-3.11-8'],
  ] as const)(
    '%s is asked for once somebody says how often, and due once they say when [S4-I-3.2(4)] [S4-J-10] [S4-C-2.3] [S2-T2-3.1-8] [S2-T2-3.3-9] [S2-T2-3.4-8] [S3-3.1(5)] [S2-T2-3.11-8]',
    (form, every, day, clause) => {
      expect(rhythmOf(form, termsOf())).toBeUndefined()
      const weekly = termsOf({ [every]: 'weekly' })
      expect(rhythmOf(form, weekly)).toBe('weekly')
      const week = periodNamed('weekly', '2026-03-02')
      const [owed] = owedByReport(
        'deliver',
        view({ form, rhythm: 'weekly', period: '2026-03-02' }, week.fromAt, weekly),
      )
      expect(owed).toMatchObject({ clause, due: { kind: 'unset' } })
      expect(dueOf(form, termsOf({ [every]: 'weekly', [day]: 5 }), week)).toMatchObject({
        at: at('2026-03-06T23:59:59'),
      })
    },
  )
})

describe('a project manager’s plans and reports', () => {
  it.each([
    ['projectMonthly', '2026-02', '2026-03-05T23:59:59'],
    ['projectQuarterly', '2026-Q1', '2026-04-05T23:59:59'],
    ['projectYearly', '2026', '2027-01-05T23:59:59'],
  ] as const)('%s has its interval, and no day until one is set [S2-T2-3.7-7]', (form, key, due) => {
    const { rhythm } = forms[form]
    expect(rhythmOf(form, termsOf())).toBe(rhythm)
    expect(dueOf(form, termsOf(), periodNamed(rhythm, key))).toEqual({ kind: 'unset' })
    expect(dueOf(form, termsOf({ 'report.projectDay': 5 }), periodNamed(rhythm, key))).toMatchObject({ at: at(due) })
  })
})

describe('what somebody asks for, or something calls for', () => {
  const asked = at('2026-03-04T10:00:00')

  it.each([
    ['regionalData', 'S2-T2-3.9-8'],
    ['provinceData', 'S2-T2-3.10-4'],
    ['specifications', 'S2-T2-3.10-3'],
    ['formality', 'S4-J-20'],
  ] as const)(
    '%s is due on the day said, else "in time" [S2-T2-3.9-8] [S2-T2-3.10-4] [S2-T2-3.10-3] [S4-J-20]',
    (form, clause) => {
      const due = (dueOn?: string) => owedByReport('deliver', view({ form, ...(dueOn && { dueOn }) }, asked))[0]!
      expect(due('2026-03-06')).toMatchObject({ clause, due: { kind: 'by', at: at('2026-03-06T23:59:59') } })
      expect(due().due).toEqual({ kind: 'prompt', targetAt: at('2026-03-09T23:59:59') })
      expect(owedByReport('follow', view({ form }, asked))).toEqual([])
    },
  )

  it('after service on site: the superior hears course and result, the customer cause, handling and result [S2-1.2.12.5]', () => {
    for (const promise of ['deliver', 'follow'])
      expect(owedByReport(promise, view({ form: 'afterService' }, asked))).toMatchObject([
        { clause: 'S2-1.2.12.5', due: { kind: 'prompt', targetAt: asked + 4 * HOUR }, anchorAt: asked },
      ])
  })

  it('a mistake is reported to the leader in time, and put right [S4-M-16]', () => {
    const [report, correction] = ['deliver', 'follow'].map(
      (one) => owedByReport(one, view({ form: 'mistake' }, asked))[0]!,
    )
    expect(report).toMatchObject({ clause: 'S4-M-16', recipient: { personId: 'boss' }, due: { kind: 'prompt' } })
    expect(correction).toMatchObject({ clause: 'S4-M-16', due: { kind: 'prompt', targetAt: asked + 4 * HOUR } })
    expect(report!.stake).toBeUndefined()
  })
})

it('is asked for by no rulebook that says nothing of it, and only the department’s four are of the older kind', () => {
  const terms = Object.entries(termsOf()).filter(([key]) => key !== 'report.siteDaily')
  expect(isAsked(Object.fromEntries(terms), 'siteDaily')).toBe(false)
  expect(isAsked(termsOf(), 'siteDaily')).toBe(true)
  const off = { ...termsOf(), 'report.workDaily': { ...termsOf()['report.workDaily']!, value: false } }
  expect([isAsked(termsOf(), 'workDaily'), isAsked(off, 'workDaily')]).toEqual([true, false])
  // A blank day leaves a report without a clock; it is asked for all the same.
  expect([termsOf()['report.monthlyDay']!.value, isAsked(termsOf(), 'monthlyReport')]).toEqual([null, true])
  expect(FORM_NAMES.filter((name) => kindOfForm(name) === 'report')).toHaveLength(4)
  expect(
    owedByReport('engineerWeekly', view({ form: 'workDaily', rhythm: 'daily' }, at('2026-03-04T00:00:00') + SECOND)),
  ).toEqual([])
})

it('is asked of the posts that the rulebook’s owner names, by default of all staff [S2-1.2.12.6]', () => {
  const named = (value: unknown) => ({
    ...termsOf(),
    'report.workDailyOf': { ...termsOf()['report.workDailyOf']!, value },
  })
  expect(formOf('workDaily').by.every((role) => isAskedOf('workDaily', termsOf(), role))).toBe(true)
  expect(['engineer', 'hrSpecialist'].map((role) => isAskedOf('workDaily', named(['engineer']), role as Role))).toEqual(
    [true, false],
  )
  expect(isAskedOf('workDaily', named(null), 'engineer')).toBe(false)
  expect(isAskedOf('engineerWeekly', named([]), 'engineer')).toBe(true)
})
