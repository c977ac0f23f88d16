import { describe, expect, it } from 'vitest'
import { at, viewOf, type Told } from '../case.fixture.ts'
import { owedByServiceTask } from './owed.ts'

const START = at('2026-04-07T09:00:00')
const requested: Told = { kind: 'requested', at: START, byId: 'sales' }
const assigned: Told = { kind: 'assigned', at: START, data: { engineerId: 'engineer' } }
const owed = (promise: string, ...told: Told[]) =>
  owedByServiceTask(promise, viewOf('serviceTask', told, { startedAt: START }))

describe('a step of a service task', () => {
  it('without a clause of its own is a house rule; its time runs from what happened last', () => {
    const at1 = at('2026-04-07T09:30:00')
    expect(owed('accept', requested, { ...assigned, at: at1 })).toEqual([
      {
        clause: 'house:serviceTask.accept',
        policy: 'S0A',
        policyVersion: 1,
        bearer: { personId: 'engineer' },
        anchorAt: at1,
        due: { kind: 'none' },
      },
    ])
    expect(owed('sign')[0]).toMatchObject({ clause: 'S0-A-3.1b', anchorAt: START, due: { kind: 'none' } })
  })

  it.each([
    ['2026-04-07T13:59:00', '2026-04-07T14:14:00', 'in the middle of the day'],
    ['2026-04-07T17:50:00', '2026-04-08T08:35:00', 'ten minutes before work ends'],
    ['2026-04-07T23:00:00', '2026-04-08T08:45:00', 'at night'],
  ])('the call on arrival at %s is due at %s, %s [S0-A-3.8]', (arrivedAt, targetAt) => {
    expect(owed('callOnArrival', requested, assigned, { kind: 'arrived', at: at(arrivedAt) })).toEqual([
      {
        clause: 'S0-A-3.8',
        policy: 'S0A',
        policyVersion: 1,
        bearer: { personId: 'engineer' },
        anchorAt: at(arrivedAt),
        due: { kind: 'prompt', targetAt: at(targetAt) },
      },
    ])
    const later: Told = { kind: 'recorded', at: at('2026-04-09T10:00:00') }
    const [first] = owed('callOnArrival', requested, assigned, { kind: 'arrived', at: at(arrivedAt) }, later)
    expect(first!.anchorAt).toBe(at(arrivedAt))
  })

  it('is the role’s until somebody is assigned, and the unit’s where nobody issued the task', () => {
    expect(owed('record', requested)[0]!.bearer).toEqual({ role: 'engineer' })
    const differs: Told = { kind: 'siteDiffers', at: START }
    expect(owed('clarify', requested, differs)[0]!.bearer).toEqual({ personId: 'sales' })
    expect(owed('clarify', { kind: 'requested', at: START }, differs)[0]!.bearer).toEqual({ unit: true })
    expect(owed('clarify', differs)[0]!.bearer).toEqual({ unit: true })
  })

  it('nobody answers for an estimate from before the task was theirs [S0-A-7.1]', () => {
    const plan: Told = { kind: 'planApproved', at: START, data: { estimateAt: at('2026-04-07T18:00:00') } }
    const from = (...told: Told[]) => owed('complete', ...told)[0]!.answerableFromAt
    const later = at('2026-04-08T09:00:00')
    expect(from(requested, plan, { ...assigned, at: later })).toBe(later)
    expect(from(requested, plan)).toBe(START)
  })
})
