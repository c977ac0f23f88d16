import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { sweep } from '../../db/case/tick.ts'
import type { Tx } from '../../db/client.ts'
import { cases, obligations } from '../../db/schema/case.ts'
import { decideApplication } from '../../db/staffChange/decide.ts'
import { startChange, type NewChange } from '../../db/staffChange/start.ts'
import {
  applyForChange,
  begin,
  completeHandover,
  confirmHandover,
  deliver,
  giveNotice,
} from '../../db/staffChange/steps.ts'
import { Refusal } from '../../rules/problem.ts'
import { DELIVERABLES } from '../../rules/staffChange/parameters.ts'
import { parseInstant } from '../../rules/time/local.ts'
import { testDb } from '../support/database.ts'
import { department } from '../support/department.ts'
import { paperOf, siteUnder } from '../support/site.ts'

const { db } = await testDb()
const people = await department(db, {
  hr: { role: 'hrSpecialist' },
  pm: { role: 'contractorPm', kind: 'contractor' },
  information: { role: 'clientInformation', kind: 'client' },
  clientHr: { role: 'clientHr', kind: 'client' },
  a: { role: 'engineer' },
  b: { role: 'engineer' },
  c: { role: 'engineer' },
  d: { role: 'engineer' },
  e: { role: 'engineer' },
  f: { role: 'engineer' },
})
const site = await siteUnder(db, 'S4-N', [people.pm, people.information, people.clientHr])
const procedure = procedures.staffChange
const at = (time: string) => parseInstant(`2026-${time}+08:00`)
const did = <T>(verb: (tx: Tx) => Promise<T>) => db.transaction(verb)
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail('it was accepted'),
    (error: unknown) => (error instanceof Refusal ? error : Promise.reject(error)),
  )

const start = (given: Partial<NewChange> & { outgoingId: string }, now: number) =>
  did((tx) => startChange(tx, procedure, site, { byId: people.pm, plan: { takesOverOn: '2026-10-20' }, ...given }, now))

async function apply(caseId: string, now: number) {
  const [certificates, resume] = [await paperOf(db, people.pm), await paperOf(db, people.pm)]
  const enclosures = [
    { kind: 'certificates' as const, attachmentId: certificates },
    { kind: 'resume' as const, attachmentId: resume },
  ]
  return did((tx) => applyForChange(tx, procedure, { caseId, occurredAt: now, byId: people.pm, enclosures }, now))
}

const approve = (caseId: string, now: number) => {
  const grants = [{ role: 'clientInformation' as const, regionId: null }]
  const decision = { caseId, occurredAt: now, byId: people.information, grants, approved: true }
  return did((tx) => decideApplication(tx, procedure, decision, now))
}

const complete = (caseId: string, now: number) =>
  did((tx) => completeHandover(tx, procedure, { caseId, occurredAt: now, byId: people.pm }, now))

const stateOf = async (caseId: string) => (await db.select().from(cases).where(eq(cases.id, caseId)))[0]!.state
async function rowsOf(caseId: string, promise: string) {
  const rows = await db.select().from(obligations).where(eq(obligations.caseId, caseId))
  return rows.filter((row) => row.promise === promise)
}

/** As far as the handover, begun on 30 September. */
async function underWay(outgoingId: string, incomingId: string) {
  const { caseId } = await start({ outgoingId, incomingId }, at('09-14T09:00:00'))
  const act = { caseId, byId: people.pm }
  await did((tx) => giveNotice(tx, procedure, { ...act, occurredAt: at('09-20T23:59:59') }, at('09-20T23:59:59')))
  await apply(caseId, at('09-28T23:59:59'))
  await approve(caseId, at('09-29T10:00:00'))
  const began = at('09-30T08:00:00')
  await did((tx) => begin(tx, procedure, { ...act, occurredAt: began, what: 'start' }, began))
  return caseId
}

async function deliverAll(caseId: string, now: number) {
  for (const deliverable of DELIVERABLES)
    await did((tx) =>
      deliver(tx, procedure, { caseId, occurredAt: now, byId: people.pm, deliverable, attachmentIds: [] }, now),
    )
}

describe('handover over National Day', () => {
  it('refuses the change of 20 October entered on 21 September: earliest 21 October [S4-N-3.1]', async () => {
    const given = { outgoingId: people.a, incomingId: people.b }
    const refused = await refusal(start(given, at('09-21T09:00:00')))
    expect(refused.code).toBe('staffChange.datesCannotHold')
    expect(refused.details.each).toEqual([
      expect.objectContaining({
        code: 'staffChange.noticeTooLate',
        field: 'takesOverOn',
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
    const { caseId } = await start({ outgoingId: people.a, incomingId: people.b }, at('09-14T09:00:00'))
    await sweep(db, at(time), 0, 100)
    const act = { caseId, occurredAt: at(time), byId: people.pm }
    await did((tx) => giveNotice(tx, procedure, act, at(time)))
    const rows = await rowsOf(caseId, 'notice')
    expect(rows.map((row) => [row.recipientRole, row.work, row.verdict]).sort()).toEqual([
      ['clientHr', 'done', verdict],
      ['clientInformation', 'done', verdict],
    ])
    await db.update(cases).set({ state: 'withdrawn', nextAlarmAt: null }).where(eq(cases.id, caseId))
  })

  it.each([
    ['09-28T23:59:58', 'onTime'],
    ['09-28T23:59:59', 'onTime'],
    ['09-29T00:00:00', 'late'],
  ])('application at %s is %s [S4-N-3.2]', async (time, verdict) => {
    const { caseId } = await start({ outgoingId: people.a, incomingId: people.b }, at('09-14T09:00:00'))
    await apply(caseId, at(time))
    expect(await rowsOf(caseId, 'leadTime')).toMatchObject([{ work: 'done', verdict, clause: 'S4-N-3.2' }])
    expect(await rowsOf(caseId, 'apply')).toMatchObject([{ work: 'done' }])
    await db.update(cases).set({ state: 'withdrawn', nextAlarmAt: null }).where(eq(cases.id, caseId))
  })

  it('refuses completion on its ninth day, naming day and earliest instant, and accepts it on the tenth at the end of work [S4-N-3.3]', async () => {
    const caseId = await underWay(people.a, people.b)
    expect(await rowsOf(caseId, 'handOver')).toMatchObject([
      { dueKind: 'notBefore', dueAt: at('10-19T18:00:00'), lateFromAt: null },
      { dueKind: 'notBefore', dueAt: at('10-19T18:00:00'), lateFromAt: null },
    ])
    await deliverAll(caseId, at('10-15T16:00:00'))
    const ninth = await refusal(complete(caseId, at('10-16T18:00:00')))
    expect(ninth).toMatchObject({
      code: 'staffChange.handoverTooShort',
      details: {
        clause: 'S4-N-3.3',
        expected: '≥ 2026-10-19T18:00:00+08:00',
        params: { day: { en: 'ninth day', zh: '第九日' }, days: 10, earliest: '2026-10-19 18:00' },
      },
    })
    const tenth = await refusal(complete(caseId, at('10-19T17:59:59')))
    expect(tenth.details.params).toMatchObject({ day: { en: 'tenth day' } })
    await complete(caseId, at('10-19T18:00:00'))
    expect(await rowsOf(caseId, 'handOver')).toMatchObject([{ work: 'done' }, { work: 'done' }])

    const form = await paperOf(db, people.pm)
    const last = { caseId, occurredAt: at('10-20T09:00:00'), byId: people.pm, documentId: form }
    await did((tx) => confirmHandover(tx, procedure, last, last.occurredAt))
    expect(await stateOf(caseId)).toBe('ended')
    const rows = await db.select().from(obligations).where(eq(obligations.caseId, caseId))
    expect(rows.filter((row) => row.work === 'open' || row.verdict === 'late')).toEqual([])
  })

  it('refuses completion without the three deliverables, naming those missing [S4-N-3.3]', async () => {
    const caseId = await underWay(people.c, people.d)
    const given = { caseId, occurredAt: at('10-15T16:00:00'), byId: people.pm, attachmentIds: [] }
    await did((tx) => deliver(tx, procedure, { ...given, deliverable: 'documents' }, given.occurredAt))
    const refused = await refusal(complete(caseId, at('10-19T18:00:00')))
    expect(refused.code).toBe('staffChange.deliverablesMissing')
    expect(refused.details.params).toEqual({
      missing: { zh: '提交情况报告、完成现场培训', en: 'Give the situation report, Train the successor on site' },
    })
    await deliverAll2(caseId)
    await complete(caseId, at('10-19T18:00:01'))
  })

  async function deliverAll2(caseId: string) {
    for (const deliverable of ['situationReport', 'onSiteTraining'] as const) {
      const given = { caseId, occurredAt: at('10-19T17:00:00'), byId: people.pm, deliverable, attachmentIds: [] }
      await did((tx) => deliver(tx, procedure, given, at('10-19T17:00:00')))
    }
  }

  it('begins no handover before the section approved, in the record or in the claimed times [S4-N-3.2]', async () => {
    const { caseId } = await start({ outgoingId: people.e, incomingId: people.f }, at('09-14T09:00:00'))
    await apply(caseId, at('09-28T09:00:00'))
    const early = { caseId, byId: people.pm, what: 'start' as const }
    const notYet = await refusal(
      did((tx) => begin(tx, procedure, { ...early, occurredAt: at('09-29T09:00:00') }, at('09-29T09:00:00'))),
    )
    expect(notYet).toMatchObject({
      code: 'case.notYet',
      details: { params: { first: { en: 'Approve the application' } } },
    })
    await approve(caseId, at('09-29T10:00:00'))
    const backdated = await refusal(
      did((tx) => begin(tx, procedure, { ...early, occurredAt: at('09-29T09:59:59') }, at('09-30T08:00:00'))),
    )
    expect(backdated).toMatchObject({ code: 'staffChange.outOfOrder', details: { clause: 'S4-N-3.2' } })
    await did((tx) => begin(tx, procedure, { ...early, occurredAt: at('09-29T10:00:00') }, at('09-29T10:00:00')))
  })
})
