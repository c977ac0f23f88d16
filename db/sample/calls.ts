import { DAY, HOUR, MINUTE, type Instant } from '../../rules/instant.ts'
import { enterCallBack, enterMissed } from '../call/enter.ts'
import { recordCall } from '../call/record.ts'
import type { Tx } from '../client.ts'
import { recordIncident } from '../incident/record.ts'
import { CUSTOMERS } from './cast.ts'
import type { SampleProcedures } from './load.ts'
import type { Department } from './register.ts'

/** Calls in three states: waiting, returned late and to be recorded, recorded as a price enquiry and to be assigned. */
export async function playCalls(tx: Tx, procedures: SampleProcedures, { people, lineId }: Department, now: Instant) {
  const byId = people.taker
  const missed = (n: number, at: Instant) =>
    enterMissed(tx, procedures, { number: CUSTOMERS[n]!.number, lineId, occurredAt: at, byId }, at)
  const returned = async (caseId: string, at: Instant) => {
    await enterCallBack(tx, procedures, { caseId, occurredAt: at, spoke: true, byId }, at)
    return caseId
  }
  const waiting = await missed(0, now - 10 * MINUTE)
  const late = await returned(await missed(1, now - 2 * HOUR), now - 2 * HOUR + 50 * MINUTE)
  const asked = now - DAY
  const enquiry = await returned(await missed(2, asked), asked + 12 * MINUTE)
  const annex = {
    customerInfo: CUSTOMERS[2].name,
    name: CUSTOMERS[2].contact,
    contactDetails: CUSTOMERS[2].number,
    employer: CUSTOMERS[2].name,
    reason: '询问备件价格',
    productSituation: '正常运行',
    demand: '请报价',
  }
  const endedAt = asked + 20 * MINUTE
  await recordCall(tx, procedures.call, { caseId: enquiry, endedAt, category: 'priceEnquiry', annex, byId }, endedAt)
  return [waiting, late, enquiry]
}

/** An incident in its hour: two of the four have been phoned, the report is still to be written. */
export async function playIncident(
  tx: Tx,
  { incident }: SampleProcedures,
  { people, customerIds }: Department,
  now: Instant,
) {
  const byId = people.engineer
  const knownAt = now - 25 * MINUTE
  const phone = (role: 'regionalManager' | 'officeDirector', after: number) => ({
    ...{ role, reached: true, occurredAt: knownAt + after * MINUTE, byId },
  })
  const { caseId } = await recordIncident(
    tx,
    incident,
    {
      ...{ knowerId: byId, byId, knownAt, flags: ['qualityIncident', 'customerIndicators'] as const },
      title: '示例：主变保护误动，一条线路停电',
      description: '二次回路异常，保护误动作；已切换到备用装置，停电两分钟。',
      customerId: customerIds[0],
      phones: [phone('regionalManager', 3), phone('officeDirector', 6)],
    },
    now - 15 * MINUTE,
  )
  return [caseId]
}
