import { describe, expect, it } from 'vitest'
import { withdrawCase } from '../../db/case/change.ts'
import { sweep, tick } from '../../db/case/tick.ts'
import { correct } from '../../db/policy/amend.ts'
import { reassignStaff, reviseDates } from '../../db/staffChange/revise.ts'
import type { Waivable } from '../../rules/staffChange/change.ts'
import { testDb } from '../support/database.ts'
import { department } from '../support/department.ts'
import { siteUnder } from '../support/site.ts'
import { at, refusalOf, stepsOn } from '../support/staffChange.ts'

const { db } = await testDb()
const people = await department(db, {
  pm: { role: 'contractorPm', kind: 'contractor' },
  information: { role: 'clientInformation', kind: 'client' },
  technology: { role: 'clientTechnology', kind: 'client' },
  supervision: { role: 'clientSupervision', kind: 'client' },
  a: { role: 'engineer' },
  b: { role: 'engineer' },
  c: { role: 'engineer' },
})
const members = [people.pm, people.information, people.technology, people.supervision]
const [N, D] = [await siteUnder(db, 'S4-N', members), await siteUnder(db, 'S4-D', members)]
const steps = stepsOn(db, N, people.pm)
const underD = stepsOn(db, D, people.pm)
const who = { outgoingId: people.a, incomingId: people.b }
const plan = { takesOverOn: '2026-10-20' }
const grant = (promise: Waivable, workingDays?: number) => ({ promise, granted: true, workingDays })

async function begun(handoverOn = '09-30') {
  const { caseId } = await steps.start({ ...who, plan }, '09-14T09:00:00')
  await steps.notice(caseId, '09-18T09:00:00')
  await steps.apply(caseId, '09-28T09:00:00')
  await steps.decide(caseId, '09-29T10:00:00', 'clientInformation', people.information)
  await steps.begin(caseId, `${handoverOn}T08:00:00`)
  return caseId
}

describe('a waiver', () => {
  it('asked for at entry keeps the broken promise without a clock until it is answered [S4-N-3.1]', async () => {
    const { caseId } = await steps.start({ ...who, plan, asks: ['notice'] }, '09-21T09:00:00')
    await sweep(db, at('09-23T00:00:00'), 0, 100)
    expect(await steps.rows(caseId, 'notice')).toMatchObject([
      { dueKind: 'none', verdict: 'pending' },
      { dueKind: 'none', verdict: 'pending' },
    ])
    await steps.waive(caseId, '09-23T09:00:00', 'clientInformation', grant('notice'))
    await steps.waive(caseId, '09-23T10:00:00', 'clientHr', { promise: 'notice', granted: false })
    const [ours, theirs] = (await steps.rows(caseId, 'notice')).sort((x) => (x.recipientRole === 'clientHr' ? 1 : -1))
    expect(ours).toMatchObject({ work: 'released', verdict: 'void', reason: 'waived' })
    // Refused by the HR section: it was due by the 20th, and is late.
    expect(theirs).toMatchObject({ work: 'open', verdict: 'late', dueAt: at('09-20T23:59:59'), reason: null })
    const consents = await steps.standing(caseId, 'consent')
    expect(consents).toEqual([
      ['clientHr', 'done/onTime'],
      ['clientInformation', 'done/onTime'],
    ])
    // Nothing else was set aside.
    expect(await steps.standing(caseId, 'leadTime')).toEqual([['clientInformation', 'open/pending']])
    await steps.drop(caseId)
  })

  it.each([
    ['09-28T23:59:58', true],
    ['09-28T23:59:59', true],
    ['09-29T00:00:00', false],
  ])('of the twelve days at %s, while they are not past: %s [S4-N-3.2]', async (time, accepted) => {
    const { caseId } = await steps.start({ ...who, plan }, '09-14T09:00:00')
    const waived = steps.waive(caseId, time, 'clientInformation', grant('leadTime'))
    if (accepted) {
      await waived
      expect(await steps.rows(caseId, 'leadTime')).toMatchObject([{ work: 'released', reason: 'waived' }])
      // The application itself is still owed.
      expect(await steps.standing(caseId, 'apply')).toEqual([[null, 'open/pending']])
      const again = await refusalOf(steps.waive(caseId, time, 'clientInformation', grant('leadTime')))
      expect(again.code).toBe('staffChange.waivedAlready')
    } else {
      expect((await refusalOf(waived)).code).toBe('staffChange.waiverTooLate')
    }
    await steps.drop(caseId)
  })

  it('is given by the client’s body, not by the contractor or another body', async () => {
    const { caseId } = await steps.start({ ...who, plan }, '09-14T09:00:00')
    for (const role of ['contractorPm', 'clientSupervision'] as const)
      expect((await refusalOf(steps.waive(caseId, '09-15T09:00:00', role, grant('notice')))).code).toBe(
        'staffChange.notYourDecision',
      )
    await steps.drop(caseId)
  })

  it('shortens the handover to the days the section consented to, and no further [S4-N-3.3]', async () => {
    const caseId = await begun()
    await steps.deliverAll(caseId, '10-10T10:00:00')
    const none = await refusalOf(steps.waive(caseId, '10-08T10:00:00', 'clientInformation', grant('handOver', 10)))
    expect(none.code).toBe('staffChange.notShorter')
    await steps.waive(caseId, '10-08T10:00:00', 'clientInformation', grant('handOver', 7))
    // 30 Sep, 8, 9, 10, 12, 13, 14 Oct.
    expect((await steps.rows(caseId, 'handOver'))[0]).toMatchObject({ dueAt: at('10-14T18:00:00'), dueRev: 1 })
    expect((await refusalOf(steps.complete(caseId, '10-14T17:59:59'))).details.params).toMatchObject({ days: 7 })
    await steps.complete(caseId, '10-14T18:00:00')
    await steps.drop(caseId)
  })
})

describe('an application that is turned down', () => {
  it('goes back to the contractor; what was in time stays in time [S4-N-3.2]', async () => {
    const { caseId } = await steps.start({ ...who, plan }, '09-14T09:00:00')
    await steps.apply(caseId, '09-25T09:00:00')
    await steps.decide(caseId, '09-29T10:00:00', 'clientInformation', people.information, false)
    expect(await steps.standing(caseId, 'leadTime')).toEqual([['clientInformation', 'done/onTime']])
    expect((await steps.rows(caseId, 'apply')).map((row) => [row.round, row.work])).toEqual([
      [1, 'done'],
      [2, 'open'],
    ])
    expect((await refusalOf(steps.begin(caseId, '09-29T11:00:00'))).code).toBe('case.notYet')
    await steps.apply(caseId, '09-29T15:00:00', people.c)
    await steps.decide(caseId, '09-29T16:00:00', 'clientInformation', people.information)
    await steps.begin(caseId, '09-30T08:00:00')
    const bearers = (await steps.rows(caseId, 'handOver')).map((row) => row.bearerId)
    expect(bearers.sort()).toEqual([people.a, people.c].sort())
    await steps.drop(caseId)
  })
})

describe('somebody else in a place', () => {
  it('a new successor is applied for anew, and the first one’s training does not count [S4-N-3.2] [S4-N-3.3]', async () => {
    const caseId = await begun()
    await steps.deliverAll(caseId, '10-09T10:00:00')
    const change = { ...steps.act(caseId, '10-10T10:00:00'), incomingId: people.c, reason: '病假' }
    await steps.did((tx) => reassignStaff(tx, steps.procedure, change, change.occurredAt))
    await steps.apply(caseId, '10-10T11:00:00')
    await steps.decide(caseId, '10-10T12:00:00', 'clientInformation', people.information)
    await steps.begin(caseId, '10-12T08:00:00')
    // Ten days from the new beginning: 12 to 16 and 19 to 23 Oct.
    expect((await steps.rows(caseId, 'handOver')).at(-1)).toMatchObject({ dueAt: at('10-23T18:00:00'), round: 2 })
    const refused = await refusalOf(steps.complete(caseId, '10-23T18:00:00'))
    expect(refused.code).toBe('staffChange.deliverablesMissing')
    expect(await steps.standing(caseId, 'notice')).toEqual([
      ['clientHr', 'done/onTime'],
      ['clientInformation', 'done/onTime'],
    ])
    await steps.drop(caseId)
  })

  it('another leaver takes the rows over; the days run on [S4-N-3.3]', async () => {
    const caseId = await begun()
    const change = { ...steps.act(caseId, '10-09T10:00:00'), outgoingId: people.c, reason: '登记有误' }
    await steps.did((tx) => reassignStaff(tx, steps.procedure, change, change.occurredAt))
    const rows = (await steps.rows(caseId, 'handOver')).filter((row) => row.reason !== 'reassigned')
    expect(rows.map((row) => [row.bearerId, row.dueAt, row.work]).sort()).toEqual(
      [people.b, people.c].map((id) => [id, at('10-19T18:00:00'), 'open']).sort(),
    )
    await steps.drop(caseId)
  })
})

describe('other dates', () => {
  it('move what is still owed, as a recorded decision; the old day passes without a sound [S4-N-3.1] [S4-N-3.2]', async () => {
    const { caseId } = await steps.start({ ...who, plan }, '09-14T09:00:00')
    const later = { ...steps.act(caseId, '09-18T10:00:00'), plan: { takesOverOn: '2026-11-20' }, reason: '甲方要求' }
    await steps.did((tx) => reviseDates(tx, steps.procedure, later, later.occurredAt))
    const due = { dueAt: at('10-20T23:59:59'), dueRev: 1, verdict: 'pending' }
    expect(await steps.rows(caseId, 'notice')).toMatchObject([due, due])
    await tick(db, caseId, at('09-21T00:00:00'))
    await sweep(db, at('10-20T23:59:59'), 0, 100)
    expect(await steps.rows(caseId, 'notice')).toMatchObject([{ verdict: 'pending' }, { verdict: 'pending' }])
    await sweep(db, at('10-21T00:00:00'), 0, 100)
    expect(await steps.rows(caseId, 'notice')).toMatchObject([{ verdict: 'late' }, { verdict: 'late' }])
    await steps.drop(caseId)
  })

  it('are refused where what was done cannot keep them [S4-N-3.1]', async () => {
    const { caseId } = await steps.start({ ...who, plan }, '09-14T09:00:00')
    await steps.notice(caseId, '09-18T09:00:00')
    const sooner = { ...steps.act(caseId, '09-18T10:00:00'), plan: { takesOverOn: '2026-10-16' }, reason: '提前' }
    const refused = await refusalOf(steps.did((tx) => reviseDates(tx, steps.procedure, sooner, sooner.occurredAt)))
    expect(refused.details.each).toMatchObject([{ code: 'staffChange.noticeTooLate', expected: '≥ 2026-10-18' }])
    await steps.drop(caseId)
  })
})

it('withdrawn, it leaves no clock ticking', async () => {
  const { caseId } = await steps.start({ ...who, plan }, '09-14T09:00:00')
  const withdrawal = { caseId, reason: '不离场', byId: people.pm }
  await steps.did((tx) => withdrawCase(tx, withdrawal, at('09-15T09:00:00')))
  await sweep(db, at('10-30T00:00:00'), 0, 100)
  const rows = (await steps.rows(caseId)).filter((row) => row.reason !== 'notOwed')
  expect(new Set(rows.map((row) => `${row.work}/${row.verdict}/${row.reason}`))).toEqual(
    new Set(['released/void/withdrawn']),
  )
})

it('reminds at half and four fifths of the time, then climbs the long ladder', async () => {
  const { caseId } = await steps.start({ ...who, plan }, '09-14T09:00:00')
  const [row] = await steps.rows(caseId, 'leadTime')
  expect(row!.steps.map((step) => step.step)).toEqual(['remind50', 'remind80', 'superior', 'deputyGm', 'gm'])
  expect(row!.steps.slice(2).map((step) => step.at)).toEqual([
    at('09-29T00:00:00'),
    at('09-30T00:00:00'),
    at('10-09T00:00:00'),
  ])
  await steps.drop(caseId)
})

describe('under the technology department’s rulebook', () => {
  it('tells and asks both bodies, each on its own [S4-D-3.1] [S4-D-3.2]', async () => {
    const { caseId } = await underD.start(
      { ...who, plan: { ...plan, handoverStartOn: '2026-09-30' } },
      '09-14T09:00:00',
    )
    await underD.notice(caseId, '09-20T23:59:59', ['clientTechnology'])
    await underD.notice(caseId, '09-21T00:00:00', ['clientSupervision'])
    expect(await underD.standing(caseId, 'notice')).toEqual([
      ['clientSupervision', 'done/late'],
      ['clientTechnology', 'done/onTime'],
    ])
    await underD.apply(caseId, '09-28T23:59:59')
    expect(await underD.standing(caseId, 'leadTime')).toEqual([
      ['clientSupervision', 'done/onTime'],
      ['clientTechnology', 'done/onTime'],
    ])
    await underD.decide(caseId, '09-29T10:00:00', 'clientTechnology', people.technology)
    expect((await refusalOf(underD.begin(caseId, '09-30T08:30:00'))).code).toBe('case.notYet')
    await underD.decide(caseId, '09-29T11:00:00', 'clientSupervision', people.supervision)
    await underD.begin(caseId, '09-30T08:30:00')
    // The text breaks off before the length: no floor, a blank for somebody to fill in, and nothing held up by it.
    expect(await underD.rows(caseId, 'handOver')).toMatchObject([
      { dueKind: 'unset', dueAt: null, clause: 'S4-D-3.2' },
      { dueKind: 'unset', dueAt: null, clause: 'S4-D-3.2' },
    ])
    expect((await underD.rows(caseId, 'documents'))[0]!.clause).toBe('house:staffChange.deliverables')
    expect((await refusalOf(underD.complete(caseId, '10-08T17:30:00'))).code).toBe('staffChange.deliverablesMissing')
    await underD.deliverAll(caseId, '10-08T17:00:00')
    await underD.complete(caseId, '10-08T17:30:00')
    await underD.drop(caseId)
  })

  it('takes a length that somebody fills in by an erratum, also where a handover runs [S4-D-3.2]', async () => {
    const dates = { ...plan, handoverStartOn: '2026-09-30' }
    const { caseId } = await underD.start({ ...who, plan: dates }, '09-14T09:00:00')
    await underD.apply(caseId, '09-28T09:00:00')
    for (const role of ['clientTechnology', 'clientSupervision'] as const)
      await underD.decide(caseId, '09-29T10:00:00', role, people.technology)
    await underD.begin(caseId, '09-30T08:30:00')
    await underD.deliverAll(caseId, '10-08T17:00:00')
    const filled = { policy: 'S4-D', values: { 'staffChange.handover': 5 }, reason: '补全', byId: people.pm }
    await underD.did((tx) => correct(tx, filled, at('10-08T18:00:00')))
    // 30 Sep, 8, 9, 10, 12 Oct, to 17:30.
    expect((await underD.rows(caseId, 'handOver'))[0]).toMatchObject({
      dueKind: 'notBefore',
      dueAt: at('10-12T17:30:00'),
    })
    expect((await refusalOf(underD.complete(caseId, '10-12T17:29:59'))).code).toBe('staffChange.handoverTooShort')
    await underD.complete(caseId, '10-12T17:30:00')
    await underD.drop(caseId)
  })
})

describe('entering a change', () => {
  it('takes no notice planned for a day before the change began [S4-N-3.1]', async () => {
    const backdated = { ...plan, noticeOn: '2026-09-20' }
    const refused = await refusalOf(steps.start({ ...who, plan: backdated }, '09-21T09:00:00'))
    expect(refused).toMatchObject({ code: 'staffChange.planBeforeStart', details: { field: 'plan.noticeOn' } })
    const began = await steps.start({ ...who, plan: backdated, startedAt: at('09-20T09:00:00') }, '09-21T09:00:00')
    await steps.notice(began.caseId, '09-20T09:00:00')
    expect(await steps.standing(began.caseId, 'notice')).toEqual([
      ['clientHr', 'done/onTime'],
      ['clientInformation', 'done/onTime'],
    ])
    await steps.drop(began.caseId)
  })

  it('by two people at once makes one case and one clear answer', async () => {
    const both = await Promise.allSettled([1, 2].map(() => steps.start({ ...who, plan }, '09-14T09:00:00')))
    const made = both.filter((one) => one.status === 'fulfilled')
    expect(made).toHaveLength(1)
    expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'staffChange.openAlready' })
    await steps.drop(made[0]!.value.caseId)
  })
})
