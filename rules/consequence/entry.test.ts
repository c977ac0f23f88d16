import { describe, expect, it } from 'vitest'
import { allClauses } from '../clauses/index.ts'
import { createCalendar } from '../time/calendar.ts'
import { parseInstant } from '../time/local.ts'
import published from '../time/years.json'
import { causesOf, causeUntil, entryState } from './entry.ts'
import { explain } from './explain.ts'

describe('an entry of the ledger', () => {
  it.each([
    [[], 'provisional'],
    [['confirmation'], 'confirmed'],
    [['confirmation', 'reversal'], 'reversed'],
    [['waiver'], 'waived'],
  ])('stands by the entries about it: %j → %s', (kinds, state) => {
    expect(entryState(kinds.map((kind) => ({ kind })))).toBe(state)
  })

  it('may be answered through three working days after it was seen, across the holiday', () => {
    const calendar = createCalendar({ years: published as never })
    // Thursday 30 April; 1 to 5 May are free, 9 May is a make-up Saturday.
    const seenAt = parseInstant('2026-04-30T10:00:00+08:00')
    expect(causeUntil(calendar, seenAt, 3)).toBe(parseInstant('2026-05-08T23:59:59+08:00'))
    expect(causeUntil(calendar, seenAt, 4)).toBe(parseInstant('2026-05-09T23:59:59+08:00'))
  })

  it('names its clause and the version of the rulebook it rests on', () => {
    const arithmetic = { rule: 'waived' }
    const told = explain({
      kind: 'fine',
      clause: 'S0-A-7.1',
      policy: 'S0A',
      policyVersion: 2,
      amountFen: 0,
      arithmetic,
    })
    const { zh, en } = allClauses().find((one) => one.id === 'S0-A-7.1')!
    expect(told.title).toEqual({ zh, en })
    expect(told.basis).toEqual({ zh: 'S0A 第 2 版', en: 'S0A, version 2' })
  })

  it('may be answered with force majeure only where its clause knows it [S0-A-7.1]', () => {
    expect(causesOf('S0-A-7.1')).toEqual(['forceMajeure', 'customer', 'company', 'own'])
    expect(causesOf('S0-A-7.2a')).toEqual(['customer', 'company', 'own'])
  })

  it('tells the time of the company', () => {
    const arithmetic = { rule: 'late', dueAt: '2026-04-07T10:00:00+00:00', settledAt: null }
    const told = explain({
      kind: 'fine',
      clause: 'S0-A-7.1',
      policy: 'S0A',
      policyVersion: 1,
      amountFen: 0,
      arithmetic,
    })
    expect(told.because.zh).toBe('应于 2026-04-07 18:00:00 前完成，到期时尚未完成。')
  })
})
