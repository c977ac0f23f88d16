import { describe, expect, it } from 'vitest'
import type { CaseView, Fact } from '../case.ts'
import { SECOND } from '../instant.ts'
import { createCalendar } from '../time/calendar.ts'
import { lateFrom } from '../time/due.ts'
import { parseInstant } from '../time/local.ts'
import { publishedYears } from '../time/published.ts'
import type { SheetScope } from './labels.ts'
import { owedByAssessment } from './owed.ts'
import { periodNamed } from '../report/period.ts'
import { scopeOfPerson } from './sheet.ts'

const calendar = createCalendar({ years: publishedYears })
const at = (text: string) => parseInstant(`${text}+08:00`)
const term = { clause: 'S0-A-6.4', policy: 'S0A', variant: '', version: 1 }

function view(startedAt: number, scope: SheetScope = 'staff', value: number | null = 3, more: string[] = []): CaseView {
  const facts = [['opened', 0] as const, ...more.map((kind, i) => [kind, i + 1] as const)].map(([kind, i]): Fact => ({
    id: String(i),
    kind,
    occurredAt: startedAt + i * SECOND,
    knownAt: null,
    recordedAt: startedAt,
    receivedAt: startedAt,
    byId: null,
    correctsId: null,
    data: { scope, month: 'x' },
  }))
  const terms = { 'assessment.within': { ...term, value } }
  return { id: 'assessment-1', kind: 'assessment', startedAt, terms, calendar, facts }
}
const issueDue = (startedAt: number) => owedByAssessment('issue', view(startedAt))[0]!.due

describe('the third working day of the month [S0-A-6.4]', () => {
  it.each([
    ['an ordinary month that begins on a Sunday', '2026-03-01T00:00:00', '2026-03-04T23:59:59'],
    ['February 2026, before the Spring Festival', '2026-02-01T00:00:00', '2026-02-04T23:59:59'],
    ['January 2026, after New Year with its make-up Sunday', '2026-01-01T00:00:00', '2026-01-06T23:59:59'],
    [
      'October 2026, after the National Day week with its make-up Saturday',
      '2026-10-01T00:00:00',
      '2026-10-10T23:59:59',
    ],
    ['February 2025, the Spring Festival reaching into it', '2025-02-01T00:00:00', '2025-02-07T23:59:59'],
  ])('%s', (_, from, due) => {
    expect(issueDue(at(from))).toEqual({ kind: 'by', at: at(due), edge: 'within', provisional: false })
    expect(lateFrom(at(due), 'within')).toBe(at(due) + SECOND)
  })

  it('is provisional in a year that is not published', () => {
    expect(issueDue(at('2031-10-01T00:00:00'))).toMatchObject({ provisional: true })
  })
})

describe('a sheet', () => {
  const started = at('2026-03-01T00:00:00')

  it('is issued late at no cost, as none is stated [S0-A-6.4]', () => {
    expect(owedByAssessment('issue', view(started))[0]!.stake).toBeUndefined()
  })

  it('of the staff is the supervisor’s to issue and the general manager’s to sign; finance carries it out', () => {
    const bearers = ['issue', 'sign', 'acknowledge'].map((one) => owedByAssessment(one, view(started))[0]!.bearer)
    expect(bearers).toEqual([{ role: 'serviceSupervisor' }, { role: 'companyGm' }, { role: 'finance' }])
  })

  it('of the supervisor is issued by the general manager, whose signature it is [S0-A-6.4]', () => {
    expect(owedByAssessment('issue', view(started, 'supervisor'))[0]!.bearer).toEqual({ role: 'companyGm' })
    expect(owedByAssessment('sign', view(started, 'supervisor'))).toEqual([])
  })

  it('sent back is issued again without a clock; a blank leaves it unset', () => {
    expect(owedByAssessment('issue', view(started, 'staff', 3, ['returned']))[0]!.due).toEqual({ kind: 'none' })
    expect(owedByAssessment('issue', view(started, 'staff', null))[0]!.due).toEqual({ kind: 'unset' })
  })
})

it('who left before the month began stands on a final settlement', () => {
  const march = periodNamed('monthly', '2026-03')
  const until = (toAt: number | null) => [{ fromAt: 0, toAt }]
  const scope = (staff: number | null, supervisor: number | null = 1) =>
    scopeOfPerson({ staff: until(staff), supervisor: until(supervisor) }, march, march.untilAt)
  expect(scope(march.fromAt)).toBe('final')
  expect(scope(march.fromAt + 1)).toBe('staff')
  expect(scope(null)).toBe('staff')
  expect(scope(null, null)).toBe('supervisor')
})
