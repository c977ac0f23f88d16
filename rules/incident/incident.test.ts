import { describe, expect, it } from 'vitest'
import type { CaseView, Fact } from '../case.ts'
import { HOUR, MINUTE, SECOND } from '../instant.ts'
import { combine } from '../policy/combine.ts'
import { lateFrom } from '../time/due.ts'
import { parseInstant } from '../time/local.ts'
import { firstKnown, flagsKnownAt } from './incident.ts'
import { ownMailDown, standingAcceptances } from './mail.ts'
import { owedByIncident } from './owed.ts'
import { wholeOf } from './whole.ts'

const KNOWN_AT = parseInstant('2026-02-16T23:40:00+08:00')
const terms = combine(
  ['house', 'S2'].map((policy) => ({ policy, variant: '', version: 1, scope: 'company' as const, values: {} })),
)

let serial = 0
function fact(kind: string, occurredAt: number, data: Record<string, unknown> = {}, byId: string | null = 'li'): Fact {
  const id = `fact-${(serial += 1)}`
  return {
    id,
    kind,
    occurredAt,
    knownAt: null,
    recordedAt: occurredAt,
    receivedAt: occurredAt,
    byId,
    data,
    correctsId: null,
  }
}

function known(data: Record<string, unknown> = {}): Fact {
  return fact('known', KNOWN_AT, {
    flags: ['qualityIncident'],
    ownRoles: [],
    vacantRoles: [],
    engineer: false,
    ...data,
  })
}

const viewOf = (...facts: Fact[]) => ({ terms, facts }) as unknown as CaseView
const recipients = (view: CaseView, promise: string) =>
  owedByIncident(promise, view).map((owed) => owed.recipient?.role)

describe('what an incident owes', () => {
  it('four roles by phone at once: a house target, never late [S2-3.3.5a]', () => {
    const owed = owedByIncident('phone', viewOf(known()))
    expect(owed.map((one) => one.recipient?.role)).toEqual([
      'regionalManager',
      'officeDirector',
      'technicalSupportManager',
      'centreDeputyGm',
    ])
    for (const one of owed) {
      expect(one.clause).toBe('S2-3.3.5a')
      expect(one.bearer).toEqual({ personId: 'li' })
      expect(one.due).toEqual({ kind: 'prompt', targetAt: KNOWN_AT + 15 * MINUTE })
    }
  })

  it('five roles in writing within the hour from knowing, whole last second included [S2-3.3.5b]', () => {
    const owed = owedByIncident('report', viewOf({ ...known(), recordedAt: KNOWN_AT + 25 * MINUTE }))
    expect(owed.map((one) => one.recipient?.role)).toEqual([
      'regionalManager',
      'technicalSupportEngineer',
      'technicalSupportManager',
      'technicalServiceManager',
      'centreDeputyGm',
    ])
    for (const { due, clause } of owed) {
      expect(clause).toBe('S2-3.3.5b')
      expect(due).toEqual({ kind: 'by', at: KNOWN_AT + HOUR, edge: 'within' })
    }
    expect(lateFrom(KNOWN_AT + HOUR, 'within')).toBe(parseInstant('2026-02-17T00:40:01+08:00'))
  })

  it('the deputy GM at once for a mass State Grid fault, from when that was known [S2-3.2.2.8]', () => {
    expect(owedByIncident('massFault', viewOf(known()))).toEqual([])
    const learnt = fact('learned', KNOWN_AT + HOUR, { flags: ['massStateGrid'], ownRoles: [], vacantRoles: [] }, 'wang')
    const [owed] = owedByIncident('massFault', viewOf(known(), learnt))
    expect(owed).toMatchObject({
      clause: 'S2-3.2.2.8',
      bearer: { personId: 'wang' },
      recipient: { role: 'centreDeputyGm' },
      anchorAt: KNOWN_AT + HOUR,
    })
  })

  it('nothing to oneself, and a vacant post is nobody’s fault [S2-3.3.5a] [S2-3.3.5b]', () => {
    const view = viewOf(known({ ownRoles: ['regionalManager'], vacantRoles: ['officeDirector'] }))
    expect(recipients(view, 'phone')).not.toContain('regionalManager')
    expect(recipients(view, 'report')).not.toContain('regionalManager')
    const [vacant] = owedByIncident('phone', view)
    expect(vacant).toMatchObject({ recipient: { role: 'officeDirector' }, bearer: { unit: true } })
  })

  it('tracking by the manager, and by the engineer who found it, without a clock [S2-T2-3.3-6] [S2-T2-3.11-6]', () => {
    const clauses = (engineer: boolean) => owedByIncident('track', viewOf(known({ engineer }))).map((one) => one.clause)
    expect(clauses(false)).toEqual(['S2-T2-3.3-6'])
    expect(clauses(true)).toEqual(['S2-T2-3.3-6', 'S2-T2-3.11-6'])
    expect(owedByIncident('track', viewOf(known()))[0]?.due).toEqual({ kind: 'none' })
  })
})

describe('what was known when', () => {
  const learnt = fact('learned', KNOWN_AT + 10 * MINUTE, { flags: ['massStateGrid'], ownRoles: [], vacantRoles: [] })
  const downgraded = fact('downgraded', KNOWN_AT + 20 * MINUTE, {
    flags: ['massStateGrid'],
    ownRoles: [],
    vacantRoles: [],
  })
  const view = viewOf(known(), learnt, downgraded)

  it('tells the flags of any moment', () => {
    expect(flagsKnownAt(view, KNOWN_AT - 1)).toEqual([])
    expect(flagsKnownAt(view, KNOWN_AT)).toEqual(['qualityIncident'])
    expect(flagsKnownAt(view, learnt.occurredAt)).toEqual(['qualityIncident', 'massStateGrid'])
    expect(flagsKnownAt(view, downgraded.occurredAt)).toEqual(['qualityIncident'])
  })

  it('a downgrade leaves the duty standing that was owed on what was known [S2-3.2.2.8]', () => {
    expect(firstKnown(view, 'massStateGrid')).toBe(learnt)
    expect(owedByIncident('massFault', view)).toHaveLength(1)
  })
})

describe('our own mail', () => {
  const lateFromAt = lateFrom(KNOWN_AT + HOUR, 'within')
  const roles = { roles: ['centreDeputyGm'] }
  const role = 'centreDeputyGm'

  it.each([
    ['one second before it was late', lateFromAt - SECOND, true],
    ['in the last millisecond', lateFromAt - 1, true],
    ['when it was late', lateFromAt, false],
  ])('excuses by an attempt that failed %s [S2-3.3.5b]', (_, at, excused) => {
    expect(ownMailDown(viewOf(known(), fact('mailDown', at, roles)), role, lateFromAt) !== undefined).toBe(excused)
  })

  it('does not excuse what a server refused since, nor another role, nor a report nobody submitted [S2-3.3.5b]', () => {
    const down = fact('mailDown', lateFromAt - HOUR / 2, roles)
    const refused = fact('reportRefused', lateFromAt - MINUTE, roles)
    expect(ownMailDown(viewOf(known(), down, refused), role, lateFromAt)).toBeUndefined()
    expect(ownMailDown(viewOf(known(), down), 'regionalManager', lateFromAt)).toBeUndefined()
    expect(ownMailDown(viewOf(known()), role, lateFromAt)).toBeUndefined()
  })

  it('an acceptance stands until it bounces', () => {
    const first = fact('reportAccepted', KNOWN_AT + MINUTE, roles)
    const second = fact('reportAccepted', KNOWN_AT + 2 * MINUTE, roles)
    const bounce = fact('reportBounced', KNOWN_AT + 3 * MINUTE, { ...roles, acceptedId: first.id })
    expect(standingAcceptances(viewOf(first, second), role)).toEqual([first, second])
    expect(standingAcceptances(viewOf(first, second, bounce), role)).toEqual([second])
  })
})

describe('the whole of a duty to several', () => {
  const part = (verdict: 'onTime' | 'late' | 'pending' | 'excused' | 'void', settledAt: number | null) =>
    ({ work: settledAt === null ? 'open' : 'done', verdict, dueAt: 1_000_000, settledAt }) as const

  it('is late by the part that came last [S2-3.3.5b]', () => {
    const whole = wholeOf([part('onTime', 900_000), part('late', 1_090_000), part('late', 1_010_000)])
    expect(whole).toEqual({ done: 3, of: 3, verdict: 'late', lateByMs: 90_000 })
  })

  it('waits while a late part is open, and leaves out what was never owed', () => {
    expect(wholeOf([part('late', null), part('onTime', 5), part('void', 5)])).toEqual({
      done: 1,
      of: 2,
      verdict: 'late',
      lateByMs: null,
    })
    expect(wholeOf([part('onTime', 5), part('pending', null)]).verdict).toBe('pending')
    expect(wholeOf([part('onTime', 5), part('excused', 6)]).verdict).toBe('excused')
    expect(wholeOf([part('onTime', 5)])).toEqual({ done: 1, of: 1, verdict: 'onTime', lateByMs: null })
  })
})
