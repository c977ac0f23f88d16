import { eq } from 'drizzle-orm'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import { calls } from '../../db/schema/call.ts'
import { SECOND } from '../../rules/instant.ts'
import { formatInstant } from '../../rules/time/local.ts'
import { customerOf } from '../support/department.ts'
import { variant } from '../support/policy.ts'
import { HOTLINE, type World } from './world.ts'

const now = () => formatInstant(Date.now())
const annex = {
  customerInfo: '供电公司',
  name: '𬎆先生',
  contactDetails: '手机',
  employer: '供电公司',
  reason: '离线',
  productSituation: '',
  demand: '派人',
}

/** A call with clocks of seconds, from the ring to the result; returns its case. */
export async function callRound(world: World, number: string, random: () => number): Promise<string> {
  const { customerId } = await customerOf(world.db, number)
  await variant(
    world.db,
    'S2',
    { 'call.returnCustomer': 2 * SECOND, 'call.returnAny': 4 * SECOND, 'call.contact': 3 * SECOND },
    customerId,
  )
  const pause = () => sleep(random() * 1_500)
  const missed = { callId: `in-${number}`, from: number, to: HOTLINE, direction: 'in' }
  await world.ring([
    { event: 'newCall', ...missed, occurredAt: now() },
    { event: 'hangup', cause: 'cancel', ...missed, occurredAt: now() },
  ])
  const [held] = await world.db.select({ id: calls.caseId }).from(calls).where(eq(calls.number, number))
  const path = `/api/calls/${held!.id}`
  await pause()
  const back = { callId: `out-${number}`, from: HOTLINE, to: number, direction: 'out' }
  await world.ring([
    { event: 'newCall', ...back, occurredAt: now() },
    { event: 'answer', ...back, occurredAt: now() },
  ])
  await pause()
  await world.as('taker', `${path}/record`, { endedAt: now(), category: 'serviceNeed', annex })
  await world.as('taker', `${path}/assignments`, { assigneeId: world.people.engineer, occurredAt: now() })
  await pause()
  await world.as('engineer', `${path}/contacts`, { occurredAt: now() })
  await world.as('taker', `${path}/establishments`, { occurredAt: now(), contacted: true })
  for (const [role, toId] of [
    ['centreDeputyGm', world.people.deputy],
    ['technicalSupportEngineer', world.people.support],
  ])
    await world.as('taker', `${path}/informed`, { occurredAt: now(), role, toId })
  await world.as('taker', `${path}/work-order`, { occurredAt: now(), number: 'W-1' })
  await pause()
  await world.as('support', `${path}/result`, { occurredAt: now(), result: '已恢复' })
  return held!.id
}

/** A call nobody returns: only the clock acts. Returns its case. */
export async function unreturnedRound(world: World, number: string): Promise<string> {
  const { customerId } = await customerOf(world.db, number)
  await variant(world.db, 'S2', { 'call.returnCustomer': SECOND, 'call.returnAny': 2 * SECOND }, customerId)
  const missed = { callId: `in-${number}`, from: number, to: HOTLINE, direction: 'in' }
  await world.ring([{ event: 'hangup', cause: 'noAnswer', ...missed, occurredAt: now() }])
  const [held] = await world.db.select({ id: calls.caseId }).from(calls).where(eq(calls.number, number))
  expect(held).toBeDefined()
  return held!.id
}
