import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { procedureOf } from '../../api/procedures.ts'
import { correctFact } from '../../db/case/change.ts'
import { sweep } from '../../db/case/tick.ts'
import { facts } from '../../db/schema/case.ts'
import { confirmHandover, deliver } from '../../db/staffChange/steps.ts'
import { testDb } from '../support/database.ts'
import { department } from '../support/department.ts'
import { paperOf, siteUnder } from '../support/site.ts'
import { at, refusalOf, stepsOn } from '../support/staffChange.ts'

const { db } = await testDb()
const people = await department(db, {
  pm: { role: 'contractorPm', kind: 'contractor' },
  information: { role: 'clientInformation', kind: 'client' },
  clientHr: { role: 'clientHr', kind: 'client' },
  a: { role: 'engineer' },
  b: { role: 'engineer' },
})
const site = await siteUnder(db, 'S4-N', [people.pm, people.information, people.clientHr])
const steps = stepsOn(db, site, people.pm)
const plan = { takesOverOn: '2026-10-20' }
const who = { outgoingId: people.a, incomingId: people.b }

/** As far as the handover, begun on 30 September. */
async function underWay() {
  const { caseId } = await steps.start({ ...who, plan }, '09-14T09:00:00')
  await steps.notice(caseId, '09-20T23:59:59')
  await steps.apply(caseId, '09-28T23:59:59')
  await steps.decide(caseId, '09-29T10:00:00', 'clientInformation', people.information)
  await steps.begin(caseId, '09-30T08:00:00')
  return caseId
}

describe('handover over National Day', () => {
  it('refuses the change of 20 October entered on 21 September: earliest 21 October [S4-N-3.1]', async () => {
    const refused = await refusalOf(steps.start({ ...who, plan }, '09-21T09:00:00'))
    expect(refused.code).toBe('staffChange.datesCannotHold')
    expect(refused.details.each).toEqual([
      expect.objectContaining({
        code: 'staffChange.noticeTooLate',
        field: 'plan.takesOverOn',
        clause: 'S4-N-3.1',
        expected: '≥ 2026-10-21',
        params: { planned: '2026-09-21', latest: '2026-09-20', earliest: '2026-10-21' },
      }),
    ])
  })

  it.each([
    ['09-20T23:59:58', 'onTime'],
    ['09-20T23:59:59', 'onTime'],
    ['09-21T00:00:00', 'late'],
  ])('notice to both sections at %s is %s [S4-N-3.1]', async (time, verdict) => {
    const { caseId } = await steps.start({ ...who, plan }, '09-14T09:00:00')
    await sweep(db, at(time), 0, 100)
    await steps.notice(caseId, time)
    expect(await steps.standing(caseId, 'notice')).toEqual([
      ['clientHr', `done/${verdict}`],
      ['clientInformation', `done/${verdict}`],
    ])
    await steps.drop(caseId)
  })

  it('moves its floor with the day of its beginning, where that is corrected [S4-N-3.3]', async () => {
    const caseId = await underWay()
    const floor = async () => (await steps.rows(caseId, 'handOver')).find((row) => row.dueKind === 'notBefore')!.dueAt
    expect(await floor()).toBe(at('10-19T18:00:00'))
    const [begun] = await db
      .select()
      .from(facts)
      .where(and(eq(facts.caseId, caseId), eq(facts.kind, 'handoverStarted')))
    const correct = { factId: begun!.id, occurredAt: at('10-08T08:00:00'), reason: '当日才到场' }
    await db.transaction((tx) =>
      correctFact(tx, procedureOf, { ...correct, byId: people.clientHr, scope: 'all' }, at('10-09T09:00:00')),
    )
    expect(await floor()).toBe(at('10-20T18:00:00'))
    await steps.drop(caseId)
  })

  it('judges each section on its own [S4-N-3.1]', async () => {
    const { caseId } = await steps.start({ ...who, plan }, '09-14T09:00:00')
    await steps.notice(caseId, '09-20T12:00:00', ['clientInformation'])
    await sweep(db, at('09-21T00:00:00'), 0, 100)
    expect(await steps.standing(caseId, 'notice')).toEqual([
      ['clientHr', 'open/late'],
      ['clientInformation', 'done/onTime'],
    ])
    await steps.drop(caseId)
  })

  it.each([
    ['09-28T23:59:58', 'onTime'],
    ['09-28T23:59:59', 'onTime'],
    ['09-29T00:00:00', 'late'],
  ])('application at %s is %s [S4-N-3.2]', async (time, verdict) => {
    const { caseId } = await steps.start({ ...who, plan }, '09-14T09:00:00')
    await steps.apply(caseId, time)
    expect(await steps.rows(caseId, 'leadTime')).toMatchObject([{ work: 'done', verdict, clause: 'S4-N-3.2' }])
    expect(await steps.rows(caseId, 'apply')).toMatchObject([{ work: 'done' }])
    await steps.drop(caseId)
  })

  it('refuses completion on its ninth day, naming day and earliest instant, and accepts it on the tenth at the end of work [S4-N-3.3]', async () => {
    const caseId = await underWay()
    const floor = { dueKind: 'notBefore', dueAt: at('10-19T18:00:00'), lateFromAt: null }
    expect(await steps.rows(caseId, 'handOver')).toMatchObject([floor, floor])
    await steps.deliverAll(caseId, '10-15T16:00:00')
    expect(await refusalOf(steps.complete(caseId, '10-16T18:00:00'))).toMatchObject({
      code: 'staffChange.handoverTooShort',
      details: {
        clause: 'S4-N-3.3',
        expected: '≥ 2026-10-19T18:00:00+08:00',
        params: { day: { en: 'ninth day', zh: '第九日' }, days: 10, earliest: '2026-10-19 18:00' },
      },
    })
    const tenth = await refusalOf(steps.complete(caseId, '10-19T17:59:59'))
    expect(tenth.details.params).toMatchObject({ day: { en: 'tenth day' } })
    await steps.complete(caseId, '10-19T18:00:00')
    expect(await steps.rows(caseId, 'handOver')).toMatchObject([{ work: 'done' }, { work: 'done' }])

    const form = { ...steps.act(caseId, '10-20T09:00:00'), documentId: await paperOf(db, people.pm) }
    await steps.did((tx) => confirmHandover(tx, steps.procedure, form, form.occurredAt))
    expect(await steps.state(caseId)).toBe('ended')
    const rows = await steps.rows(caseId)
    expect(rows.filter((row) => row.work === 'open' || row.verdict === 'late')).toEqual([])
  })

  it('refuses completion without the three deliverables, naming those missing [S4-N-3.3]', async () => {
    const caseId = await underWay()
    const given = { ...steps.act(caseId, '10-15T16:00:00'), attachmentIds: [] }
    await steps.did((tx) => deliver(tx, steps.procedure, { ...given, deliverable: 'documents' }, given.occurredAt))
    const refused = await refusalOf(steps.complete(caseId, '10-19T18:00:00'))
    expect(refused.code).toBe('staffChange.deliverablesMissing')
    expect(refused.details.params).toEqual({
      missing: { zh: '提交情况报告、完成现场培训', en: 'Give the situation report, Train the successor on site' },
    })
    await steps.drop(caseId)
  })

  it('begins no handover before the section approved, in the record or in the claimed times [S4-N-3.2]', async () => {
    const { caseId } = await steps.start({ ...who, plan }, '09-14T09:00:00')
    await steps.apply(caseId, '09-28T09:00:00')
    const notYet = await refusalOf(steps.begin(caseId, '09-29T09:00:00'))
    const first = { first: { en: 'Approve the application' } }
    expect(notYet).toMatchObject({ code: 'case.notYet', details: { params: first } })
    await steps.decide(caseId, '09-29T10:00:00', 'clientInformation', people.information)
    const backdated = await refusalOf(steps.begin(caseId, '09-29T09:59:59'))
    expect(backdated).toMatchObject({ code: 'staffChange.outOfOrder', details: { clause: 'S4-N-3.2' } })
    await steps.begin(caseId, '09-29T10:00:00')
    await steps.drop(caseId)
  })
})
