import { describe, expect, it } from 'vitest'
import { RECORD_KINDS } from '../../rules/record/record.ts'
import { partsOf, recordOf, toldBy } from './parts.ts'

describe('a record of a person', () => {
  it.each([
    ['examTaken', { exam: 'training', passed: 'no' }, { exam: 'training', passed: false }],
    ['documentsChecked', { month: '2026-03', complete: 'yes' }, { month: '2026-03', complete: true }],
    ['payGradeSet', { grade: '2', month: 'left over' }, { grade: 2 }],
    ['trained', { minutes: '90' }, { minutes: 90 }],
    ['openingExamFailed', { month: '2026-03' }, {}],
  ] as const)('%s holds what its fields say and nothing else', (kind, values, expected) => {
    expect(recordOf(kind, { ...values })).toEqual({ kind, ...expected })
  })

  it('reads in words what was recorded', () => {
    expect(toldBy('examTaken', { exam: 'skill', passed: true }).map(({ en }) => en)).toEqual(['Skill exam', 'Passed'])
    expect(toldBy('openingCleanMonth', { month: '2026-03' }).map(({ zh }) => zh)).toEqual(['2026-03'])
    expect(toldBy('jointTraining', { regionId: 'r' }, () => '云南').map(({ zh }) => zh)).toEqual(['云南'])
    expect(toldBy('recordTakenBack', { reason: 'x' })).toEqual([])
  })

  it('knows the parts of every kind', () => expect(Object.keys(partsOf).sort()).toEqual([...RECORD_KINDS].sort()))
})
