import { setTimeout as sleep } from 'node:timers/promises'
import { type Instant, SECOND } from '../../rules/instant.ts'
import { formatInstant } from '../../rules/time/local.ts'
import { customerOf } from '../support/department.ts'
import { SIGNATURE, TOOLS } from '../support/serviceTask.ts'
import type { World } from './world.ts'

const iso = (at = Date.now()) => formatInstant(at)

/** A remote task whose engineer overruns his estimate, from the notice to the ledger; its case and the facts it left. */
export async function taskRound(world: World, number: string, random: () => number) {
  const pause = () => sleep(random() * 800)
  const { customerId } = await customerOf(world.db, number)
  const notice = { contactName: '𬎆先生', contactDetails: '手机', requirement: '升级', siteSituation: '在线' }
  const { caseId } = (await world.as('director', '/api/service-tasks', { customerId, ...notice })) as { caseId: string }
  const step = (who: Parameters<World['as']>[0], name: string, body: object = {}) =>
    world.as(who, `/api/service-tasks/${caseId}/${name}`, body)
  await step('companyGm', 'signature')
  await step('director', 'assignments', { engineerId: world.people.engineer })
  await step('engineer', 'acceptance', { occurredAt: iso() })
  await step('engineer', 'site-confirmation', { situation: '一致', occurredAt: iso() })
  await pause()
  const { estimateAt, sentBack } = await planned(step)
  await sleep(Math.max(0, estimateAt - Date.now()) + 2 * SECOND)
  await step('engineer', 'completion', { occurredAt: iso() })
  await step('engineer', 'record', { work: '升级', resolution: '完成', occurredAt: iso() })
  await pause()
  const scores = { attitude: 'good', skill: 'good', result: 'excellent' }
  await step('engineer', 'rating', { scores, signature: SIGNATURE, occurredAt: iso() })
  await step('director', 'confirmation')
  await step('backOffice', 'registration', { ledgerNumber: 'T-1' })
  return { caseId, kinds: [...TASK_FACTS, ...Array.from({ length: sentBack }, () => AGAIN).flat()] }
}

/** The kinds of facts it leaves, each once. */
const TASK_FACTS = [
  'requested',
  'signed',
  'assigned',
  'accepted',
  'siteConfirmed',
  'solved',
  'prepared',
  'planned',
  'planApproved',
  'completed',
  'recorded',
  'rated',
  'confirmed',
  'registered',
]

/** What a plan leaves that was sent back and made anew. */
const AGAIN = ['planReturned', 'solved', 'prepared', 'planned']

/**
 * From the solution to a plan approved before its estimate passes. Where the API was away for longer than that, people
 * do what they would: the engineer names a later estimate, or, where the plan was handed in already, the supervisor
 * sends it back and it is made anew. Returns the estimate that holds, and how often the plan was sent back.
 */
async function planned(step: (who: 'engineer' | 'director', name: string, body: object) => Promise<unknown>) {
  for (let sentBack = 0; ; sentBack++) {
    await step('engineer', 'solution', { solution: '远程升级', mode: 'remote', occurredAt: iso() })
    await step('engineer', 'preparation', { tools: TOOLS, documents: ['说明'], spares: [], occurredAt: iso() })
    let estimateAt: Instant
    do estimateAt = Math.ceil(Date.now() / SECOND) * SECOND + 5 * SECOND
    while (!(await inTime(step('engineer', 'plan', { estimateAt: iso(estimateAt) }))))
    if (await inTime(step('director', 'plan-decision', { approved: true }))) return { estimateAt, sentBack }
    await step('director', 'plan-decision', { approved: false, reason: '预计完成时间已过' })
  }
}

/** Whether a step was taken before the estimate passed. */
const inTime = (taken: Promise<unknown>) =>
  taken.then(
    () => true,
    (error: unknown) => (String(error).includes('serviceTask.estimatePassed') ? false : Promise.reject(error as Error)),
  )
