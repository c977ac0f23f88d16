import { describe, expect, it } from 'vitest'
import type { Role } from '../roles.ts'
import { consentingBodies, enclosuresOf, waiversOf, type Waivable } from './change.ts'
import { at, change, fact, termsOf } from './change.fixture.ts'

describe('who may set a promise aside', () => {
  it.each<[string, Waivable, Role[]]>([
    ['S4-D', 'notice', ['clientTechnology', 'clientSupervision']],
    ['S4-D', 'leadTime', ['clientTechnology', 'clientSupervision']],
    ['S4-N', 'notice', ['clientInformation', 'clientHr']],
    ['S4-N', 'leadTime', ['clientInformation']],
    ['S4-S', 'replace', ['clientInformation']],
  ])(
    '%s: of %s those it is owed to [S4-D-3.1] [S4-D-3.2] [S4-N-3.1] [S4-N-3.2] [S4-S-3.4a]',
    (policy, promise, bodies) => expect(consentingBodies(termsOf(policy), promise)).toEqual(bodies),
  )

  it('consent to a shorter handover is of the body that the setting names, not of who demands [S4-N-3.3]', () => {
    const terms = termsOf('S4-S', { 'staffChange.shorterConsent': 'clientHr' })
    expect(consentingBodies(terms, 'handOver')).toEqual(['clientHr'])
    expect(consentingBodies(terms, 'replace')).toEqual(['clientInformation'])
  })
})

it('the consents that stand for a promise are found in the order they were given, with their facts', () => {
  const given = (promise: Waivable, role: Role, time: string, workingDays: number | null = null) =>
    fact('waived', at(time), { promise, role, workingDays, documentId: 'paper' })
  const first = given('handOver', 'clientInformation', '10-08T09:00:00', 8)
  const other = given('notice', 'clientHr', '10-08T09:30:00')
  const second = given('handOver', 'clientInformation', '10-08T10:00:00', 7)
  const taken = { ...fact('waiverRefused', at('10-08T11:00:00')), correctsId: first.id }
  const consent = { promise: 'handOver', role: 'clientInformation', documentId: 'paper' }
  const view = change('S4-N', { facts: [first, other, second] })
  const [eight, seven] = [
    { ...consent, workingDays: 8, factId: first.id, occurredAt: at('10-08T09:00:00') },
    { ...consent, workingDays: 7, factId: second.id, occurredAt: at('10-08T10:00:00') },
  ]
  expect(waiversOf(view, 'handOver')).toEqual([eight, seven])
  expect(waiversOf({ ...view, facts: [...view.facts, taken] }, 'handOver')).toEqual([seven])
  expect(waiversOf(view, 'replace')).toEqual([])
})

it('an application encloses certificates, under N the résumé too [S4-D-3.2] [S4-N-3.2]', () => {
  expect(enclosuresOf(termsOf('S4-D'))).toEqual(['certificates'])
  expect(enclosuresOf(termsOf('S4-N'))).toEqual(['certificates', 'resume'])
})
