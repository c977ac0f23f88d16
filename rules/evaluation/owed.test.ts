import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { statedTerms } from '../policy/stated.ts'
import type { CaseView, Fact } from '../case.ts'
import { SECOND } from '../instant.ts'
import { measures } from '../measure/measures.ts'
import { lateFrom } from '../time/due.ts'
import { createCalendar } from '../time/calendar.ts'
import { addDays, addMonths, parseInstant } from '../time/local.ts'
import { publishedYears } from '../time/published.ts'
import { owedByEvaluation } from './owed.ts'
import { lastPeriod, nameOf } from './period.ts'
import { programmes } from './programmes.ts'

const at = (text: string) => parseInstant(`${text}+08:00`)
const stated = statedTerms()

describe('a regular period', () => {
  it.each([
    [3, '2026-03-31T23:59:59', '2025-10-01..2025-12-31'],
    [3, '2026-04-01T00:00:00', '2026-01-01..2026-03-31'],
    [3, '2026-06-30T23:59:59', '2026-01-01..2026-03-31'],
    [1, '2028-03-01T00:00:00', '2028-02-01..2028-02-29'],
    [6, '2026-07-01T00:00:00', '2026-01-01..2026-06-30'],
    [12, '2026-12-31T23:59:59', '2025-01-01..2025-12-31'],
  ])('of %d months that was over last at %s is %s [S1-5.3.3]', (months, when, name) => {
    expect(nameOf(lastPeriod(months, at(when)))).toBe(name)
  })

  it('leaves no gap and no overlap to the one before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 0, max: 120 }), (months, n) => {
        const period = lastPeriod(months, at(`${addMonths('2020-01-15', n)}T12:00:00`))
        const before = lastPeriod(months, period.untilAt - 1)
        expect(addDays(before.toOn, 1)).toBe(period.fromOn)
        expect(addDays(addMonths(period.fromOn, months), -1)).toBe(period.toOn)
      }),
    )
  })
})

describe('what an evaluation owes', () => {
  const opened = {
    programme: 'S1',
    method: 'regular',
    fromOn: '2026-01-01',
    toOn: '2026-03-31',
    assessorRole: 'afterSalesManager',
  }
  const fact = (kind: string, data: Record<string, unknown>, n = 0): Fact => ({
    id: kind,
    kind,
    occurredAt: at('2026-04-01T00:00:00') + n,
    knownAt: null,
    recordedAt: at('2026-04-01T00:00:00') + n,
    receivedAt: at('2026-04-01T00:00:00') + n,
    byId: 'p',
    data,
    correctsId: null,
  })
  const view = (facts: Fact[], terms = stated): CaseView => ({
    id: 'evaluation-1',
    kind: 'evaluation',
    startedAt: at('2026-04-01T00:00:00'),
    terms,
    calendar: createCalendar({ years: publishedYears }),
    facts,
  })

  it('is the assessment within the next quarter, its last second included [S1-5.3.3]', () => {
    const [owed] = owedByEvaluation('assess', view([fact('opened', opened)]))
    expect(owed).toMatchObject({ clause: 'S1-5.3.3', policy: 'S1', bearer: { role: 'afterSalesManager' } })
    if (owed!.due.kind !== 'by') throw new Error('no due time')
    expect(owed!.due.at).toBe(at('2026-06-30T23:59:59'))
    expect(lateFrom(owed!.due.at, owed!.due.edge)).toBe(at('2026-06-30T23:59:59') + SECOND)
  })

  it('has no due time where the interval is blank [S3-3.1(6), S4-C-4.1, S4-E-4, S4-M-3]', () => {
    for (const programme of ['S3', 'S4-C', 'S4-E', 'S4-M']) {
      const [owed] = owedByEvaluation('assess', view([fact('opened', { ...opened, programme })]))
      expect(owed!.due).toEqual({ kind: 'unset' })
    }
    const [irregular] = owedByEvaluation('assess', view([fact('opened', { ...opened, method: 'irregular' })]))
    expect(irregular!.due).toEqual({ kind: 'none' })
  })

  it.each([
    ['S1', 'excellent', 1],
    ['S1', 'good', 0],
    ['S1', 'qualified', 0],
    ['S1', 'unqualified', 1],
    ['S4-G', 'outstanding', 1],
    ['S4-G', 'ordinary', 0],
    ['S4-M', 'poor', 1],
    ['S4-J', 'poor', 1],
  ])(
    'after a result of %s, “%s”, is to say what follows: %d [S1-5.3.7, S1-5.3.8, S4-G-13, S4-J-23, S4-M-3, S4-M-13]',
    (programme, grade, n) => {
      const facts = [fact('opened', { ...opened, programme }), fact('assessed', { grade, total: 0 }, 1)]
      expect(owedByEvaluation('followUp', view(facts))).toHaveLength(n)
      expect(owedByEvaluation('followUp', view(facts.slice(0, 1)))).toEqual([])
    },
  )

  it('knows a measure for every grade that leads to one, in all rulebooks but the one that is cut off [S4-K-17]', () => {
    for (const { id } of programmes)
      for (const side of ['merit', 'sanction'] as const)
        expect(measures.some((one) => one.programme === id && one.side === side)).toBe(id !== 'S4-K')
  })
})
