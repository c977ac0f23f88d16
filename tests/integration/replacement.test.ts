import { describe, expect, it } from 'vitest'
import { sweep } from '../../db/case/tick.ts'
import type { NewChange } from '../../db/staffChange/start.ts'
import { testDb } from '../support/database.ts'
import { department } from '../support/department.ts'
import { siteUnder } from '../support/site.ts'
import { at, refusalOf, stepsOn } from '../support/staffChange.ts'

const { db } = await testDb()
const people = await department(db, {
  pm: { role: 'contractorPm', kind: 'contractor' },
  information: { role: 'clientInformation', kind: 'client' },
  a: { role: 'engineer' },
  b: { role: 'engineer' },
})
const members = [people.pm, people.information]
const [S, N] = [await siteUnder(db, 'S4-S', members), await siteUnder(db, 'S4-N', members)]
const steps = stepsOn(db, S, people.pm)
const section = [{ role: 'clientInformation' as const, regionId: null }]

/** The section demands a replacement on 21 September; its fifteen working days end on 19 October. */
const demanded = (given: Partial<NewChange> = {}) => ({
  outgoingId: people.a,
  demandedAt: at('09-21T10:00:00'),
  ground: 'attitude' as const,
  demandingGrants: section,
  byId: people.information,
  ...given,
})
const demand = async () => (await steps.start(demanded(), '09-21T10:00:00')).caseId

async function underWay(startedOn = '09-30') {
  const caseId = await demand()
  await steps.apply(caseId, '09-24T10:00:00', people.b)
  await steps.decide(caseId, '09-29T10:00:00', 'clientInformation', people.information)
  await steps.begin(caseId, `${startedOn}T08:00:00`)
  return caseId
}

describe('a replacement that the client demands', () => {
  it('is the information section’s to demand, on paper or itself, and only under S [S4-S-3.4a]', async () => {
    const byPm = demanded({ demandingGrants: [{ role: 'contractorPm', regionId: null }] })
    expect((await refusalOf(steps.start(byPm, '09-21T10:00:00'))).code).toBe('staffChange.notYourDecision')
    const byHr = demanded({ demandingGrants: [{ role: 'hrSpecialist', regionId: null }] })
    expect((await refusalOf(steps.start(byHr, '09-21T10:00:00'))).code).toBe('staffChange.paperMissing')
    const elsewhere = stepsOn(db, N, people.pm)
    const refused = await refusalOf(elsewhere.start(demanded(), '09-21T10:00:00'))
    expect(refused.code).toBe('staffChange.noReplacementRule')
    const caseId = await demand()
    expect(await steps.rows(caseId, 'replace')).toMatchObject([
      { clause: 'S4-S-3.4b', bearerId: people.pm, recipientRole: 'clientInformation', dueAt: at('10-19T23:59:59') },
    ])
    const ahead = [...(await steps.rows(caseId, 'notice')), ...(await steps.rows(caseId, 'leadTime'))]
    expect(ahead.map((row) => row.reason)).toEqual(['notOwed', 'notOwed'])
    await steps.drop(caseId)
  })

  it.each([
    ['10-19T23:59:58', 'done/onTime'],
    ['10-19T23:59:59', 'done/onTime'],
    ['10-20T00:00:00', 'done/late'],
  ])('complete at %s: %s within fifteen working days [S4-S-3.4b]', async (time, standing) => {
    const caseId = await underWay()
    await steps.deliverAll(caseId, '10-16T10:00:00')
    await sweep(db, at(time), 0, 100)
    await steps.complete(caseId, time)
    expect(await steps.standing(caseId, 'replace')).toEqual([['clientInformation', standing]])
    await steps.drop(caseId)
  })

  it('applies and is approved before the trial begins [S4-S-3.4c]', async () => {
    const caseId = await demand()
    const first = (await refusalOf(steps.begin(caseId, '09-22T08:00:00', 'trial'))).details.params?.first
    expect(first).toMatchObject({ en: 'Apply, with the papers' })
    await steps.apply(caseId, '09-24T10:00:00', people.b)
    expect((await refusalOf(steps.begin(caseId, '09-25T08:00:00', 'trial'))).code).toBe('case.notYet')
    await steps.decide(caseId, '09-29T10:00:00', 'clientInformation', people.information)
    const backdated = await refusalOf(steps.begin(caseId, '09-29T09:59:59', 'trial'))
    expect(backdated).toMatchObject({ code: 'staffChange.outOfOrder', details: { clause: 'S4-S-3.4c' } })
    await steps.begin(caseId, '09-29T10:00:00', 'trial')
    expect(await steps.rows(caseId, 'trial')).toMatchObject([{ work: 'done', clause: 'S4-S-3.4c' }])
    await steps.drop(caseId)
  })

  it('hands over for ten hard working days: not a second less, whoever consents [S4-S-3.4d]', async () => {
    const caseId = await underWay()
    await steps.deliverAll(caseId, '10-16T10:00:00')
    const consent = { promise: 'handOver' as const, granted: true, workingDays: 7 }
    const hard = await refusalOf(steps.waive(caseId, '10-08T10:00:00', 'clientInformation', consent))
    expect(hard).toMatchObject({ code: 'staffChange.handoverIsHard', details: { clause: 'S4-S-3.4d' } })
    const ninth = await refusalOf(steps.complete(caseId, '10-16T18:00:00'))
    expect(ninth.details).toMatchObject({ clause: 'S4-S-3.4d', params: { day: { en: 'ninth day' } } })
    expect((await refusalOf(steps.complete(caseId, '10-19T17:59:59'))).code).toBe('staffChange.handoverTooShort')
    await steps.complete(caseId, '10-19T18:00:00')
    await steps.drop(caseId)
  })

  it('says when the planned handover no longer fits into the fifteen [S4-S-3.4b]', async () => {
    const late = demanded({ plan: { handoverStartOn: '2026-10-08' } })
    const refused = await refusalOf(steps.start(late, '09-21T10:00:00'))
    expect(refused.details.each).toMatchObject([
      { code: 'staffChange.replacementTooLate', field: 'plan.handoverStartOn', expected: '≤ 2026-09-30' },
    ])
  })

  it('may take longer with the section’s consent, recorded before its end: the ten days stand [S4-S-3.4b]', async () => {
    const caseId = await underWay('10-09')
    await steps.waive(caseId, '10-19T23:59:59', 'clientInformation', { promise: 'replace', granted: true })
    expect(await steps.rows(caseId, 'replace')).toMatchObject([{ work: 'released', verdict: 'void', reason: 'waived' }])
    await steps.deliverAll(caseId, '10-20T10:00:00')
    const early = await refusalOf(steps.complete(caseId, '10-20T18:00:00'))
    expect(early.details.params).toMatchObject({ earliest: '2026-10-21 18:00' })
    await steps.complete(caseId, '10-21T18:00:00')
    await steps.drop(caseId)
  })
})
