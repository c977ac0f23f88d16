import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseView, Fact } from '../case.ts'
import { owedByCall } from '../call/owed.ts'
import { MINUTE, SECOND } from '../instant.ts'
import { combine } from '../policy/combine.ts'
import { house } from '../policy/house.ts'
import { S2 } from '../policy/S2.ts'
import type { Terms } from '../policy/parameter.ts'
import { createCalendar } from '../time/calendar.ts'
import { parseInstant } from '../time/local.ts'
import { compareCalled, type Called } from './difference.ts'
import { judgeAgain, type Kept } from './judge.ts'
import { redraft } from './terms.ts'

const AT = parseInstant('2026-04-07T09:00:00+08:00')
const calendar = createCalendar({ years: [] })
const terms = combine([
  { policy: house.id, variant: '', version: 1, scope: 'company', values: {} },
  { policy: S2.id, variant: '', version: 3, scope: 'company', values: {} },
])
const missed = { callerKind: 'customer', onHotline: true, bearerIds: ['one'], outageEndedAt: null }
const fact = { id: '1', kind: 'missed', occurredAt: AT, recordedAt: AT, receivedAt: AT, knownAt: null, byId: null }
const happened: Fact[] = [{ ...fact, correctsId: null, data: missed }]
const view = (by: Terms): CaseView => ({ id: 'c', kind: 'call', startedAt: AT, terms: by, calendar, facts: happened })
const kept = (settledAfterMs: number | null): Kept => ({
  promise: 'return',
  clause: 'S2-3.1.1c',
  bearerId: 'one',
  bearerRole: null,
  recipientId: null,
  recipientRole: null,
  openedAt: AT,
  answerableFromAt: AT,
  work: settledAfterMs === null ? 'open' : 'done',
  verdict: 'pending',
  settledAt: settledAfterMs === null ? null : AT + settledAfterMs,
})
const judged = (limitMs: number, row: Kept, asOf = AT + 600 * MINUTE) =>
  judgeAgain(owedByCall, row, view(redraft(terms, S2, { 'call.returnAny': limitMs })), asOf)!

const limit = fc.integer({ min: 1, max: 240 * MINUTE })
const settled = fc.array(fc.option(fc.integer({ min: 0, max: 300 * MINUTE })), { minLength: 1, maxLength: 40 })

describe('a promise judged anew', () => {
  it.each([
    [60 * MINUTE - SECOND, 'onTime'],
    [60 * MINUTE, 'onTime'],
    [60 * MINUTE + SECOND, 'late'],
  ])('%i ms after the call is as the clause says [S2-3.1.1c]', (after, verdict) => {
    expect(judged(60 * MINUTE, kept(after)).verdict).toBe(verdict)
  })

  it('is never late less often under a stricter limit [S2-3.1.1c]', () => {
    fc.assert(
      fc.property(limit, limit, settled, (a, b, all) => {
        const late = (ms: number) => all.filter((after) => judged(ms, kept(after)).verdict === 'late').length
        expect(late(Math.min(a, b))).toBeGreaterThanOrEqual(late(Math.max(a, b)))
      }),
    )
  })

  it('keeps an accepted cause, and is not yet due while it is open', () => {
    expect(judged(1, { ...kept(null), verdict: 'excused' }).verdict).toBe('excused')
    expect(judged(60 * MINUTE, kept(null), AT + MINUTE).verdict).toBe('pending')
    expect(judged(60 * MINUTE, { ...kept(MINUTE), work: 'released' }).verdict).toBe('void')
  })

  it('of somebody whom the rules no longer name says nothing', () => {
    expect(judgeAgain(owedByCall, { ...kept(0), bearerId: 'two' }, view(terms), AT)).toBeUndefined()
  })
})

describe('redrafted terms', () => {
  it('change the draft’s rulebook only, and cite the same clause', () => {
    const changed = redraft(terms, S2, { 'call.returnAny': 5 })
    expect(changed['call.returnAny']).toEqual({ ...terms['call.returnAny'], value: 5 })
    const elsewhere = { ...terms, 'call.returnAny': { ...terms['call.returnAny']!, variant: 'customer' } }
    expect(redraft(elsewhere, S2, { 'call.returnAny': 5 })).toEqual(elsewhere)
    expect(
      redraft({ a: { ...terms['call.returnAny']!, policy: 'S0A' } }, S2, { 'call.returnAny': 5 }),
    ).not.toHaveProperty('call.returnAny')
  })
})

describe('two sides laid against each other', () => {
  const what = { zh: '某事', en: 'Something' }
  const called = fc.record<Called>({
    key: fc.constantFrom('a', 'b', 'c', 'd'),
    personId: fc.constantFrom('one', 'two', null),
    caseId: fc.constant('case'),
    clause: fc.constant('S0-A-7.1'),
    kind: fc.constant('fine'),
    at: fc.constant(AT),
    evidenceIds: fc.constant([]),
    amountFen: fc.integer({ min: -9_000, max: 0 }),
    what: fc.constant(what),
  })
  const side = fc.uniqueArray(called, { selector: (one) => one.key })

  it('differ in nothing where they are the same', () => {
    fc.assert(
      fc.property(side, (one) => {
        expect(compareCalled(one, [...one].reverse()).differences).toEqual([])
      }),
    )
  })

  it('add up: what differs is the difference of the sums, in total and for each person', () => {
    fc.assert(
      fc.property(side, side, (a, b) => {
        // Keys name the person too, in life.
        const was = a.map((one) => ({ ...one, personId: 'one' }))
        const is = b.map((one) => ({ ...one, personId: 'one' }))
        const { differences, beforeFen, afterFen, people } = compareCalled(was, is)
        const sum = differences.reduce((total, one) => total + one.afterFen - one.beforeFen, 0)
        expect(sum).toBe(afterFen - beforeFen)
        expect(people.reduce((total, one) => total + one.afterFen - one.beforeFen, 0)).toBe(sum)
        for (const { explanation } of differences) {
          expect(explanation.zh).toContain('某事')
          expect(explanation.en).not.toMatch(/undefined|NaN/)
        }
      }),
    )
  })
})
