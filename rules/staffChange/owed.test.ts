import { describe, expect, it } from 'vitest'
import type { Role } from '../roles.ts'
import { at, change, fact } from './change.fixture.ts'
import { owedByStaffChange } from './owed.ts'

const STARTED = at('09-20T09:00:00')
const ENTERED = at('09-20T10:00:00')
const none = { kind: 'none' }
const pm = { personId: 'pm' }
const by = (day: string, provisional = false) => ({
  kind: 'by',
  at: at(`${day}T23:59:59`),
  edge: 'within',
  provisional,
})
const cites = (clause: string, policy = clause.slice(0, 4)) => ({ clause, policy, policyVersion: 1 })
const dated = (clause: string, role: Role, due: object) => ({
  ...cites(clause),
  bearer: pm,
  recipient: { role },
  anchorAt: STARTED,
  answerableFromAt: ENTERED,
  due,
})

describe('a change for 20 October', () => {
  it('owes a month’s notice to each body that the rulebook names, by the end of 20 September [S4-N-3.1] [S4-D-3.1]', () => {
    expect(owedByStaffChange('notice', change('S4-N'))).toEqual([
      dated('S4-N-3.1', 'clientInformation', by('09-20')),
      dated('S4-N-3.1', 'clientHr', by('09-20')),
    ])
    expect(owedByStaffChange('notice', change('S4-D'))).toEqual([
      dated('S4-D-3.1', 'clientTechnology', by('09-20')),
      dated('S4-D-3.1', 'clientSupervision', by('09-20')),
    ])
  })

  it('owes the application to each body that approves it, by the end of 28 September [S4-N-3.2] [S4-D-3.2]', () => {
    expect(owedByStaffChange('leadTime', change('S4-N'))).toEqual([dated('S4-N-3.2', 'clientInformation', by('09-28'))])
    expect(owedByStaffChange('leadTime', change('S4-D'))).toEqual([
      dated('S4-D-3.2', 'clientTechnology', by('09-28')),
      dated('S4-D-3.2', 'clientSupervision', by('09-28')),
    ])
  })

  it('is counted back from the handover’s beginning where the setting says that this is the change', () => {
    const view = change('S4-N', { settings: { 'staffChange.changeIs': 'handoverStarts' } })
    expect(owedByStaffChange('notice', view).map(({ due }) => due)).toEqual([by('08-30'), by('08-30')])
  })

  it('is due provisionally where it is counted back into a year not published yet', () => {
    const view = change('S4-N', { plan: { takesOverOn: '2027-01-05' } })
    const due = owedByStaffChange('leadTime', view).map((owed) => owed.due)
    expect(due).toEqual([{ ...by('12-18'), provisional: true }])
  })

  it('owes no dates as long as the day of the change is open', () => {
    const view = change('S4-N', { plan: { takesOverOn: null } })
    expect(owedByStaffChange('notice', view)).toEqual([])
    expect(owedByStaffChange('leadTime', view)).toEqual([])
  })

  it('has no fifteen days, no trial and no answer to wait for', () => {
    for (const promise of ['replace', 'trial', 'consent'])
      expect(owedByStaffChange(promise, change('S4-S')), promise).toEqual([])
  })

  it('steps without a clock: the contractor applies and begins, each approving body decides [S4-N-3.2] [S4-D-3.2]', () => {
    const step = { ...cites('S4-D-3.2'), anchorAt: STARTED, due: none }
    expect(owedByStaffChange('apply', change('S4-D'))).toEqual([{ ...step, bearer: pm }])
    expect(owedByStaffChange('start', change('S4-D'))).toEqual([{ ...step, bearer: pm }])
    expect(owedByStaffChange('approve', change('S4-D'))).toEqual([
      { ...step, bearer: { role: 'clientTechnology' } },
      { ...step, bearer: { role: 'clientSupervision' } },
    ])
    expect(owedByStaffChange('approve', change('S4-N'))).toEqual([
      { ...step, ...cites('S4-N-3.2'), bearer: { role: 'clientInformation' } },
    ])
  })

  it('is the unit’s gap where nobody was named to answer for it', () => {
    const view = change('S4-N', { started: { bearerId: null } })
    for (const promise of ['notice', 'leadTime', 'apply', 'start', 'confirm'])
      for (const { bearer } of owedByStaffChange(promise, view)) expect(bearer, promise).toEqual({ unit: true })
  })
})

describe('a waiver asked for at entry', () => {
  const asks = { started: { asks: ['notice', 'handOver'] as const } }
  const view = (...facts: ReturnType<typeof fact>[]) =>
    change('S4-N', { started: { asks: [...asks.started.asks] }, facts })
  const answer = (kind: string, role: Role, promise = 'notice') =>
    fact(kind, at('09-21T09:00:00'), { promise, role, workingDays: null, documentId: null })
  const dues = (...facts: ReturnType<typeof fact>[]) =>
    owedByStaffChange('notice', view(...facts)).map(({ due }) => due)

  it('is owed an answer by every body that the promise is owed to, without a clock [S4-N-3.1] [S4-N-3.3]', () => {
    const asked = { anchorAt: STARTED, due: none }
    expect(owedByStaffChange('consent', view())).toEqual([
      { ...cites('S4-N-3.1'), bearer: { role: 'clientInformation' }, ...asked },
      { ...cites('S4-N-3.1'), bearer: { role: 'clientHr' }, ...asked },
      { ...cites('S4-N-3.3'), bearer: { role: 'clientInformation' }, ...asked },
    ])
  })

  it('stops the clock of the body asked until it answers, whatever the answer is', () => {
    expect(dues()).toEqual([none, none])
    expect(dues(answer('waived', 'clientHr'))).toEqual([none, by('09-20')])
    expect(dues(answer('waiverRefused', 'clientInformation'))).toEqual([by('09-20'), none])
    expect(dues(answer('waived', 'clientHr', 'leadTime'))).toEqual([none, none])
  })

  it('leaves the clocks of other promises alone', () => {
    expect(owedByStaffChange('leadTime', view())).toEqual([dated('S4-N-3.2', 'clientInformation', by('09-28'))])
  })
})

describe('a replacement that the client demands', () => {
  const demanded = change('S4-S', {
    started: { trigger: 'client', ground: 'attitude', asks: ['replace', 'leadTime', 'handOver'] },
    startedAt: at('09-21T09:00:00'),
    recordedAt: at('09-21T10:00:00'),
    facts: [fact('waiverRefused', at('09-22T09:00:00'), { promise: 'replace', role: 'clientInformation' })],
  })
  const anchorAt = at('09-21T09:00:00')

  it('is owed by the end of the fifteenth working day to the body that demands it [S4-S-3.4a] [S4-S-3.4b]', () => {
    expect(owedByStaffChange('replace', demanded)).toEqual([
      {
        ...dated('S4-S-3.4b', 'clientInformation', by('10-19')),
        anchorAt,
        answerableFromAt: at('09-21T10:00:00'),
      },
    ])
  })

  it('gives no notice and keeps no twelve days: the fifteen stand in their place [S4-S-3.4b]', () => {
    expect(owedByStaffChange('notice', demanded)).toEqual([])
    expect(owedByStaffChange('leadTime', demanded)).toEqual([])
  })

  it('takes application, approval, trial and beginning under its own clause [S4-S-3.4c]', () => {
    const step = { ...cites('S4-S-3.4c'), anchorAt, due: none }
    for (const promise of ['apply', 'trial', 'start'])
      expect(owedByStaffChange(promise, demanded), promise).toEqual([{ ...step, bearer: pm }])
    expect(owedByStaffChange('approve', demanded)).toEqual([{ ...step, bearer: { role: 'clientInformation' } }])
  })

  it('cites the clause of each promise that its client is asked to set aside [S4-S-3.2] [S4-S-3.4b] [S4-S-3.4d]', () => {
    const asked = { bearer: { role: 'clientInformation' }, anchorAt, due: none }
    expect(owedByStaffChange('consent', demanded)).toEqual([
      { ...cites('S4-S-3.4b'), ...asked },
      { ...cites('S4-S-3.2'), ...asked },
      { ...cites('S4-S-3.4d'), ...asked },
    ])
  })

  it('is handed over for ten full working days under its own clause [S4-S-3.4d]', () => {
    const begun = fact('handoverStarted', at('09-30T08:00:00'))
    const view = { ...demanded, facts: [...demanded.facts, begun] }
    const due = { kind: 'notBefore', at: at('10-19T18:00:00'), provisional: false }
    const row = { ...cites('S4-S-3.4d'), anchorAt: begun.occurredAt, due }
    expect(owedByStaffChange('handOver', view)).toEqual([
      { ...row, bearer: { personId: 'leaver' } },
      { ...row, bearer: { personId: 'successor' } },
    ])
  })
})

describe('a handover that has begun', () => {
  const BEGUN = at('09-30T08:00:00')
  const begun = (policy: string, settings = {}, ...facts: ReturnType<typeof fact>[]) =>
    change(policy, { settings, facts: [fact('handoverStarted', BEGUN), ...facts] })

  it('binds both people to its ten working days, as a floor [S4-N-3.3]', () => {
    const due = { kind: 'notBefore', at: at('10-19T18:00:00'), provisional: false }
    const row = { ...cites('S4-N-3.3'), anchorAt: BEGUN, due }
    expect(owedByStaffChange('handOver', begun('S4-N'))).toEqual([
      { ...row, bearer: { personId: 'leaver' } },
      { ...row, bearer: { personId: 'successor' } },
    ])
  })

  it.each(['documents', 'situationReport', 'onSiteTraining'])('asks %s of whoever leaves [S4-N-3.3]', (promise) => {
    const row = { bearer: { personId: 'leaver' }, anchorAt: BEGUN, due: none }
    expect(owedByStaffChange(promise, begun('S4-N'))).toEqual([{ ...cites('S4-N-3.3'), ...row }])
    expect(owedByStaffChange(promise, begun('S4-D'))).toEqual([
      { ...cites('house:staffChange.deliverables', 'S4-D'), ...row },
    ])
    const fewer = ['documents', 'situationReport', 'onSiteTraining'].filter((one) => one !== promise)
    expect(owedByStaffChange(promise, begun('S4-N', { 'staffChange.deliverables': fewer }))).toEqual([])
  })

  it('ends with the confirmation form to each approving body, owed since the handover was completed [S4-N-3.3]', () => {
    const form = { ...cites('S4-N-3.3'), bearer: pm, recipient: { role: 'clientInformation' }, due: none }
    const completed = fact('handedOver', at('10-19T18:00:00'))
    expect(owedByStaffChange('confirm', begun('S4-N', {}, completed))).toEqual([
      { ...form, anchorAt: completed.occurredAt },
    ])
    expect(owedByStaffChange('confirm', begun('S4-N'))).toEqual([{ ...form, anchorAt: STARTED }])
    const recipients = owedByStaffChange('confirm', begun('S4-D')).map(({ recipient }) => recipient)
    expect(recipients).toEqual([{ role: 'clientTechnology' }, { role: 'clientSupervision' }])
  })
})

it('says of a promise it does not know, and of a case without its first facts, that something is wrong', () => {
  expect(() => owedByStaffChange('holiday', change('S4-N'))).toThrow('a staff change knows no promise holiday')
  expect(() => owedByStaffChange('apply', { ...change('S4-N'), facts: [] })).toThrow(
    'a staff change begins with the facts started, staffed and planned',
  )
})
