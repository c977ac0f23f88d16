import { describe, expect, it } from 'vitest'
import { at, viewOf } from '../case.fixture.ts'
import { MINUTE, SECOND } from '../instant.ts'
import type { Owed } from '../obligation/obligation.ts'
import { S2 } from '../policy/S2.ts'
import { statedTerms } from '../policy/stated.ts'
import { judgeAgain, type Kept, type OwedBy } from './judge.ts'
import { redraft, runsUnder } from './terms.ts'

const T0 = at('2026-04-07T09:00:00')
const DUE = T0 + 30 * MINUTE
const row = (more: Partial<Kept> = {}): Kept => ({
  promise: 'p',
  clause: 'S0-A-7.1',
  bearerId: 'one',
  bearerRole: null,
  recipientId: null,
  recipientRole: null,
  openedAt: T0,
  answerableFromAt: T0,
  work: 'done',
  verdict: 'pending',
  settledAt: DUE + SECOND,
  ...more,
})
const stake = { clause: 'S0-A-7.1', amountFen: -5_000, policy: 'S0A', policyVersion: 1 }
const owed = (more: Partial<Owed> = {}): Owed => ({
  clause: 'S0-A-7.1',
  policy: 'S0A',
  policyVersion: 1,
  bearer: { personId: 'one' },
  anchorAt: T0,
  due: { kind: 'by', at: DUE, edge: 'within' },
  stake,
  ...more,
})
const by =
  (...all: Owed[]): OwedBy =>
  () =>
    all
const judged = (kept: Kept, one: Owed, asOf = DUE + MINUTE) => judgeAgain(by(one), kept, viewOf('case', []), asOf)

describe('a promise judged anew', () => {
  it('costs its bearer what the clause says, from the first late second', () => {
    expect(judged(row(), owed())).toEqual({ dueAt: DUE, verdict: 'late', amountFen: -5_000 })
    expect(judged(row({ settledAt: DUE }), owed())).toEqual({ dueAt: DUE, verdict: 'onTime', amountFen: 0 })
    const before = owed({ due: { kind: 'by', at: DUE, edge: 'before' } })
    expect(judged(row({ settledAt: DUE }), before)!.verdict).toBe('late')
    expect(judged(row({ settledAt: DUE - SECOND }), before)!.verdict).toBe('onTime')
  })

  it('that is still open is late once the moment it is looked at has passed its end', () => {
    const open = row({ work: 'open', settledAt: null })
    expect(judged(open, owed(), DUE)).toEqual({ dueAt: DUE, verdict: 'pending', amountFen: 0 })
    expect(judged(open, owed(), DUE + SECOND)!.verdict).toBe('late')
  })

  it('costs nothing without a stake, without a person, or to who could not know in time', () => {
    const free = { dueAt: DUE, verdict: 'late', amountFen: 0 }
    expect(judged(row(), owed({ stake: undefined }))).toEqual(free)
    expect(judged(row({ answerableFromAt: DUE + SECOND }), owed())).toEqual(free)
    expect(judged(row({ answerableFromAt: DUE + SECOND - 1 }), owed())!.amountFen).toBe(-5_000)
    expect(judged(row({ bearerId: null, bearerRole: 'engineer' }), owed({ bearer: { role: 'engineer' } }))).toEqual(
      free,
    )
    expect(judged(row({ bearerId: null, bearerRole: 'unit' }), owed({ bearer: { unit: true } }))).toEqual(free)
  })

  it.each([
    { kind: 'none' },
    { kind: 'unset' },
    { kind: 'prompt', targetAt: T0 },
    { kind: 'notBefore', at: T0 },
  ] as const)('is never late without an end: $kind', (due) => {
    expect(judged(row(), owed({ due }))).toEqual({ dueAt: null, verdict: 'onTime', amountFen: 0 })
    expect(judged(row({ work: 'open', settledAt: null }), owed({ due }))!.verdict).toBe('pending')
  })

  it('that was released is void, unless that came late; an accepted cause stands', () => {
    expect(judged(row({ work: 'released', settledAt: DUE }), owed())!.verdict).toBe('void')
    expect(judged(row({ work: 'released' }), owed())!.verdict).toBe('late')
    expect(judged(row({ verdict: 'excused' }), owed())).toEqual({ dueAt: DUE, verdict: 'excused', amountFen: 0 })
  })

  it('is found by clause, bearer and recipient among those of one step', () => {
    const to = (role: string, minutes: number) =>
      owed({ recipient: { role }, due: { kind: 'by', at: T0 + minutes * MINUTE, edge: 'within' } })
    const several = by(
      owed({ clause: 'S2-1.5.6' }),
      owed({ bearer: { personId: 'two' } }),
      to('gm', 1),
      to('deputy', 2),
      owed({ recipient: { personId: 'who' }, due: { kind: 'by', at: T0 + 3 * MINUTE, edge: 'within' } }),
    )
    const dueOf = (kept: Kept) => judgeAgain(several, kept, viewOf('case', []), T0)?.dueAt
    expect(dueOf(row({ recipientRole: 'deputy' }))).toBe(T0 + 2 * MINUTE)
    expect(dueOf(row({ recipientId: 'who' }))).toBe(T0 + 3 * MINUTE)
    expect(dueOf(row({ recipientRole: 'nobody' }))).toBeUndefined()
    expect(dueOf(row())).toBeUndefined()
  })

  it('that later facts no longer call for is judged by what was known when it was opened', () => {
    const facts = [
      { kind: 'early', at: T0 },
      { kind: 'late', at: T0 + 1 },
    ]
    const asKnown: OwedBy = (_, view) => (view.facts.length === 1 ? [owed()] : [])
    const seen = (openedAt: number) => judgeAgain(asKnown, row({ openedAt }), viewOf('case', facts), T0)
    expect(seen(T0)).toBeDefined()
    expect(seen(T0 + 1)).toBeUndefined()
    expect(seen(T0 - 1)).toBeUndefined()
  })
})

describe('redrafted terms', () => {
  const terms = statedTerms({}, ['S2', 'house'])
  it('hold a value of the draft that its rulebook states now and didn’t then', () => {
    const { 'call.returnAny': gone, ...without } = terms
    expect(redraft(without, S2, { 'call.returnAny': 5 })['call.returnAny']).toEqual({ ...gone, value: 5 })
  })

  it('are as they were where the case didn’t run under that rulebook itself', () => {
    const { 'call.returnAny': one } = terms
    const foreign = { a: { ...one!, variant: 'customer' }, b: { ...one!, policy: 'S0A' } }
    expect(redraft(foreign, S2, { 'call.contact': 5 })).toEqual(foreign)
    expect(runsUnder(foreign, 'S2')).toBe(false)
    expect(runsUnder(terms, 'S2')).toBe(true)
    expect(runsUnder(terms, 'S0A')).toBe(false)
  })
})
