import { setTimeout as sleep } from 'node:timers/promises'
import { loadCalendar } from '../../db/calendar/loadCalendar.ts'
import type { Db } from '../../db/client.ts'
import { MINUTE, SECOND } from '../../rules/instant.ts'
import { addDays, addMonths, atTime, localDate } from '../../rules/time/local.ts'
import { isWorkingDay } from '../../rules/time/calendar.ts'
import { addWorkingDays, workingDaysBefore, workingDaysFrom } from '../../rules/time/working.ts'
import { iso, RefusedByApi, ring, signIn, type Actor } from './actor.ts'
import type { Board } from './board.ts'
import { HURRY } from './policy.ts'
import type { Part, Stage } from './stage.ts'

export interface Scene {
  origin: string
  stage: Stage
  board: Board
  db: Db
}

const as = ({ origin, stage }: Scene, part: Part): Promise<Actor> => signIn(origin, stage.login(part))

/** Nobody returns a customer's call in half an hour (30 s here): reminders, then the superior; at last it is returned. */
export async function missedCall(scene: Scene): Promise<void> {
  const { origin, stage, board } = scene
  const { hotline: to, number: from, source } = stage
  board.tell('📞 客户来电无人接听 · a customer rings and nobody answers')
  const call = { callId: 'in', from, to, direction: 'in' }
  await ring(origin, source, [
    { event: 'newCall', ...call },
    { event: 'hangup', cause: 'noAnswer', ...call },
  ])
  const taker = await as(scene, 'taker')
  const { items } = await taker.get('/api/obligations')
  board.watch('来电 call', items[0].caseId)
  await sleep((40 * MINUTE) / HURRY)
  board.tell(
    '📞 接线人回电：客户条款已逾期，一小时条款按时 · returned: late under the half hour, on time under the hour',
  )
  const back = { callId: 'out', from: to, to: from, direction: 'out' }
  await ring(origin, source, [
    { event: 'newCall', ...back },
    { event: 'answer', ...back },
  ])
}

/** An incident is recorded, the four are phoned, but nobody writes the report: it falls due after an hour (60 s here). */
export async function incident(scene: Scene): Promise<void> {
  const { stage, board } = scene
  const support = await as(scene, 'support')
  board.tell('🚨 支持工程师记录质量事故 · a support engineer records an incident')
  const { id } = await support.post('/api/incidents', {
    knownAt: iso(),
    flags: ['qualityIncident'],
    title: '演示：终端批量离线',
    description: '演示事故',
    customerId: stage.customerId,
  })
  board.watch('事故 incident', id)
  for (const role of ['regionalManager', 'officeDirector', 'technicalSupportManager', 'centreDeputyGm']) {
    await sleep(2 * SECOND)
    await support.post(`/api/incidents/${id}/phones`, { role })
  }
  board.tell('🚨 四人均已电话告知；书面报告无人提交 · all four phoned; nobody writes the report')
  await sleep((64 * MINUTE) / HURRY)
}

/** A remote service task whose engineer overruns his own estimate: ¥50, provisional, in the ledger. */
export async function serviceTask(scene: Scene): Promise<void> {
  const { stage, board } = scene
  const [director, gm, engineer] = await Promise.all([
    as(scene, 'director'),
    as(scene, 'companyGm'),
    as(scene, 'engineer'),
  ])
  const notice = {
    contactName: '演示客户',
    contactDetails: '热线登记',
    requirement: '远程升级终端',
    siteSituation: '终端在线',
  }
  const { caseId } = await director.post('/api/service-tasks', { customerId: stage.customerId, ...notice })
  board.watch('任务 task', caseId)
  board.tell('🔧 服务通知单已提交 · a service notice is handed in')
  const path = `/api/service-tasks/${caseId}`
  await gm.post(`${path}/signature`, {})
  await director.post(`${path}/assignments`, { engineerId: stage.ids.engineer })
  await engineer.post(`${path}/acceptance`, {})
  await engineer.post(`${path}/site-confirmation`, { situation: '与通知单一致' })
  await engineer.post(`${path}/solution`, { solution: '远程升级固件', mode: 'remote' })
  const tools = ['usbStick', 'screwdriver', 'laptop']
  await engineer.post(`${path}/preparation`, { tools, documents: ['升级说明'], spares: [] })
  const estimateAt = Math.ceil((Date.now() + 25 * SECOND) / SECOND) * SECOND
  await engineer.post(`${path}/plan`, { estimateAt: iso(estimateAt) })
  await director.post(`${path}/plan-decision`, { approved: true })
  board.tell('🔧 工程师预计 25 秒内完成，计划已批准 · the engineer estimates 25 s; the plan is approved')
  await sleep(estimateAt - Date.now() + 6 * SECOND)
}

/** A handover of dated facts that reached its ninth working day: the API refuses to end it and says why. */
export async function handover(scene: Scene): Promise<void> {
  const { stage, board, db } = scene
  const [contractor, section] = await Promise.all([as(scene, 'contractor'), as(scene, 'information')])
  const calendar = await loadCalendar(db)
  let ninthOn = localDate(Date.now())
  while (!isWorkingDay(calendar, ninthOn)) ninthOn = addDays(ninthOn, -1)
  const handoverStartOn = workingDaysBefore(calendar, ninthOn, 8).on
  const takesOverOn = addWorkingDays(calendar, workingDaysFrom(calendar, handoverStartOn, 10).on, 1).on
  const applyOn = workingDaysBefore(calendar, takesOverOn, 12).on
  const noticeOn = addDays(addMonths(takesOverOn, -1), -1)
  const at = (on: string, time = '09:00') => iso(Math.min(atTime(on, time), Date.now()))
  const { ids, projectId } = stage
  const { caseId } = await contractor.post('/api/staff-changes', {
    projectId,
    outgoingId: ids.leaving,
    incomingId: ids.coming,
    startedAt: at(noticeOn),
    plan: { noticeOn, applyOn, handoverStartOn, takesOverOn },
  })
  board.watch('交接 handover', caseId)
  const path = `/api/staff-changes/${caseId}`
  await contractor.post(`${path}/notice`, { occurredAt: at(noticeOn, '09:30') })
  const paper = new TextEncoder().encode('%PDF-1.4\n%演示\n%%EOF\n')
  const enclosures = []
  for (const kind of ['certificates', 'resume'])
    enclosures.push({ kind, attachmentId: await contractor.upload(`${kind}.pdf`, 'application/pdf', paper) })
  await contractor.post(`${path}/application`, { occurredAt: at(applyOn), enclosures })
  await section.post(`${path}/decisions`, { occurredAt: at(applyOn, '15:00'), approved: true })
  await contractor.post(`${path}/handover`, { occurredAt: at(handoverStartOn, '08:00') })
  for (const deliverable of ['documents', 'situationReport', 'onSiteTraining'])
    await contractor.post(`${path}/deliverables`, { occurredAt: at(ninthOn, '10:00'), deliverable })
  board.tell(`🤝 交接自 ${handoverStartOn} 开始，三项内容齐备 · handover since then, all three deliverables done`)
  for (const lang of ['zh', 'en'])
    try {
      await contractor.post(`${path}/completion?lang=${lang}`, { occurredAt: at(ninthOn, '17:59') })
      throw new Error('the ninth day was accepted')
    } catch (error) {
      if (!(error instanceof RefusedByApi)) throw error
      board.tell(`✋ ${error.problem.clause ?? error.problem.code}：${error.problem.detail}`)
    }
}
