import { describe, expect, it } from 'vitest'
import { at, viewOf, type Told } from '../case.fixture.ts'
import { statedTerms } from '../policy/stated.ts'
import { owedByStatement, type Required } from './statement.ts'

const data: Required = {
  consequenceId: 'entry',
  clause: 'S4-D-2.5a',
  policy: 'S4-D',
  policyVersion: 4,
  personId: 'absentee',
  readerId: 'superior',
}
const REQUIRED = at('2026-03-04T10:00:00')
const required: Told = { kind: 'statementRequired', at: REQUIRED, data }
const handedIn: Told = { kind: 'statementSubmitted', at: at('2026-03-09T17:00:00') }
const returned: Told = { kind: 'statementReturned', at: at('2026-03-12T09:00:00') }
const owed = (promise: string, ...told: Told[]) => owedByStatement(promise, viewOf('statement', told))
const prompt = (targetAt: string) => ({ kind: 'prompt', targetAt: at(targetAt) })
const cited = { clause: 'S4-D-2.5a', policy: 'S4-D', policyVersion: 4 }

describe('a required statement', () => {
  it('is written by who owes it: three working days are the house’s target, nobody is fined [S4-D-2.5a]', () => {
    expect(owed('submit', required)).toEqual([
      { ...cited, bearer: { personId: 'absentee' }, anchorAt: REQUIRED, due: prompt('2026-03-09T23:59:59') },
    ])
  })

  it('that was sent back is owed again from then on; the weekend counts for nothing [S4-D-2.5a]', () => {
    expect(owed('submit', required, handedIn, returned)).toEqual([
      { ...cited, bearer: { personId: 'absentee' }, anchorAt: returned.at, due: prompt('2026-03-17T23:59:59') },
    ])
  })

  it('is read by their superior as soon, from when it was handed in last [S4-D-2.5a]', () => {
    const again = { ...handedIn, at: at('2026-03-13T11:00:00') }
    expect(owed('accept', required, handedIn)).toEqual([
      { ...cited, bearer: { personId: 'superior' }, anchorAt: handedIn.at, due: prompt('2026-03-12T23:59:59') },
    ])
    expect(owed('accept', required, handedIn, returned, again)).toMatchObject([{ anchorAt: again.at }])
    expect(owed('accept', required)).toMatchObject([{ anchorAt: REQUIRED }])
  })

  it('of who has nobody above them is the unit’s gap to read', () => {
    expect(owed('accept', { ...required, data: { ...data, readerId: null } }, handedIn)).toMatchObject([
      { bearer: { unit: true } },
    ])
  })

  it('goes by the target that the house has set', () => {
    const view = viewOf('statement', [required], { terms: statedTerms({ 'statement.target': 1 }) })
    expect(owedByStatement('submit', view)[0]!.due).toEqual(prompt('2026-03-05T23:59:59'))
  })
})
