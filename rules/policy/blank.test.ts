import { describe, expect, it } from 'vitest'
import { owedByAssessment } from '../assessment/owed.ts'
import { costOf, isCosted } from '../conduct/items.ts'
import { parseInstant } from '../time/local.ts'
import { createCalendar } from '../time/calendar.ts'
import { dueOf } from '../report/owed.ts'
import { periodNamed } from '../report/period.ts'
import { ratingEntries } from '../serviceTask/ratings.ts'
import { engineerEntries } from '../window/engineer.ts'
import { supervisorEntries } from '../window/supervisor.ts'
import { mayBeBlank } from './blank.ts'
import { checkValues } from './check.ts'
import { policies, policyOf } from './index.ts'
import { statedTerms } from './stated.ts'

const AT = parseInstant('2026-04-07T09:00:00+08:00')
const fact = { id: '1', kind: 'opened', occurredAt: AT, recordedAt: AT, receivedAt: AT, knownAt: null, byId: null }
const calendar = createCalendar({ years: [] })
const stated = policies.flatMap(({ id, parameters }) =>
  Object.entries(parameters).flatMap(([key, one]) =>
    one.value !== null && mayBeBlank(key, one) ? [[id, key] as const] : [],
  ),
)

describe('a number left blank', () => {
  it('is refused where nothing of its kind could be computed without it', () => {
    for (const [policy, key] of [
      ['S2', 'call.returnAny'],
      ['S2', 'incident.report'],
      ['S0A', 'window.span'],
      ['S4-N', 'staffChange.notice'],
      ['house', 'ladder.short'],
      ['rulebook', 'rulebook.approvers'],
    ] as const)
      expect(() => checkValues(policyOf(policy), { [key]: null }), key).toThrow('policy.cannotBeBlank')
    expect(() => checkValues(policyOf('S0A'), { 'accident.fineI': null, 'window.examCount': null })).not.toThrow()
    expect(() => checkValues(policyOf('S1'), { 'evaluation.S1.from.good': null })).not.toThrow()
  })

  it('makes its own rule wait, and breaks none', () => {
    const scores = { attitude: 'fair', skill: 'fair', result: 'fair' } as const
    for (const [, key] of stated)
      for (const fairUnit of ['scores', 'services']) {
        const terms = statedTerms({ [key]: null, 'serviceTask.fairUnit': fairUnit })
        const termsAt = () => terms
        const past = {
          termsAt,
          todayOn: '2026-12-31',
          accidents: ['1', '2', '3'].map((id) => ({ id, at: AT, class: 'I' as const, waived: false })),
          workedOn: new Set<string>(),
          openingMonths: new Set(['2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09']),
          activeMonths: new Set<string>(),
          exams: ['4', '5', '6'].map((id) => ({ id, at: AT, passed: false, opening: false })),
          ratings: [],
          documents: new Map(),
        }
        const run = () => {
          engineerEntries(past)
          supervisorEntries(past)
          ratingEntries([{ id: '1', caseId: 'c', signedAt: AT, scores, terms }])
          dueOf('engineerWeekly', terms, periodNamed('weekly', '2026-04-06'))
          const facts = [{ ...fact, correctsId: null, data: { scope: 'staff' } }]
          owedByAssessment('issue', { id: 'c', kind: 'assessment', startedAt: AT, terms, calendar, facts })
          if (isCosted(terms, 'late', 10)) costOf(terms, 'late', 10)
        }
        expect(run, `${key} ${fairUnit}`).not.toThrow()
      }
  })
})
