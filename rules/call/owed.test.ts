import { describe, expect, it } from 'vitest'
import type { CaseView, Fact } from '../case.ts'
import { HOUR, MINUTE } from '../instant.ts'
import { combine } from '../policy/combine.ts'
import { house } from '../policy/house.ts'
import { S2 } from '../policy/S2.ts'
import { createCalendar } from '../time/calendar.ts'
import { owedByCall } from './owed.ts'

const T0 = Date.UTC(2026, 1, 16, 15, 50, 40)
const calendar = createCalendar({ years: [] })
const bound = (changed: Record<string, unknown> = {}) =>
  combine(
    [house, S2].map(({ id }) => ({ policy: id, variant: '', version: 1, scope: 'company' as const, values: changed })),
  )

let serial = 0
const fact = (kind: string, data: Record<string, unknown>, occurredAt = T0, byId: string | null = 'taker'): Fact => ({
  id: `fact${(serial += 1)}`,
  kind,
  occurredAt,
  knownAt: null,
  recordedAt: occurredAt,
  receivedAt: occurredAt,
  byId,
  data,
  correctsId: null,
})
const view = (facts: Fact[], changed?: Record<string, unknown>): CaseView => ({
  id: 'call-1',
  kind: 'call',
  startedAt: T0,
  terms: bound(changed),
  calendar,
  facts,
})
const missed = (data: Record<string, unknown>) =>
  fact('missed', { onHotline: true, bearerIds: ['taker'], callerKind: 'customer', ...data })
const clauses = (promise: string, v: CaseView) => owedByCall(promise, v).map((owed) => owed.clause)

describe('what a missed call owes', () => {
  it.each([
    ['a customer', { callerKind: 'customer', onHotline: false }, ['S2-1.5.6', 'S2-3.1.1c']],
    ['somebody unknown on the hotline', { callerKind: 'unknown' }, ['S2-1.5.6', 'S2-3.1.1c']],
    ['somebody unknown on a direct line', { callerKind: 'unknown', onHotline: false }, ['S2-3.1.1c']],
    ['one of our own', { callerKind: 'staff' }, ['S2-3.1.1c']],
  ])('to %s [S2-1.5.6] [S2-3.1.1c]', (_, data, expected) =>
    expect(clauses('return', view([missed(data)]))).toEqual(expected),
  )

  it('by setting, unknown callers on the hotline are anybody [S2-1.5.6]', () => {
    expect(clauses('return', view([missed({ callerKind: 'unknown' })], { 'call.unknownOnHotline': false }))).toEqual([
      'S2-3.1.1c',
    ])
  })

  it('is borne by everybody on duty, or by the unit where nobody was', () => {
    const bearers = (ids: string[]) =>
      owedByCall('return', view([missed({ callerKind: 'staff', bearerIds: ids })])).map((owed) => owed.bearer)
    expect(bearers(['a', 'b'])).toEqual([{ personId: 'a' }, { personId: 'b' }])
    expect(bearers([])).toEqual([{ unit: true }])
  })

  it('counts from the event; nobody answers for the time before the news came', () => {
    const late = { ...missed({}), receivedAt: T0 + 3 * HOUR }
    for (const owed of owedByCall('return', view([late])))
      expect(owed).toMatchObject({ anchorAt: T0, answerableFromAt: T0 + 3 * HOUR })
  })

  it('is nothing once the call turns out to have been answered', () => {
    expect(clauses('return', view([missed({}), fact('answered', { callerKind: 'customer' })]))).toEqual([])
  })
})

describe('what a fault reported by the label of a thing owes', () => {
  const reported = (bearerIds: string[]) => fact('recorded', { category: 'serviceNeed', bearerIds }, T0, null)
  const bearers = (promise: string, ids: string[]) =>
    owedByCall(promise, view([reported(ids)])).map((one) => one.bearer)

  it('no call back and no record: the customer wrote it [S2-3.1.3]', () => {
    expect(clauses('return', view([reported(['a'])]))).toEqual([])
    expect(clauses('record', view([reported(['a'])]))).toEqual([])
  })

  it.each(['assign', 'establish', 'workOrder'])(
    '%s, of everybody on duty or the unit [S2-3.1.4(2)a] [S2-3.1.4(2)b]',
    (p) => {
      expect(bearers(p, ['a', 'b'])).toEqual([{ personId: 'a' }, { personId: 'b' }])
      expect(bearers(p, [])).toEqual([{ unit: true }])
    },
  )

  it('who takes it tells both roles [S2-3.1.5a]', () =>
    expect(owedByCall('inform', view([reported(['a'])])).map((one) => one.recipient)).toEqual([
      { role: 'centreDeputyGm' },
      { role: 'technicalSupportEngineer' },
    ]))
})

describe('what an answered call owes', () => {
  const answered = (callerKind: string) => fact('answered', { callerKind })
  const recorded = (category: string) => fact('recorded', { category }, T0 + 5 * MINUTE)

  it('its record, and an unknown number stored with it [S2-3.1.3] [S2-1.5.7]', () => {
    expect(clauses('record', view([answered('customer')]))).toEqual(['S2-3.1.3'])
    expect(clauses('record', view([answered('unknown')]))).toEqual(['S2-3.1.3', 'S2-1.5.7'])
  })

  it('assignment [S2-3.1.4(2)a]', () => {
    expect(owedByCall('assign', view([answered('customer'), recorded('serviceNeed')]))).toMatchObject([
      { clause: 'S2-3.1.4(2)a', due: { kind: 'prompt' }, bearer: { personId: 'taker' } },
    ])
  })

  it('contact and its check, a quarter hour from the end of the record [S2-3.1.4] [S2-3.1.4(2)b]', () => {
    const facts = [
      answered('customer'),
      recorded('serviceNeed'),
      fact('assigned', { assigneeId: 'engineer' }, T0 + 9 * MINUTE),
    ]
    const due = { kind: 'by', at: T0 + 20 * MINUTE, edge: 'within' }
    expect(owedByCall('contact', view(facts))).toMatchObject([
      { clause: 'S2-3.1.4', due, bearer: { personId: 'engineer' } },
    ])
    expect(owedByCall('establish', view(facts))).toMatchObject([
      { clause: 'S2-3.1.4(2)b', due, bearer: { personId: 'taker' } },
    ])
  })

  it('by setting, no clock for the taker before somebody is assigned [S2-3.1.4(2)b]', () => {
    const v = view([answered('customer'), recorded('serviceNeed')], { 'call.quarterFrom': 'assignment' })
    expect(owedByCall('establish', v)).toMatchObject([{ clause: 'S2-3.1.4(2)b', due: { kind: 'none' } }])
  })

  it('by setting, a quarter hour from the first assignment, which a second one does not move [S2-3.1.4(2)b]', () => {
    const facts = [
      answered('customer'),
      recorded('serviceNeed'),
      fact('assigned', { assigneeId: 'one' }, T0 + 9 * MINUTE),
      fact('assigned', { assigneeId: 'two' }, T0 + 12 * MINUTE),
    ]
    expect(owedByCall('contact', view(facts, { 'call.quarterFrom': 'assignment' }))).toMatchObject([
      { due: { at: T0 + 24 * MINUTE }, bearer: { personId: 'two' } },
    ])
  })

  it.each(['serviceNeed', 'complaint'])(
    'for a %s: two people told, a work order, tracking [S2-3.1.5a] [S2-3.1.5b] [S2-3.1.5c]',
    (category) => {
      const v = view([answered('customer'), recorded(category)])
      expect(owedByCall('inform', v).map((owed) => owed.recipient?.role)).toEqual([
        'centreDeputyGm',
        'technicalSupportEngineer',
      ])
      expect(clauses('inform', v)).toEqual(['S2-3.1.5a', 'S2-3.1.5a'])
      expect(clauses('track', v)).toEqual(['S2-3.1.5b'])
      expect(clauses('workOrder', v)).toEqual(['S2-3.1.5c'])
    },
  )

  it('none of that for a price enquiry [S2-3.1.5a]', () => {
    const v = view([answered('customer'), recorded('priceEnquiry')])
    for (const promise of ['inform', 'track', 'workOrder']) expect(owedByCall(promise, v)).toEqual([])
  })
})
