import { describe, expect, it } from 'vitest'
import { at, viewOf, type Told } from '../case.fixture.ts'
import { HOUR } from '../instant.ts'
import { statedTerms } from '../policy/stated.ts'
import { owedByEvaluation, type Opened } from './owed.ts'
import { keysOf } from './programmes.ts'

const STARTED = at('2026-04-01T00:00:00')
const opened = (given: Partial<Opened> = {}, recordedAt = STARTED): Told => {
  const data: Opened = {
    programme: 'S1',
    method: 'regular',
    fromOn: '2026-01-01',
    toOn: '2026-03-31',
    assessorRole: 'afterSalesManager',
    ...given,
  }
  return { kind: 'opened', at: STARTED, recordedAt, data }
}
const assessed = (grade: string): Told => ({
  kind: 'assessed',
  at: at('2026-04-08T10:00:00'),
  data: { grade, total: 0 },
})
const owed = (promise: string, told: Told[], changed: Record<string, unknown> = {}) =>
  owedByEvaluation(promise, viewOf('evaluation', told, { startedAt: STARTED, terms: statedTerms(changed) }))
const cited = { clause: 'S1-5.3.3', policy: 'S1', policyVersion: 1 }
const bearer = { role: 'afterSalesManager' }

describe('an evaluation', () => {
  const assess = {
    ...cited,
    bearer,
    anchorAt: STARTED,
    answerableFromAt: STARTED,
    due: { kind: 'by', at: at('2026-06-30T23:59:59'), edge: 'within' },
  }

  it('is held by the end of the next quarter [S1-5.3.3]', () => {
    expect(owed('assess', [opened()])).toEqual([assess])
  })

  it('is held against nobody for the time before they could know of it, nor before it began', () => {
    expect(owed('assess', [opened({}, STARTED + HOUR)])).toEqual([{ ...assess, answerableFromAt: STARTED + HOUR }])
    expect(owed('assess', [opened({}, STARTED - HOUR)])).toEqual([assess])
  })

  it('comes round never, and so has no due time, where its interval is nought or blank [S1-5.3.3]', () => {
    for (const months of [0, null])
      expect(owed('assess', [opened()], { [keysOf('S1').months]: months })[0]!.due).toEqual({ kind: 'unset' })
  })

  it('of the best or the worst grade asks its assessor what follows, promptly [S1-5.3.7] [S1-5.3.8]', () => {
    const followUp = {
      ...cited,
      bearer,
      anchorAt: at('2026-04-08T10:00:00'),
      due: { kind: 'prompt', targetAt: at('2026-04-13T23:59:59') },
    }
    expect(owed('followUp', [opened(), assessed('unqualified')])).toEqual([followUp])
    expect(owed('followUp', [opened(), assessed('excellent')])).toEqual([followUp])
    expect(owed('followUp', [opened(), assessed('a grade of old')])).toEqual([])
  })

  it('owes nothing before it is opened, and no third promise', () => {
    expect(owed('assess', [assessed('good')])).toEqual([])
    expect(() => owed('appeal', [opened()])).toThrow('an evaluation knows no promise appeal')
  })
})
