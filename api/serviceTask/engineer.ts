import { z } from 'zod'
import { acceptTask, declineTask } from '../../db/serviceTask/assign.ts'
import { completeTask, enterMarket, recordService, writeWorkOrder } from '../../db/serviceTask/complete.ts'
import { moveAppointment } from '../../db/serviceTask/moveAppointment.ts'
import { appoint, askRevision, planTask, prepareTask, solveTask } from '../../db/serviceTask/plan.ts'
import { rateTask, reportNoSignature } from '../../db/serviceTask/rate.ts'
import { confirmSite, reportDifference } from '../../db/serviceTask/site.ts'
import { arrive, callOnArrival, depart, planReturn, requestAdvance, returnFromTrip } from '../../db/serviceTask/trip.ts'
import { TASK_MODES } from '../../rules/serviceTask/form.ts'
import { NOT_SIGNED } from '../../rules/serviceTask/signature.ts'
import { zInstant } from '../http/instant.ts'
import { zText } from '../http/shapes.ts'
import { procedures } from '../procedures.ts'
import { drawnOf, marketLine, materialLine, scores, signature, travelPlan } from './shapes.ts'
import { taskStep } from './step.ts'

const { serviceTask } = procedures
const work = 'serviceTask.work'
/** When it happened; now, where nothing is said. */
const occurred = { occurredAt: zInstant.optional() }
const things = z.array(zText(100)).max(100)

/** The steps of the engineer who has the task, some of them taken on a phone without network and sent later. */
export const engineerSteps = [
  taskStep('acceptance', work, { zh: '接受任务', en: 'Accept the task' }, z.object(occurred), (tx, act, now) =>
    acceptTask(tx, serviceTask, act, now),
  ),
  taskStep(
    'refusal',
    work,
    { zh: '说明理由不接受任务', en: 'Decline the task with a reason' },
    z.object({ reason: zText(1_000) }),
    (tx, act, now) => declineTask(tx, serviceTask, act, now),
  ),
  taskStep(
    'site-confirmation',
    work,
    { zh: '已与联系人确认现场', en: 'The site is confirmed with the contact' },
    z.object({ ...occurred, situation: zText(2_000) }),
    (tx, act, now) => confirmSite(tx, serviceTask, act, now),
  ),
  taskStep(
    'site-difference',
    work,
    { zh: '现场与通知单不符，退回提出人', en: 'The site differs: back to the issuer' },
    z.object({ difference: zText(2_000) }),
    (tx, act, now) => reportDifference(tx, serviceTask, act, now),
  ),
  taskStep(
    'solution',
    work,
    { zh: '拟定解决方案', en: 'Draft the solution' },
    z.object({ ...occurred, solution: zText(5_000), mode: z.enum(TASK_MODES) }),
    (tx, act, now) => solveTask(tx, serviceTask, act, now),
  ),
  taskStep(
    'preparation',
    work,
    { zh: '工具、资料、备件已备齐', en: 'Tools, documents and spare parts are ready' },
    z.object({ ...occurred, tools: things, documents: things, spares: things }),
    (tx, act, now) => prepareTask(tx, serviceTask, act, now),
  ),
  taskStep(
    'appointment',
    work,
    { zh: '已与客户预约', en: 'A time is booked with the customer' },
    z.object({ ...occurred, appointmentAt: zInstant }),
    (tx, act, now) => appoint(tx, serviceTask, act, now),
  ),
  taskStep(
    'appointment-change',
    work,
    { zh: '与客户改约', en: 'Another time is booked with the customer' },
    z.object({ ...occurred, appointmentAt: zInstant }),
    (tx, act, now) => moveAppointment(tx, serviceTask, act, now),
  ),
  taskStep(
    'plan',
    work,
    { zh: '提交计划和预计完成时间', en: 'Hand in the plan with the estimate' },
    z.object({ estimateAt: zInstant, travel: travelPlan.optional() }),
    (tx, act, now) => planTask(tx, serviceTask, act, now),
  ),
  taskStep(
    'revision',
    work,
    { zh: '申请变更预计时间', en: 'Ask for a change of the estimate' },
    z.object({ estimateAt: zInstant, reason: zText(1_000) }),
    (tx, act, now) => askRevision(tx, serviceTask, act, now),
  ),
  taskStep(
    'advance',
    work,
    { zh: '申请预支差旅费', en: 'Ask for a travel advance' },
    z.object({ amountFen: z.number().int().positive() }),
    (tx, act, now) => requestAdvance(tx, serviceTask, act, now),
  ),
  taskStep('departure', work, { zh: '出发', en: 'Set out' }, z.object(occurred), (tx, act, now) =>
    depart(tx, serviceTask, act, now),
  ),
  taskStep('arrival', work, { zh: '抵达目的地', en: 'Arrived' }, z.object(occurred), (tx, act, now) =>
    arrive(tx, serviceTask, act, now),
  ),
  taskStep(
    'arrival-call',
    work,
    { zh: '抵达后已联系客户', en: 'The customer was called on arrival' },
    z.object({ ...occurred, serviceAt: zInstant.optional() }),
    (tx, act, now) => callOnArrival(tx, serviceTask, act, now),
  ),
  taskStep('completion', work, { zh: '任务完成', en: 'The task is complete' }, z.object(occurred), (tx, act, now) =>
    completeTask(tx, serviceTask, act, now),
  ),
  taskStep(
    'record',
    work,
    { zh: '填写服务记录', en: 'Record the service' },
    z.object({
      ...occurred,
      work: zText(5_000),
      resolution: zText(5_000),
      materials: z.array(materialLine).max(100).default([]),
    }),
    (tx, act, now) => recordService(tx, serviceTask, act, now),
  ),
  taskStep(
    'work-orders',
    work,
    { zh: '填写周工单（超过一周的服务）', en: 'A work order of the week, in a job longer than one' },
    z.object({ ...occurred, work: zText(5_000) }),
    (tx, act, now) => writeWorkOrder(tx, serviceTask, act, now),
  ),
  taskStep(
    'rating',
    work,
    { zh: '客户评分并签字', en: 'The customer scores and signs' },
    z.object({ occurredAt: zInstant, scores, signature, device: zText(300).optional() }),
    (tx, { signature: drawn, ...act }, now) => rateTask(tx, serviceTask, { ...act, signature: drawnOf(drawn) }, now),
  ),
  taskStep(
    'missing-signature',
    work,
    { zh: '报告客户未签字', en: 'Report that the customer did not sign' },
    z.object({ reason: z.enum(NOT_SIGNED), note: zText(1_000) }),
    (tx, act, now) => reportNoSignature(tx, serviceTask, act, now),
  ),
  taskStep(
    'return-plan',
    work,
    { zh: '报告完工和返程规划', en: 'Report completion and the plan for the return' },
    z.object({ ...occurred, plan: zText(2_000) }),
    (tx, act, now) => planReturn(tx, serviceTask, act, now),
  ),
  taskStep('return', work, { zh: '返回', en: 'Return' }, z.object(occurred), (tx, act, now) =>
    returnFromTrip(tx, serviceTask, act, now),
  ),
  taskStep(
    'market',
    work,
    { zh: '填写市场信息表', en: 'Enter market information' },
    z.object({ lines: z.array(marketLine).min(1).max(50) }),
    (tx, act, now) => enterMarket(tx, serviceTask, act, now),
  ),
]
