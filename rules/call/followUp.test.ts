import { describe, expect, it } from 'vitest'
import { at, viewOf, type Told } from '../case.fixture.ts'
import { HOUR, MINUTE } from '../instant.ts'
import { statedTerms } from '../policy/stated.ts'
import { owedByCall } from './owed.ts'

const T0 = at('2026-03-02T09:00:00')
const view = (...told: Told[]) => viewOf('call', told)
const recorded: Told = { kind: 'recorded', at: T0, byId: 'taker', data: { category: 'complaint' } }
const S2 = { policy: 'S2', policyVersion: 1 }
const prompt = { kind: 'prompt', targetAt: T0 + 15 * MINUTE }

describe('after the record of a call', () => {
  it('two are told at once, a work order is made at once, and the matter is followed to its end without a clock [S2-3.1.5a] [S2-3.1.5b] [S2-3.1.5c]', () => {
    const taker = { personId: 'taker' }
    expect(owedByCall('inform', view(recorded))).toEqual(
      ['centreDeputyGm', 'technicalSupportEngineer'].map((role) => ({
        ...S2,
        clause: 'S2-3.1.5a',
        bearer: taker,
        recipient: { role },
        anchorAt: T0,
        due: prompt,
      })),
    )
    expect(owedByCall('workOrder', view(recorded))).toEqual([
      { ...S2, clause: 'S2-3.1.5c', bearer: taker, anchorAt: T0, due: prompt },
    ])
    expect(owedByCall('track', view(recorded))).toEqual([
      { ...S2, clause: 'S2-3.1.5b', bearer: { role: 'technicalSupportEngineer' }, anchorAt: T0, due: { kind: 'none' } },
    ])
    expect(owedByCall('assign', view(recorded))).toEqual([
      { ...S2, clause: 'S2-3.1.4(2)a', bearer: taker, anchorAt: T0, due: prompt },
    ])
  })

  it('who was assigned contacts the customer, be it somebody outside [S2-3.1.4]', () => {
    const owed = (data: object) => owedByCall('contact', view(recorded, { kind: 'assigned', at: T0 + MINUTE, data }))
    const by = { kind: 'by', at: T0 + 15 * MINUTE, edge: 'within' }
    const cited = { ...S2, clause: 'S2-3.1.4', anchorAt: T0, answerableFromAt: T0 + MINUTE, due: by }
    expect(owed({ assigneeId: 'helper' })).toEqual([{ ...cited, bearer: { personId: 'helper' } }])
    expect(owed({ externalName: 'x' })).toEqual([{ ...cited, bearer: { role: 'external' } }])
  })

  it.each(['record', 'assign', 'establish', 'contact', 'inform', 'workOrder', 'track', 'return'])(
    'nothing to %s before anything happened',
    (promise) => expect(owedByCall(promise, view())).toEqual([]),
  )

  it('nobody has to contact before somebody was assigned', () => {
    expect(owedByCall('contact', view(recorded))).toEqual([])
    const terms = statedTerms({ 'call.quarterFrom': 'assignment' })
    expect(owedByCall('contact', viewOf('call', [recorded], { terms }))).toEqual([])
  })
})

describe('the record of a conversation', () => {
  const talked: Told = { kind: 'talked', at: T0, byId: 'taker', data: { callerKind: 'unknown' } }
  it('is owed by who spoke, in a call back as well, and stores a number nobody knew at once [S2-3.1.3] [S2-1.5.7]', () => {
    const record = { ...S2, clause: 'S2-3.1.3', bearer: { personId: 'taker' }, anchorAt: T0, due: { kind: 'none' } }
    expect(owedByCall('record', view(talked))).toEqual([record, { ...record, clause: 'S2-1.5.7', due: prompt }])
  })
})

it('a missed call is due within the half hour and the hour, to the second it names [S2-1.5.6] [S2-3.1.1c]', () => {
  const data = { callerKind: 'customer', onHotline: true, bearerIds: ['taker'], outageEndedAt: T0 + HOUR }
  const owed = owedByCall('return', view({ kind: 'missed', at: T0, data }))
  const shared = { ...S2, bearer: { personId: 'taker' }, anchorAt: T0, answerableFromAt: T0 + HOUR }
  expect(owed).toEqual([
    { ...shared, clause: 'S2-1.5.6', due: { kind: 'by', at: T0 + 30 * MINUTE, edge: 'within' } },
    { ...shared, clause: 'S2-3.1.1c', due: { kind: 'by', at: T0 + HOUR, edge: 'within' } },
  ])
})

it('a call knows no other promise', () =>
  expect(() => owedByCall('dance', view())).toThrow('a call knows no promise dance'))
