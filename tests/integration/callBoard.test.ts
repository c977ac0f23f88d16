import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { region } from '../../db/schema/person.ts'
import { MINUTE } from '../../rules/instant.ts'
import { formatInstant } from '../../rules/time/local.ts'
import { testApi } from '../support/api.ts'
import { testDb } from '../support/database.ts'
import { customerOf, department, hotline } from '../support/department.ts'

const { db } = await testDb()
await department(db, {})
await db.insert(region).values({ id: 'north', code: 'N', name: '北区' })
const api = await testApi(db)
const taker = await api.signedIn(['callTaker'])
const northern = await api.signedIn([{ role: 'engineer', regionId: 'north' }])
const lineId = await hotline(db, '+864008001234', [taker.personId])
const ago = (ms: number) => formatInstant(Date.now() - ms)

const board = async (lane = '', as = taker.token) =>
  (await api.ask('get', `/api/calls/board${lane && `?lane=${lane}`}`, { as })).body.items as {
    id: string
    number: string
    customerName: string | null
    promises: { promise: string; clause: string }[]
  }[]

it('sorts open calls into missed, waiting and overdue, the most urgent first [S2-1.5.6]', async () => {
  const missed = (number: string, occurredAt: string) =>
    api.ask('post', '/api/calls', { as: taker.token, body: { number, lineId, occurredAt } })
  await missed('13900000011', ago(MINUTE))
  await missed('13900000012', ago(31 * MINUTE))
  await api.ask('post', '/api/calls/answered', {
    as: taker.token,
    body: { callId: randomUUID(), number: '13900000013', occurredAt: ago(MINUTE) },
  })
  expect((await board()).map((call) => call.number)).toEqual(['+8613900000012', '+8613900000013', '+8613900000011'])
  expect((await board('missed')).map((call) => call.number)).toEqual(['+8613900000012', '+8613900000011'])
  expect((await board('overdue')).map((call) => call.number)).toEqual(['+8613900000012'])
  const [waiting] = await board('waiting')
  expect(waiting!.promises.map(({ promise }) => promise)).toContain('record')
  expect(await board('', northern.token)).toEqual([])
  const { body } = await api.ask('get', '/api/workplace', { as: taker.token })
  expect(body.calls).toEqual({ open: 3, overdue: 1, missed: 2 })
  expect(body.mine.overdue).toBe(1)
})

it('enters an answered call once, however often it is sent, and settles what that caller missed', async () => {
  const number = '13900000021'
  const missed = await api.ask('post', '/api/calls', {
    as: taker.token,
    body: { number, lineId, occurredAt: ago(5 * MINUTE) },
  })
  const body = { callId: randomUUID(), number, occurredAt: ago(MINUTE) }
  const first = await api.ask('post', '/api/calls/answered', { as: taker.token, body })
  const second = await api.ask('post', '/api/calls/answered', { as: taker.token, body })
  expect([first.status, second.status]).toEqual([201, 201])
  expect(second.body.caseId).toBe(first.body.caseId)
  expect(first.body.touched).toEqual([missed.body.caseId, first.body.caseId])
  const settled = await api.ask('get', `/api/cases/${missed.body.caseId}`, { as: taker.token })
  expect(settled.body.obligations.map((one: { work: string }) => one.work)).toEqual(['elsewhere', 'elsewhere'])
})

it('says whose a number is, to those who may know the customer, and writes down that somebody asked', async () => {
  const { customerId } = await customerOf(db, '+8613900000031')
  const found = await api.ask('post', '/api/callers', { as: taker.token, body: { number: '139 0000 0031' } })
  expect(found.body).toMatchObject({ number: '+8613900000031', kind: 'customer', contacts: [{ customerId }] })
  const elsewhere = await api.ask('post', '/api/callers', { as: northern.token, body: { number: '139 0000 0031' } })
  expect(elsewhere.body.contacts).toEqual([])
  const wrong = await api.ask('post', '/api/callers', { as: taker.token, body: { number: '12' } })
  expect(api.problem(wrong)).toMatchObject({ status: 422, errors: [{ pointer: '#/number' }] })
  const admin = await api.signedIn(['admin'])
  const log = await api.ask('get', '/api/audit', { as: admin.token })
  const reads = log.body.items.filter((one: { action: string }) => one.action === 'customer.read')
  expect(reads.map((one: { personId: string }) => one.personId).sort()).toEqual(
    [taker.personId, northern.personId].sort(),
  )
  expect(JSON.stringify(log.body)).not.toContain('0031')
})
