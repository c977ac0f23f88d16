import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { seedYears } from '../../db/calendar/seedYears.ts'
import { createCustomer } from '../../db/customer/saveCustomer.ts'
import { createEquipment, editEquipment, replaceLabel } from '../../db/equipment/save.ts'
import { newId } from '../../db/id.ts'
import { assignDuty, createLine } from '../../db/person/duty.ts'
import { seedPolicies } from '../../db/policy/terms.ts'
import { calls } from '../../db/schema/call.ts'
import { cases, facts, obligations } from '../../db/schema/case.ts'
import { consequences } from '../../db/schema/consequence.ts'
import { faultReport } from '../../db/schema/equipment.ts'
import { notifications } from '../../db/schema/notification.ts'
import { HOUR, MINUTE, SECOND } from '../../rules/instant.ts'
import { addDays, formatInstant, localDate } from '../../rules/time/local.ts'
import { COMPANY } from '../../db/setting/company.ts'
import { saveSetting } from '../../db/setting/setting.ts'
import { testApi } from '../support/api.ts'
import { testDb } from '../support/database.ts'
import { SIGNATURE } from '../support/serviceTask.ts'

const { db } = await testDb()
const clock = { now: Date.now() }
const api = await testApi(db, {
  clock: () => clock.now,
  limits: { perMinute: 100_000, reports: 1_000, failedLinks: 100 },
})
type Person = Awaited<ReturnType<typeof api.signedIn>>
let taker: Person, engineer: Person
let customerId = ''
let serial = 0

beforeAll(async () => {
  await seedPolicies(db)
  await seedYears(db, clock.now)
  taker = await api.signedIn(['callTaker'])
  engineer = await api.signedIn(['engineer'])
  await db.transaction(async (tx) => {
    customerId = (await createCustomer(tx, { code: 'C1', name: '㴨水供电公司' })).id
    const { id: lineId } = await createLine(tx, {
      number: '400-800-1234',
      kind: 'hotline',
      department: '客服',
      personId: null,
    })
    await assignDuty(tx, { lineId, personId: taker.personId, fromAt: clock.now - HOUR, toAt: clock.now + 10 * HOUR })
  })
})

const thing = () =>
  db.transaction((tx) =>
    createEquipment(tx, { customerId, product: '保护装置', serialNumber: `SN-${(serial += 1)}`, place: '2 号楼' }),
  )
const report = (token: string, more: object = {}) =>
  api.ask('post', '/api/fault-report', {
    body: { token, id: crypto.randomUUID(), name: '钱工', number: '138 0000 0009', fault: '面板黑屏', ...more },
  })
const casesOf = () => db.select().from(cases).where(eq(cases.kind, 'call'))
const owed = async (caseId: string) =>
  (await db.select().from(obligations).where(eq(obligations.caseId, caseId))).filter((row) => row.work === 'open')

describe('a fault reported by the label of a thing', () => {
  it('is a call’s record: assigned at once, the customer contacted within the quarter hour, by whoever is on duty [S2-3.1.3] [S2-3.1.4] [S2-3.1.4(2)a]', async () => {
    const { labelToken, id } = await thing()
    await saveSetting(db, COMPANY, '某某电气', { personId: taker.personId, now: clock.now })
    const seen = await api.ask('post', '/api/fault-report/look', { body: { token: labelToken } })
    expect(seen.body).toEqual({ company: '某某电气', product: '保护装置', serialNumber: 'SN-1', place: '2 号楼' })
    const done = await report(labelToken)
    expect(done.status).toBe(201)
    const [held] = (await casesOf()).filter((one) => one.id.toUpperCase().endsWith(done.body.reference))
    expect(held).toMatchObject({ customerId, startedAt: clock.now })
    const [call] = await db.select().from(calls).where(eq(calls.caseId, held!.id))
    expect(call).toMatchObject({ number: '+8613800000009', category: 'serviceNeed', callerKind: 'customer' })
    expect(call!.record).toMatchObject({
      name: '钱工',
      demand: '面板黑屏',
      productSituation: '保护装置 · SN-1 · 2 号楼',
    })
    const rows = await owed(held!.id)
    const of = (promise: string) => rows.find((row) => row.promise === promise)
    expect(of('assign')).toMatchObject({ bearerId: taker.personId, dueKind: 'prompt', clause: 'S2-3.1.4(2)a' })
    expect(of('establish')).toMatchObject({ bearerId: taker.personId, dueAt: clock.now + 15 * MINUTE })
    expect(rows.map((row) => row.promise)).not.toContain('return')
    const told = await db.select().from(notifications).where(eq(notifications.caseId, held!.id))
    expect(told.map((row) => [row.personId, row.template]).sort()).toEqual([
      [taker.personId, 'call.faultReported'],
      [taker.personId, 'obligation.opened'],
    ])
    const [fact] = await db.select().from(facts).where(eq(facts.caseId, held!.id))
    expect(fact).toMatchObject({ kind: 'recorded', byId: null, data: { equipmentId: id } })

    const assign = { as: taker.token, body: { assigneeId: engineer.personId, occurredAt: formatInstant(clock.now) } }
    expect((await api.ask('post', `/api/calls/${held!.id}/assignments`, assign)).status).toBe(200)
    const contact = (await owed(held!.id)).find((row) => row.promise === 'contact')
    expect(contact).toMatchObject({ bearerId: engineer.personId, dueAt: clock.now + 15 * MINUTE })
  })

  it('is one case however often it is sent, and what is added before anybody called belongs to it', async () => {
    const { labelToken } = await thing()
    const id = crypto.randomUUID()
    const [first, again] = await Promise.all([report(labelToken, { id }), report(labelToken, { id })])
    expect(again.body.reference).toBe(first.body.reference)
    const more = await report(labelToken, { fault: '又有焦味' })
    expect(more.body.reference).toBe(first.body.reference)
    const [held] = (await casesOf()).filter((one) => one.id.toUpperCase().endsWith(first.body.reference))
    const [call] = await db.select().from(calls).where(eq(calls.caseId, held!.id))
    expect(call!.record?.demand).toMatch(/^面板黑屏\n.*又有焦味$/)
    const assign = { as: taker.token, body: { assigneeId: engineer.personId, occurredAt: formatInstant(clock.now) } }
    await api.ask('post', `/api/calls/${held!.id}/assignments`, assign)
    await api.ask('post', `/api/calls/${held!.id}/contacts`, {
      as: engineer.token,
      body: { occurredAt: formatInstant(clock.now) },
    })
    expect((await report(labelToken)).body.reference).not.toBe(first.body.reference)
  })

  it('is refused by a label that is void, of a thing out of use, and past six in an hour', async () => {
    const [{ labelToken }, gone, void_] = [await thing(), await thing(), await thing()]
    await db.transaction((tx) => editEquipment(tx, gone.id, { active: false }))
    await db.transaction((tx) => replaceLabel(tx, void_.id))
    for (const token of [gone.labelToken, void_.labelToken, 'C'.repeat(43)])
      expect((await report(token)).body.code).toBe('fault.unknownLabel')
    for (let n = 0; n < 6; n += 1) expect((await report(labelToken)).status).toBe(201)
    expect((await report(labelToken)).body.code).toBe('fault.tooMany')
    clock.now += HOUR - SECOND
    expect((await report(labelToken)).body.code).toBe('fault.tooMany')
    clock.now += 2 * SECOND
    expect((await report(labelToken)).status).toBe(201)
  })

  it('comes from people: no number nobody can call, no field that only programs see', async () => {
    const { labelToken } = await thing()
    expect((await report(labelToken, { number: 'call me' })).body.code).toBe('input.phoneNumber')
    expect((await report(labelToken, { website: 'https://spam.example' })).status).toBe(422)
    expect(api.lines.join('\n')).not.toContain(labelToken)
  })

  it('is told to the call takers where nobody is on duty, and is then the unit’s', async () => {
    clock.now += 20 * HOUR
    const { labelToken } = await thing()
    const { body } = await report(labelToken)
    const [held] = (await casesOf()).filter((one) => one.id.toUpperCase().endsWith(body.reference))
    expect((await owed(held!.id)).find((row) => row.promise === 'assign')).toMatchObject({ bearerId: null })
    const told = await db.select().from(notifications).where(eq(notifications.caseId, held!.id))
    expect(told.map((row) => [row.personId, row.template])).toEqual([[taker.personId, 'call.faultReported']])
  })
})

describe('photos of a fault', () => {
  const png = (n: number) => Buffer.concat([Buffer.from(SIGNATURE.split(',')[1]!, 'base64'), Buffer.from([n])])
  const send = (id: string, bytes = png(0), type = 'image/png') =>
    api.ask('post', `/api/fault-report/${id}/photos`, {
      csv: new Uint8Array(bytes),
      headers: { 'content-type': type, 'content-disposition': 'attachment; filename=a.png' },
    })
  const reported = async () => {
    const id = crypto.randomUUID()
    const { body } = await report((await thing()).labelToken, { id })
    const [held] = (await casesOf()).filter((one) => one.id.toUpperCase().endsWith(body.reference))
    return { id, caseId: held!.id }
  }

  it('stand among the files of its case, by nobody of ours; sent twice it is one, and there are three at most', async () => {
    const { id, caseId } = await reported()
    const [first, again] = await Promise.all([send(id), send(id)])
    expect([first.status, again.body.id]).toEqual([201, first.body.id])
    expect(
      (await Promise.all([send(id, png(1)), send(id, png(2)), send(id, png(3))])).map(({ status }) => status).sort(),
    ).toEqual([201, 201, 409])
    expect((await send(id, png(4))).body.code).toBe('fault.tooManyPhotos')
    const files = await api.ask('get', `/api/cases/${caseId}/attachments`, { as: taker.token })
    expect(files.body.items).toHaveLength(3)
    expect(files.body.items[0]).toMatchObject({ id: first.body.id, purpose: 'fault', sentById: null })
    const content = await fetch(`${api.url}/api/attachments/${first.body.id}/content`, {
      headers: { authorization: `Bearer ${taker.token}` },
    })
    expect(Buffer.from(await content.arrayBuffer())).toEqual(png(0))
    expect((await api.ask('get', `/api/attachments/${first.body.id}`)).status).toBe(401)
  })

  it('are pictures, of a report that was just made: up to an hour, not a second more', async () => {
    const { id } = await reported()
    expect((await send(id, Buffer.from('<script>'))).body.code).toBe('attachment.notWhatItSays')
    expect((await send(id, Buffer.from('%PDF-1.7'), 'application/pdf')).body.code).toBe('fault.notAPhoto')
    expect((await send(crypto.randomUUID())).body.code).toBe('fault.unknownReport')
    clock.now += HOUR
    expect((await send(id)).status).toBe(201)
    clock.now += SECOND
    expect((await send(id, png(1))).body.code).toBe('fault.unknownReport')
  })
})

it('an address that reports faults by the dozen has to wait', async () => {
  const limited = await testApi(db, { limits: { reports: 1 } })
  const body = { token: 'D'.repeat(43), id: newId(), name: '某', number: '13800000000', fault: '坏' }
  const codes = []
  for (let n = 0; n < 2; n += 1) codes.push((await limited.ask('post', '/api/fault-report', { body })).body.code)
  expect(codes.at(-1)).toBe('caller.tooMany')
})

describe('what a service costs the customer', () => {
  it('is told where a person works with the fault, by the warranty of that thing [S4-B-1.1.2, S4-B-1.1.4, S1-3.5.2]', async () => {
    const { id, labelToken } = await thing()
    await report(labelToken)
    const [{ caseId } = { caseId: '' }] = await db.select().from(faultReport).where(eq(faultReport.equipmentId, id))
    const charge = async () => {
      const { body } = await api.ask('get', `/api/cases/${caseId}/charges`, { as: taker.token })
      return body.items.map((one: { id: string; charge: object }) => [one.id, one.charge])
    }
    const today = localDate(clock.now)
    const until = (day: string) => db.transaction((tx) => editEquipment(tx, id, { warrantyUntilOn: day }))
    expect(await charge()).toMatchObject([[id, { kind: 'priceList', clause: 'S1-3.5.2', amountFen: null }]])
    await until(today)
    expect(await charge()).toMatchObject([[id, { kind: 'free', clause: 'S4-B-1.1.2', amountFen: 0 }]])
    await until(addDays(today, -1))
    expect(await charge()).toMatchObject([[id, { kind: 'cost', clause: 'S4-B-1.1.4' }]])
    expect(await db.select().from(consequences)).toEqual([])
  })
})
