import { eq } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { procedures } from '../../api/procedures.ts'
import { drawnOf } from '../../api/serviceTask/shapes.ts'
import type { Instant } from '../../rules/instant.ts'
import { HOUR, MINUTE } from '../../rules/instant.ts'
import type { TaskMode } from '../../rules/serviceTask/form.ts'
import type { Grade } from '../../rules/serviceTask/ratings.ts'
import { obligations } from '../../db/schema/case.ts'
import { consequences } from '../../db/schema/consequence.ts'
import { acceptTask, assignEngineer } from '../../db/serviceTask/assign.ts'
import { completeTask, recordService } from '../../db/serviceTask/complete.ts'
import { appoint, decidePlan, planTask, prepareTask, solveTask } from '../../db/serviceTask/plan.ts'
import { rateTask } from '../../db/serviceTask/rate.ts'
import { requestTask, signNotice } from '../../db/serviceTask/request.ts'
import { confirmSite } from '../../db/serviceTask/site.ts'
import type { TaskAct } from '../../db/serviceTask/task.ts'
import { arrive, callOnArrival, depart } from '../../db/serviceTask/trip.ts'
import type { Tx } from '../../db/client.ts'

/** A drawn signature: one white dot, as small as can be. */
export const SIGNATURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg=='

export const TOOLS = ['usbStick', 'screwdriver', 'laptop']

export const scored = (attitude: Grade, skill: Grade, result: Grade) => ({ attitude, skill, result })

export interface Team {
  gm: string
  director: string
  engineer: string
  sales: string
  office: string
  customerId: string
}

/** Plays service tasks on a database, step by step as the people of a team take them. */
export function serviceTasks(db: Db, team: Team) {
  const { serviceTask } = procedures
  /** A verb as somebody carries it out on a case: who, when, and what the verb asks for beside. */
  const does =
    <A extends TaskAct, T>(verb: (tx: Tx, procedure: typeof serviceTask, act: A, now: Instant) => Promise<T>) =>
    (caseId: string, byId: string, now: Instant, more: Omit<A, 'caseId' | 'byId' | 'scope'>) =>
      db.transaction((tx) => verb(tx, serviceTask, { scope: 'all', caseId, byId, ...more } as A, now))

  async function requested(now: Instant): Promise<string> {
    const notice = {
      customerId: team.customerId,
      contactName: '𬎆先生',
      contactDetails: '13800000000',
      requirement: '终端不上线',
      siteSituation: '变电站，需办工作票',
    }
    const rows = await db.transaction((tx) => requestTask(tx, serviceTask, { notice, byId: team.sales }, now))
    return rows[0]!.caseId
  }

  /** Signed, assigned and accepted, a minute apart. Returns the case. */
  async function accepted(now: Instant): Promise<string> {
    const caseId = await requested(now)
    await does(signNotice)(caseId, team.gm, now + MINUTE, { ground: 'gm' as const })
    await does(assignEngineer)(caseId, team.director, now + 2 * MINUTE, { engineerId: team.engineer })
    await does(acceptTask)(caseId, team.engineer, now + 3 * MINUTE, {})
    return caseId
  }

  /** Everything up to the plan, which waits for its approval. */
  async function planned(now: Instant, estimateAt: Instant, mode: TaskMode = 'onSite'): Promise<string> {
    const caseId = await accepted(now)
    const at = now + 4 * MINUTE
    await does(confirmSite)(caseId, team.engineer, at, { situation: '与通知单一致' })
    await does(solveTask)(caseId, team.engineer, at, { solution: '更换通信模块', mode })
    await does(prepareTask)(caseId, team.engineer, at, { tools: TOOLS, documents: ['手册'], spares: ['模块'] })
    if (mode === 'onSite') await does(appoint)(caseId, team.engineer, at, { appointmentAt: now + 24 * HOUR })
    const travel = { destination: '济南', transport: '高铁', departOn: '2026-04-06', returnOn: '2026-04-08' }
    await does(planTask)(caseId, team.engineer, at, { estimateAt, travel: mode === 'onSite' ? travel : undefined })
    return caseId
  }

  /** Approved five minutes after the beginning: the estimate is frozen. */
  async function approved(now: Instant, estimateAt: Instant, mode: TaskMode = 'onSite'): Promise<string> {
    const caseId = await planned(now, estimateAt, mode)
    await does(decidePlan)(caseId, team.director, now + 5 * MINUTE, { approved: true })
    return caseId
  }

  /** On site, the customer called; the service can begin. */
  async function onSite(now: Instant, estimateAt: Instant): Promise<string> {
    const caseId = await approved(now, estimateAt)
    await does(depart)(caseId, team.engineer, now + 6 * MINUTE, {})
    await does(arrive)(caseId, team.engineer, now + 7 * MINUTE, {})
    await does(callOnArrival)(caseId, team.engineer, now + 8 * MINUTE, {})
    return caseId
  }

  /** A remote task of ten minutes, complete and recorded a minute before `at`: the customer's verdict is open. */
  async function served(at: Instant): Promise<string> {
    const caseId = await approved(at - 20 * MINUTE, at + HOUR, 'remote')
    await does(completeTask)(caseId, team.engineer, at - MINUTE, {})
    await does(recordService)(caseId, team.engineer, at - MINUTE, { work: '远程升级', resolution: '已上线' })
    return caseId
  }

  /** Such a task, rated at `signedAt`, which reaches us at `receivedAt`. */
  async function rated(signedAt: Instant, scores: ReturnType<typeof scored>, receivedAt = signedAt): Promise<string> {
    const caseId = await served(signedAt)
    await rate(caseId, signedAt, scores, receivedAt)
    return caseId
  }

  const rate = (caseId: string, signedAt: Instant, scores: ReturnType<typeof scored>, receivedAt = signedAt) =>
    does(rateTask)(caseId, team.engineer, receivedAt, { occurredAt: signedAt, scores, signature: drawnOf(SIGNATURE) })

  const promises = async (caseId: string) => {
    const rows = await db.select().from(obligations).where(eq(obligations.caseId, caseId)).orderBy(obligations.id)
    return {
      rows,
      open: rows.filter((row) => row.work === 'open').map((row) => row.promise),
      of: (promise: string) => rows.findLast((row) => row.promise === promise)!,
    }
  }

  const ledger = async (caseId: string) =>
    db.select().from(consequences).where(eq(consequences.caseId, caseId)).orderBy(consequences.id)

  return { does, requested, accepted, planned, approved, onSite, served, rated, rate, promises, ledger }
}
