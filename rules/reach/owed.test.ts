import { expect, it } from 'vitest'
import { at, viewOf } from '../case.fixture.ts'
import { statedTerms } from '../policy/stated.ts'
import { owedByReach } from './owed.ts'

const missedAt = at('2026-03-02T23:30:00')
const notReached = {
  kind: 'notReached',
  at: missedAt,
  recordedAt: at('2026-03-02T23:31:00'),
  data: { personId: 'out' },
}
const view = (changed = {}) => viewOf('reach', [notReached], { terms: statedTerms(changed) })

it('posted staff speak with us within the hour of a call that did not reach them [S2-1.2.2c]', () => {
  expect(owedByReach('speak', view())).toEqual([
    {
      clause: 'S2-1.2.2c',
      policy: 'S2',
      policyVersion: 1,
      bearer: { personId: 'out' },
      anchorAt: missedAt,
      answerableFromAt: at('2026-03-02T23:31:00'),
      due: { kind: 'by', at: at('2026-03-03T00:30:00'), edge: 'within' },
    },
  ])
})

it('by setting, one call that nobody answers is enough [S2-1.2.2c]', () => {
  const [owed] = owedByReach('speak', view({ 'call.lostContactReading': 'oneUnansweredCall' }))
  expect(owed!.due).toEqual({ kind: 'by', at: missedAt, edge: 'within' })
})

it('nothing else is owed, and nothing before a call went unanswered', () => {
  expect(owedByReach('other', view())).toEqual([])
  expect(owedByReach('speak', viewOf('reach', []))).toEqual([])
})
