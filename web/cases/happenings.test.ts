import { describe, expect, it } from 'vitest'
import { stepsOf } from './steps.ts'
import { happenings } from './happenings.ts'
import { stepsNow } from './step.ts'
import type { Case } from './useCase.ts'

const fact = (id: string, kind: string, occurredAt: string, recordedAt = occurredAt) => ({
  id,
  kind,
  occurredAt,
  recordedAt,
  knownAt: null,
  byId: 'me',
  provisional: false,
  correctsId: null,
  data: {},
})
const owed = (promise: string, bearerId: string | null, work = 'open') =>
  ({ id: promise, promise, bearerId, work }) as Case['obligations'][number]

describe('the timeline of a case', () => {
  it('is in the order in which things happened, whenever they were entered', () => {
    const one = {
      facts: [
        fact('late entry', 'talked', '2026-05-09T10:00:00+08:00', '2026-05-11T09:00:00+08:00'),
        fact('first', 'missed', '2026-05-09T09:30:00+08:00'),
      ],
      steps: [{ obligationId: 'o', step: 'superior', firedAt: '2026-05-09T10:00:01+08:00' }],
      entries: [{ id: 'fine', kind: 'fine', recordedAt: '2026-05-09T10:00:02+08:00' }],
      obligations: [],
    } as unknown as Case
    expect(happenings(one).map(({ label }) => label.zh)).toEqual([
      '来电未接',
      '已与来电人通话',
      '超时，升级至上级',
      '罚款',
    ])
  })

  it('calls what it has no word for by its name', () => {
    const one = { facts: [fact('x', 'neverHeardOf', '2026-05-09T09:30:00Z')], steps: [], entries: [], obligations: [] }
    expect(happenings(one as unknown as Case)[0]!.label.en).toBe('neverHeardOf')
  })
})

describe('the steps that somebody is offered', () => {
  const titles = (rows: Case['obligations'], me: string) =>
    stepsNow(stepsOf('call'), rows, me).map((one) => one.title.en)

  it('are those of open promises; personal ones are for their bearer', () => {
    const rows = [owed('contact', 'ann'), owed('workOrder', 'bob'), owed('assign', 'bob', 'done')]
    expect(titles(rows, 'ann')).toContain('I contacted the customer')
    expect(titles(rows, 'bob')).not.toContain('I contacted the customer')
    expect(titles(rows, 'bob')).toContain('Enter the work order')
    expect(titles(rows, 'bob')).not.toContain('Assign it')
  })
})
