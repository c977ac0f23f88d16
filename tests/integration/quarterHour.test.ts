import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { assignCall } from '../../db/call/assign.ts'
import { contactCustomer, establishContact } from '../../db/call/contact.ts'
import { receive } from '../../db/call/receive.ts'
import { recordCall } from '../../db/call/record.ts'
import { sweep } from '../../db/case/tick.ts'
import type { Tx } from '../../db/client.ts'
import { escalations, obligations } from '../../db/schema/case.ts'
import { consequences } from '../../db/schema/consequence.ts'
import { phoneNumber } from '../../db/schema/customer.ts'
import { parseInstant } from '../../rules/time/local.ts'
import { testDb } from '../support/database.ts'
import { customerOf, department, hotline } from '../support/department.ts'
import { variant } from '../support/policy.ts'

const { db } = await testDb()
const HOTLINE = '+864008001234'
const { call } = procedures
const people = await department(db, {
  gm: { role: 'centreGm' },
  deputy: { role: 'centreDeputyGm', superior: 'gm' },
  lead: { role: 'technicalServiceManager', superior: 'deputy' },
  taker: { role: 'callTaker', superior: 'lead', number: HOTLINE },
  first: { role: 'engineer', superior: 'lead' },
  second: { role: 'engineer', superior: 'lead' },
})
await hotline(db, HOTLINE, [people.taker])
/** Make-up Saturday, 9 May 2026. */
const at = (time: string) => parseInstant(`2026-05-09T${time}+08:00`)
const tx = <T>(work: (tx: Tx) => Promise<T>) => db.transaction(work)
const annex = {
  customerInfo: '供电公司',
  name: '𬎆先生',
  contactDetails: '电话',
  employer: '㴨水供电公司',
  reason: '终端离线',
  productSituation: '',
  demand: '派人',
}

let serial = 13_700_000_000
/** The customer of the next call, made before it rings. */
const customerOfNext = async () => (await customerOf(db, `+86${serial + 1}`)).customerId
/** Whether the number is a customer's already. */
const isKnown = async (number: string) =>
  (await db.select().from(phoneNumber).where(eq(phoneNumber.number, number))).length > 0

/** A customer is answered at 17:44:00 and the record of the call ends at 17:50:00. */
async function recordedCall() {
  const from = `+86${(serial += 1)}`
  if (!(await isKnown(from))) await customerOf(db, from)
  const event = { direction: 'in' as const, from, to: HOTLINE, answeringNumber: HOTLINE }
  const [caseId] = await tx((tx) =>
    receive(
      tx,
      procedures,
      { sourceId: 'pbx', callId: from, event: { event: 'answer', ...event, occurredAt: at('17:44:00') } },
      at('17:44:00'),
    ),
  )
  await tx((tx) =>
    recordCall(
      tx,
      call,
      { caseId: caseId!, endedAt: at('17:50:00'), category: 'serviceNeed', annex, byId: people.taker },
      at('17:50:00'),
    ),
  )
  return caseId!
}

const assign = (caseId: string, assigneeId: string, time: string) =>
  tx((tx) => assignCall(tx, call, { caseId, assigneeId, occurredAt: at(time), byId: people.taker }, at(time)))
const establish = (caseId: string, contacted: boolean, time: string) =>
  tx((tx) => establishContact(tx, call, { caseId, contacted, occurredAt: at(time), byId: people.taker }, at(time)))
const contact = (caseId: string, byId: string, time: string) =>
  tx((tx) => contactCustomer(tx, call, { caseId, occurredAt: at(time), byId }, at(time)))

async function promise(caseId: string, name: string, bearerId: string) {
  const [row] = await db
    .select()
    .from(obligations)
    .where(and(eq(obligations.caseId, caseId), eq(obligations.promise, name), eq(obligations.bearerId, bearerId)))
  return row!
}

describe('the quarter hour on a make-up Saturday', () => {
  let caseId: string
  beforeAll(async () => {
    caseId = await recordedCall()
    await assign(caseId, people.first, '17:52:00')
    await assign(caseId, people.second, '17:59:00')
    await sweep(db, at('18:03:00'), 0, 100)
    await establish(caseId, false, '18:03:30')
    await sweep(db, at('18:05:01'), 0, 100)
    await contact(caseId, people.second, '18:06:10')
  })

  it('falls due at 18:05:00 whoever has it: reassignment does not restart it [S2-3.1.4]', async () => {
    for (const person of [people.first, people.second])
      expect(await promise(caseId, 'contact', person)).toMatchObject({
        dueAt: at('18:05:00'),
        anchorAt: at('17:50:00'),
      })
  })

  it('keeps the taker on time by a "no" at 18:03:30 [S2-3.1.4(2)b]', async () => {
    expect(await promise(caseId, 'establish', people.taker)).toMatchObject({
      work: 'done',
      verdict: 'onTime',
      dueAt: at('18:05:00'),
    })
  })

  it('takes the first step of the ladder at the "no", and not again at due', async () => {
    const row = await promise(caseId, 'contact', people.second)
    const steps = await db
      .select()
      .from(escalations)
      .where(and(eq(escalations.obligationId, row.id), eq(escalations.step, 'superior')))
    expect(steps).toMatchObject([{ by: 'person', firedAt: at('18:03:30'), recipientIds: [people.lead] }])
  })

  it('is done 70 s late by the second engineer; the first one is released [S2-3.1.4]', async () => {
    const row = await promise(caseId, 'contact', people.second)
    expect(row).toMatchObject({ work: 'done', verdict: 'late', settledAt: at('18:06:10') })
    expect(row.settledAt! - row.dueAt!).toBe(70_000)
    expect(await promise(caseId, 'contact', people.first)).toMatchObject({
      work: 'released',
      verdict: 'void',
      reason: 'reassigned',
    })
  })

  it('costs nobody anything', async () => {
    expect(await db.select().from(consequences).where(eq(consequences.caseId, caseId))).toEqual([])
  })

  it.each([
    ['18:04:59', 'onTime'],
    ['18:05:00', 'onTime'],
    ['18:05:01', 'late'],
  ])('contact at %s is %s, and so is learning of it [S2-3.1.4] [S2-3.1.4(2)b]', async (time, verdict) => {
    const other = await recordedCall()
    await assign(other, people.first, '17:52:00')
    await contact(other, people.first, time)
    await establish(other, true, time)
    expect(await promise(other, 'contact', people.first)).toMatchObject({ work: 'done', verdict })
    expect(await promise(other, 'establish', people.taker)).toMatchObject({ work: 'done', verdict })
  })

  it('says what comes first, and who it was that got there before', async () => {
    const other = await recordedCall()
    await expect(contact(other, people.first, '17:55:00')).rejects.toMatchObject({ code: 'case.notYet' })
    await assign(other, people.first, '17:55:00')
    await expect(contact(other, people.second, '17:56:00')).rejects.toMatchObject({ code: 'case.notYours' })
    await contact(other, people.first, '17:56:00')
    await expect(contact(other, people.first, '17:57:00')).rejects.toMatchObject({ code: 'case.settledAlready' })
  })

  it('by setting, begins with the first assignment for both [S2-3.1.4] [S2-3.1.4(2)b]', async () => {
    await variant(db, 'S2', { 'call.quarterFrom': 'assignment' }, await customerOfNext())
    const other = await recordedCall()
    expect(await promise(other, 'establish', people.taker)).toMatchObject({ dueKind: 'none', dueAt: null })
    await assign(other, people.first, '17:52:00')
    for (const [name, bearer] of [
      ['contact', people.first],
      ['establish', people.taker],
    ] as const)
      expect(await promise(other, name, bearer)).toMatchObject({ anchorAt: at('17:52:00'), dueAt: at('18:07:00') })
    await sweep(db, at('18:07:01'), 0, 100)
    expect(await promise(other, 'establish', people.taker)).toMatchObject({ verdict: 'late' })
  })
})
