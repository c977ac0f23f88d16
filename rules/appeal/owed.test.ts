import { expect, it } from 'vitest'
import { at, viewOf } from '../case.fixture.ts'
import { owedByAppeal } from './owed.ts'

// Thursday before the May holiday; 1 to 5 May are free, so the third day is Friday 8 May.
const filedAt = at('2026-04-30T15:00:00')
const view = (deciderRole: string | null) =>
  viewOf('appeal', [{ kind: 'appealed', at: filedAt, data: { consequenceId: 'entry', deciderRole } }])

it('an appeal owes a prompt decision, of the role that is asked', () => {
  expect(owedByAppeal('decide', view('companyGm'))).toEqual([
    {
      clause: 'house:appeal.decideTarget',
      policy: 'house',
      policyVersion: 1,
      bearer: { role: 'companyGm' },
      anchorAt: filedAt,
      due: { kind: 'prompt', targetAt: at('2026-05-08T23:59:59') },
    },
  ])
})

it('where nobody impartial holds a role, it is the department’s', () => {
  expect(owedByAppeal('decide', view(null))[0]!.bearer).toEqual({ unit: true })
})

it('owes nothing before it was filed, and nothing else', () => {
  expect(owedByAppeal('decide', viewOf('appeal', []))).toEqual([])
  expect(() => owedByAppeal('dance', view('companyGm'))).toThrow('an appeal knows no promise dance')
})
