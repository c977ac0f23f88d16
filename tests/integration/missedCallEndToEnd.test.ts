import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { addSource } from '../../db/call/source.ts'
import { calls } from '../../db/schema/call.ts'
import { escalations, obligations } from '../../db/schema/case.ts'
import { notifications } from '../../db/schema/notification.ts'
import { SECOND } from '../../rules/instant.ts'
import { customerOf, department, hotline } from '../support/department.ts'
import { variant } from '../support/policy.ts'
import { eventually, testSystem } from '../support/system.ts'

const { db, origin, client } = await testSystem()
const HOTLINE = '+864008001234'
const people = await department(db, {
  gm: { role: 'centreGm' },
  deputy: { role: 'centreDeputyGm', superior: 'gm' },
  lead: { role: 'technicalServiceManager', superior: 'deputy' },
  taker: { role: 'callTaker', superior: 'lead', number: HOTLINE },
})
await hotline(db, HOTLINE, [people.taker])
const { secret } = await db.transaction((tx) => addSource(tx, 'pbx'))

const send = (
  messages: unknown,
  path = '/hooks/telephony/pbx',
  headers: Record<string, string> = { authorization: `Bearer ${secret}` },
) =>
  fetch(origin + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(messages),
  })

async function customerWithFastClocks(number: string, halfHourMs: number) {
  const { customerId } = await customerOf(db, number)
  await variant(db, 'S2', { 'call.returnCustomer': halfHourMs, 'call.returnAny': 2 * halfHourMs }, customerId)
}

async function missedCall(number: string) {
  const [callId, from] = [`call-${number}`, number]
  const message = { callId, from, to: HOTLINE, direction: 'in' }
  const answer = await send([
    { event: 'newCall', ...message },
    { event: 'hangup', cause: 'cancel', ...message },
  ])
  expect(answer.status).toBe(202)
  const [held] = await db.select({ id: calls.caseId }).from(calls).where(eq(calls.number, number))
  return held!.id
}

describe('a missed call, end to end', () => {
  it('escalates by itself, on a real server, and ends elsewhere when the customer gets through', async () => {
    const number = '+8613900000001'
    await customerWithFastClocks(number, 2 * SECOND)
    const caseId = await missedCall(number)
    const step = await eventually(async () => {
      const [row] = await db
        .select()
        .from(escalations)
        .where(and(eq(escalations.caseId, caseId), eq(escalations.step, 'superior')))
      return row
    })
    expect(step).toMatchObject({ state: 'fired', by: 'timer', recipientIds: [people.lead] })
    expect(step.firedAt - step.plannedAt).toBeGreaterThanOrEqual(0)
    const told = await db.select().from(notifications).where(eq(notifications.caseId, caseId))
    expect(told.filter((row) => row.personId === people.lead)).toHaveLength(1)

    const through = { callId: 'through', from: number, to: HOTLINE, direction: 'in', answeringNumber: HOTLINE }
    await send([
      { event: 'newCall', ...through },
      { event: 'answer', ...through },
    ])
    const rows = await db.select().from(obligations).where(eq(obligations.caseId, caseId))
    expect(rows.map((row) => row.work)).toEqual(['elsewhere', 'elsewhere'])
    const ended = await eventually(async () => {
      const { status } = await client.workflow.getHandle(caseId).describe()
      return status.name === 'COMPLETED' ? status.name : undefined
    })
    expect(ended).toBe('COMPLETED')
  })

  it('accepts the secret in the address too, and refuses a wrong one', async () => {
    const message = { event: 'newCall', callId: 'x', from: 'anonymous', to: HOTLINE, direction: 'in' }
    expect((await send(message, `/hooks/telephony/pbx/${secret}`, {})).status).toBe(202)
    expect((await send(message, '/hooks/telephony/pbx/wrong', {})).status).toBe(401)
    expect((await send(message, '/hooks/telephony/nobody', {})).status).toBe(401)
  })

  it('names the wrong message by its place and keeps the others', async () => {
    const good = { event: 'newCall', callId: 'good', from: '13900000009', to: HOTLINE, direction: 'in' }
    const answer = await send([good, { ...good, callId: 'bad', direction: 'sideways' }])
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ code: 'input.invalid', errors: [{ pointer: '#/1/direction' }] })
  })

  it('keeps nobody’s data in the history of the workflow', async () => {
    const number = '+8613900000002'
    await customerWithFastClocks(number, 2 * SECOND)
    const caseId = await missedCall(number)
    await eventually(async () => {
      const [row] = await db
        .select()
        .from(escalations)
        .where(and(eq(escalations.caseId, caseId), eq(escalations.step, 'superior')))
      return row
    })
    const history = JSON.stringify(await client.workflow.getHandle(caseId).fetchHistory())
    const texts = history
      .match(/"data":"[^"]*"/g)!
      .map((one) => Buffer.from(one.slice(8, -1), 'base64').toString('utf8'))
      .join('\n')
    expect(texts).toContain(caseId)
    expect(texts).not.toContain('3900000002')
    expect(texts).not.toContain('先生')
  })
})
