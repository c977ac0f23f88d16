import { DAY, HOUR, MINUTE, type Instant } from '../../rules/instant.ts'
import type { Procedure } from '../../rules/case.ts'
import { atTime, localDate } from '../../rules/time/local.ts'
import { reportAccident } from '../accident/report.ts'
import type { Tx } from '../client.ts'
import { acceptTask, assignEngineer } from '../serviceTask/assign.ts'
import { completeTask, recordService } from '../serviceTask/complete.ts'
import { decidePlan, planTask, prepareTask, solveTask } from '../serviceTask/plan.ts'
import { rateTask } from '../serviceTask/rate.ts'
import { requestTask, signNotice } from '../serviceTask/request.ts'
import { confirmSite } from '../serviceTask/site.ts'
import type { TaskAct } from '../serviceTask/task.ts'
import type { SampleProcedures } from './load.ts'
import type { Department } from './register.ts'

/** A signature: one dot, as small as a picture can be. */
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg=='

/** Service tasks in three states: to be signed, past the engineer's own estimate, rated by the customer. */
export async function playTasks(
  tx: Tx,
  { serviceTask }: SampleProcedures,
  { people, customerIds }: Department,
  now: Instant,
) {
  /** A verb as somebody carries it out. */
  const does = <A extends TaskAct>(
    verb: (tx: Tx, procedure: Procedure, act: A, now: Instant) => Promise<unknown>,
    part: keyof Department['people'],
    caseId: string,
    at: Instant,
    more: Omit<A, 'caseId' | 'byId' | 'scope'>,
  ) => verb(tx, serviceTask, { scope: 'all', caseId, byId: people[part], ...more } as A, at)

  async function requested(customerId: string, requirement: string, at: Instant): Promise<string> {
    const notice = {
      ...{ customerId, requirement, siteSituation: '变电站内，需办工作票' },
      ...{ contactName: '梁先生', contactDetails: '热线登记' },
    }
    const rows = await requestTask(tx, serviceTask, { notice, byId: people.director }, at)
    return rows[0]!.caseId
  }

  /** Signed, assigned, accepted, solved and planned, five minutes after the beginning. */
  async function underWay(customerId: string, requirement: string, at: Instant, estimateAt: Instant): Promise<string> {
    const caseId = await requested(customerId, requirement, at)
    await does(signNotice, 'gm', caseId, at + MINUTE, { ground: 'gm' })
    await does(assignEngineer, 'director', caseId, at + 2 * MINUTE, { engineerId: people.engineer })
    await does(acceptTask, 'engineer', caseId, at + 3 * MINUTE, {})
    await does(confirmSite, 'engineer', caseId, at + 4 * MINUTE, { situation: '与通知单一致' })
    await does(solveTask, 'engineer', caseId, at + 4 * MINUTE, { solution: '远程升级固件', mode: 'remote' })
    const tools = ['usbStick', 'screwdriver', 'laptop']
    await does(prepareTask, 'engineer', caseId, at + 4 * MINUTE, { tools, documents: ['升级说明'], spares: [] })
    await does(planTask, 'engineer', caseId, at + 4 * MINUTE, { estimateAt })
    await does(decidePlan, 'director', caseId, at + 5 * MINUTE, { approved: true })
    return caseId
  }

  const signed = await requested(customerIds[1]!, '示例：两台终端不上线，请现场检查', now - 30 * MINUTE)
  const late = await underWay(customerIds[0]!, '示例：远程升级终端固件', now - 5 * HOUR, now - 2 * HOUR)
  const began = atTime(localDate(now - 5 * DAY), '10:00')
  const rated = await underWay(customerIds[2]!, '示例：调整遥测系数', began, began + 3 * HOUR)
  const done = began + 2 * HOUR
  await does(completeTask, 'engineer', rated, done, {})
  await does(recordService, 'engineer', rated, done, { work: '远程调整系数', resolution: '遥测正常' })
  await does(rateTask, 'engineer', rated, done + MINUTE, {
    scores: { attitude: 'excellent', skill: 'excellent', result: 'good' },
    signature: { mediaType: 'image/png', bytes: Buffer.from(DOT, 'base64') },
    occurredAt: done + MINUTE,
  })
  return [signed, late, rated]
}

/** An accident of last month, whose fine stands provisional in the ledger. */
export async function playAccident(tx: Tx, { accident }: SampleProcedures, { people }: Department, now: Instant) {
  const occurredAt = now - 20 * DAY
  const ground = { ground: { kind: 'complaint', level: 'salesManager' }, source: '客户来信', occurredAt } as const
  const about = { engineerId: people.second, byId: people.director, occurredAt, description: '示例：客户投诉服务态度' }
  const { caseId } = await reportAccident(tx, accident, { ...about, grounds: [ground] }, occurredAt + HOUR)
  return [caseId]
}
