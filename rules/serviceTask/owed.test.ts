import { describe, expect, it } from 'vitest'
import type { CaseView, Fact } from '../case.ts'
import { HOUR, MINUTE, SECOND, type Instant } from '../instant.ts'
import { combine } from '../policy/combine.ts'
import { createCalendar } from '../time/calendar.ts'
import { lateFrom } from '../time/due.ts'
import { parseInstant } from '../time/local.ts'
import { completion } from './completion.ts'
import { serviceTaskPromises } from './labels.ts'
import { owedByServiceTask } from './owed.ts'

const terms = combine(
  ['house', 'S0A'].map((policy) => ({ policy, variant: '', version: 1, scope: 'company' as const, values: {} })),
)
const START = parseInstant('2026-04-07T09:00:00+08:00')
const ESTIMATE = parseInstant('2026-04-07T18:00:00+08:00')

let serial = 0
function fact(kind: string, at: Instant, more: Partial<Fact> = {}): Fact {
  const id = `f${String((serial += 1)).padStart(4, '0')}`
  const times = { occurredAt: at, knownAt: null, recordedAt: at, receivedAt: at }
  return { id, kind, ...times, byId: null, data: {}, correctsId: null, ...more }
}
function view(...facts: Fact[]): CaseView {
  const calendar = createCalendar({ years: [] })
  return { id: 'serviceTask-1', kind: 'serviceTask', startedAt: START, terms, calendar, facts }
}
const requested = (data = {}) => fact('requested', START, { byId: 'sales', data })
const assigned = () => fact('assigned', START, { data: { engineerId: 'engineer' } })
const approved = (at = START) => fact('planApproved', at, { data: { estimateAt: ESTIMATE } })
const clauses = (task: CaseView) =>
  Object.fromEntries(Object.keys(serviceTaskPromises).map((one) => [one, owedByServiceTask(one, task)[0]?.clause]))

describe('what a service task owes', () => {
  it('is a step for each clause, by whom the clause names [S0-A-3.1b] [S0-A-6.1] [S0-A-6.3a] [S0-A-6.3b]', () => {
    const task = view(requested(), assigned(), fact('solved', START, { data: { mode: 'onSite' } }))
    const bearer = (promise: string) => owedByServiceTask(promise, task)[0]?.bearer
    expect(bearer('sign')).toEqual({ role: 'companyGm' })
    expect(bearer('approvePlan')).toEqual({ role: 'serviceSupervisor' })
    expect(bearer('confirm')).toEqual({ role: 'serviceSupervisor' })
    expect(bearer('register')).toEqual({ role: 'salesBackOffice' })
    expect(bearer('rate')).toEqual({ personId: 'engineer' })
    expect(clauses(task)).toMatchObject({ sign: 'S0-A-3.1b', approvePlan: 'S0-A-6.1', register: 'S0-A-6.3b' })
  })

  it('leaves the trip out of a task done remotely [S0-A-3.5] [S0-A-3.14]', () => {
    const trip = ['appoint', 'depart', 'arrive', 'callOnArrival', 'planReturn', 'agreeReturn', 'return']
    const owed = (mode: string) => {
      const task = view(requested(), assigned(), fact('solved', START, { data: { mode } }))
      return trip.filter((promise) => owedByServiceTask(promise, task).length > 0)
    }
    expect(owed('onSite')).toEqual(trip)
    expect(owed('remote')).toEqual([])
  })

  it('asks of a task added on site its own form and signature, and the company afterwards [S0-A-3.15]', () => {
    const task = view(requested({ extra: true }), assigned())
    const owed = Object.entries(clauses(task)).flatMap(([promise, clause]) => (clause ? [promise] : []))
    expect(owed).toEqual(['solve', 'complete', 'record', 'rate', 'approveExtra', 'register'])
    expect(owedByServiceTask('complete', task)[0]!.due).toEqual({ kind: 'none' })
  })

  it('asks the issuer only while a difference stands [S0-A-3.3b]', () => {
    const differs = fact('siteDiffers', START)
    expect(owedByServiceTask('clarify', view(requested(), assigned()))).toEqual([])
    const [owed] = owedByServiceTask('clarify', view(requested(), assigned(), differs))
    expect(owed).toMatchObject({ clause: 'S0-A-3.3b', bearer: { personId: 'sales' } })
    expect(owedByServiceTask('clarify', view(requested(), differs, fact('clarified', START)))).toEqual([])
  })

  it('freezes the estimate at approval, and an approved revision moves it [S0-A-7.1]', () => {
    const task = view(requested(), assigned(), approved(START + HOUR))
    const [owed] = owedByServiceTask('complete', task)
    expect(owed).toMatchObject({
      bearer: { personId: 'engineer' },
      anchorAt: START + HOUR,
      due: { kind: 'by', at: ESTIMATE, edge: 'within' },
      stake: { clause: 'S0-A-7.1', amountFen: -5_000, policyVersion: 1 },
    })
    const revised = fact('estimateRevised', START + 2 * HOUR, { data: { estimateAt: ESTIMATE + HOUR } })
    const [moved] = owedByServiceTask('complete', view(...task.facts, revised))
    expect(moved!.due).toMatchObject({ at: ESTIMATE + HOUR })
    expect(moved!.anchorAt).toBe(START + HOUR)
  })

  it('is owed without a fine where the amount is blank', () => {
    const task = view(requested(), assigned(), approved())
    const blank = { ...terms, 'serviceTask.overrun': { ...terms['serviceTask.overrun']!, value: null } }
    const [owed] = owedByServiceTask('complete', { ...task, terms: blank })
    expect(owed).toMatchObject({ due: { at: ESTIMATE } })
    expect(owed!.stake).toBeUndefined()
  })

  it.each([
    ['before', -SECOND, false],
    ['at', 0, false],
    ['after', SECOND, true],
  ])('is late one second %s the estimate: includes its last second [S0-A-7.1]', (_, ms, late) => {
    const due = owedByServiceTask('complete', view(requested(), assigned(), approved()))[0]!.due
    if (due.kind !== 'by') throw new Error('an estimate is an instant')
    expect(ESTIMATE + ms >= lateFrom(due.at, due.edge)).toBe(late)
  })

  it('cannot hold the estimate against somebody who took the task over later [S0-A-7.1]', () => {
    const handed = fact('assigned', ESTIMATE + HOUR, { data: { engineerId: 'second' } })
    const [owed] = owedByServiceTask('complete', view(requested(), assigned(), approved(), handed))
    expect(owed).toMatchObject({ bearer: { personId: 'second' }, answerableFromAt: ESTIMATE + HOUR })
  })

  it.each([
    ['in working hours', '2026-04-07T10:00:00+08:00', '2026-04-07T10:15:00+08:00'],
    ['at night', '2026-04-07T23:00:00+08:00', '2026-04-08T08:45:00+08:00'],
  ])('wants the call on arrival at once, respecting working hours: %s [S0-A-3.8]', (_, arrived, target) => {
    const task = view(requested(), assigned(), fact('arrived', parseInstant(arrived)))
    const due = owedByServiceTask('callOnArrival', task)[0]!.due
    expect(due).toEqual({ kind: 'prompt', targetAt: parseInstant(target) })
  })

  it('knows no other promise', () => expect(() => owedByServiceTask('dance', view())).toThrow('dance'))
})

describe('when a task counts as complete', () => {
  const done = (at: Instant, receivedAt: Instant) => fact('completed', at, { receivedAt })
  const signed = (at: Instant) => fact('rated', at)

  it.each([
    ['29:59 old', 30 * MINUTE - SECOND, 0],
    ['30:00 old', 30 * MINUTE, 0],
    ['30:01 old', 30 * MINUTE + SECOND, 30 * MINUTE + SECOND],
  ])('takes the word of the engineer up to half an hour old: %s [S0-A-7.1]', (_, age, counted) => {
    expect(completion(view(done(START, START + age)))!.at).toBe(START + counted)
  })

  it('takes an older one once the signature bears it out, never before the signature [S0-A-7.1] [S0-A-3.13]', () => {
    const old = done(START, START + 48 * HOUR)
    expect(completion(view(old, signed(START + MINUTE)))).toMatchObject({ at: START + MINUTE })
    expect(completion(view(old, signed(START - MINUTE)))).toMatchObject({ at: START })
    // A signature made after the claim was received cannot make it worse than its receipt.
    expect(completion(view(old, signed(START + 72 * HOUR)))).toMatchObject({ at: START + 48 * HOUR })
  })

  it('lets a forged signature bear out nothing [S0-A-7.3c]', () => {
    const [old, signature] = [done(START, START + 48 * HOUR), signed(START + MINUTE)]
    const forged = fact('signatureForged', START + 50 * HOUR, { data: { ratedId: signature.id } })
    expect(completion(view(old, signature, forged))!.at).toBe(START + 48 * HOUR)
  })

  it('takes a correction by who may correct, however late it comes', () => {
    const old = done(START, START + 48 * HOUR)
    const corrected = fact('completed', START - HOUR, { receivedAt: START + 72 * HOUR, correctsId: old.id })
    expect(completion(view(corrected, old))!.at).toBe(START - HOUR)
  })

  it('takes the confirmation of just that claim', () => {
    const old = done(START, START + 48 * HOUR)
    const confirmed = (completedId: string) => fact('completionConfirmed', START, { data: { completedId } })
    expect(completion(view(old, confirmed(old.id)))!.at).toBe(START)
    expect(completion(view(old, confirmed('another')))!.at).toBe(START + 48 * HOUR)
    const borneOut = (factId: string) => fact('claimConfirmed', START, { data: { factId } })
    expect(completion(view(old, borneOut(old.id)))!.at).toBe(START)
    expect(completion(view(old, borneOut('another')))!.at).toBe(START + 48 * HOUR)
    expect(completion(view())).toBeUndefined()
  })
})
